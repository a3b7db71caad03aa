using SupportCopilot.Teams.Cards.Format;

namespace SupportCopilot.Teams.Cards;

/// <summary>Buttons that ask the bot something, as if the person had written it.</summary>
internal static class AskButton
{
    /// <summary>As many buttons as a card's hosts promise to show.</summary>
    public const int Most = 5;

    private const int LongestTitle = 120;

    /// <summary>A button that asks.</summary>
    /// <param name="title">Its words.</param>
    /// <param name="question">What the bot gets to read.</param>
    /// <param name="shown">What the conversation shows.</param>
    public static SubmitAction Of(string title, string question, string shown) =>
        new(Words.Cut(title, LongestTitle), new ActionData { Teams = new(question, shown) });

    /// <summary>A row of such buttons; null where there is nothing to ask.</summary>
    /// <param name="asks">What each says and asks.</param>
    /// <param name="longest">Questions of more characters are left out: one that is cut would ask something else.</param>
    public static ActionSet? Row(IEnumerable<(string Title, string Question)> asks, int longest)
    {
        SubmitAction[] buttons = [.. asks.Where(ask => ask.Question.Length is > 0 && ask.Question.Length <= longest).Take(Most).Select(ask => Of(ask.Title, ask.Question, Labels.Spoken(ask.Question)))];
        return buttons.Length == 0 ? null : new ActionSet(buttons) { Spacing = Spacing.Small };
    }

    /// <summary>A row of buttons whose words are the questions, with days as people write them.</summary>
    public static ActionSet? Row(IEnumerable<string> questions, int longest) => Row(questions.Select(question => (Labels.Spoken(question), question)), longest);
}
