using System.Text;

namespace SupportCopilot.DemoDesk.Reading;

/// <summary>A phrase with {facts} and [one|of|these], read once and said many times.</summary>
internal sealed class Template
{
    private readonly Part[] _parts;

    private Template(Part[] parts) => _parts = parts;

    /// <summary>Reads a phrase; \n in it is a line break.</summary>
    /// <exception cref="InvalidDataException">It names a fact that there is not, or a brace stays open.</exception>
    public static Template Read(string phrase) => new(Parts(phrase.Replace("\\n", "\n", StringComparison.Ordinal)));

    public string Say(Dice dice, Func<Slot, string> fact)
    {
        var said = new StringBuilder();
        Say(said, dice, fact);
        return said.ToString();
    }

    private void Say(StringBuilder said, Dice dice, Func<Slot, string> fact)
    {
        foreach (var part in _parts)
        {
            if (part.Fact is { } slot) said.Append(fact(slot));
            else if (part.Choices is { } choices) dice.Pick(choices).Say(said, dice, fact);
            else said.Append(part.Text);
        }
    }

    private static Part[] Parts(string phrase)
    {
        var parts = new List<Part>();
        var plain = 0;
        for (var i = 0; i < phrase.Length; i++)
        {
            if (phrase[i] is not ('{' or '[')) continue;
            var end = phrase.IndexOf(phrase[i] == '{' ? '}' : ']', i);
            var inner = end < 0 ? "" : phrase[(i + 1)..end];
            if (end < 0 && phrase[i] == '{') throw new InvalidDataException($"\"{phrase}\": a brace stays open.");
            if (phrase[i] == '[' && !inner.Contains('|')) continue;           // brackets without a choice are just brackets
            if (phrase[i] == '{' && inner.AsSpan().ContainsAny(" \":")) continue;   // JSON in a snippet
            if (i > plain) parts.Add(new(phrase[plain..i], null, null));
            parts.Add(phrase[i] == '{'
                ? new("", SlotOf(inner, phrase), null)
                : new("", null, [.. inner.Split('|').Select(choice => new Template(Parts(choice)))]));
            plain = end + 1;
            i = end;
        }

        if (plain < phrase.Length) parts.Add(new(phrase[plain..], null, null));
        return [.. parts];
    }

    private static Slot SlotOf(string name, string phrase) =>
        Enum.TryParse<Slot>(name, ignoreCase: true, out var slot) ? slot : throw new InvalidDataException($"\"{phrase}\": there is no fact {{{name}}}.");

    private sealed record Part(string Text, Slot? Fact, Template[]? Choices);
}
