using System.Globalization;

namespace SupportCopilot.DemoDesk.Writing;

/// <summary>How dates and money are written in a language.</summary>
internal static class Tongue
{
    private static readonly Dictionary<string, string[]> Months = new()
    {
        ["en"] = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
        ["de"] = ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"],
        ["fr"] = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"],
        ["es"] = ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"],
    };

    public static string Month(string language, DateTime day) => Months[language][day.Month - 1];

    public static string Date(string language, DateTime day) => language switch
    {
        "de" => $"{day.Day}. {Month(language, day)}",
        "es" => $"{day.Day} de {Month(language, day)}",
        _ => $"{day.Day} {Month(language, day)}",
    };

    /// <summary>The date as it stands above a quoted mail.</summary>
    public static string QuoteDate(string language, DateTime moment) => language == "en"
        ? $"{moment.DayOfWeek.ToString()[..3]}, {moment.Day} {Month(language, moment)[..3]} {moment.Year} at {Time(moment)}"
        : moment.ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture);

    public static string Time(DateTime moment) => moment.ToString("HH:mm", CultureInfo.InvariantCulture);

    public static string Money(string language, string currency, decimal amount)
    {
        var plain = amount.ToString(amount == decimal.Truncate(amount) ? "0" : "0.00", CultureInfo.InvariantCulture);
        return language == "en" ? currency + plain : $"{plain.Replace('.', ',')} {currency}";
    }

    /// <summary>A sentence with a capital at its head.</summary>
    public static string Capital(string sentence)
    {
        var at = 0;
        if (sentence.IndexOf(' ', StringComparison.Ordinal) is > 0 and var word && sentence[..word].Contains('@')) return sentence;
        while (at < sentence.Length && sentence[at] is '¿' or '¡' or '"') at++;
        return at < sentence.Length && char.IsLower(sentence[at]) ? $"{sentence[..at]}{char.ToUpperInvariant(sentence[at])}{sentence[(at + 1)..]}" : sentence;
    }
}
