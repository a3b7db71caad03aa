using System.Text.RegularExpressions;

namespace SupportCopilot.Replies.Text;

/// <summary>The value of a number whatever marks separate it: 1,000.50 is 1.000,50 and 1 000,50, and none of them is 100050.</summary>
internal static partial class NumberValue
{
    /// <summary>The values in a run of digits and marks; a range or a fraction is two.</summary>
    public static IEnumerable<string> Of(string written)
    {
        if (written.Contains(':', StringComparison.Ordinal)) return [string.Join(':', written.Split(':').Select(Whole))];   // a time of day, or a ratio
        if (Slashed().Match(written) is { Success: true }) return [string.Join('/', written.Split('/').Select(Whole))];     // which is the month, nobody can tell: their order holds
        return written.Split('-', '/').Where(part => part.Length > 0).Select(One);
    }

    private static string One(string written)
    {
        var text = Spaces().Replace(written, "");
        var (points, commas) = (text.Count(c => c == '.'), text.Count(c => c == ','));
        if (points + commas == 0) return Whole(text);
        if (points > 0 && commas > 0)
        {
            var mark = text.LastIndexOf('.') > text.LastIndexOf(',') ? '.' : ',';
            var (before, after) = (text[..text.LastIndexOf(mark)], text[(text.LastIndexOf(mark) + 1)..]);
            return $"{Whole(Marks().Replace(before, ""))}.{after}";
        }

        var groups = text.Split('.', ',');
        var thousands = groups.Skip(1).All(group => group.Length == 3) && groups[0].Length is > 0 and < 4 && groups[0] != "0";
        if (thousands) return Whole(string.Concat(groups));
        return groups.Length == 2 ? $"{Whole(groups[0])}.{groups[1]}" : string.Join('.', groups);   // 2.10.3 is a version
    }

    /// <summary>Zeros before a number of one or two digits are a way of writing; before a longer one they belong to it.</summary>
    private static string Whole(string digits) => digits.Length <= 2 && digits.TrimStart('0') is var rest ? rest.Length == 0 ? "0" : rest : digits;

    [GeneratedRegex(@"^\d{1,2}/\d{1,2}/\d{2,4}$")]
    private static partial Regex Slashed();

    [GeneratedRegex(@"(?<=\d)[\u00a0\u202f'’](?=\d{3})")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[.,]")]
    private static partial Regex Marks();
}
