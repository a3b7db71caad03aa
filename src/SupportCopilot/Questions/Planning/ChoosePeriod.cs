using System.Globalization;
using NodaTime;
using SupportCopilot.Questions.Compiling;
using SupportCopilot.Questions.Dates;

namespace SupportCopilot.Questions.Planning;

/// <summary>The period of a reading, and the one it is compared with.</summary>
internal sealed record ChosenPeriod
{
    public DateTime? From { get; init; }

    public DateTime? To { get; init; }

    public string? Days { get; init; }

    public string? Label { get; init; }

    public bool IsPartial { get; init; }

    public string? Compare { get; init; }

    public PlanPeriod? Before { get; init; }

    /// <summary>Whether one day was named.</summary>
    public bool IsOneDay { get; init; }

    /// <summary>Days of the week, where not all count.</summary>
    public PlanFilter? Weekdays { get; init; }

    public bool CountsHolidays { get; init; }

    /// <summary>The step of «month over month» within a longer period: each is compared with the one before it.</summary>
    public string? EachStep { get; init; }

    /// <summary>The periods that were named side by side, where they are not all of it; none otherwise.</summary>
    public IReadOnlyList<DateReading> Parts { get; init; } = [];

    /// <summary>The steps that what was named makes of itself: «in April and May», «is it growing since January».</summary>
    public string? Step { get; init; }

    /// <summary>What this reading of the days costs more than another would.</summary>
    public double Cost { get; init; }
}

/// <summary>Turns the days of a reading into instants. A period that is not over ends with today; compared, at this very moment, and the other one after the same time.</summary>
internal sealed class ChoosePeriod(Draft draft, PlanContext context, bool isOpen)
{
    private const string InCommon = "The two periods have days in common, and would be held against themselves. Name two that are apart: «1–19 November compared with 1–19 October».";

    private readonly DateContext _dates = context.Dates;

    /// <summary>Whether «now» must be an instant: an age is reckoned up to one.</summary>
    public bool NeedsInstant { get; init; }

    /// <summary>Whether figures of a longer time are larger: those are compared over as long a time in any case.</summary>
    public bool AddsUp { get; init; } = true;

    /// <summary>The one of several periods that goes by the measure's clock; null where there is one at most.</summary>
    public DateReading? Chosen { get; init; }

    public (ChosenPeriod? Period, string? Problem) Run()
    {
        var weekdays = draft.Periods.Where(period => period.Reading.Kind is DateReadingKind.DaysOfWeek).Select(period => period.Reading).ToList();
        var periods = draft.Periods.Select(period => period.Reading).Where(reading => reading.Kind is not DateReadingKind.DaysOfWeek)
            .Concat(draft.Instants.Select(instant => instant.Reading)).ToList();
        if (Chosen is { } chosen) periods = [chosen];
        var several = periods.Count > 1 && weekdays.Count == 0 && !isOpen ? SeveralPeriods.Joined(draft) : null;
        if (several is not null && !several.Any(reading => reading.IsFuture)) return (SideBySide(several), null);
        if (periods.Count == 2 && draft.Instants.Count + draft.Compares.Count + draft.StepCompares.Count + draft.Changes.Count == 0 && Inner(periods[0], periods[1]) is { } inner) periods = [inner];
        if (periods.Count > 1 || weekdays.Count > 1 || draft.Compares.Count > 1 || draft.StepCompares.Count + draft.Compares.Count > 1) return (null, "I can count over one period at a time, and compare it with one other.");
        if (draft.Compares.Any(compare => compare.NeedsChange) && draft.Changes.Count == 0 && draft.Versus is null) return (null, null);
        if (draft.Instants.Count > 0 && !isOpen && draft.Instants.Any(instant => instant.Reading.Kind is not DateReadingKind.Day || instant.AtStart || instant.IsAsOf)) return (null, null);
        if (periods.Concat(draft.Compares.Select(compare => compare.With).OfType<DateReading>()).FirstOrDefault(reading => reading.IsFuture) is { } future)
            return (null, $"{Sentence(future.Label)} lies in the future; nothing has been counted there yet.");

        if (draft.Compares.Any(compare => compare.With is { HasNoBeginning: true, Kind: not DateReadingKind.DaysOfWeek })) return (null, "Name the period to compare with: «this month compared with last month».");

        var period = Main(periods.FirstOrDefault());
        if (weekdays.Count == 1) period = period with { Weekdays = WeekdaysOf(weekdays[0].Days), CountsHolidays = weekdays[0].Days?.WantsHolidayCalendar ?? false, Label = period.Label ?? weekdays[0].Label };
        if (draft.Compares.Select(compare => compare.With?.Days).OfType<DayFilter>().Any(days => !IsSame(WeekdaysOf(days), period.Weekdays)))
            return (null, "I cannot compare some days of the week with others; ask for all of them: «tickets by weekday this month».");
        if (isOpen) return Open(period, periods.FirstOrDefault());
        // «first half vs second half of October»: a half that does not say of what may be one of the year, or of that month.
        if (periods.FirstOrDefault() is { Kind: DateReadingKind.Half } && draft.Compares.Exists(compare => compare.With is { Kind: not DateReadingKind.Half, IsBackReference: false })) return (null, "Say of what each half is: «first half of October vs second half of October».");
        // «2025 vs 2026»: what came later is compared with what came before it, whichever was named first.
        if (periods.FirstOrDefault() is { } named && draft.Compares is [{ With: { } other } compare] && draft.Periods.Count == 1 && weekdays.Count == 0 && other.FirstDay > named.FirstDay && other.Kind == named.Kind && !other.IsBackReference && (!compare.NeedsChange || other.LastDay >= Today))
            return Compared(Main(other with { Days = other.Days ?? named.Days }), other, named);
        return Compared(period, periods.FirstOrDefault(), draft.Compares.FirstOrDefault()?.With);
    }

