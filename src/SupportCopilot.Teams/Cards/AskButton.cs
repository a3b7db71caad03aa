using SupportCopilot.Teams.Cards.Format;

namespace SupportCopilot.Teams.Cards;

/// <summary>Buttons that ask the bot something, as if the person had written it.</summary>
internal static class AskButton
{
    private const int LongestTitle = 80;

    /// <summary>A button whose words are the question.</summary>
    public static SubmitAction Of(string question) => Of(question, question);

    /// <param name="title">Its words.</param>
    /// <param name="question">What the bot gets to read, and the conversation shows.</param>
    public static SubmitAction Of(string title, string question) =>
        new(Words.Cut(title, LongestTitle), new ActionData { Teams = new(question, question) });

    /// <summary>A row of such buttons; Teams shows no more than six.</summary>
    public static ActionSet? Row(IEnumerable<string> questions)
    {
        SubmitAction[] buttons = [.. questions.Take(6).Select(Of)];
        return buttons.Length == 0 ? null : new ActionSet(buttons) { Spacing = Spacing.Medium };
    }
}
