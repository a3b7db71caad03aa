using NodaTime;
using SupportCopilot.Questions.Dates;

namespace SupportCopilot.Questions.Planning;

/// <summary>A period beside another: compared at this very moment where it is not over, and the other one after the same time.</summary>
internal sealed class ComparePeriods(Draft draft, CalendarSteps steps, NamedPeriod named)
{
    private const int TrendMonths = 6;   // enough to see a way, few enough to be about now
    private const string InCommon = "The two periods have days in common, and would be held against themselves. Name two that are apart: «1–19 November compared with 1–19 October».";

    /// <summary>Whether figures of a longer time are larger: those are compared over as long a time in any case.</summary>
    public bool AddsUp { get; init; } = true;

    public (ChosenPeriod?, string?) Run(ChosenPeriod period, DateReading? reading, DateReading? with)
    {
        var wantsChange = draft.Changes.Count > 0;
        if (draft.Compares.Count == 0 && draft.StepCompares.Count == 0 && !wantsChange) return (period, null);

        // «is CSAT going up?» names no period: by the months that are over, which the answer says
        if (draft.Compares.Count + draft.StepCompares.Count == 0 && period is { From: null, To: null } && reading is null && IsTrend)
            return (named.Of(LastMonths()) with { Weekdays = period.Weekdays, CountsHolidays = period.CountsHolidays, Step = "month" }, null);

        // «is the number growing since January?»: by the steps that the beginning is one of
        if (draft.Compares.Count + draft.StepCompares.Count == 0 && reading is { Kind: DateReadingKind.OneEnded, HasNoBeginning: false } && IsTrend)
            return (period with { Step = reading.FirstDay.Day == 1 && Period.DaysBetween(reading.FirstDay, steps.Today) > 31 ? "month" : "auto" }, null);
        if (draft.Compares.Count + draft.StepCompares.Count == 0 && reading is { Kind: DateReadingKind.OneEnded })
            return (null, "Say what to compare with, or ask for the trend: «tickets per month since January».");

        var way = draft.Compares.FirstOrDefault()?.Way ?? "previousPeriod";
        if (draft.Compares.FirstOrDefault()?.Days is { } days && (period.From is not { } begin || period.To is not { } until || Period.DaysBetween(steps.LocalOf(begin), steps.LastDayBefore(until)) + 1 != (int)days)) return (null, "Both periods must be as long: «last 7 days compared with the 7 days before».");
        if (draft.StepCompares.FirstOrDefault() is { } step)
        {
            way = step.WithYearBefore ? "previousYear" : "previousPeriod";
            if (period.From is null) (period, reading) = Current(period, CalendarSteps.UnitOf(step.Grain), step.Grain);
            else if (!step.WithYearBefore && IsLonger(period, CalendarSteps.UnitOf(step.Grain))) return (StepByStep(period, step.Grain), null);
        }

        if (period.From is null)
        {
            // «compared with last week»: this week, as far as it has come
            if (with is null || with.Kind is not (DateReadingKind.Day or DateReadingKind.Week or DateReadingKind.Month or DateReadingKind.Quarter or DateReadingKind.Year)) return (null, "Say which period the change is in: «this month compared with last month».");
            (period, reading) = Current(period, with.Kind, with.Kind.ToString().ToLowerInvariant());
        }

        // «March compared with last year»: with that March, not with all of the year
        if (with is { Kind: DateReadingKind.Year } && reading is { Kind: not DateReadingKind.Year } && !(reading.Kind is DateReadingKind.ToDate && reading.FirstDay is { Month: 1, Day: 1 })
            && !IsLonger(period, DateReadingKind.Year) && (with.Label == "last year" || with.FirstDay.PlusYears(1) <= reading.FirstDay && reading.FirstDay < with.FirstDay.PlusYears(2))) (way, with) = ("previousYear", null);

        // «last summer vs this summer», asked in autumn: one of them would be held against itself
        if (with is not null && reading is not null && with.FirstDay == reading.FirstDay && with.LastDay == reading.LastDay && with.Label.StartsWith("meteorological", StringComparison.Ordinal)) return (null, "Name the years of both: «summer 2025 compared with summer 2026».");

        // «last week compared with the previous week»: the one before it, not the same again
        if (with is not null && reading is not null && with.FirstDay == reading.FirstDay && with.LastDay == reading.LastDay) (way, with) = ("previousPeriod", null);
        if (with is { SameDays: > 0 and var many } && (period.To is not { } ends || Period.DaysBetween(steps.LocalOf(period.From!.Value), steps.LastDayBefore(ends)) + 1 != many)) return (null, "Both periods must be as long: «last 30 days compared with the same 30 days last year».");
        if (with is { IsBackReference: true, Kind: DateReadingKind.Day } same && reading is not null && steps.UnitBack(same) is { } unit && unit is not DateReadingKind.Year)
            return steps.Back(period.From!.Value, unit) is var shifted && steps.Back(period.To > steps.Now ? steps.Now : period.To!.Value, unit) is var ended && ended <= period.From
                ? (WithBefore(period, reading, "previousPeriod", null, (shifted, ended)), null)
                : (null, null);   // a month is no part of the week before it
        if (with is { IsBackReference: true }) (way, with) = (steps.IsYearBack(with) ? "previousYear" : "previousPeriod", null);
        var doubtful = draft.Changes.Count > 0 && draft.Compares.Count == 0 && reading is { Kind: DateReadingKind.Range } ? 3 : 0;   // «growth between Q4 and Q1» is rather of the one to the other
        if (with is not null && IsToDate(with, period, reading!)) with = with with { LastDay = steps.LocalOf(period.From!.Value).PlusDays(-1), To = null };
        if (with is not null && way != "previousYear" && period.To is { } over && with.LastDay >= steps.LocalOf(period.From!.Value) && with.FirstDay <= steps.LastDayBefore(over)) return (null, InCommon);
        var beside = WithBefore(period, reading!, way, with) with { Cost = period.Cost + doubtful };
        return beside.Before is { } before && before.To > beside.From && (before.From is null || before.From < beside.To)
            ? (null, InCommon)
            : (beside, null);
    }

