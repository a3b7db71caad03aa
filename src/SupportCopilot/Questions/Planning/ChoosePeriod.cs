using SupportCopilot.Questions.Dates;

namespace SupportCopilot.Questions.Planning;

/// <summary>Turns the days of a reading into instants. A period that is not over ends with today; compared, at this very moment, and the other one after the same time.</summary>
internal sealed class ChoosePeriod(Draft draft, PlanContext context, bool isOpen)
{
    private readonly CalendarSteps _steps = new(context.Dates);

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
        var named = new NamedPeriod(_steps);
        var compare = new ComparePeriods(draft, _steps, named) { AddsUp = AddsUp };
        if (Chosen is { } chosen) periods = [chosen];
        var several = periods.Count > 1 && weekdays.Count == 0 && !isOpen ? SeveralPeriods.Joined(draft) : null;
        if (several is not null && !several.Any(reading => reading.IsFuture)) return (SideBySide(several, named, compare), null);
        if (periods.Count == 2 && draft.Instants.Count + draft.Compares.Count + draft.StepCompares.Count + draft.Changes.Count == 0 && Inner(periods[0], periods[1]) is { } inner) periods = [inner];
        // «in the summer months, June to August» says the same days twice
        if (periods.Count == 2 && (periods[0].FirstDay, periods[0].LastDay, periods[0].From, periods[0].To) == (periods[1].FirstDay, periods[1].LastDay, periods[1].From, periods[1].To) && periods[0].Days is null && periods[1].Days is null) periods = [periods[0]];
        if (periods is [{ SameDays: not null }]) return (null, "The same days as which? Name both: «this week compared with the same days last week».");
        if (periods is [{ Kind: DateReadingKind.Day, Days: null }] && weekdays.Count == 1 && draft.Instants.Count == 0) return (null, "That is one day, and has no days of the week to choose from. Name the days: «4 and 5 April».");
        if (periods.Count > 1 || weekdays.Count > 1 || draft.Compares.Count > 1 || draft.StepCompares.Count + draft.Compares.Count > 1) return (null, "I can count over one period at a time, and compare it with one other.");
        if (draft.Compares.Any(other => other.NeedsChange) && draft.Changes.Count == 0 && draft.Versus is null) return (null, null);
        if (draft.Instants.Count > 0 && !isOpen && draft.Instants.Any(instant => instant.Reading.Kind is not DateReadingKind.Day || instant.AtStart || instant.IsAsOf)) return (null, null);
        if (periods.Concat(draft.Compares.Select(other => other.With).OfType<DateReading>()).FirstOrDefault(reading => reading.IsFuture) is { } future)
            return (null, $"{Sentence(future.Label)} lies in the future; nothing has been counted there yet.");

        if (draft.Compares.Any(other => other.With is { HasNoBeginning: true, Kind: not DateReadingKind.DaysOfWeek })) return (null, "Name the period to compare with: «this month compared with last month».");

        var period = named.Of(periods.FirstOrDefault());
        if (weekdays.Count == 1) period = period with { Weekdays = NamedPeriod.WeekdaysOf(weekdays[0].Days), CountsHolidays = weekdays[0].Days?.WantsHolidayCalendar ?? false, Label = period.Label ?? weekdays[0].Label };
        if (draft.Compares.Select(other => other.With?.Days).OfType<DayFilter>().Any(days => !IsSame(NamedPeriod.WeekdaysOf(days), period.Weekdays)))
            return (null, "I cannot compare some days of the week with others; ask for all of them: «tickets by weekday this month».");
        if (isOpen) return new PeriodOfOpen(draft, context, _steps) { NeedsInstant = NeedsInstant }.Run(period, periods.FirstOrDefault());
        // «first half vs second half of October»: a half that does not say of what may be one of the year, or of that month.
        if (periods.FirstOrDefault() is { Kind: DateReadingKind.Half } && draft.Compares.Exists(other => other.With is { Kind: not DateReadingKind.Half, IsBackReference: false })) return (null, "Say of what each half is: «first half of October vs second half of October».");
        // «2025 vs 2026»: what came later is compared with what came before it, whichever was named first.
        if (periods.FirstOrDefault() is { } first && draft.Compares is [{ With: { } other } with] && draft.Periods.Count == 1 && weekdays.Count == 0 && other.FirstDay > first.FirstDay && other.Kind == first.Kind && !other.IsBackReference && (!with.NeedsChange || other.LastDay >= _steps.Today))
            return compare.Run(named.Of(other with { Days = other.Days ?? first.Days }), other, first);
        return compare.Run(period, periods.FirstOrDefault(), draft.Compares.FirstOrDefault()?.With);
    }

    /// <summary>«Good Friday tickets this year»: of a day or month and the year that it lies in, the shorter; null where neither is part of the other.</summary>
    private static DateReading? Inner(DateReading a, DateReading b)
    {
        var (shorter, longer) = a.Kind is DateReadingKind.Year ? (b, a) : (a, b);
        return shorter is { Kind: DateReadingKind.Day or DateReadingKind.Week or DateReadingKind.Month, From: null, To: null } && longer is { Kind: DateReadingKind.Year, From: null, To: null } && !longer.Label.Contains("fiscal", StringComparison.Ordinal)
            && shorter.FirstDay >= longer.FirstDay && shorter.LastDay <= longer.LastDay ? shorter : null;
    }

    /// <summary>Periods in a row are the steps of all of them; of two that are apart the later is compared with the earlier; of more, all their tickets are taken together.</summary>
    private ChosenPeriod SideBySide(IReadOnlyList<DateReading> several, NamedPeriod named, ComparePeriods compare)
    {
        var isSplit = draft.Groups.Count + draft.Dimensions.Count(dimension => !dimension.Dimension.IsServed) + draft.Which.Count + draft.Grains.Count + draft.Contrasts.Count > 0;
        if (SeveralPeriods.AreInARow(several)) return named.Of(SeveralPeriods.Whole(several)) with { Step = isSplit || draft.Aggregates.Exists(aggregate => aggregate.Name == "total") ? null : SeveralPeriods.StepOf(several[0].Kind) };
        if (several.Count == 2 && !isSplit) return compare.WithBefore(named.Of(several[1]), several[1], "period", several[0]);
        return named.Of(SeveralPeriods.Whole(several)) with { Parts = several };
    }

    private static bool IsSame(PlanFilter? a, PlanFilter? b) => a is not null && b is not null && a.Values.SequenceEqual(b.Values);

    private static string Sentence(string label) => label.Length == 0 ? "That" : char.ToUpperInvariant(label[0]) + label[1..];
}
