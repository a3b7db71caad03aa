using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Compiling;
using SupportCopilot.Questions.Dates;
using SupportCopilot.Questions.Parsing;
using SupportCopilot.Questions.Planning;

namespace SupportCopilot.Questions.FollowUps;

/// <summary>Another period, a comparison, or none any more: worked out anew from the days of both messages, as in a whole question.</summary>
internal sealed class MergePeriod(Fragment said, PlanContext context)
{
    /// <param name="merged">The plan with its new measures.</param>
    /// <param name="before">The plan before.</param>
    public Merged Run(Merged merged, Plan before)
    {
        if (said.NamesPeriod && before.Filters.Any(filter => filter.Field != $"{before.Measures[0].Clock}Days" && Catalog.Dimension(filter.Field).Kind is DimensionKind.Days))
            return Merged.Not(merged.Plan, "That question has two periods, when tickets were created and when they were solved. Ask it anew with both: «tickets created in May and solved in June».");
        merged = merged with { Plan = WithDays(merged.Plan, before) };
        var plan = merged.Plan;
        var isOpen = plan.Measures[0].Clock == Clocks.Open;
        var wasOpen = before.Measures[0].Clock == Clocks.Open;
        var prior = wasOpen && before.Grain is null && !isOpen ? null : PriorPeriod.Of(before, context.Dates);
        var isMoved = before.TimeZone != context.Dates.Zone.Id && prior is not null;
        var isTaken = said.Taken.Any(take => take.Kind is TakenKind.Period || take is { Kind: TakenKind.Steps } && before.Grain is null);
        var isUncompared = said.Taken.Any(take => take.Kind is TakenKind.Comparison);
        if (!said.NamesPeriod && !said.NamesComparison && !isTaken && !isUncompared && !isMoved && isOpen == wasOpen)
            return merged with { IsPartial = prior?.IsPartial is true && plan.Before is null };

        var parts = PeriodParts(prior, isTaken, isOpen);
        parts.AddRange(ComparisonParts(before, prior, isTaken || isUncompared, isOpen));
        var draft = new Draft([.. parts.Select(part => new Edge(0, 1, part, 0))]);
        var (chosen, problem) = new ChoosePeriod(draft, context, isOpen && plan.Grain is null).Run();
        if (chosen is null) return Merged.Not(plan, string.IsNullOrEmpty(problem) ? "I cannot put that period into the question before. Ask the whole question." : problem);

        var filters = chosen.Weekdays is { } weekdays ? [.. plan.Filters.Where(filter => filter.Field != weekdays.Field), weekdays] : plan.Filters;
        return merged with
        {
            Plan = plan with { From = chosen.From, To = chosen.To, Days = chosen.Days, Compare = chosen.Compare, Before = chosen.Before, Filters = filters, TimeZone = context.Dates.Zone.Id },
            Cost = merged.Cost + chosen.Cost,
            Period = chosen.Label,
            IsPartial = chosen.IsPartial,
            CountsHolidays = chosen.CountsHolidays,
        };
    }

    /// <summary>The days that several periods are made of: gone with a new period, and by the clock that figures go by now.</summary>
    private Plan WithDays(Plan plan, Plan before)
    {
        var (was, now) = ($"{before.Measures[0].Clock}Days", $"{plan.Measures[0].Clock}Days");
        if (!plan.Filters.Any(filter => filter.Field == was)) return plan;
        var isGone = said.Words.Instants.Count > 0 || said.Words.Periods.Any(period => period.Reading.Kind is not DateReadingKind.DaysOfWeek) || said.Taken.Any(take => take.Kind is TakenKind.Period);
        return plan with { Filters = isGone ? [.. plan.Filters.Where(filter => filter.Field != was)] : [.. plan.Filters.Select(filter => filter.Field == was ? filter with { Field = now } : filter)] };
    }

    private List<Part> PeriodParts(DateReading? prior, bool isTaken, bool isOpen)
    {
        var days = said.Words.Periods.Select(period => period.Reading).ToList();
        List<Part> parts = [.. days.Select(reading => new PeriodPart(reading.IsBackReference && prior is { HasNoBeginning: false } ? PriorPeriod.Shifted(prior, reading) : reading)), .. said.Words.Instants];
        if (parts.Count > 0 && days.Any(reading => reading.Kind is not DateReadingKind.DaysOfWeek) || said.Words.Instants.Count > 0 || isTaken || prior is null) return parts;
        parts.Add(isOpen && prior.FirstDay == prior.LastDay ? new InstantPart(prior, false) : new PeriodPart(prior));
        return parts;
    }

    /// <summary>What was compared before is compared on, unless something else is said.</summary>
    private List<Part> ComparisonParts(Plan before, DateReading? prior, bool isTaken, bool isOpen)
    {
        List<Part> parts = [.. said.Words.Compares.Select(compare => IsYearBack(compare, prior) ? new ComparePart("previousYear", null) : compare), .. said.Words.StepCompares, .. said.Words.Changes];
        if (parts.Count > 0 || isTaken) return parts;
        if (isOpen)
        {
            // What is open is held against a moment: as long before as the periods were apart.
            if (before.Compare is "previousYear") parts.Add(new ComparePart("previousYear", null));
            else if (before.Compare is "previousPeriod" && prior is { Kind: DateReadingKind.Day or DateReadingKind.Week or DateReadingKind.Month or DateReadingKind.Quarter }) parts.Add(new ComparePart("previousPeriod", prior with { FirstDay = context.Dates.Today, LastDay = context.Dates.Today, From = null, To = null }));
            return parts;
        }

        if (before.Compare is "previousPeriod" or "previousYear") parts.Add(new ComparePart(before.Compare, null));
        return parts;   // another period that was named: with a new period it is named anew, or not compared
    }

    /// <summary>«compare with last year», said of a month: the same month of last year.</summary>
    private bool IsYearBack(ComparePart compare, DateReading? prior) =>
        compare.With is { Kind: DateReadingKind.Year } year && year.LastDay.Year == context.Dates.Today.Year - 1 && prior is { HasNoBeginning: false, Kind: not DateReadingKind.Year }
        && NodaTime.Period.DaysBetween(prior.FirstDay, prior.LastDay) < 360 && prior.FirstDay > year.LastDay;

    /// <summary>Steps that make some ten to fifty points of the period.</summary>
    public static string UsualGrain(Plan plan, DateContext dates)
    {
        if (plan.From is not { } from) return "month";
        var days = ((plan.To ?? dates.AsOf.ToDateTimeUtc()) - from).TotalDays;
        return Catalog.Grains[days switch { <= 2 => 0, <= 45 => 1, <= 200 => 2, <= 1100 => 3, _ => 4 }];
    }
}