    /// <summary>Whether it is asked which way something goes, and of nothing apart.</summary>
    private bool IsTrend => draft.Changes.Count > 0 && draft.Changes.TrueForAll(change => change.Up is not null || change.Better is not null) && draft.Groups.Count + draft.Dimensions.Count + draft.Which.Count + draft.Ranks.Count + draft.Contrasts.Count == 0;

    private DateReading LastMonths()
    {
        var first = new LocalDate(steps.Today.Year, steps.Today.Month, 1);
        return new DateReading(0, 0, first.PlusMonths(-TrendMonths), first.PlusDays(-1), $"the {TrendMonths} months before this one", DateReadingKind.Rolling, 1);
    }

    /// <summary>«month to date against last month to date»: as much of the other, which begins one step before.</summary>
    private bool IsToDate(DateReading with, ChosenPeriod period, DateReading reading) =>
        reading is { Kind: DateReadingKind.ToDate, From: null } && with is { From: null, To: null, Kind: not DateReadingKind.OneEnded } && with.LastDay == steps.Today
        && CalendarSteps.UnitToDate(reading) is not DateReadingKind.Range and var unit && steps.StartOf(with.FirstDay).ToDateTimeUtc() is var first && (first == steps.Back(period.From!.Value, unit) || first == steps.Back(period.From!.Value, DateReadingKind.Year));

    private bool IsLonger(ChosenPeriod period, DateReadingKind unit) => period.From is { } from && period.To is { } to && (to > steps.Now ? steps.Now : to) > steps.Forward(from, unit).AddHours(2);

    /// <summary>Each step beside the one before it; the last one may have only begun.</summary>
    private ChosenPeriod StepByStep(ChosenPeriod period, string grain)
    {
        var unit = CalendarSteps.UnitOf(grain);
        var end = period.To!.Value > steps.Now ? steps.Now : period.To.Value;
        var (from, to) = (steps.Back(period.From!.Value, unit), period.From.Value);
        while (to < end) to = steps.Forward(to, unit);   // to the end of the step that the period ends in
        to = steps.Back(to, unit);
        return period with { EachStep = grain, Compare = "previousPeriod", Before = new PlanPeriod(from, to, CalendarSteps.DaysOf(steps.LocalOf(from), steps.LastDayBefore(to))) };
    }

