using System.Globalization;
using System.Text.RegularExpressions;

namespace SupportCopilot.Triage.Reading;

/// <summary>Amounts of money with their currency: $1,234.50, 1.234,50 €, CHF 1'234.50, 49 dollars.</summary>
internal static partial class Amounts
{
    /// <summary>The rule's id.</summary>
    public const string Rule = "entity/amount";

    private const int Most = 20;
    private const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const string Number = @"(?<number>\d{1,3}([ .,'’\u00A0\u202F]\d{3})+([.,]\d{1,2})?|\d+([.,]\d{1,2})?)(?![\d])";
    private const string Thousand = @"(?<thousand>\s?k\b)?";

    private static readonly Dictionary<string, string> Currencies = new(StringComparer.OrdinalIgnoreCase)
    {
        ["$"] = "USD",
        ["us$"] = "USD",
        ["usd"] = "USD",
        ["dollar"] = "USD",
        ["dollars"] = "USD",
        ["bucks"] = "USD",
        ["dólares"] = "USD",
        ["€"] = "EUR",
        ["eur"] = "EUR",
        ["euro"] = "EUR",
        ["euros"] = "EUR",
        ["£"] = "GBP",
        ["gbp"] = "GBP",
        ["pounds"] = "GBP",
        ["quid"] = "GBP",
        ["pfund"] = "GBP",
        ["¥"] = "JPY",
        ["jpy"] = "JPY",
        ["yen"] = "JPY",
        ["cny"] = "CNY",
        ["rmb"] = "CNY",
        ["₹"] = "INR",
        ["inr"] = "INR",
        ["rs"] = "INR",
        ["rupees"] = "INR",
        ["chf"] = "CHF",
        ["fr."] = "CHF",
        ["franken"] = "CHF",
        ["a$"] = "AUD",
        ["au$"] = "AUD",
        ["aud"] = "AUD",
        ["c$"] = "CAD",
        ["ca$"] = "CAD",
        ["cad"] = "CAD",
        ["r$"] = "BRL",
        ["brl"] = "BRL",
        ["reais"] = "BRL",
        ["mxn"] = "MXN",
        ["pesos"] = "MXN",
        ["sek"] = "SEK",
        ["nok"] = "NOK",
        ["dkk"] = "DKK",
        ["pln"] = "PLN",
        ["zł"] = "PLN",
        ["czk"] = "CZK",
        ["kč"] = "CZK",
        ["try"] = "TRY",
        ["₺"] = "TRY",
        ["zar"] = "ZAR",
        ["nzd"] = "NZD",
        ["sgd"] = "SGD",
        ["hkd"] = "HKD",
    };

    /// <summary>The amounts as «EUR 1234.50», each once, in order.</summary>
    public static IReadOnlyList<string> In(string text) => !text.AsSpan().ContainsAnyInRange('0', '9') ? [] :
    [
        .. InFront().Matches(text).Concat(Behind().Matches(text))
            .OrderBy(match => match.Index)
            .Select(Written)
            .OfType<string>()
            .Distinct()
            .Take(Most),
    ];

    private static string? Written(Match match)
    {
        if (!Currencies.TryGetValue(match.Groups["currency"].Value.Trim(), out var currency)) return null;
        if (!decimal.TryParse(Plainly(match.Groups["number"].Value), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)) return null;
        if (match.Groups["thousand"].Success) amount *= 1000;
        return string.Create(CultureInfo.InvariantCulture, $"{currency} {amount:0.00}");
    }

    // The last mark with one or two digits behind it is the decimal one; all others group thousands: 1.234 is 1234, 1.23 is 1.23.
    private static string Plainly(string number)
    {
        var mark = number.LastIndexOfAny(['.', ',']);
        var isDecimal = mark >= 0 && number.Length - mark - 1 is 1 or 2;
        var whole = isDecimal ? number[..mark] : number;
        return string.Concat(whole.Where(char.IsAsciiDigit)) + (isDecimal ? "." + number[(mark + 1)..] : "");
    }

    [GeneratedRegex(@"(?<![\w.,$€£])(?<currency>(?:US|AU|CA|A|C|R)?\$|[€£¥₹₺]|\b(?:USD|EUR|GBP|CHF|JPY|CNY|RMB|INR|AUD|CAD|BRL|MXN|SEK|NOK|DKK|PLN|CZK|ZAR|NZD|SGD|HKD|Rs|Fr\.))\s?" + Number + Thousand, Plain)]
    private static partial Regex InFront();

    [GeneratedRegex(@"(?<![\w.,$€£#-])" + Number + Thousand + @"\s?(?<currency>[€£¥₹₺]|\$(?!\d)|zł|kč|(?:USD|EUR|GBP|CHF|JPY|CNY|RMB|INR|AUD|CAD|BRL|MXN|SEK|NOK|DKK|PLN|CZK|ZAR|NZD|SGD|HKD|euros?|dollars?|dólares|bucks|pounds|quid|yen|rupees|franken|reais|pesos|pfund)\b)", Plain)]
    private static partial Regex Behind();
}
