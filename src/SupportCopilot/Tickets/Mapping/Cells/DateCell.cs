using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.TimeZones;

namespace SupportCopilot.Tickets.Mapping.Cells;

/// <summary>In which order a date of three numbers, such as 3/4/2026, is written.</summary>
internal enum DateOrder
{
    /// <summary>Day, month, year.</summary>
    Dmy,

    /// <summary>Month, day, year.</summary>
    Mdy,

    /// <summary>Year, month, day, also with a short year.</summary>
    Ymd,
}

/// <summary>
/// An instant as files write it: ISO with or without zone, seconds or milliseconds since 1970, Excel's day numbers, three
/// numbers in any order, months by name in English, German, French and Spanish.
/// </summary>
/// <param name="Numbers">Three numbers as they stand where their order is open; else year, month and day.</param>
/// <param name="IsOpen">Whether only a column's other values can tell day from month.</param>
/// <param name="Time">The time of day.</param>
/// <param name="Zone">The zone or offset, where one is written.</param>
internal readonly record struct DateCell((int First, int Second, int Third) Numbers, bool IsOpen, TimeSpan Time, DateTimeZone? Zone)
{
    /// <summary>Instants outside are what programs write for «never»: 0001-01-01, 1899-12-30, 9999-12-31.</summary>
    private const int FirstYear = 1902, LastYear = 2200;

    /// <summary>The order these numbers can only have; null where both are possible, or none.</summary>
    public DateOrder? OnlyOrder => !IsOpen ? null
        : Numbers.First is > 12 and <= 31 && Numbers.Second <= 12 ? DateOrder.Dmy
        : Numbers.Second is > 12 and <= 31 && Numbers.First <= 12 ? DateOrder.Mdy : null;

    /// <returns>What is written; null when it is no date at all.</returns>
    public static DateCell? Read(string cell) => DateShapes.Read(cell.Trim());

    /// <summary>The instant; where the clock skipped the time, as much later; where it came twice, the first.</summary>
    /// <returns>Whether there is such a day; <paramref name="instant"/> is null where it stands for «never».</returns>
    public bool TryResolve(DateOrder order, DateTimeZone tenantZone, out DateTime? instant)
    {
        instant = null;
        var (year, month, day) = !IsOpen ? Numbers : Ordered(order is DateOrder.Ymd ? order : OnlyOrder ?? order);
        if (IsOpen && year < 100) year += year < 70 ? 2000 : 1900;
        if (year is < FirstYear or > LastYear) return month is >= 0 and <= 12 && day is >= 0 and <= 31;
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || Time >= TimeSpan.FromDays(1)) return false;

        var local = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified) + Time;
        var zone = Zone ?? tenantZone;
        var utc = ReferenceEquals(zone, DateTimeZone.Utc)
            ? DateTime.SpecifyKind(local, DateTimeKind.Utc)
            : zone.ResolveLocal(LocalDateTime.FromDateTime(local), Resolvers.LenientResolver).ToDateTimeUtc();
        if (utc != DateTime.UnixEpoch) instant = utc;
        return true;
    }

    private (int Year, int Month, int Day) Ordered(DateOrder order) => order switch
    {
        DateOrder.Dmy => (Numbers.Third, Numbers.Second, Numbers.First),
        DateOrder.Mdy => (Numbers.Third, Numbers.First, Numbers.Second),
        _ => (Numbers.First, Numbers.Second, Numbers.Third),
    };
}

/// <summary>The shapes a date is written in.</summary>
internal static partial class DateShapes
{
    private const long MinEpochSeconds = 100_000_000;   // 1973: smaller numbers are counts, not instants
    private const string TimePart =
        @"(?:(?:T|\s*,\s*|\s+(?:um|at|à|a las)?\s*)(?<h>\d{1,2})[:.h](?<m>\d{2})(?:[:.](?<s>\d{2})(?:[.,](?<f>\d{1,9}))?)?(?:\s*(?<ap>[apAP])\.?[mM]\b\.?)?(?:\s*Uhr)?(?:\s*(?<z>Z|(?:UTC|GMT)?[+-]\d{1,2}(?::?\d{2})?|[A-Z]{2,5}|[A-Za-z]+/[A-Za-z_]+(?:/[A-Za-z_]+)?))?(?:\s*\([^)]*\))?)?$";

    private const string Weekday = @"(?:(?i:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|lun|mar|mer|jeu|ven|sam|dim)\p{L}*\.?,?\s+)?";

    private static readonly string[] Months = ["jan|januar|january|janvier|enero|jän|ene", "feb|februar|february|février|fevrier|febrero|févr", "mar|märz|march|mars|marzo|mär|mrz", "apr|april|avril|abril|avr|abr", "may|mai|mayo", "jun|juni|june|juin|junio", "jul|juli|july|juillet|julio|juil", "aug|august|août|aout|agosto|ago", "sep|sept|september|septembre|septiembre", "oct|okt|october|oktober|octobre|octubre", "nov|november|novembre|noviembre", "dec|dez|december|dezember|décembre|decembre|diciembre|dic|déc"];
    private static readonly Dictionary<string, int> MonthByName = Months.SelectMany((names, i) => names.Split('|').Select(name => (name, i + 1))).ToDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, int> HoursByZone = new()
    {
        ["UTC"] = 0,
        ["GMT"] = 0,
        ["BST"] = 1,
        ["CET"] = 1,
        ["CEST"] = 2,
        ["EET"] = 2,
        ["EEST"] = 3,
        ["EST"] = -5,
        ["EDT"] = -4,
        ["CST"] = -6,
        ["CDT"] = -5,
        ["MST"] = -7,
        ["MDT"] = -6,
        ["PST"] = -8,
        ["PDT"] = -7,
        ["IST"] = 5,
    };

