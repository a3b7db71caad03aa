using System.Globalization;
using SupportCopilot.Questions;
using SupportCopilot.Teams.Cards.Format;

namespace SupportCopilot.Teams.Cards;

/// <summary>
/// The answer to a question: the figure in words, how the question was read, the chart or table, what the figure rests on,
/// and what could be asked next. Choices and refusals are drawn in the same order.
/// </summary>
internal static class AnswerCard
{
    private const int MostWordsNamed = 10;

    /// <summary>Draws an answer of any kind.</summary>
    public static AdaptiveCard Of(Answer answer, CardLinks links) => CardSize.Fit(detail => Draw(answer, links, detail));

    private static AdaptiveCard Draw(Answer answer, CardLinks links, Detail detail)
    {
        var words = Words.Cut(answer.Text, detail.Characters);
        IEnumerable<CardElement?> body =
        [
            Words.Opening(words),
            answer.Interpretation is { } read ? Words.Small("Read as: " + Words.Cut(read, detail.Characters)) : null,
            Unplaced(answer, detail),
            .. AnswerFigures.Of(answer, detail),
            Choices(answer, detail),
            answer.Kind is AnswerKind.Answer ? Words.Small(Grounds(answer)) : null,
            answer.Suggestions.Count > 0 ? Words.Note("Ask next") : null,
            AskButton.Row(answer.Suggestions.Select(question => Words.Cut(question, detail.Characters))),
        ];
        return new AdaptiveCard([.. body.OfType<CardElement>()])
        {
            Actions = TicketsButton(answer, links),
            FallbackText = Words.WithoutLinks(words),
            Speak = Words.WithoutLinks(words),
            Teams = TeamsLayout.Full,
        };
    }

    private static RichTextBlock? Unplaced(Answer answer, Detail detail)
    {
        string[] missing = [.. answer.Unplaced.Where(word => !answer.Text.Contains(word, StringComparison.OrdinalIgnoreCase))];
        if (missing.Length == 0) return null;
        var named = string.Join(", ", missing.Take(MostWordsNamed).Select(word => $"“{Words.Cut(word, detail.Name)}”"));
        var rest = missing.Length > MostWordsNamed ? $" and {missing.Length - MostWordsNamed} more" : "";
        return new RichTextBlock([Words.Run($"Not understood: {named}{rest}.") with { Color = TextColor.Warning }]);
    }

    private static ActionSet? Choices(Answer answer, Detail detail) => answer.Choices.Count == 0 ? null
        : new ActionSet([.. answer.Choices.Take(6).Select(choice => AskButton.Of(
            Words.Cut(choice.Label, detail.Name) + (choice.Count is { } count ? $" ({Words.Count(count, "ticket", "tickets")})" : ""),
            Words.Cut(choice.Text, detail.Characters)))]);

    private static string Grounds(Answer answer)
    {
        var tickets = answer.Tickets is { } behind ? Words.Count(behind.Count, "ticket stands", "tickets stand") + " behind this. " : "";
        var reader = answer.Source == "model" ? "a model" : "rules";
        var cost = answer.CostUsd > 0 ? ", $" + answer.CostUsd.ToString("0.####", CultureInfo.InvariantCulture) : "";
        return $"{tickets}Question read by {reader}, figures from {answer.From}, {answer.ElapsedMs.ToString("#,0.#", CultureInfo.InvariantCulture)} ms{cost}.";
    }

    private static IReadOnlyList<CardAction>? TicketsButton(Answer answer, CardLinks links) =>
        answer.Tickets is { Count: > 0 } tickets && links.To(tickets.Href) is { } address
            ? [new OpenUrlAction($"Open the list ({Words.Count(tickets.Count, "ticket", "tickets")})", address)]
            : null;
}
