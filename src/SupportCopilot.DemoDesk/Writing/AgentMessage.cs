namespace SupportCopilot.DemoDesk.Writing;

/// <summary>Writes what an agent answers: a greeting, an opening, the point, and a closing; in a chat the point alone.</summary>
internal sealed class AgentMessage(Matter matter, Dice dice)
{
    public string Saying(string opening, string point, bool isLast)
    {
        if (matter.Style is Style.Chat)
            return $"{Tongue.Capital(point)}{(isLast && dice.Chance(0.4) && matter.Phrase("agent.chatclosing", dice) is { Length: > 0 } closing ? " " + closing : "")}";
        var greeting = matter.Phrase("agent.greeting", dice);
        var startsLow = matter.Requester.Language == "de" && greeting.EndsWith(',');
        var goesOn = opening.EndsWith(',') || opening.EndsWith(':');
        var text = opening.Length == 0 ? point : $"{opening}{(dice.Chance(0.3) ? "\n\n" : " ")}{(goesOn ? point : Tongue.Capital(point))}";
        return $"{greeting}\n\n{(startsLow ? text : Tongue.Capital(text))}\n\n{matter.Phrase("agent.closing", dice)}";
    }
}
