using System.Text.RegularExpressions;

namespace SupportCopilot.Replies.Text;

/// <summary>
/// What numbers count, in the languages of the replies: 30 minutes are not 30 hours, and 20 euros are not 20 dollars. A word
/// that is not known here is no contradiction.
/// </summary>
internal static partial class Measures
{
    private static readonly (string Unit, string Words)[] Units =
    [
        ("second", @"seconds?|secs?|sekunden?|secondes?|segundos?|secondi?|seconden?|秒|ثوان[يٍ]?|ثانية"),
        ("minute", @"minutes?|mins?|minuten?|minutos?|minut[oi]|分|دقيقة|دقائق"),
        ("hour", @"hours?|hrs?|stunden?|heures?|horas?|or[ae]|uur|uren|時間|ساعات?|ساعة"),
        ("workday", @"(?:working|business|work) days?|werktagen?|werktage|arbeitstagen?|arbeitstage|jours ouvr(?:és|ables)|días (?:hábiles|laborables)|giorni lavorativi|dias úteis|werkdagen|営業日|أيام عمل"),
        ("day", @"days?|tagen?|tage?|jours?|días?|giorn[oi]|dias?|dag(?:en)?|日間?|أيام|يوم(?:ًا|ا)?"),
        ("week", @"weeks?|wochen?|semaines?|semanas?|settiman[ae]|we(?:ek|ken)|週間?|أسابيع|أسبوع"),
        ("month", @"months?|monaten?|monate?|mois|mes(?:es)?|mes[ei]|mês|maand(?:en)?|[かヶ]月|أشهر|شهر(?:ًا|ا)?"),
        ("year", @"years?|jahren?|jahre?|ans?|années?|años?|ann[oi]|anos?|jaar|jaren|年間?|سنوات|سنة|أعوام"),
        ("percent", @"%|percent|per cent|prozent|pour ?cent|por ciento|per cento|por cento|procent|パーセント|٪|بالمئة"),
        ("EUR", @"€|eur\b|euros?|ユーロ|يورو"),
        ("USD", @"\$|usd\b|us-?dollars?|dollars?|dólares|dollari|ドル|دولار(?:ات|ًا)?"),
        ("GBP", @"£|gbp\b|pounds?|pfund|livres|libras|sterline|ポンド|جنيه"),
        ("JPY", @"¥|jpy\b|yen|円|ين"),
        ("CHF", @"chf\b|franken|francs?|francos?|フラン|فرنك"),
        ("GB", @"gb\b|gigabytes?|ギガバイト"),
        ("MB", @"mb\b|megabytes?|メガバイト"),
    ];

    private static readonly Regex Pattern = new(
        $@"(?:(?<before>€|\$|£|¥|EUR|USD|GBP|JPY|CHF)\s?)?(?<number>\d(?:[\d.,\u00a0\u202f'’]*\d)?)(?:[\s\u00a0\u202f-]{{0,2}}(?:{string.Join('|', Units.Select(unit => $"(?<{unit.Unit}>(?:{unit.Words}))(?![\\p{{L}}-[\\u3040-\\u9fff]])"))}))?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Compiled);

    /// <summary>Whether a text counts by a number something else than the texts that it was made from do.</summary>
    public static bool Contradict(string after, string before)
    {
        var (said, known) = (Of(after), Of(before).ToLookup(pair => pair.Number, pair => pair.Unit));
        return said.Any(pair => known.Contains(pair.Number) && !known[pair.Number].Contains(pair.Unit)) || MonthsChanged(after, before);
    }

    private static bool MonthsChanged(string after, string before)
    {
        var (now, was) = (WrittenDates.MonthsIn(after), WrittenDates.MonthsIn(before));
        was.UnionWith(WrittenDates.Taken(before).Dates.Select(date => int.Parse(date.AsSpan(5, 2), System.Globalization.CultureInfo.InvariantCulture)));
        return was.Count > 0 && !now.IsSubsetOf(was);
    }

    private static IEnumerable<(string Number, string Unit)> Of(string text)
    {
        foreach (Match found in Pattern.Matches(KeptFacts.Digits(text)))
        {
            var number = string.Join('-', NumberValue.Of(found.Groups["number"].Value));
            if (found.Groups["before"].Success) yield return (number, Sign(found.Groups["before"].Value));
            foreach (var (unit, _) in Units)
                if (found.Groups[unit].Success) yield return (number, unit);
        }
    }

    private static string Sign(string before) => before switch { "€" => "EUR", "$" => "USD", "£" => "GBP", "¥" => "JPY", _ => before.ToUpperInvariant() };
}
