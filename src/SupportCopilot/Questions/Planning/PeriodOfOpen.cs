using SupportCopilot.Questions.Dates;

namespace SupportCopilot.Questions.Planning;

/// <summary>What is open is open at an instant: at the end of the days named, or now; compared, with another instant.</summary>
internal sealed class PeriodOfOpen(Draft draft, PlanContext context, CalendarSteps steps)
{
    /// <summary>Whether «now» must be an instant: an age is reckoned up to one.</summary>
    public bool NeedsInstant { get; init; }

    public (ChosenPeriod?, string?) Run(ChosenPeriod period, DateReading? reading)
    {
        var hasSteps = draft.Groups.Any(group => group.Grain is not null) || draft.Grains.Count > 0 || draft.Which.Any(which => which.Grain is not null);
        if (draft.Instants is [{ AtStart: true }] && period.From is { } start) period = period with { To = start, Days = CalendarSteps.DaysOf(reading!.FirstDay, reading.FirstDay) };
        var to = period.To is { } end && end < steps.Now ? end : (period.To is null && context.IsNow && !hasSteps && draft.Compares.Count + draft.StepCompares.Count + draft.Changes.Count == 0 ? (DateTime?)null : steps.Now);
        if (period.To is { } later && later >= steps.Now && context.IsNow && !hasSteps && draft.Compares.Count == 0) to = null;
        if (NeedsInstant) to ??= steps.Now;
        var ambiguous = reading is { Kind: not DateReadingKind.Day } && draft.Instants.Count == 0 && !hasSteps && period.From is not null;
        var open = period with
        {
            From = hasSteps ? period.From : null,
            To = to,
            Days = hasSteps ? period.Days : to is null ? null : CalendarSteps.DaysOf(null, to == steps.Now ? steps.Today : steps.LastDayBefore(to.Value), single: true),
            Cost = period.Cost + (ambiguous ? 1.2 : 0),
            Weekdays = null,
        };
        if (period.Weekdays is not null) return (null, null);
        return ComparedOpen(open);
    }

    private (ChosenPeriod?, string?) ComparedOpen(ChosenPeriod open)
    {
        if (draft.Compares.Count + draft.StepCompares.Count + draft.Changes.Count == 0) return (open, null);
        var to = open.To ?? steps.Now;
        var (unit, way) = (draft.Compares.FirstOrDefault(), draft.StepCompares.FirstOrDefault()) switch
        {
            ({ With: { } with }, _) => (with.Kind, steps.IsYearBack(with) ? "previousYear" : "previousPeriod"),
            ({ Way: "previousYear" }, _) => (DateReadingKind.Year, "previousYear"),
            (_, { } step) => (CalendarSteps.UnitOf(step.Grain), step.WithYearBefore ? "previousYear" : "previousPeriod"),
            _ => (DateReadingKind.Range, ""),
        };
        if (unit is not (DateReadingKind.Day or DateReadingKind.Week or DateReadingKind.Month or DateReadingKind.Quarter or DateReadingKind.Year)) return (null, "To compare what is open, name the moment before: «compared with last week».");
        var before = steps.Back(to, way == "previousYear" ? DateReadingKind.Year : unit);
        // A moment that was named, and is not that of the step right before: «a month ago», «than in March»
        if (draft.Compares.FirstOrDefault()?.With is { From: null, To: null, Kind: DateReadingKind.Day } day && new[] { DateReadingKind.Day, DateReadingKind.Week, DateReadingKind.Month, DateReadingKind.Quarter, DateReadingKind.Year }.Select(back => (DateReadingKind?)back).FirstOrDefault(back => steps.LocalOf(steps.Back(to, back!.Value)) == day.LastDay) is { } ago)
            (way, before) = (ago is DateReadingKind.Year ? "previousYear" : "previousPeriod", steps.Back(to, ago));
        else if (draft.Compares.FirstOrDefault()?.With is { From: null, To: null } named && (named.Kind is DateReadingKind.Day || steps.LocalOf(before) < named.FirstDay || steps.LocalOf(before) > named.LastDay) && !named.IsBackReference)
            (way, before) = ("period", steps.StartOf(named.LastDay.PlusDays(1)).ToDateTimeUtc());
        if (before >= to) return (null, "To compare what is open, name a moment before: «compared with last week».");
        return (open with { To = to, Compare = way, Before = new PlanPeriod(null, before, CalendarSteps.DaysOf(null, steps.LastDayBefore(before), single: true)) }, null);
    }
}
