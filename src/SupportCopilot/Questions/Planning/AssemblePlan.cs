using NodaTime;
using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Compiling;
using SupportCopilot.Questions.Dates;
using SupportCopilot.Questions.Parsing;
using SupportCopilot.Questions.Parsing.Lexicon;
using SupportCopilot.Questions.Parsing.Rules;

namespace SupportCopilot.Questions.Planning;

/// <summary>Makes plans of a reading's parts, or says why they make none. Where the parts leave a choice, each way is a plan.</summary>
internal sealed class AssemblePlan(PlanContext context)
{
    private static readonly string[] Times = ["firstReply", "resolution"];

    public Assembly Run(Cover cover)
    {
        var draft = new Draft(cover.Edges);
        if (draft.IsEmpty) return Assembly.Not("");
        if (AsksForThing(draft)) return Assembly.Not("");
        if (draft.Filters.Count > 1 && draft.Filters.Exists(filter => filter.Filter.IsClause)) return Assembly.Not("With «or» between two kinds of tickets I cannot tell which of them the rest belongs to. Ask for each by itself.");
        if (draft.Versus is { } than && draft.Parts[than] is VersusPart { IsThan: true }) return Assembly.Not("");   // «more than» something that is no value beside another
        if (draft.Clocks.Count > 0 && draft.Filters.Exists(filter => filter.Filter.Filters.All is [{ Field: "status", Op: "is" } one] && one.Values.Any(Catalog.OpenStatuses.Contains) && !one.Values.All(Catalog.OpenStatuses.Contains)))   // «created, solved, open»
            return Assembly.Not("I read that as several figures. Name each one: «created tickets and solved tickets last month»; what is open is a figure of its own.");
        if (draft.Which.Count(which => which.Dimension == "agent") > 1) return Assembly.Not("");   // «who solved, who reopened»
        // «do vip tickets get a faster reply?», than which?
        if (draft.Changes.Exists(change => change.IsComparative) && draft.Compares.Count + draft.StepCompares.Count + draft.Contrasts.Count + draft.Periods.Count + draft.Instants.Count == 0 && draft.Versus is null && draft.Ranks.Count == 0) return Assembly.Not("Say what to compare with: «is email slower than chat at first reply», «this month compared with last month».");
        if (draft.OutOfReach is { } unrecorded) return Assembly.Not(unrecorded);
        if (draft.IsRatio) return Assembly.Not("I do not divide one figure by another, nor take one from another. Ask for both side by side: «created and solved tickets last month».");
        // «which brand has the lower CSAT» ranks; with no other period named it compares with none
        if (draft.Which.Count > 0 && draft.Changes.Exists(change => change.IsComparative) && draft.Compares.Count + draft.StepCompares.Count == 0 && draft.Versus is null) return Assembly.Not("");
        if (draft.Parts.Any(part => part is MeasurePart { IsBy: true }) && draft.Ranks.Count + draft.Dimensions.Count + draft.Which.Count + draft.Groups.Count + draft.Grains.Count == 0) return Assembly.Not("");   // «tickets by number of replies»
        if (ChooseMeasures.Of(draft) is not { } measures) return Assembly.Not("");
        if (draft.Parts.FirstOrDefault(part => part is not FillerPart { Kind: FillerKind.Mark or FillerKind.Plain }) is FillerPart { Kind: FillerKind.Is } && draft.Filters.Exists(filter => filter.Filter.Filters.All.Any(one => one.Field == "emotion")) && measures.Measures.Any(measure => measure.Name == "csat")) return Assembly.Not("");   // «is Globex happy?»
        if (draft.Changes.Exists(change => change.IsSpeed) && !measures.Measures.All(measure => Catalog.Measure(measure.Name).Family is "firstReply" or "resolution" or "openAge")) return Assembly.Not("");   // what is not timed is not faster
        if (LosesTheCount(draft, measures)) return Assembly.Not("");
        if (!IsTakeFounded(draft, measures) || CountsWhatIsNoCount(draft)) return Assembly.Not("");
        // «who has the longest reply time» ranks by the usual one; «tickets with the longest reply time» are tickets
        if (measures.Measures.Any(measure => ChooseMeasures.IsExtreme(measure.Name)) && (draft.Which.Count > 0 || draft.Parts.TakeWhile(part => part is not MeasurePart { Name: not "tickets" }).Any(part => part is MeasurePart))) return Assembly.Not("");

        if (measures.Measures.Count == 1 && draft.AsksForSeveral) return Assembly.Not("I read that as several figures in one question. Ask for each by itself, or name them as figures: «created and solved tickets last month».");
        var isOpen = measures.Measures[0].Clock == Clocks.Open;
        var ofClocks = SeveralPeriods.OfClocks(draft);
        if (ofClocks is not null && measures.Measures.Select(measure => measure.Clock).Distinct().Count() > 1) return Assembly.Not("");
        var (period, problem) = new ChoosePeriod(draft, context, isOpen) { Chosen = ofClocks?.Of(measures.Measures[0].Clock), AddsUp = measures.Measures.Any(measure => Catalog.Measure(measure.Name) is { AddsUp: true } or { Over: Aggregate.Distinct }), NeedsInstant = measures.Measures.Any(measure => measure.Name != "open") || draft.Bounds.Exists(bound => bound.Bound is { Unit: "minutes", Of: null or "openAgeMinutes" }) }.Run();
        if (period is null) return Assembly.Not(problem ?? "");
        if (draft.IsNow && !isOpen && period.From is null && !draft.Filters.Exists(filter => filter.Filter.Filters.All.Any(one => one.Field == "status")))
            return Assembly.Not("«Now» goes with what is open. Name a period for other figures: «CSAT this month».");
        if (period.IsOneDay && draft.Filters.Exists(filter => filter.Filter.Filters.All.Any(one => one is { Field: "weekday", Op: "isNot" }))) return Assembly.Not($"{Sentence(period.Label)} is one day, and has no weekends or weekdays to leave out. For all days from it on, say «since».") with { IsFinal = true };
        if (period.From is null && period.To is null && measures.Measures.All(measure => measure.Clock != Clocks.Open) && draft.Filters.Exists(filter => filter.Filter.Filters.All.Any(one => one is { Op: "isNot", Field: "createdDays" or "solvedDays" or "updatedDays" })))
            return Assembly.Not("That says which tickets are left out, but not out of which. Say it with their period: «tickets created in October, excluding those solved in October».") with { IsFinal = true };
        if (!IsNewFounded(draft, period) || !IsNotDoneFounded(measures, period, draft)) return Assembly.Not("");

        if (measures.Measures.Any(measure => measure.Clock != Clocks.Open) && draft.Filters.Exists(filter => filter.Filter.Filters.All.Any(one => one.Field == "idleMinutes")))
            return Assembly.Not("Nothing happens to solved tickets any more, so I tell how long nothing happened of open ones alone. Ask for them: «open tickets not updated in 7 days».");
        if (measures.Measures.Any(measure => measure.Clock == Clocks.Open) && period.To < context.Dates.AsOf.ToDateTimeUtc() && draft.Filters.Exists(filter => filter.Filter.Filters.All.Any(one => one.Field is "idleMinutes" or "updatedDays")))
            return Assembly.Not("Only the last change of a ticket is recorded, so how long nothing had happened at a moment in the past I cannot tell. Ask for now: «open tickets not updated in 7 days».");
        if (DaysOf(draft, measures, period, ofClocks) is not { } days) return Assembly.Not("Days can be left out, or taken together, of figures that go by one clock and that are not compared.");
        var splits = new ChooseSplits(draft);
        if (splits.Run(period, context.Dates) is not { } groups) return Assembly.Not(splits.Problem ?? "");
        // «the first Monday of each month» are several days, of which one was read
        if (period.IsOneDay && groups.Grain is ("week" or "month" or "quarter" or "year")) return Assembly.Not($"{Sentence(period.Label)} is one day, and has no {groups.Grain}s in it. A day that comes again each {groups.Grain} I cannot pick out; ask for all of a weekday, or name the days.") with { IsFinal = true };
        if (groups.Grain is { } step && ComesAgainEach(step, period, context.Dates))
            return Assembly.Not($"{Sentence(period.Label)} has no {step}s in it. A period that comes again each {step} I cannot take together; name them, or ask step by step: «tickets per month since January 2025».") with { IsFinal = true };
        if (groups.Each is { } each && draft.Groups.Any(group => group.Grain is not null) is false && Catalog.Dimension(each).Kind is DimensionKind.Requester) return Assembly.Not("There are too many customers to rank within each of them. Name one, or ask for their organizations.");
        if (draft.Share is not null && groups.Limit is not null) return Assembly.Not("Of shares I show all groups, not the largest alone: what belongs to no group has a share as well. Ask for «share of tickets by organization».");
        if (measures.WantsMean && groups.GroupBy.Any(name => Catalog.Dimension(name).IsTimed)) return Assembly.Not("A weekday or an hour comes several times in a period, so an average over them can mean two things. Ask for «tickets per day on average», or for «tickets by weekday».");
        if (measures.WantsMean && groups.GroupBy.Count > 0 && groups.Grain is not null && (groups.GroupBy.Count > 1 || measures.Measures.Count > 1 || measures.Measures[0].Clock == Clocks.Open || groups.GroupBy.Any(name => Catalog.Dimension(name).IsMany))) return Assembly.Not($"I can give the average per {groups.Grain}, or that per {Catalog.Dimension(groups.GroupBy[0]).Title}, but not both at once.");
        if (draft.IsRunning && groups.Grain is null) return Assembly.Not("Say the steps of the running total: «running total of tickets per week this quarter».");
        if (measures.WantsMean && groups.GroupBy.Count == 0 && groups.Grain is null) return Assembly.Not("An average number of tickets needs something to average over: per day, per agent.");
        if (period.Parts.Count > 0 && groups.Grain is not null) return Assembly.Not("I can take periods that lie apart together, but not step by step. Ask for one after the other.");
        if (FiltersOf(draft, measures, period, groups, days) is not { } filters) return Assembly.Not("");
        if (measures.Measures.Any(measure => measure.Clock == Clocks.Solved) && filters.Exists(filter => filter is { Field: "status", Op: "isNot" } && filter.Values.Contains("solved") || filter is { Field: "status", Op: "is" } && filter.Values.All(Catalog.OpenStatuses.Contains))) return Assembly.Not("");   // «solved, and not solved»
        if (measures.Measures.Any(measure => measure.Name == "csat") && filters.Exists(filter => filter is { Field: "csat", Op: not ("notEmpty" or "empty") })) return Assembly.Not("");   // «bad ratings as a percentage of ratings»: the rating of bad ones is nothing
        for (var at = 0; at < draft.Parts.Count; at++)   // «touched by Amelia»
            if (draft.Parts[at] is ClockPart { Clock: Clocks.Updated } && draft.Parts.Skip(at + 1).FirstOrDefault(part => part is not FillerPart { Kind: FillerKind.Plain }) is FilterPart { Filters.All: [{ Field: "agent" or "requester" }] })
                return Assembly.Not("Who changed a ticket is not recorded, only when it was changed last. I can tell whose tickets they are: «tickets of Amelia updated in October».");

        var checkedPlans = WithRank(draft, measures, groups, period, filters).Select(plan => (Plan: PlanSteps.By(plan.Plan, context.Dates, groups.IsFiscal), plan.Cost)).SelectMany(plan => ChooseShare.Of(draft, plan)).ToLookup(plan => CheckPlan.ProblemOf(plan.Plan) ?? "");
        var plans = checkedPlans[""].ToList();
        return new Assembly([.. plans.Select(plan => new Reading(Tidy(plan.Plan), cover.Cost + period.Cost + groups.Cost + plan.Cost + OddlyOpen(draft, measures))
        {
            Period = period.Label,
            IsPartial = period.IsPartial,
            ComparesWholeSteps = period.EachStep is not null,
            WantsMean = measures.WantsMean,
            CountsHolidays = period.CountsHolidays,
            CountsGroups = plan.Plan.Having is not null && draft.CountsGroups,
        })], plans.Count > 0 ? null : checkedPlans.Contains(CheckPlan.RankedBacklog) ? CheckPlan.RankedBacklog : "");
    }

