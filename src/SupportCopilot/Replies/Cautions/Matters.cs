using System.Text.RegularExpressions;

namespace SupportCopilot.Replies.Cautions;

/// <summary>What notes forbid to promise, by the words for it in the languages of the replies: named in a note, or said in a reply.</summary>
internal static partial class Matters
{
    private const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>What a note means that says «do not promise anything».</summary>
    public static readonly IReadOnlyList<string> Commitments = [Caution.Date, Caution.Refund, Caution.Amount, Caution.Replacement, Caution.Promise];

    private static readonly (string Matter, Regex Named)[] Names =
    [
        (Caution.Date, DateNamed()), (Caution.Refund, Refunds()), (Caution.Amount, AmountNamed()), (Caution.Replacement, Replacements()), (Caution.Cancellation, Cancellations()),
    ];

    /// <summary>What a sentence of a note names.</summary>
    public static IEnumerable<string> In(string note) => Names.Where(one => one.Named.IsMatch(note)).Select(one => one.Matter);

    /// <summary>Whether a reply says it.</summary>
    public static bool IsSaid(string matter, string text) => matter switch
    {
        Caution.Date => Times().IsMatch(text),
        Caution.Refund => Refunds().IsMatch(text),
        Caution.Amount => Amounts().IsMatch(text),
        Caution.Replacement => Replacements().IsMatch(text),
        Caution.Cancellation => Cancellations().IsMatch(text),
        Caution.Promise => Promises().IsMatch(text),
        _ => false,
    };

    [GeneratedRegex(@"\b(?:dates?|days?|deadlines?|when|eta|timelines?|time ?(?:frames?|lines?)|timing|schedule|datum|termin\w*|zeit(?:punkt|rahmen)|fristen?|délais?|échéances?|fechas?|plazos?|data|scadenz\w+|termine|prazos?|termijn\w*)\b|日付|期日|日程|納期|期限|いつ|تاريخ|موعد", Plain)]
    private static partial Regex DateNamed();

    [GeneratedRegex(@"\b(?:amounts?|prices?|discounts?|sums?|figures?|percent\w*|vouchers?|compensat\w+|goodwill|costs?|betr[aä]g\w*|rabatt\w*|preis\w*|kulanz|montants?|remises?|prix|importes?|descuentos?|precios?|import[oi]|scont\w+|descontos?|valores|bedrag\w*|korting\w*)\b|金額|割引|補償|مبلغ|خصم|تعويض", Plain)]
    private static partial Regex AmountNamed();

    [GeneratedRegex(@"\b(?:refund\w*|reimburs\w*|money back|credit(?:ed|ing|s)?(?! ?cards?\b)|(?:rück)?erstatt\w*|gutschr\w*|geld zurück|rembours\w*|reembols\w*|devoluci\w+|devolver\w*|rimbors\w*|terugbetal\w*|terugbetaling)\b|返金|払い戻|استرداد|إرجاع المبلغ", Plain)]
    private static partial Regex Refunds();

    [GeneratedRegex(@"\b(?:replac\w+|exchang\w+|new (?:unit|device|reader|sensor)|ersatz\w*|austausch\w*|umtausch\w*|remplac\w+|échang\w+|reemplaz\w+|reposici\w+|sostitu\w+|substitu\w+|vervang\w+)\b|交換|代替品|استبدال|بديل", Plain)]
    private static partial Regex Replacements();

    [GeneratedRegex(@"\b(?:cancel\w*|terminat\w+|kündig\w+|storn\w+|résili\w+|annul\w+|anul\w+|disdett\w+|opzeg\w+)\b|解約|キャンセル|إلغاء", Plain)]
    private static partial Regex Cancellations();

    [GeneratedRegex(@"\b(?:promis\w+|guarante\w+|versprech\w*|garant\w+|zusag\w*|promett\w+|promet\w+|beloof\w*|beloven)\b|約束|保証|نعد(?:كم)?\b|نضمن", Plain)]
    private static partial Regex Promises();

    [GeneratedRegex(@"[€$£¥]\s?\d|\d[\d.,]*\s?(?:[€$£¥%٪円]|\b(?:eur|usd|gbp|chf|euros?|dollars?|pounds?|francs?|percent|prozent|pour ?cent|por ciento|per ?cento|procent)\b)|\b(?:discount|voucher|compensat\w+|goodwill|rabatt|gutschein|kulanz|remise|descuento|sconto|desconto|korting)\b|割引|補償|خصم|تعويض", Plain)]
    private static partial Regex Amounts();

    // A day, a weekday, or a stretch of hours and more. «Wait ten minutes» promises nothing.
    [GeneratedRegex(@"\b\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?\b(?!\.\d)|\b\d{4}-\d{2}-\d{2}\b|\d{1,2}(?:st|nd|rd|th|\.)?\s+(?:of |de )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mai|mär|okt|dez|juin|juil|août|ago|ene|gen|giu|lug|set|ott|dic|dez|out)\p{L}*|\b(?:january|february|march|april|june|july|august|september|october|november|december)\b|\b(?:tomorrow|today|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:next|this|coming) (?:week|month)|soon|shortly|morgen|übermorgen|heute|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|nächste[nr]? (?:woche|monat)|bald|in kürze|demain|aujourd.hui|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|bientôt|prochaine?|mañana|hoy|lunes|martes|miércoles|jueves|viernes|sábado|domingo|pronto|próxim\w+|domani|oggi|lunedì|presto|amanhã|hoje|em breve|vandaag|binnenkort)\b|(?:\d|\b(?:one|two|three|four|five|six|seven|ten|few|several|some|eine?[mnrs]?|zwei|drei|vier|fünf|einigen?|wenigen|deux|trois|quatre|cinq|quelques|dos|tres|cuatro|cinco|unos|pocos|due|tre|dois|três|twee|drie|enkele))[^.\n]{0,14}?\b(?:hours?|(?:working |business )?days?|weeks?|months?|stunden?|(?:werk|arbeits)?tage?n?|wochen?|monaten?|heures?|jours?|semaines?|mois|horas?|días?|semanas?|meses|ore|giorn[io]|settiman[ae]|mes[ei]|dias|uur|(?:werk)?dagen|weken|maanden)\b|(?:\d|[一二三四五六七八九十数])\s?(?:時間|日|営業日|週間|[かヶ]月)|明日|今日|本日|来週|まもなく|[月火水木金土日]曜|ساعات?|ساعة|أيام|يوم(?:ين)?|أسبوع|أسابيع|غد[اًا]?|قريب[اًا]?", Plain)]
    private static partial Regex Times();
}
