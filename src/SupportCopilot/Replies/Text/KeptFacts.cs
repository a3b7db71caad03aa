using System.Text.RegularExpressions;

namespace SupportCopilot.Replies.Text;

/// <summary>
/// What a model's words may neither lose nor add, in whatever language they are: links and mail addresses, numbers by their
/// value, dates by their day, and the numbers of orders as they are written.
/// </summary>
internal static partial class KeptFacts
{
    /// <summary>All of them.</summary>
    public static HashSet<string> In(string text) => new(Addresses(text).Concat(Numbers(text)), StringComparer.OrdinalIgnoreCase);

    /// <summary>The links and addresses, as they are written.</summary>
    public static HashSet<string> Addresses(string text) => Models.OutputChecks.Addresses.Of(text);

    /// <summary>The numbers that stand outside links and are no step's: days as 2026-03-04, values as 1000.50, order numbers as A-55120.</summary>
    public static HashSet<string> Numbers(string text)
    {
        var (dates, left) = WrittenDates.Taken(WithoutAddresses(Digits(text)));
        var rest = StepPattern().Replace(left, "");
        var found = new HashSet<string>(dates, StringComparer.OrdinalIgnoreCase);
        found.UnionWith(IdPattern().Matches(rest).Select(id => id.Value));
        foreach (Match number in NumberPattern().Matches(IdPattern().Replace(rest, " "))) found.UnionWith(NumberValue.Of(number.Value));
        return found;
    }

    /// <summary>The same with the parts of each day, for a text that is read while it comes: «4 March» stands before its year.</summary>
    public static HashSet<string> NumbersWithParts(string text)
    {
        var numbers = Numbers(text);
        foreach (var date in numbers.Where(number => DatePattern().IsMatch(number)).ToList())
            numbers.UnionWith(date.Split('-').Select(part => part.TrimStart('0')).Where(part => part.Length > 0));
        return numbers;
    }

    private static string WithoutAddresses(string text)
    {
        foreach (var place in Models.OutputChecks.Addresses.In(text).Reverse()) text = $"{text[..place.Start.Value]} {text[place.End.Value..]}";
        return text;
    }

    /// <summary>Every script's digits as 0–9.</summary>
    internal static string Digits(string text) => text.All(c => !char.IsDigit(c) || char.IsAsciiDigit(c)) ? text
        : string.Concat(text.Select(c => char.IsDigit(c) ? (char)('0' + (int)char.GetNumericValue(c)) : c is '٫' ? '.' : c is '٬' ? ',' : c));

    // The number of a step is its place, and changes with the steps.
    [GeneratedRegex(@"^\s*\d{1,2}[.)]\s", RegexOptions.Multiline)]
    private static partial Regex StepPattern();

    // Capitals with digits: of an order, a device, a plan. «A-55120» is not «B-55120».
    [GeneratedRegex(@"(?<![\w-])[A-Z]{1,10}[-_]?\d{2,}(?:[-_][A-Z0-9]+)*(?![\w-])")]
    private static partial Regex IdPattern();

    [GeneratedRegex(@"\d(?:[\d.,:/\u00a0\u202f'’-]*\d)?")]
    private static partial Regex NumberPattern();

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}$")]
    private static partial Regex DatePattern();
}