    /// <summary>Demands on days beside the period: those of the other clock, those that count alone, and those that do not; null where they cannot be put.</summary>
    private IReadOnlyList<PlanFilter>? DaysOf(Draft draft, ChosenMeasures measures, ChosenPeriod period, PeriodsOfClocks? ofClocks)
    {
        List<PlanFilter?> days = [];
        var clocks = measures.Measures.Select(measure => measure.Clock).Distinct().ToList();
        if (ofClocks is not null) days.Add(ofClocks.OtherThan(clocks[0]));
        if (period.Parts.Count + draft.Outsides.Count == 0) return days.Contains(null) ? null : [.. days.OfType<PlanFilter>()];
        if (clocks is not [Clocks.Created or Clocks.Solved or Clocks.Updated] || period.Before is not null) return null;
        // Only a part of the period can be left out of it: «last month's minus the month before» is a difference.
        if (period.From is not null && draft.Outsides.Exists(outside => !IsPartOf(outside))) return null;
        if (period.Parts.Count > 0) days.Add(SeveralPeriods.Days($"{clocks[0]}Days", "is", period.Parts));
        if (draft.Outsides.Count > 0) days.Add(SeveralPeriods.Days($"{clocks[0]}Days", "isNot", draft.Outsides));
        return days.Contains(null) ? null : [.. days.OfType<PlanFilter>()];

        bool IsPartOf(Dates.DateReading outside)
        {
            var (from, to) = outside.Bounds(context.Dates.Zone);
            return from is { } first && first.ToDateTimeUtc() >= period.From && to.ToDateTimeUtc() <= period.To && (first.ToDateTimeUtc(), to.ToDateTimeUtc()) != (period.From, period.To);
        }
    }