    /// <summary>«Good Friday tickets this year»: of a day or month and the year that it lies in, the shorter; null where neither is part of the other.</summary>
    private static DateReading? Inner(DateReading a, DateReading b)
    {
        var (shorter, longer) = a.Kind is DateReadingKind.Year ? (b, a) : (a, b);
        return shorter is { Kind: DateReadingKind.Day or DateReadingKind.Week or DateReadingKind.Month, From: null, To: null } && longer is { Kind: DateReadingKind.Year, From: null, To: null } && !longer.Label.Contains("fiscal", StringComparison.Ordinal)
            && shorter.FirstDay >= longer.FirstDay && shorter.LastDay <= longer.LastDay ? shorter : null;
    }

    /// <summary>Periods in a row are the steps of all of them; of two that are apart the later is compared with the earlier; of more, all their tickets are taken together.</summary>
    private ChosenPeriod SideBySide(IReadOnlyList<DateReading> several)
    {
        var isSplit = draft.Groups.Count + draft.Dimensions.Count(dimension => !dimension.Dimension.IsServed) + draft.Which.Count + draft.Grains.Count + draft.Contrasts.Count > 0;
        if (SeveralPeriods.AreInARow(several)) return Main(SeveralPeriods.Whole(several)) with { Step = isSplit ? null : SeveralPeriods.StepOf(several[0].Kind) };
        if (several.Count == 2 && !isSplit) return WithBefore(Main(several[1]), several[1], "period", several[0]);
        return Main(SeveralPeriods.Whole(several)) with { Parts = several };
    }

    private ChosenPeriod Main(DateReading? reading)
    {
        if (reading is null or { Kind: DateReadingKind.AllTime }) return new ChosenPeriod { Label = reading?.Label };
        var (from, to) = reading.Bounds(_dates.Zone);
        var last = LocalDate.Min(reading.LastDay, Today);
        var isPartial = reading.IsPartial && reading.Kind is not (DateReadingKind.Rolling or DateReadingKind.ToDate or DateReadingKind.OneEnded);
        if (reading.To is null && reading.LastDay > Today) to = StartOf(Today.PlusDays(1));
        return new ChosenPeriod
        {
            From = from?.ToDateTimeUtc(),
            To = to.ToDateTimeUtc(),
            Days = DaysOf(reading.HasNoBeginning ? null : reading.FirstDay, last),
            Label = reading.Label,
            IsPartial = isPartial,
            IsOneDay = reading.Kind is DateReadingKind.Day,
            Weekdays = WeekdaysOf(reading.Days),
            CountsHolidays = reading.Days?.WantsHolidayCalendar ?? false,
        };
    }

