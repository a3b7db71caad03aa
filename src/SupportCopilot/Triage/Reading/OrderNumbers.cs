using System.Text.RegularExpressions;

namespace SupportCopilot.Triage.Reading;

/// <summary>
/// Numbers of orders, invoices, cases and parcels: what stands behind such a word («order no. 77-ZEBRA»), behind a #, or
/// has the shape of one («A-55120»). Dates, amounts, phone numbers, versions and codes of errors are none.
/// </summary>
internal static partial class OrderNumbers
{
    /// <summary>The rule's id.</summary>
    public const string Rule = "entity/order-number";

    private const int Most = 20;

    /// <summary>The numbers as written, without #, each once, in order.</summary>
    public static IReadOnlyList<string> In(string text) => !text.AsSpan().ContainsAnyInRange('0', '9') ? [] :
    [
        .. Anchored().Matches(text).Concat(Marked().Matches(text)).Concat(Shaped().Matches(text))
            .OrderBy(match => match.Index)
            .Select(match => match.Groups["number"].Value.TrimEnd('-', '/', '.'))
            .Where(number => number.Count(char.IsAsciiDigit) > 0 && !NotAnOrder().IsMatch(number))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Take(Most),
    ];

    private const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    // A word for it, perhaps «number», «id», «is», then a token with a digit.
    [GeneratedRegex(@"\b(orders?|invoices?|purchases?|tickets?|case|reference|ref|booking|reservation|shipment|tracking|transaction|confirmation|rma|po|bestell(ung|nummer|nr)?|auftrag(s?nummer)?|rechnung(snummer|s-nr)?|sendung(snummer)?|vorgang(snummer)?|kundennummer|commande|facture|colis|pedido|factura|env[ií]o|ordine|fattura|encomenda|factuur|bestelling)\b[\s.:#-]{0,3}((number|numbers|num|no|nr|n°|nº|nummer|numéro|número|numero|id|code|with|is|ist|est|es|was)\b[\s.:#°-]{0,3}){0,3}[#(""']?(?<number>(?=[A-Z0-9/-]*\d)[A-Z0-9]{1,12}([-/][A-Z0-9]{1,12}){0,4})(?![\w%€$£]|[.,:]\d)", Plain)]
    private static partial Regex Anchored();

    [GeneratedRegex(@"(?<![\w&#/])#\s?(?<number>[A-Z]{0,4}-?\d{3,20}(-[A-Z0-9]{1,10})?)\b", Plain)]
    private static partial Regex Marked();

    // Capital letters, a hyphen, five digits or more (four are a model: «X-5000»); or Amazon's 3-7-7.
    [GeneratedRegex(@"(?<![\w/.-])(?<number>[A-Z]{1,6}-\d{5,14}(-[A-Z0-9]{1,8})?|\d{3}-\d{7}-\d{7}|1Z[0-9A-Z]{16})(?![\w-])", RegexOptions.CultureInvariant)]
    private static partial Regex Shaped();

    // Codes of errors and standards, dates, plain years, and counts of things («order 2 chairs» has too short a number).
    [GeneratedRegex(@"^((ERR|ERROR|HTTP|ORA|UTF|ISO|CVE|KB|RFC|SQL|COVID|MP|HDMI|USB|WIN|IPV)-?\d+.*|\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[-/]\d{1,2}([-/]\d{2,4})?|(19|20)\d\d|\d{1,2}|\d{1,2}(st|nd|rd|th)|\d{1,3}(am|pm|h|min|days?|x)|\d+(usd|eur|gbp|chf))$", Plain)]
    private static partial Regex NotAnOrder();
}
