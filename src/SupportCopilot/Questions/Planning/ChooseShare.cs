using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Compiling;
using SupportCopilot.Questions.Parsing;
using SupportCopilot.Questions.Parsing.Rules;

namespace SupportCopilot.Questions.Planning;

/// <summary>Tells the part from the whole: «what share of billing tickets are urgent», «share of refunds by product».</summary>
internal static class ChooseShare
{
    /// <summary>What a share is the part of, and what the part is.</summary>
    public static IEnumerable<(Plan Plan, double Cost)> Of(Draft draft, (Plan Plan, double Cost) made)
    {
        var plan = made.Plan;
        if (draft.Share is not { } place)
        {
            if (!plan.Measures.Any(measure => measure.Name == "share")) yield return made;
            yield break;
        }

        if (plan.Measures.All(measure => measure.Name != "share" && Catalog.Measure(measure.Name).Unit == "share"))   // «SLA %»: what is a share already
        {
            yield return made;
            yield break;
        }

        var demands = draft.Filters.Select(filter => (filter.Place, filter.Filter.Filters.All)).ToList();
        if (draft.Clocks.Where(clock => clock.Clock == Clocks.Solved).Select(clock => clock.Place).ToList() is [var solved]) demands.Add((solved, [SolvedOnes]));
        foreach (var (at, bound) in draft.Bounds)
            if (bound.Of is { } field && Catalog.FindDimension(field) is { Kind: DimensionKind.Number or DimensionKind.Custom } && plan.Having is null) demands.Add((at, BoundRules.Filter(field, bound).Filters.All));
        if (plan.Measures.Count > 1) yield break;
        if (demands.Count == 0 || draft.IsShareOfGroups)
        {
            if (plan.GroupBy.Count > 0) yield return made;
            yield break;
        }

        // «what share of billing tickets are urgent»: what stands after the verb is the part.
        var verb = Enumerable.Range(place, draft.Parts.Count - place).Where(i => draft.Parts[i] is FillerPart { Kind: FillerKind.Is }).Cast<int?>().FirstOrDefault(i => demands.Any(demand => demand.Place > i));
        var (isBefore, isBehind) = (demands.Exists(demand => demand.Place < place), demands.Exists(demand => demand.Place > place));
        if (verb is null && draft.Parts.Take(place).Any(part => part is MeasurePart or FilterPart)) verb = -1;   // «urgent tickets as a percentage of all»
        // «what share of shipping tickets missed the SLA»: what became of them is the part
        var noun = draft.Measures.Select(measure => (int?)measure.Place).FirstOrDefault(at => at > place);
        if (verb is null && noun is { } tickets && demands.Any(demand => demand.Place < tickets) && demands.Any(demand => demand.Place > tickets && IsOutcome(demand.All) && !IsInside(draft, demand.Place))) verb = tickets;
        // «share of billing tickets from Globex»: of the billing ones
        if (verb is null && noun is { } kind && demands.Exists(demand => demand.Place < kind && demand.Place > place) && demands.Exists(demand => demand.Place > kind) && demands.Where(demand => demand.Place > kind).All(demand => demand.All.All(filter => filter.Field is "organization" or "requester") && !IsInside(draft, demand.Place))) verb = kind;
        var asked = demands.Where(demand => verb is null || demand.Place > verb).ToList();
        // «share of email among tickets with tag vip»: of the vip ones
        if (verb is null && noun is { } whose && draft.Parts.Take(whose).LastOrDefault(part => part is not FillerPart { Kind: FillerKind.Plain }) is FillerPart { Kind: FillerKind.Preposition } && demands.Exists(demand => demand.Place > place && demand.Place < whose)) asked = demands.FindAll(demand => demand.Place > place && demand.Place < whose);
        if (verb is -1 && isBefore && isBehind) asked = demands.FindAll(demand => demand.Place < place);   // «Globex's share of billing tickets»
        var outcomes = asked.Where(demand => IsOutcome(demand.All)).ToList();
        if (verb is not null && outcomes.Count > 0 && asked.Count > outcomes.Count && !outcomes.Exists(outcome => asked.Exists(other => other != outcome && draft.AreJoined(Math.Min(outcome.Place, other.Place), Math.Max(outcome.Place, other.Place)))))
            asked = outcomes;   // «are reopened within Payments»: of the tickets in Payments
        // «percentage of tickets breaching SLA for Devices»: of those of Devices
        if (verb is null && noun is not null && outcomes.Count > 0 && asked.Count > outcomes.Count && asked.Except(outcomes).All(demand => demand.All.All(filter => filter.Field is "group" or "organization" or "brand" or "product" or "channel" or "agent" or "requester")) && asked.Except(outcomes).All(demand => demand.Place > outcomes.Max(outcome => outcome.Place)))
            asked = outcomes;
        // «the share of refunds in billing»: of the tickets in billing
        if (verb is null && asked.Count > 1 && asked.Exists(demand => !IsInside(draft, demand.Place))) asked.RemoveAll(demand => IsInside(draft, demand.Place));
        // «share of negative tickets by weekday, chat»: behind a comma it is of the whole
        if (verb is null && noun is { } counted && asked.Exists(demand => demand.Place < counted)) asked.RemoveAll(demand => demand.Place > counted && demand.Place > 0 && draft.Parts[demand.Place - 1] is FillerPart { Kind: FillerKind.Mark } && draft.Parts.Skip(counted + 1).Take(demand.Place - counted - 1).Any(part => part is GroupPart or PeriodPart));
        var part = asked.SelectMany(demand => demand.All).ToList();
        var whole = plan.Filters.Where(filter => !part.Any(other => Same(other, filter))).ToList();
        // Where the solved ones are what the share is of, and where what is counted is how they were solved, the period is that of their solution.
        var ofSolved = draft.Clocks.Count > 0 && draft.Clocks.TrueForAll(clock => clock.Clock == Clocks.Solved) && demands.Except(asked).Any(demand => draft.Parts[demand.Place] is ClockPart);
        if (draft.Clocks.TrueForAll(clock => clock.Clock == Clocks.Solved) && (ofSolved || part.Count > 0 && part.TrueForAll(filter => filter.Field is "resolutionMinutes")))
        {
            plan = plan with { Measures = [plan.Measures[0] with { Clock = Clocks.Solved }] };
            if (!whole.Exists(filter => Same(filter, SolvedOnes))) whole.Add(SolvedOnes);
        }

        // «what share of all tickets did Payments solve in May»: of what was solved then
        if (part.Count > 1 && part.Exists(filter => Same(filter, SolvedOnes)) && part.Exists(filter => filter.Field is "agent" or "group") && draft.Clocks.TrueForAll(clock => clock.Clock == Clocks.Solved) && draft.Clocks.Count > 0)
        {
            part.RemoveAll(filter => Same(filter, SolvedOnes));
            whole.Add(SolvedOnes);
            plan = plan with { Measures = [plan.Measures[0] with { Clock = Clocks.Solved }] };
        }

        bool IsOneTouch(PlanFilter filter) => filter is { Field: "replies", Op: "is", Values: ["1"] };
        if (part.Exists(filter => Same(filter, SolvedOnes)) && part.Concat(whole).Any(IsOneTouch) && part.TrueForAll(filter => Same(filter, SolvedOnes) || IsOneTouch(filter)))
        {
            yield return (plan with { Measures = [new PlanMeasure("oneTouchRate", Clocks.Solved)], Filters = [.. whole.Where(filter => !IsOneTouch(filter))] }, made.Cost);   // solved in one touch
            yield break;
        }

        if (part is [{ Field: "sla", Op: "is", Values: ["met"] }])
        {
            yield return (plan with { Measures = [new PlanMeasure("slaMet", plan.Measures[0].Clock)], Filters = whole }, made.Cost);
            yield break;
        }

        if (part.Count == 0) yield break;   // nothing stands where the part would
        var inEach = plan with { Measures = [plan.Measures[0] with { Part = part }], Filters = whole };
        yield return (inEach, made.Cost);
        if (plan.GroupBy.Count > 0 && verb is null) yield return (plan with { Filters = [.. whole, .. part] }, made.Cost + 0.8);   // «share of vip tickets by team» is rather that of each team
    }

    private static readonly PlanFilter SolvedOnes = new("status", "is", ["solved", "closed"]);

    // The «of» of «the share of» announces the part itself.
    private static bool IsInside(Draft draft, int place) => draft.Parts[place] is FilterPart { IsInside: true } || place > 1 && draft.Parts[place - 1] is FillerPart { Kind: FillerKind.Preposition } && draft.Parts[place - 2] is not SharePart;

    private static bool IsOutcome(IReadOnlyList<PlanFilter> demand) => demand.All(filter => filter.Field is "sla" or "reopens" or "firstReplyMinutes" or "resolutionMinutes" or "csat" || filter is { Field: "status", Values: ["solved", "closed"] });

    private static bool Same(PlanFilter a, PlanFilter b) => a.Field == b.Field && a.Op == b.Op && a.Values.SequenceEqual(b.Values);
}
