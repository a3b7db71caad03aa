using System.Globalization;

namespace SupportCopilot.Tickets.Mapping.Cells;

/// <summary>
/// Brings ratings to 0–1: words such as good and bad, and numbers on a scale from 1 to 5, from 1 (or 0) to 10, or in
/// per cent. Which scale, the values of the whole column tell.
/// </summary>
internal sealed record CsatScale(double Least, double Most)
{
    private static readonly HashSet<string> Good = ["good", "goodwithcomment", "satisfied", "happy", "verysatisfied", "extremelyhappy", "gut", "zufrieden", "great", "amazing", "positive", "thumbsup"];
    private static readonly HashSet<string> Bad = ["bad", "badwithcomment", "dissatisfied", "unhappy", "verydissatisfied", "schlecht", "unzufrieden", "terrible", "negative", "thumbsdown"];

    /// <summary>The scale of a column.</summary>
    public static CsatScale Of(IEnumerable<string> cells)
    {
        var numbers = cells.Select(Number).OfType<double>().ToList();
        if (numbers.Count == 0) return new(1, 5);
        var most = numbers.Max();
        var least = numbers.Min();
        if (most <= 1 && numbers.Exists(n => n is > 0 and < 1)) return new(0, 1);
        if (most <= 1) return new(least < 1 ? 0 : 1, least < 1 ? 1 : 5);
        if (most <= 5) return new(least < 1 ? 0 : 1, 5);
        return most <= 10 ? new(least < 1 ? 0 : 1, 10) : new(0, 100);
    }

    /// <summary>Whether the requester was asked, and the rating; both null where the cell says neither.</summary>
    public (bool? Offered, double? Rating) Read(string cell)
    {
        var word = ColumnNames.Plain(cell);
        if (word is "notoffered" or "unoffered" or "notasked") return (false, null);
        if (word == "offered") return (true, null);
        if (Good.Contains(word)) return (true, 1);
        if (Bad.Contains(word)) return (true, 0);
        if (word is "neutral" or "ok" or "okay") return (true, 0.5);
        return Number(cell) is { } number && number >= Least && number <= Most ? (true, (number - Least) / (Most - Least)) : (null, null);
    }

    private static double? Number(string cell)
    {
        var text = cell.Trim().TrimEnd('%').Split('/', ' ')[0].Replace(',', '.');
        return double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