    /// <summary>«July by year», «the first week by month»: what begins with a month and is shorter than the step is meant of each.</summary>
    private static bool ComesAgainEach(string step, ChosenPeriod period, DateContext days)
    {
        if (period is not { From: { } from, To: { } to, Parts.Count: 0 } || At(from).Day != 1) return false;
        return step switch
        {
            "year" => At(to).Day == 1 && (to - from).TotalDays <= 93,
            "quarter" => At(to).Day == 1 && (to - from).TotalDays <= 32,
            "month" => (to - from).TotalDays is > 6 and < 8,
            _ => false,
        };

        LocalDate At(DateTime instant) => Instant.FromDateTimeUtc(DateTime.SpecifyKind(instant, DateTimeKind.Utc)).InZone(days.Zone).Date;
    }

    private static string Sentence(string? label) => string.IsNullOrEmpty(label) ? "That" : char.ToUpperInvariant(label[0]) + label[1..];

    /// <summary>«what's the password of Jonas»: a thing of somebody's is asked for, and no figure of the tickets with that tag.</summary>
    private static bool AsksForThing(Draft draft)
    {
        if (draft.Measures.Count + draft.Aggregates.Count + draft.Distincts.Count + draft.Groups.Count + draft.Which.Count > 0 || draft.Share is not null || draft.HasHowLong || draft.Parts.Any(part => part is FillerPart { Kind: FillerKind.HowMany })) return false;
        var said = draft.Parts.SkipWhile(part => part is FillerPart { Kind: FillerKind.Plain or FillerKind.Mark }).ToList();
        return said is [FillerPart { Kind: FillerKind.Is }, ..] && said.SkipWhile(part => part is FillerPart).FirstOrDefault() is FilterPart;
    }

