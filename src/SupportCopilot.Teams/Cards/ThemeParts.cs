using System.Globalization;
using SupportCopilot.Questions;
using SupportCopilot.Questions.Answers;
using SupportCopilot.Teams.Cards.Format;

namespace SupportCopilot.Teams.Cards;

/// <summary>Themes and quotes in the card of an answer. Customers' words stand there letter by letter, each with its ticket.</summary>
internal static class ThemeParts
{
    private const int FewestRows = 3;

    /// <summary>The elements in order; none for an answer without themes or quotes.</summary>
    public static IEnumerable<CardElement> Of(Answer answer, Detail detail, TicketNames tickets)
    {
        var room = Math.Max(FewestRows, detail.Rows);
        foreach (var quote in (answer.Quotes ?? []).Take(room)) yield return Quoted(quote, detail, tickets);
        foreach (var theme in (answer.Themes ?? []).Take(room)) yield return Theme(theme, detail, tickets);
    }

    private static Container Theme(AnswerTheme theme, Detail detail, TicketNames tickets)
    {
        List<CardElement> items =
        [
            new RichTextBlock([Words.Run(Words.Cut(theme.Name, detail.Name * 2)) with { Weight = TextWeight.Bolder }]),
            Words.Small(Figures(theme)) with { Spacing = Spacing.None },
        ];
        items.AddRange(theme.Quotes.Take(detail.Rows == 0 ? 1 : 3).Select(quote => Quoted(quote, detail, tickets)));
        if (theme.Recommendation is { } approved) items.Add(Words.Small($"{Words.Sentence(approved.Source)}: {Words.Cut(approved.Text, detail.Characters)}"));
        return new Container(items) { Separator = true };
    }

    private static string Figures(AnswerTheme theme)
    {
        List<string> parts = [$"{Words.Count(theme.Tickets, "ticket", "tickets")}, {FigureWords.Percent(theme.Share)}"];
        if (theme.Before is { } before) parts.Add($"{Words.Count(before)} before");
        if (theme.Contribution is { } contribution) parts.Add($"{FigureWords.Percent(contribution)} of the difference");
        if (theme.Sentiment is { } mood) parts.Add($"sentiment {mood.ToString("+0.0;−0.0;0.0", CultureInfo.InvariantCulture)}");
        return string.Join(" · ", parts);
    }

    private static RichTextBlock Quoted(AnswerQuote quote, Detail detail, TicketNames tickets) => new(
    [
        Words.Run($"“{Words.Cut(quote.Text, Math.Max(80, detail.Characters / 4))}”") with { Italic = true },
        Words.Run("  "),
        tickets.Of(quote.TicketId) with { IsSubtle = true, Size = TextSize.Small },
        Words.Run(quote.At is { } at ? ", " + Days.Day(at) : "") with { IsSubtle = true, Size = TextSize.Small },
    ])
    { Spacing = Spacing.Small };
}