    /// <summary>What is open is open at an instant: at the end of the days named, or now.</summary>
    private (ChosenPeriod?, string?) Open(ChosenPeriod period, DateReading? reading)
    {
        var hasSteps = draft.Groups.Any(group => group.Grain is not null) || draft.Grains.Count > 0 || draft.Which.Any(which => which.Grain is not null);
        if (draft.Instants is [{ AtStart: true }] && period.From is { } start) period = period with { To = start, Days = DaysOf(reading!.FirstDay, reading.FirstDay) };
        var to = period.To is { } end && end < Now ? end : (period.To is null && context.IsNow && !hasSteps && draft.Compares.Count + draft.StepCompares.Count + draft.Changes.Count == 0 ? (DateTime?)null : Now);
        if (period.To is { } later && later >= Now && context.IsNow && !hasSteps && draft.Compares.Count == 0) to = null;
        if (NeedsInstant) to ??= Now;
        var ambiguous = reading is { Kind: not DateReadingKind.Day } && draft.Instants.Count == 0 && !hasSteps && period.From is not null;
        var open = period with
        {
            From = hasSteps ? period.From : null,
            To = to,
            Days = hasSteps ? period.Days : to is null ? null : DaysOf(null, to == Now ? Today : LastDayBefore(to.Value), single: true),
            Cost = period.Cost + (ambiguous ? 1.2 : 0),
            Weekdays = null,
        };
        if (period.Weekdays is not null) return (null, null);
        return ComparedOpen(open);
    }

    private (ChosenPeriod?, string?) ComparedOpen(ChosenPeriod open)
    {
        if (draft.Compares.Count + draft.StepCompares.Count + draft.Changes.Count == 0) return (open, null);
        var to = open.To ?? Now;
        var (unit, way) = (draft.Compares.FirstOrDefault(), draft.StepCompares.FirstOrDefault()) switch
        {
            ({ With: { } with }, _) => (with.Kind, IsYearBack(with) ? "previousYear" : "previousPeriod"),
            ({ Way: "previousYear" }, _) => (DateReadingKind.Year, "previousYear"),
            (_, { } step) => (UnitOf(step.Grain), step.WithYearBefore ? "previousYear" : "previousPeriod"),
            _ => (DateReadingKind.Range, ""),
        };
        if (unit is not (DateReadingKind.Day or DateReadingKind.Week or DateReadingKind.Month or DateReadingKind.Quarter or DateReadingKind.Year)) return (null, "To compare what is open, name the moment before: «compared with last week».");
        var before = Back(to, way == "previousYear" ? DateReadingKind.Year : unit);
        // A moment that was named, and is not that of the step right before: «a month ago», «than in March»
        if (draft.Compares.FirstOrDefault()?.With is { From: null, To: null, Kind: DateReadingKind.Day } day && new[] { DateReadingKind.Day, DateReadingKind.Week, DateReadingKind.Month, DateReadingKind.Quarter, DateReadingKind.Year }.Select(back => (DateReadingKind?)back).FirstOrDefault(back => LocalOf(Back(to, back!.Value)) == day.LastDay) is { } ago)
            (way, before) = (ago is DateReadingKind.Year ? "previousYear" : "previousPeriod", Back(to, ago));
        else if (draft.Compares.FirstOrDefault()?.With is { From: null, To: null } named && (named.Kind is DateReadingKind.Day || LocalOf(before) < named.FirstDay || LocalOf(before) > named.LastDay) && !named.IsBackReference)
            (way, before) = ("period", StartOf(named.LastDay.PlusDays(1)).ToDateTimeUtc());
        if (before >= to) return (null, "To compare what is open, name a moment before: «compared with last week».");
        return (open with { To = to, Compare = way, Before = new PlanPeriod(null, before, DaysOf(null, LastDayBefore(before), single: true)) }, null);
    }

