using System.Globalization;
using System.Text;
using SupportCopilot.Teams.Cards.Format;

namespace SupportCopilot.Teams.Cards;

/// <summary>Puts words into cards: the product's own as text blocks, anybody else's letter by letter.</summary>
internal static class Words
{
    private const string Ellipsis = "…";
    private const int LongestSummary = 300;

    /// <summary>A heading in the product's own words.</summary>
    public static TextBlock Heading(string own, TextSize size = TextSize.Medium) =>
        new(own) { Size = size, Weight = TextWeight.Bolder, Style = "heading" };

    /// <summary>A line in the product's own words.</summary>
    public static TextBlock Line(string own) => new(own);

    /// <summary>A small line in the product's own words.</summary>
    public static TextBlock Note(string own) => new(own) { Size = TextSize.Small, IsSubtle = true, Spacing = Spacing.Small };

    /// <summary>A small line in the product's own words, above what it names.</summary>
    public static TextBlock Label(string own) => Note(own) with { Spacing = Spacing.Medium };

    /// <summary>A paragraph that may hold other people's words.</summary>
    public static RichTextBlock Exact(string words) => new([Run(words)]);

    /// <summary>The large paragraph that a card opens with.</summary>
    public static RichTextBlock Opening(string words) =>
        new([Run(words) with { Size = TextSize.Medium, Weight = TextWeight.Bolder }]);

    /// <summary>A small paragraph that may hold other people's words.</summary>
    public static RichTextBlock Small(string words) =>
        new([Run(words) with { Size = TextSize.Small, IsSubtle = true }]) { Spacing = Spacing.Small };

    /// <summary>A paragraph for each line that is not blank.</summary>
    public static IEnumerable<RichTextBlock> Paragraphs(string words) =>
        words.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select((line, number) => Exact(line) with { Spacing = number == 0 ? null : Spacing.Small });

    /// <summary>A piece of a paragraph that may hold other people's words.</summary>
    public static TextRun Run(string words) => new(Visible(words));

    /// <summary>A card in one sentence, for notifications and screen readers. Some clients read markdown there: nothing in it becomes a link.</summary>
    public static string Summary(string words) => Visible(Cut(words, LongestSummary)).Replace("](", "] (", StringComparison.Ordinal);

    /// <summary>At most so many characters, with an ellipsis where some are gone; a surrogate pair is never parted.</summary>
    public static string Cut(string words, int characters)
    {
        if (words.Length <= characters) return words;
        var end = Math.Max(0, characters - Ellipsis.Length);
        if (end > 0 && char.IsHighSurrogate(words[end - 1])) end--;
        return words[..end].TrimEnd() + Ellipsis;
    }

    // Control characters break lines where a card has none, and marks that turn the writing direction can make the product's own words read backwards.
    private static string Visible(string words)
    {
        if (!words.Any(IsHidden)) return words;
        var kept = new StringBuilder(words.Length);
        foreach (var letter in words)
        {
            if (!IsHidden(letter)) kept.Append(letter);
            else if (char.IsWhiteSpace(letter)) kept.Append(' ');
        }

        return kept.ToString();
    }

    private static bool IsHidden(char letter) => char.IsControl(letter) || letter is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    /// <summary>With a capital at its beginning.</summary>
    public static string Sentence(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary>A whole number with its thousands parted, as 8,234.</summary>
    public static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>“1 ticket”, “8,234 tickets”.</summary>
    public static string Count(long number, string one, string many) => $"{Count(number)} {(number == 1 ? one : many)}";
}