    /// <summary>«the number of ratings» is no average rating: what is asked of how many there are is a count, or nothing here.</summary>
    private static bool CountsWhatIsNoCount(Draft draft)
    {
        for (var i = 0; i < draft.Parts.Count; i++)
        {
            if (draft.Parts[i] is not FillerPart { Kind: FillerKind.HowMany }) continue;
            var next = draft.Parts.Skip(i + 1).FirstOrDefault(part => part is not FillerPart { Kind: FillerKind.Plain or FillerKind.Preposition });
            if (next is MeasurePart named && Catalog.Measure(named.Name) is { Over: Aggregate.Average or Aggregate.Share or Aggregate.Percentile, Family: not ("replies" or "comments") }) return true;
        }

        return false;
    }

    /// <summary>«how many tickets … rating» asks for tickets: what is no count is not what was asked.</summary>
    private static bool LosesTheCount(Draft draft, ChosenMeasures measures)
    {
        if (measures.Measures.Any(measure => Catalog.Measure(measure.Name) is { Over: Aggregate.Count or Aggregate.Distinct } or { Name: "share" }) || draft.Parts.Any(part => part is FillerPart { Kind: FillerKind.Take })) return false;
        for (var i = 0; i < draft.Parts.Count; i++)
        {
            if (draft.Parts[i] is not FillerPart { Kind: FillerKind.HowMany }) continue;
            if (draft.Parts.Skip(i + 1).FirstOrDefault(part => part is not (FillerPart { Kind: FillerKind.Plain or FillerKind.Preposition } or FilterPart)) is MeasurePart { Name: "tickets" or "solved" or "open" }) return true;
        }

        return false;
    }