    public static DateCell? Read(string cell)
    {
        if (cell.Length is 0 or > 60) return null;
        if (Number(cell) is { } number) return number;
        if (Iso().Match(cell) is { Success: true } iso) return Of(iso, (Int(iso, "y"), Int(iso, "mo"), Int(iso, "d")), isOpen: false);
        if (Three().Match(cell) is { Success: true } three) return Of(three, (Int(three, "a"), Int(three, "b"), Int(three, "c")), isOpen: true);
        var named = DayFirst().Match(cell);
        if (!named.Success) named = MonthFirst().Match(cell);
        if (!named.Success || !MonthByName.TryGetValue(named.Groups["mo"].Value, out var month)) return null;
        var year = Int(named, "y");
        return Of(named, (year < 100 ? year + (year < 70 ? 2000 : 1900) : year, month, Int(named, "d")), isOpen: false);
    }

    private static DateCell? Of(Match match, (int, int, int) numbers, bool isOpen)
    {
        var hour = Int(match, "h");
        if (match.Groups["ap"].Success)
        {
            if (hour is 0 or > 12) return null;
            hour = (hour % 12) + (match.Groups["ap"].Value is "p" or "P" ? 12 : 0);
        }

        int minute = Int(match, "m"), second = Int(match, "s");
        if (minute > 59 || second > 59 || hour > 24) return null;
        if (!TryZone(match.Groups["z"].Value, out var zone)) return null;
        var fraction = match.Groups["f"].Success ? double.Parse("0." + match.Groups["f"].Value, CultureInfo.InvariantCulture) : 0;
        return new DateCell(numbers, isOpen, new TimeSpan(hour, minute, second) + TimeSpan.FromMilliseconds(Math.Floor(fraction * 1000)), zone);
    }

    private static DateCell? Number(string cell)
    {
        if (!double.TryParse(cell, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return null;
        if (cell.Length == 8 && number is > 19_000_000 and < 22_000_000) return new DateCell(((int)number / 10_000, (int)number / 100 % 100, (int)number % 100), false, default, null);
        return number switch
        {
            0 => Utc(DateTime.UnixEpoch),
            >= 25_000 and < 80_000 => Local(DateTime.UnixEpoch.AddDays(number - 25_569)),   // Excel's 25,569 is 1970-01-01
            >= MinEpochSeconds and < 100 * MinEpochSeconds => Utc(DateTime.UnixEpoch.AddSeconds(number)),
            >= 1000.0 * MinEpochSeconds and < 100_000.0 * MinEpochSeconds => Utc(DateTime.UnixEpoch.AddMilliseconds(number)),
            _ => null,
        };
    }

    private static DateCell Utc(DateTime at) => new((at.Year, at.Month, at.Day), false, at.TimeOfDay, DateTimeZone.Utc);

    private static DateCell Local(DateTime at) => new((at.Year, at.Month, at.Day), false, TimeSpan.FromSeconds(Math.Round(at.TimeOfDay.TotalSeconds)), null);

    private static bool TryZone(string text, out DateTimeZone? zone)
    {
        zone = null;
        if (text.Length == 0) return true;
        if (text is "Z" or "z") zone = DateTimeZone.Utc;
        else if (HoursByZone.TryGetValue(text, out var hours)) zone = DateTimeZone.ForOffset(text == "IST" ? Offset.FromHoursAndMinutes(5, 30) : Offset.FromHours(hours));
        else if (text.Contains('/', StringComparison.Ordinal)) zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(text);
        else if (text.IndexOfAny(['+', '-']) is >= 0 and var sign)
        {
            var digits = text[(sign + 1)..].Replace(":", "", StringComparison.Ordinal);
            int all = int.Parse(digits, CultureInfo.InvariantCulture), minutes = digits.Length > 2 ? ((all / 100) * 60) + (all % 100) : all * 60;
            if (minutes > 18 * 60) return false;
            zone = DateTimeZone.ForOffset(Offset.FromSeconds((text[sign] == '-' ? -60 : 60) * minutes));
        }

        return zone is not null;
    }

    private static int Int(Match match, string group) => match.Groups[group] is { Success: true } found ? int.Parse(found.ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(?<y>\d{4})[-/.](?<mo>\d{1,2})[-/.](?<d>\d{1,2})" + TimePart, RegexOptions.CultureInvariant)]
    private static partial Regex Iso();

    [GeneratedRegex(@"^(?<a>\d{1,2})\s?[-/.]\s?(?<b>\d{1,2})\s?[-/.]\s?(?<c>\d{4}|\d{2})" + TimePart, RegexOptions.CultureInvariant)]
    private static partial Regex Three();

    [GeneratedRegex(@"^" + Weekday + @"(?<d>\d{1,2})(?:st|nd|rd|th|er)?[\s./-]+(?:de\s+)?(?<mo>\p{L}{3,10})\.?[\s./-]+(?:de\s+)?(?<y>\d{4}|\d{2})" + TimePart, RegexOptions.CultureInvariant)]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"^" + Weekday + @"(?<mo>\p{L}{3,10})\.?\s+(?<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<y>\d{4})" + TimePart, RegexOptions.CultureInvariant)]
    private static partial Regex MonthFirst();
}