    private (ChosenPeriod?, string?) Compared(ChosenPeriod period, DateReading? reading, DateReading? with)
    {
        var wantsChange = draft.Changes.Count > 0;
        if (draft.Compares.Count == 0 && draft.StepCompares.Count == 0 && !wantsChange) return (period, null);

        // «is the number growing since January?»: by the steps that the beginning is one of
        if (draft.Compares.Count + draft.StepCompares.Count == 0 && reading is { Kind: DateReadingKind.OneEnded, HasNoBeginning: false } && draft.Changes.All(change => change.Up is not null || change.Better is not null) && draft.Groups.Count + draft.Dimensions.Count + draft.Which.Count + draft.Ranks.Count + draft.Contrasts.Count == 0)
            return (period with { Step = reading.FirstDay.Day == 1 && Period.DaysBetween(reading.FirstDay, Today) > 31 ? "month" : "auto" }, null);
        if (draft.Compares.Count + draft.StepCompares.Count == 0 && reading is { Kind: DateReadingKind.OneEnded })
            return (null, "Say what to compare with, or ask for the trend: «tickets per month since January».");

        var way = draft.Compares.FirstOrDefault()?.Way ?? "previousPeriod";
        if (draft.Compares.FirstOrDefault()?.Days is { } days && (period.From is not { } begin || period.To is not { } until || Period.DaysBetween(LocalOf(begin), LastDayBefore(until)) + 1 != (int)days)) return (null, "Both periods must be as long: «last 7 days compared with the 7 days before».");
        if (draft.StepCompares.FirstOrDefault() is { } step)
        {
            way = step.WithYearBefore ? "previousYear" : "previousPeriod";
            if (period.From is null) (period, reading) = Current(period, UnitOf(step.Grain), step.Grain);
            else if (!step.WithYearBefore && IsLonger(period, UnitOf(step.Grain))) return (StepByStep(period, step.Grain), null);
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

        // «last week compared with the previous week»: the one before it, not the same again
        if (with is not null && reading is not null && with.FirstDay == reading.FirstDay && with.LastDay == reading.LastDay) (way, with) = ("previousPeriod", null);
        if (with is { IsBackReference: true, Kind: DateReadingKind.Day } same && reading is not null && UnitBack(same) is { } unit && unit is not DateReadingKind.Year)
            return Back(period.From!.Value, unit) is var shifted && Back(period.To > Now ? Now : period.To!.Value, unit) is var ended && ended <= period.From
                ? (WithBefore(period, reading, "previousPeriod", null, (shifted, ended)), null)
                : (null, null);   // a month is no part of the week before it
        if (with is { IsBackReference: true }) (way, with) = (IsYearBack(with) ? "previousYear" : "previousPeriod", null);
        var doubtful = draft.Changes.Count > 0 && draft.Compares.Count == 0 && reading is { Kind: DateReadingKind.Range } ? 3 : 0;   // «growth between Q4 and Q1» is rather of the one to the other
        if (with is not null && IsToDate(with, period, reading!)) with = with with { LastDay = LocalOf(period.From!.Value).PlusDays(-1), To = null };
        if (with is not null && way != "previousYear" && period.To is { } over && with.LastDay >= LocalOf(period.From!.Value) && with.FirstDay <= LastDayBefore(over)) return (null, InCommon);
        var beside = WithBefore(period, reading!, way, with) with { Cost = period.Cost + doubtful };
        return beside.Before is { } before && before.To > beside.From && (before.From is null || before.From < beside.To)
            ? (null, InCommon)
            : (beside, null);
    }

    /// <summary>«month to date against last month to date»: as much of the other, which begins one step before.</summary>
    private bool IsToDate(DateReading with, ChosenPeriod period, DateReading reading) =>
        reading is { Kind: DateReadingKind.ToDate, From: null } && with is { From: null, To: null, Kind: not DateReadingKind.OneEnded } && with.LastDay == Today
        && UnitToDate(reading) is not DateReadingKind.Range and var unit && StartOf(with.FirstDay).ToDateTimeUtc() is var first && (first == Back(period.From!.Value, unit) || first == Back(period.From!.Value, DateReadingKind.Year));

    private bool IsLonger(ChosenPeriod period, DateReadingKind unit) => period.From is { } from && period.To is { } to && (to > Now ? Now : to) > Forward(from, unit).AddHours(2);

    private DateTime Forward(DateTime instant, DateReadingKind unit)
    {
        var local = Instant.FromDateTimeUtc(instant).InZone(_dates.Zone).LocalDateTime;
        return _dates.Zone.AtLeniently(unit switch
        {
            DateReadingKind.Week => local.PlusWeeks(1),
            DateReadingKind.Month => local.PlusMonths(1),
            DateReadingKind.Quarter => local.PlusMonths(3),
            DateReadingKind.Year => local.PlusYears(1),
            _ => local.PlusDays(1),
        }).ToDateTimeUtc();
    }

    /// <summary>Each step beside the one before it; the last one may have only begun.</summary>
    private ChosenPeriod StepByStep(ChosenPeriod period, string grain)
    {
        var unit = UnitOf(grain);
        var end = period.To!.Value > Now ? Now : period.To.Value;
        var (from, to) = (Back(period.From!.Value, unit), period.From.Value);
        while (to < end) to = Forward(to, unit);   // to the end of the step that the period ends in
        to = Back(to, unit);
        return period with { EachStep = grain, Compare = "previousPeriod", Before = new PlanPeriod(from, to, DaysOf(LocalOf(from), LastDayBefore(to))) };
    }

    /// <summary>The same part of the period before: a whole calendar unit meets a whole one, a part as long a part.</summary>
    private ChosenPeriod WithBefore(ChosenPeriod period, DateReading reading, string way, DateReading? with, (DateTime From, DateTime To)? exactly = null)
    {
        var isPart = period.To > Now;
        var to = isPart ? Now : period.To!.Value;
        var unit = reading.Kind is DateReadingKind.Day or DateReadingKind.Week or DateReadingKind.Month or DateReadingKind.Quarter or DateReadingKind.Half or DateReadingKind.Year ? reading.Kind : reading.Kind is DateReadingKind.ToDate ? UnitToDate(reading) : DateReadingKind.Range;
        DateTime from, end;
        if (exactly is { } named)
        {
            (from, end) = named;
        }
        else if (with is not null)
        {
            var (first, last) = with.Bounds(_dates.Zone);
            from = (first ?? Instant.FromUtc(1970, 1, 1, 0, 0)).ToDateTimeUtc();
            // «CSAT this quarter against Q1» names all of that one; «against last quarter» means as much of it
            end = isPart && draft.Compares.FirstOrDefault() is not { IsWhole: true } && (AddsUp || reading.Kind is DateReadingKind.ToDate || with.Label.StartsWith("last ", StringComparison.Ordinal)) ? Earlier(Elapsed(from, period.From!.Value, to), last.ToDateTimeUtc()) : Earlier(last.ToDateTimeUtc(), Now);
        }
        else if (way == "previousYear")
        {
            (from, end) = (Back(period.From!.Value, DateReadingKind.Year), Back(to, DateReadingKind.Year));
        }
        else
        {
            from = unit is DateReadingKind.Range && MonthsOf(period) is > 0 and var months ? StartOf(LocalOf(period.From!.Value).PlusMonths(-months)).ToDateTimeUtc()
                : unit is DateReadingKind.Range ? Before(period.From!.Value, period.From.Value, period.To!.Value) : Back(period.From!.Value, unit);
            end = isPart ? Earlier(Elapsed(from, period.From.Value, to), period.From.Value) : period.From.Value;
        }

        var previous = Back(period.From!.Value, unit is DateReadingKind.Range ? DateReadingKind.Day : unit);
        if (way == "period" && from == previous && unit is not DateReadingKind.Range) way = "previousPeriod";
        return period with
        {
            To = to,
            IsPartial = isPart,
            Compare = way,
            Before = new PlanPeriod(from, end, DaysOf(LocalOf(from), LastDayBefore(end))),
        };
    }

    /// <summary>Of days that are whole calendar months, how many: «1–31 October» is held against September, however it was said.</summary>
    private int MonthsOf(ChosenPeriod period)
    {
        var (first, after) = (LocalOf(period.From!.Value), LocalOf(period.To!.Value));
        var isWhole = first.Day == 1 && after.Day == 1 && StartOf(after).ToDateTimeUtc() == period.To && StartOf(first).ToDateTimeUtc() == period.From;
        return isWhole ? Period.Between(first, after, PeriodUnits.Months).Months : 0;
    }

    private (ChosenPeriod, DateReading) Current(ChosenPeriod unnamed, DateReadingKind unit, string label)
    {
        var first = unit switch
        {
            DateReadingKind.Week => Today.PlusDays(-(((int)Today.DayOfWeek - (int)_dates.FirstDayOfWeek + 7) % 7)),
            DateReadingKind.Month => new LocalDate(Today.Year, Today.Month, 1),
            DateReadingKind.Quarter => new LocalDate(Today.Year, (Today.Month - 1) / 3 * 3 + 1, 1),
            DateReadingKind.Year => new LocalDate(Today.Year, 1, 1),
            _ => Today,
        };
        var reading = new DateReading(0, 0, first, Today, unit is DateReadingKind.Day ? "today" : $"this {label}", unit, 1) { IsPartial = true };
        return (Main(reading) with { Weekdays = unnamed.Weekdays, CountsHolidays = unnamed.CountsHolidays }, reading);
    }

    private static bool IsSame(PlanFilter? a, PlanFilter? b) => a is not null && b is not null && a.Values.SequenceEqual(b.Values);

    private LocalDate Today => _dates.Today;

    private DateTime Now => _dates.AsOf.ToDateTimeUtc();

    private Instant StartOf(LocalDate day) => _dates.Zone.AtStartOfDay(day).ToInstant();

    private LocalDate LocalOf(DateTime instant) => Instant.FromDateTimeUtc(instant).InZone(_dates.Zone).Date;

    private LocalDate LastDayBefore(DateTime end) => LocalOf(end.AddTicks(-1));

    /// <summary>The same wall-clock time one unit earlier.</summary>
    private DateTime Back(DateTime instant, DateReadingKind unit)
    {
        var local = Instant.FromDateTimeUtc(instant).InZone(_dates.Zone).LocalDateTime;
        var earlier = unit switch
        {
            DateReadingKind.Week => local.PlusWeeks(-1),
            DateReadingKind.Month => local.PlusMonths(-1),
            DateReadingKind.Quarter => local.PlusMonths(-3),
            DateReadingKind.Half => local.PlusMonths(-6),
            DateReadingKind.Year => local.PlusYears(-1),
            _ => local.PlusDays(-1),
        };
        return _dates.Zone.AtLeniently(earlier).ToDateTimeUtc();
    }

    /// <summary>The beginning of as many days right before.</summary>
    private DateTime Before(DateTime start, DateTime from, DateTime to)
    {
        var days = Period.DaysBetween(LocalOf(from), LastDayBefore(to)) + 1;
        var local = Instant.FromDateTimeUtc(start).InZone(_dates.Zone).LocalDateTime;
        return to - from < TimeSpan.FromHours(23) ? start - (to - from) : _dates.Zone.AtLeniently(local.PlusDays(-days)).ToDateTimeUtc();
    }

    /// <summary>As far into another period, by the wall clock, as now is into this one.</summary>
    private DateTime Elapsed(DateTime otherStart, DateTime start, DateTime now)
    {
        var elapsed = Period.Between(Instant.FromDateTimeUtc(start).InZone(_dates.Zone).LocalDateTime, Instant.FromDateTimeUtc(now).InZone(_dates.Zone).LocalDateTime, PeriodUnits.Days | PeriodUnits.AllTimeUnits);
        return _dates.Zone.AtLeniently(Instant.FromDateTimeUtc(otherStart).InZone(_dates.Zone).LocalDateTime.Plus(elapsed)).ToDateTimeUtc();
    }

    /// <summary>Of «month to date» the month; other beginnings are no unit of the calendar.</summary>
    private static DateReadingKind UnitToDate(DateReading reading) => reading.Label switch
    {
        var label when label.EndsWith("week to date", StringComparison.Ordinal) => DateReadingKind.Week,
        var label when label.EndsWith("month to date", StringComparison.Ordinal) => DateReadingKind.Month,
        var label when label.EndsWith("quarter to date", StringComparison.Ordinal) => DateReadingKind.Quarter,
        var label when label.EndsWith("year to date", StringComparison.Ordinal) => DateReadingKind.Year,
        _ => DateReadingKind.Range,
    };

    /// <summary>How far «same time last month» goes back; null for «the day before».</summary>
    private DateReadingKind? UnitBack(DateReading with) =>
        with.Label == "the day before" ? null
        : with.FirstDay == Today.PlusWeeks(-1) ? DateReadingKind.Week
        : with.FirstDay == Today.PlusMonths(-1) ? DateReadingKind.Month
        : with.FirstDay == Today.PlusMonths(-3) ? DateReadingKind.Quarter
        : with.FirstDay == Today.PlusYears(-1) ? DateReadingKind.Year : null;

    private bool IsYearBack(DateReading with) => Period.DaysBetween(with.FirstDay, Today) > 300 && with.Kind is not DateReadingKind.Year || with.Kind is DateReadingKind.Year;

    // The 31st of a month is as far as a shorter one goes.
    private static DateTime Earlier(DateTime a, DateTime b) => a < b ? a : b;

    private static DateReadingKind UnitOf(string grain) => grain switch
    {
        "day" => DateReadingKind.Day,
        "week" => DateReadingKind.Week,
        "month" => DateReadingKind.Month,
        "quarter" => DateReadingKind.Quarter,
        _ => DateReadingKind.Year,
    };

    private static PlanFilter? WeekdaysOf(DayFilter? days) =>
        days is null ? null : new PlanFilter("weekday", "is", [.. days.DaysOfWeek.Select(day => CalendarNames.Weekdays[(int)day - 1])]);

    private static string Sentence(string label) => label.Length == 0 ? "That" : char.ToUpperInvariant(label[0]) + label[1..];

    private static string DaysOf(LocalDate? first, LocalDate last, bool single = false)
    {
        var end = last.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
        if (single) return end;
        return first is { } start ? $"{start.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)} – {end}" : $"until {end}";
    }
}