    /// <summary>«take», «need» and «wait» say nothing beside a time or a number of replies; elsewhere they would be words dropped.</summary>
    private static bool IsTakeFounded(Draft draft, ChosenMeasures measures) =>
        !draft.Parts.Any(part => part is FillerPart { Kind: FillerKind.Take }) || draft.HasHowLong || draft.Bounds.Exists(bound => bound.Bound.Unit == "minutes")
        || measures.Measures.Any(measure => Catalog.Measure(measure.Name).Family is not null);

    /// <summary>«new tickets» came in during a period; without one the status is meant.</summary>
    private static bool IsNewFounded(Draft draft, ChosenPeriod period) =>
        !draft.NeedsPeriod || period.From is not null || draft.Groups.Any(group => group.Grain is not null);

    /// <summary>Tickets that are not done, of no period: that is what is open now, which is a measure of its own.</summary>
    private static bool IsNotDoneFounded(ChosenMeasures measures, ChosenPeriod period, Draft draft) =>
        period.Days is not null || measures.Measures is not [{ Name: "tickets" }] || draft.Filters.All(filter => filter.Filter != Phrases.NotDone);

    /// <summary>«open on 15 March» is hardly «created on that day and not solved yet».</summary>
    private static double OddlyOpen(Draft draft, ChosenMeasures measures) =>
        measures.Measures is [{ Name: "tickets" }] && draft.Clocks.Count == 0 && draft.Filters.Any(filter => filter.Filter == Phrases.NotDone)
        && (draft.Instants.Count > 0 || draft.Periods.Any(period => period.Reading.Kind is Dates.DateReadingKind.Day || period.Reading.Label.StartsWith("the whole", StringComparison.Ordinal))) ? 1 : 0;

    private static List<PlanFilter>? FiltersOf(Draft draft, ChosenMeasures measures, ChosenPeriod period, ChosenSplits splits, IReadOnlyList<PlanFilter> days)
    {
        List<PlanFilter> filters = [.. days];
        foreach (var (_, part) in draft.Filters) filters.AddRange(part.Filters.All);
        filters.AddRange(measures.Filters);
        if (period.Weekdays is { } weekdays) filters.Add(weekdays);
        // Whoever ranks or bounds organizations does not mean the tickets without one.
        if ((splits.Way is not null || splits.Bound is not null || measures.WantsMean) && draft.Share is null)
            filters.AddRange(splits.GroupBy.Where(name => Catalog.Dimension(name) is { IsTimed: false, Kind: not DimensionKind.Ticket }).Select(name => new PlanFilter(name, "notEmpty", [])));
        foreach (var contrast in draft.Contrasts) filters.Add(new PlanFilter(contrast.Dimension, "is", contrast.Values.All));
        foreach (var (_, bound) in draft.Bounds)
        {
            if (splits.BoundIsHaving(bound)) continue;
            if (bound is { Of: null, Unit: "minutes", Op: "moreThan" or "atLeast" } && measures.Measures[0].Clock == Clocks.Open)
            {
                filters.AddRange(BoundRules.Filter("openAgeMinutes", bound).Filters.All);
                continue;
            }

            // «solved in May that took more than 2 days»
            if (bound is { Of: null, Unit: "minutes" } && measures.Measures[0].Clock == Clocks.Solved && draft.Parts.Any(part => part is FillerPart { Kind: FillerKind.Take }))
            {
                filters.AddRange(BoundRules.Filter("resolutionMinutes", bound).Filters.All);
                continue;
            }

            if (bound.Of is null || Catalog.FindDimension(bound.Of) is not { Kind: DimensionKind.Number or DimensionKind.Custom }) return null;
            filters.AddRange(BoundRules.Filter(bound.Of, bound).Filters.All);
        }

        return Merged(filters);
    }