    /// <summary>The same part of the period before: a whole calendar unit meets a whole one, a part as long a part.</summary>
    public ChosenPeriod WithBefore(ChosenPeriod period, DateReading reading, string way, DateReading? with, (DateTime From, DateTime To)? exactly = null)
    {
        var isPart = period.To > steps.Now;
        var to = isPart ? steps.Now : period.To!.Value;
        var unit = reading.Kind is DateReadingKind.Day or DateReadingKind.Week or DateReadingKind.Month or DateReadingKind.Quarter or DateReadingKind.Half or DateReadingKind.Year ? reading.Kind : reading.Kind is DateReadingKind.ToDate ? CalendarSteps.UnitToDate(reading) : DateReadingKind.Range;
        DateTime from, end;
        if (exactly is { } named)
        {
            (from, end) = named;
        }
        else if (with is not null)
        {
            var (first, last) = with.Bounds(steps.Dates.Zone);
            from = (first ?? Instant.FromUtc(1970, 1, 1, 0, 0)).ToDateTimeUtc();
            // «CSAT this quarter against Q1» names all of that one; «against last quarter» means as much of it
            end = isPart && draft.Compares.FirstOrDefault() is not { IsWhole: true } && (AddsUp || reading.Kind is DateReadingKind.ToDate || with.Label.StartsWith("last ", StringComparison.Ordinal)) ? CalendarSteps.Earlier(steps.Elapsed(from, period.From!.Value, to), last.ToDateTimeUtc()) : CalendarSteps.Earlier(last.ToDateTimeUtc(), steps.Now);
        }
        else if (way == "previousYear")
        {
            (from, end) = (steps.Back(period.From!.Value, DateReadingKind.Year), steps.Back(to, DateReadingKind.Year));
        }
        else
        {
            from = unit is DateReadingKind.Range && MonthsOf(period) is > 0 and var months ? steps.StartOf(steps.LocalOf(period.From!.Value).PlusMonths(-months)).ToDateTimeUtc()
                : unit is DateReadingKind.Range ? steps.Before(period.From!.Value, period.From.Value, period.To!.Value) : steps.Back(period.From!.Value, unit);
            end = isPart ? CalendarSteps.Earlier(steps.Elapsed(from, period.From.Value, to), period.From.Value) : period.From.Value;
        }

        var previous = steps.Back(period.From!.Value, unit is DateReadingKind.Range ? DateReadingKind.Day : unit);
        if (way == "period" && from == previous && unit is not DateReadingKind.Range) way = "previousPeriod";
        return period with
        {
            To = to,
            IsPartial = isPart,
            Compare = way,
            Before = new PlanPeriod(from, end, CalendarSteps.DaysOf(steps.LocalOf(from), steps.LastDayBefore(end))),
        };
    }

    /// <summary>Of days that are whole calendar months, how many: «1–31 October» is held against September, however it was said.</summary>
    private int MonthsOf(ChosenPeriod period)
    {
        var (first, after) = (steps.LocalOf(period.From!.Value), steps.LocalOf(period.To!.Value));
        var isWhole = first.Day == 1 && after.Day == 1 && steps.StartOf(after).ToDateTimeUtc() == period.To && steps.StartOf(first).ToDateTimeUtc() == period.From;
        return isWhole ? Period.Between(first, after, PeriodUnits.Months).Months : 0;
    }

    private (ChosenPeriod, DateReading) Current(ChosenPeriod unnamed, DateReadingKind unit, string label)
    {
        var first = unit switch
        {
            DateReadingKind.Week => steps.Today.PlusDays(-(((int)steps.Today.DayOfWeek - (int)steps.Dates.FirstDayOfWeek + 7) % 7)),
            DateReadingKind.Month => new LocalDate(steps.Today.Year, steps.Today.Month, 1),
            DateReadingKind.Quarter => new LocalDate(steps.Today.Year, (steps.Today.Month - 1) / 3 * 3 + 1, 1),
            DateReadingKind.Year => new LocalDate(steps.Today.Year, 1, 1),
            _ => steps.Today,
        };
        var reading = new DateReading(0, 0, first, steps.Today, unit is DateReadingKind.Day ? "today" : $"this {label}", unit, 1) { IsPartial = true };
        return (named.Of(reading) with { Weekdays = unnamed.Weekdays, CountsHolidays = unnamed.CountsHolidays }, reading);
    }
}
