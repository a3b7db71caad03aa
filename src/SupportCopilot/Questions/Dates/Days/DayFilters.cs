using NodaTime;
using SupportCopilot.Questions.Dates.Grammar;
using SupportCopilot.Questions.Dates.Periods;

namespace SupportCopilot.Questions.Dates.Days;

/// <summary>Days of the week as a condition: at weekends in March, on Mondays last quarter, weekdays since May; alone, of all the past.</summary>
internal static class DayFilters
{
    private static readonly IsoDayOfWeek[] MondayToFriday = [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday];

    public static readonly DayFilter WorkingDays = new(MondayToFriday, WantsHolidayCalendar: true),
        WeekdaysOnly = new(MondayToFriday), WeekendsOnly = new([IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday]);

    public static IEnumerable<Read<Span>> At(Scan scan, int at)
    {
        foreach (var (end, filter, name) in Filters(scan, at))
        {
            yield return new(end, new Span(LocalDate.MinIsoValue, scan.Today, DateReadingKind.DaysOfWeek, name, .9) { Days = filter });
            var lead = scan.IsAny(end, "in", "of", "during", "for", "over", "throughout", "from", ",") ? end + 1 : end;
            foreach (var period in Wholes(scan, lead))
                if (period.Value.First < period.Value.Last) yield return new(period.End, period.Value with { Days = filter, Label = $"{name}, {period.Value.Label}", Surely = Math.Max(period.Value.Surely, .9) });
        }
        foreach (var (end, filter, name) in Sets(scan, at))
        {
            var lead = scan.IsAny(end, "in", "of", "during", "for", "over", "throughout", ",") ? end + 1 : end;
            foreach (var period in Wholes(scan, lead))
                if (IsLong(period.Value)) yield return new(period.End, period.Value with { Days = filter, Label = $"{name}, {period.Value.Label}", Surely = Math.Max(period.Value.Surely, .9) });
        }
        foreach (var period in scan.Periods(at))
            if (period.Value is { Days: null, From: null } && IsLong(period.Value))
                foreach (var (end, filter, name) in Sets(scan, scan.Skip(scan.Skip(period.End, ","), "on", "from")))
                    yield return new(end, period.Value with { Days = filter, Label = $"{name}, {period.Value.Label}", Surely = Math.Max(period.Value.Surely, .9) });
        foreach (var period in scan.Periods(at))
            if (period.Value.Days is null && period.Value.First < period.Value.Last && period.Value.From is null)
                foreach (var (end, filter, name) in Filters(scan, scan.Skip(period.End, ",")))
                    yield return new(end, period.Value with { Days = filter, Label = $"{name}, {period.Value.Label}", Surely = Math.Max(period.Value.Surely, .9) });
    }

    private static IEnumerable<Read<Span>> Wholes(Scan scan, int at) =>
        scan.Periods(at).Concat(Ranges.At(scan, at)).Concat(OneEnded.At(scan, at)).Where(r => r.Value is { Days: null, From: null });

    private static IEnumerable<(int End, DayFilter Filter, string Name)> Filters(Scan scan, int at)
    {
        var start = scan.Skip(scan.Skip(at, "on", "at", "during", "over", "only"), "the", "all");
        if (scan.IsAny(start, "weekends", "w/e") || start > at && scan.IsAny(at, "at", "on") && scan.Is(start, "weekend") && start == at + 1) yield return (Only(start + 1), WeekendsOnly, "weekends");
        if (scan.IsAny(start, "weekdays")) yield return (Only(start + 1), WeekdaysOnly, "Monday to Friday");
        if (scan.IsAny(start, "working", "business", "work") && scan.Is(start + 1, "days")) yield return (Only(start + 2), WorkingDays, "working days");
        if (scan.Is(start, "workdays")) yield return (Only(start + 1), WorkingDays, "working days");
        if (OneWeekday(scan, start) is not { } day) yield break;
        var days = new List<IsoDayOfWeek> { day.Value };
        var end = day.End;
        yield return (Only(end), new DayFilter([.. days]), Name(days));
        while (scan.IsAny(end, "and", "or", ",", "&") && OneWeekday(scan, scan.Skip(end + 1, "and", "on")) is { } another)
        {
            days.Add(another.Value);
            end = another.End;
            yield return (Only(end), new DayFilter([.. days.Distinct()]), Name(days));
        }

        int Only(int after) => scan.Skip(after, "only");
        static string Name(List<IsoDayOfWeek> days) => string.Join(", ", days.Distinct().Select(d => $"{d}s"));
    }

    /// <summary>«Mon–Wed», «Monday to Friday», «Tue, Thu and Fri»: days of each week, where the period has several.</summary>
    private static IEnumerable<(int End, DayFilter Filter, string Name)> Sets(Scan scan, int at)
    {
        var start = scan.Skip(scan.Skip(at, "on", "from", "between"), "the");
        if (!Lexicon.Weekdays.TryGetValue(scan.Text(start), out var first)) yield break;
        if (scan.IsAny(start + 1, "to", "through", "thru", "-", "until") || scan.Is(start + 1, "and") && scan.Is(at, "between"))
        {
            if (!Lexicon.Weekdays.TryGetValue(scan.Text(start + 2), out var last) || last.Day == first.Day) yield break;
            var days = new List<IsoDayOfWeek> { first.Day };
            while (days[^1] != last.Day) days.Add((IsoDayOfWeek)((int)days[^1] % 7 + 1));
            yield return (start + 3, new DayFilter([.. days]), $"{first.Day} to {last.Day}");
            yield break;
        }

        var (listed, end) = (new List<IsoDayOfWeek> { first.Day }, start + 1);
        while (scan.IsAny(end, "and", ",", "&", "/") && scan.Skip(end + 1, "and") is var next && Lexicon.Weekdays.TryGetValue(scan.Text(next), out var another))
            (listed, end) = ([.. listed, another.Day], next + 1);
        if (listed.Count > 1) yield return (end, new DayFilter([.. listed.Distinct()]), string.Join(", ", listed.Distinct().Select(day => $"{day}s")));
    }

    private static bool IsLong(Span span) => span.First < LocalDate.MaxIsoValue.PlusDays(-8) && span.First.PlusDays(7) < span.Last;

    /// <summary>Mondays, every Monday, a Monday.</summary>
    private static Read<IsoDayOfWeek>? OneWeekday(Scan scan, int at)
    {
        var text = scan.Text(at);
        if (text.EndsWith("days", StringComparison.Ordinal) && Lexicon.Weekdays.TryGetValue(text[..^1], out var plural)) return new(at + 1, plural.Day);
        return scan.IsAny(at, "every", "each", "a") && Lexicon.Weekdays.TryGetValue(scan.Text(at + 1), out var single) ? new(at + 2, single.Day) : null;
    }
}