    /// <summary>Two values of one dimension cannot both be: «billing tickets and shipping tickets» are those of either. Tags can.</summary>
    private static List<PlanFilter>? Merged(List<PlanFilter> filters)
    {
        var merged = new List<PlanFilter>();
        foreach (var filter in filters)
        {
            var same = merged.FindIndex(other => other.Field == filter.Field && other.Op == filter.Op && filter.Op == "is");
            if (same < 0 || Catalog.Dimension(filter.Field).IsMany)
            {
                if (!merged.Any(other => other.Field == filter.Field && other.Op == filter.Op && other.Values.SequenceEqual(filter.Values))) merged.Add(filter);
                continue;
            }

            return merged[same].Values.SequenceEqual(filter.Values) ? merged : null;
        }

        return merged;
    }

    private IEnumerable<(Plan Plan, double Cost)> WithRank(Draft draft, ChosenMeasures measures, ChosenSplits splits, ChosenPeriod period, List<PlanFilter> filters)
    {
        var plan = new Plan(measures.Measures)
        {
            From = period.From,
            To = period.To,
            Days = period.Days,
            GroupBy = splits.GroupBy,
            Grain = splits.Grain,
            Running = draft.IsRunning,
            Filters = filters,
            Compare = period.Compare,
            Before = period.Before,
            Limit = splits.Limit,
            Skip = splits.Skip,
            Each = splits.Each,
        };
        if (splits.Bound is { } bound)
        {
            // What is bounded stands right behind the number: it is that, or the words fall apart.
            var next = draft.Parts.Skip(draft.Bounds.Find(one => ReferenceEquals(one.Bound, bound)).Place + 1).FirstOrDefault(part => part is not FillerPart { Kind: FillerKind.Plain });
            if (bound is { Of: null, Unit: null } && next is MeasurePart or DimensionPart) yield break;
            // «by CSAT with at least 20 solved tickets»: what follows the number is what is bounded, and that is not the CSAT.
            if (bound is { Of: null, Unit: null } && next is ClockPart or FilterPart or DistinctPart && Catalog.Measure(plan.Measures[0].Name).Over is not Aggregate.Count) yield break;
            if (bound.Upper is not null) yield break;   // a plan bounds groups at one end

            // «agents with more than 20 tickets by CSAT» bounds another figure than it asks for.
            if (bound.Of is "tickets" or "solved" or "open" or "reopened" && Catalog.Measure(plan.Measures[0].Name).Over is not Aggregate.Count) yield break;
            // «CSAT below 70 by team» bounds the CSAT, and no number of tickets.
            if (bound.Of is "csat" or "firstReplyMinutes" or "resolutionMinutes" && Catalog.Measure(plan.Measures[0].Name).Family is var family && family != (bound.Of is "csat" ? "csat" : bound.Of is "firstReplyMinutes" ? "firstReply" : "resolution")) yield break;
            if (InUnitOf(Catalog.Measure(plan.Measures[0].Name).Unit, bound) is not { } value) yield break;
            plan = plan with { Having = new PlanHaving(bound.Op, value) };
        }

        if (splits.Way is not { } way)
        {
            yield return (plan, 0);
            yield break;
        }

        if (plan.GroupBy is ["ticket"])
        {
            if (RankTickets.Of(plan, way, context) is { } listed) yield return (listed, 0);
            yield break;
        }

        var isTime = Catalog.Measure(plan.Measures[0].Name).Family is { } timed && Times.Contains(timed);
        if (way is RankWay.Slowest or RankWay.Fastest && !isTime)
        {
            if (plan.Measures is not [{ Name: "tickets" }] || draft.Measures.Count > 0) yield break;
            foreach (var name in new[] { "medianFirstReplyMinutes", "medianResolutionHours" })
                yield return (plan with { Measures = [new PlanMeasure(name, Catalog.Measure(name).Clock)], Order = new PlanOrder(name, way is RankWay.Slowest) }, 0);
            yield break;
        }

        if (Descending(way, plan.Measures[0].Name, isTime) is not { } descending) yield break;
        if (splits.AlsoWay is { } also && Descending(also, plan.Measures[0].Name, isTime) != descending) yield break;
        var by = draft.Changes.Count > 0 && plan.Before is not null ? "difference" : plan.Measures[0].Name;
        if (by == "difference")
        {
            if (ChangeIsUp(draft, plan.Measures[0].Name, isTime) is not { } up) yield break;
            if (!up) descending = !descending;
        }

        yield return (plan with { Order = new PlanOrder(by, descending) }, 0);
    }

