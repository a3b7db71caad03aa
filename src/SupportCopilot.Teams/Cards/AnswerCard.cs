using System.Globalization;
using System.Text.RegularExpressions;
using SupportCopilot.Questions;
using SupportCopilot.Reports.Sending;
using SupportCopilot.Teams.Cards.Format;

namespace SupportCopilot.Teams.Cards;

/// <summary>
/// The answer to a question: the figure in words, how the question was read, the chart or table, what the figure rests on,
/// and what could be asked next. Choices and refusals are drawn in the same order.
/// </summary>
internal static partial class AnswerCard
{
    private const int MostWordsNamed = 10;
    private const int MostExplained = 600;   // a card with less room for words leaves the explanation to the answer itself

    /// <summary>Draws an answer of any kind.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="tickets">What its tickets are called at their desk.</param>
    public static AdaptiveCard Of(Answer answer, TicketNames? tickets = null) => answer.Kind switch
    {
        AnswerKind.Saved => SavedCard.Of(answer),
        AnswerKind.Working => WorkingCard.Of(answer),
        _ => CardSize.Fit(detail => Draw(answer, detail, tickets ?? TicketNames.None)),
    };

    /// <summary>Draws a saved report that came by itself: its answer under its name.</summary>
    public static AdaptiveCard Of(ReportPost report, TicketNames? tickets = null)
    {
        var card = CardSize.Fit(detail => Draw(report.Answer, detail with { Characters = Math.Max(100, detail.Characters - 200) }, tickets ?? TicketNames.None, report));
        return card with { FallbackText = Words.Summary($"{report.Name}: {report.Answer.Text}"), Speak = Words.Summary($"{report.Name}: {report.Answer.Text}") };
    }

    private static AdaptiveCard Draw(Answer answer, Detail detail, TicketNames tickets, ReportPost? report = null)
    {
        var words = Words.Cut(answer.Text, detail.Characters);
        var suggestions = AskButton.Row(answer.Suggestions, detail.Characters);
        IEnumerable<CardElement?> body =
        [
            report is null ? null : Words.Small($"{Words.Cut(report.Name, detail.Name)}, {report.When}. To have it no more: “stop sending report {report.Number}”."),
            .. Telling(words),
            answer.Interpretation is { } read ? Words.Small("Read as: " + Words.Cut(read, detail.Characters)) : null,
            Unplaced(answer, detail),
            .. AnswerFigures.Of(answer, detail, tickets),
            .. ThemeParts.Of(answer, detail, tickets),
            .. Choices(answer, detail),
            answer.Kind is AnswerKind.Answer ? Words.Small(Grounds(answer)) : null,
            detail.Characters >= MostExplained && answer.HowComputed.Count > 0 ? Words.Small("How computed: " + Words.Cut(string.Join(' ', answer.HowComputed), detail.Characters)) : null,
            suggestions is null ? null : Words.Label("Ask next"),
            suggestions,
        ];
        return new AdaptiveCard([.. body.OfType<CardElement>()])
        {
            Actions = Buttons(answer),
            FallbackText = Words.Summary(answer.Text),
            Speak = Words.Summary(answer.Text),
            Teams = TeamsLayout.Full,
        };
    }

    // The first sentence tells the figure; what stands out and what to mind follows it in smaller letters.
    internal static IEnumerable<CardElement> Telling(string words)
    {
        var (first, rest) = FirstSentence().Match(words) is { Success: true } match ? (match.Groups[1].Value, words[match.Length..]) : (words, "");
        yield return Words.Opening(first);
        if (rest.Length > 0) yield return Words.Exact(rest) with { Spacing = Spacing.Small };
    }

    private static RichTextBlock? Unplaced(Answer answer, Detail detail)
    {
        string[] missing = [.. answer.Unplaced.Where(word => !answer.Text.Contains(word, StringComparison.OrdinalIgnoreCase))];
        if (missing.Length == 0) return null;
        var named = string.Join(", ", missing.Take(MostWordsNamed).Select(word => $"“{Words.Cut(word, detail.Name)}”"));
        var rest = missing.Length > MostWordsNamed ? $" and {missing.Length - MostWordsNamed} more" : "";
        return new RichTextBlock([Words.Run($"Not understood: {named}{rest}.") with { Color = TextColor.Warning }]);
    }

    // What a button has no room for stands above the buttons, whole.
    private static IEnumerable<CardElement?> Choices(Answer answer, Detail detail)
    {
        string[] readings = [.. answer.Choices.Take(AskButton.Most).Select(choice => choice.Label)];
        var labels = Labels.Apart(readings, detail.Name * 3 / 2);
        if (readings.Where((reading, i) => Labels.Spoken(reading) != labels[i]).Any())
            foreach (var reading in readings) yield return Words.Small(Words.Cut(Labels.Spoken(reading), detail.Characters));

        yield return AskButton.Row(
            answer.Choices.Zip(labels, (choice, label) => (label + (choice.Count is { } count ? $" ({Words.Count(count, "ticket", "tickets")})" : ""), choice.Text)),
            detail.Characters);
    }

    private static string Grounds(Answer answer)
    {
        var tickets = answer.Tickets is { } behind ? Words.Count(behind.Count, "ticket stands", "tickets stand") + " behind this. " : "";
        var reader = answer.Source == "model" ? "a model" : "rules";
        var cost = answer.CostUsd > 0 ? ", $" + answer.CostUsd.ToString("0.####", CultureInfo.InvariantCulture) : "";
        return $"{tickets}Question read by {reader}, figures from {answer.From}, {Took(answer.ElapsedMs)}{cost}.";
    }

    private static string Took(double milliseconds) => milliseconds < 1000
        ? milliseconds.ToString("0.#", CultureInfo.InvariantCulture) + " ms"
        : (milliseconds / 1000).ToString("#,0.#", CultureInfo.InvariantCulture) + " s";

    // The list is shown here, to whoever may see it at the press: an address of ours would ask a browser for a sign-in that it has not.
    private static IReadOnlyList<CardAction>? Buttons(Answer answer) => answer.Tickets is { Count: > 0 } tickets
        ?
        [
            new SubmitAction($"Show the tickets ({Words.Count(tickets.Count)})", new ActionData { Verb = CardVerb.Tickets, Question = answer.Id }),
            new SubmitAction("Export", new ActionData { Verb = CardVerb.Files, Question = answer.Id }),
        ]
        : null;

    [GeneratedRegex(@"^(.{20,}?[.?!])\s+(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex FirstSentence();
}