    /// <summary>Whether the change asked for is growth; null where good and bad mean nothing.</summary>
    private static bool? ChangeIsUp(Draft draft, string measure, bool isTime)
    {
        if (draft.Changes.Select(change => change.Better).FirstOrDefault(better => better is not null) is not { } better) return draft.Changes.All(change => change.Up is not false);
        if (isTime || measure is "reopenRate") return !better;
        return measure is "csat" or "slaMet" or "csatResponseRate" ? better : null;
    }

    /// <summary>A bound in a measure's unit; null where the two do not go together.</summary>
    internal static double? InUnitOf(string unit, BoundPart bound) => (unit, bound.Unit) switch
    {
        ("minutes", "minutes") => bound.Value,
        ("hours", "minutes") => bound.Value / 60,
        ("share", "share") => bound.Value,
        ("share", null) => bound.Value is > 1 and <= BoundRules.Stars ? null : bound.Value > 1 ? bound.Value / 100 : bound.Value,
        (_, null) => bound.Value,
        _ => null,
    };

    internal static bool? Descending(RankWay way, string measure, bool isTime) => way switch
    {
        RankWay.Most or RankWay.Slowest => true,
        RankWay.Least or RankWay.Fastest => false,
        RankWay.Best when measure is "csat" or "slaMet" or "csatResponseRate" or "oneTouchRate" or "oneTouch" or "solved" => true,
        RankWay.Best when isTime || measure is "reopenRate" or "reopened" or "slaMissed" or "negativeShare" or "escalationRate" or "escalations" => false,
        RankWay.Worst when measure is "csat" or "slaMet" or "csatResponseRate" or "oneTouchRate" => false,
        RankWay.Worst when isTime || measure is "reopenRate" or "reopened" or "slaMissed" or "negativeShare" or "escalationRate" or "escalations" => true,
        _ => null,
    };

    /// <summary>One form for all ways to say the same.</summary>
    private Plan Tidy(Plan plan) => plan with
    {
        TimeZone = context.Dates.Zone.Id,
        Filters = [.. plan.Filters.Select(Plain).OrderBy(filter => filter.Field, StringComparer.Ordinal).ThenBy(filter => filter.Op, StringComparer.Ordinal)],
    };

    /// <summary>Fewer reopens than one are none: two readings that say so are one.</summary>
    private static PlanFilter Plain(PlanFilter filter) => filter switch
    {
        { Field: "reopens", Op: "lessThan", Values: ["1"] } or { Field: "reopens", Op: "atMost", Values: ["0"] } => new(filter.Field, "is", ["0"]),
        { Field: "reopens", Op: "moreThan", Values: ["0"] } => new(filter.Field, "atLeast", ["1"]),
        _ => filter,
    };
}
