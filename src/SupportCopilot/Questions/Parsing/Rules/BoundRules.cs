using System.Globalization;
using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Planning;

namespace SupportCopilot.Questions.Parsing.Rules;

/// <summary>«more than 50 tickets», «over 2 hours», «reopened more than once», «3 or more replies», «CSAT below 80 %».</summary>
internal static class BoundRules
{
    private static readonly FillerKind[] Linking = [FillerKind.Is, FillerKind.Mark, FillerKind.Plain, FillerKind.Preposition];

    /// <summary>«CSAT below 3» may be said of stars or of percents; up to so many nobody can tell.</summary>
    public const double Stars = 10;

    public static void Apply(Chart chart)
    {
        for (var start = 0; start < chart.Words.Count; start++)
        {
            foreach (var op in chart.Of<BoundOpPart>(start))
            {
                var name = ((BoundOpPart)op.Part).Op;
                foreach (var number in chart.After<NumberPart>(op.End, FillerKind.Plain)) AddNumber(chart, start, number.End, name, ((NumberPart)number.Part).Value);
                var isAge = chart.Words[start].Text is "older" or "younger" or "newer";   // «open tickets older than a week»
                foreach (var time in chart.After<DurationPart>(op.End, FillerKind.Plain)) chart.Add(start, time.End, new BoundPart(chart.Words[start].Text is "older" ? "moreThan" : name, ((DurationPart)time.Part).Minutes, "minutes", isAge ? "openAgeMinutes" : null), 1);
            }

            foreach (var number in chart.Of<NumberPart>(start))
            {
                OrMore(chart, number);
                Between(chart, number);
                foreach (var name in chart.Of<DimensionPart>(number.End))
                    if (((DimensionPart)name.Part).Name is "tag" && chart.Words[name.End - 1].Text is "tag" or "tags" && start > 0 && chart.Words[start - 1].Text is "with" or "have" or "has" or "having" or "had" or "carrying" or "exactly" or "just" or "only") chart.Add(start, name.End, new BoundPart("is", ((NumberPart)number.Part).Value, null, "tagCount"), 0.8);
                    else if (((DimensionPart)name.Part).Name is ("replies" or "reopens") and var field) chart.Add(start, name.End, new BoundPart("is", ((NumberPart)number.Part).Value, null, field), 1);
            }
        }

        for (var start = 0; start < chart.Words.Count; start++) Only(chart, start);
        for (var start = chart.Words.Count - 1; start >= 0; start--)
        {
            foreach (var bound in chart.Of<BoundPart>(start).Where(edge => edge.Part is BoundPart { Of: null })) OfWhat(chart, bound);
        }

        for (var start = 0; start < chart.Words.Count; start++) AfterWhat(chart, start);
    }

    private static void AddNumber(Chart chart, int start, int end, string op, double value)
    {
        chart.Add(start, end, new BoundPart(op, value, null, null), 1);
        foreach (var percent in chart.Of<SharePart>(end)) chart.Add(start, percent.End, new BoundPart(op, value / 100, "share", null), 1);
    }

    /// <summary>«organizations with just one ticket», «that sent a single ticket»: who has any has one at least, so one is one at most.</summary>
    private static void Only(Chart chart, int start)
    {
        var words = chart.Words;
        var at = words[start].Text is "just" or "only" or "exactly" ? start + 1 : start;
        if (at < words.Count && words[at].Text is "a" or "one") at++;
        else if (at == start) return;
        if (at < words.Count && words[at].Text is "single") at++;
        else if (!(at > start && words[at - 1].Text is "one" && words[start].Text is "just" or "only" or "exactly")) return;
        foreach (var noun in chart.Of<MeasurePart>(at).Where(edge => edge.Part is MeasurePart { Name: "tickets" or "solved" or "open", IsMany: false }))
            chart.Add(start, noun.End, new BoundPart("atMost", 1, null, ((MeasurePart)noun.Part).Name), 0.8);
    }

    private static void OrMore(Chart chart, Edge number)
    {
        var value = ((NumberPart)number.Part).Value;
        var words = chart.Words;
        var (at, isPlus) = (number.End, number.End < words.Count && words[number.End].Text == "+");
        if (isPlus) chart.Add(number.Start, at + 1, new BoundPart("atLeast", value, null, null), 1);
        if (at + 1 >= words.Count || words[at].Text != "or") return;
        if (words[at + 1].Text is "more" or "above" or "higher" or "greater") chart.Add(number.Start, at + 2, new BoundPart("atLeast", value, null, null), 1);
        if (words[at + 1].Text is "fewer" or "less" or "below" or "lower") chart.Add(number.Start, at + 2, new BoundPart("atMost", value, null, null), 1);
    }

    /// <summary>«between 2 and 4 replies», «1 to 3 replies», «between 1 and 4 hours»: both ends are counted in.</summary>
    private static void Between(Chart chart, Edge low)
    {
        var words = chart.Words;
        var isBetween = low.Start > 0 && words[low.Start - 1].Text is "between" or "from";
        if (low.End >= words.Count || !(words[low.End].Text is "to" or "-" || isBetween && words[low.End].Text is "and")) return;
        var (start, first) = (isBetween ? low.Start - 1 : low.Start, ((NumberPart)low.Part).Value);
        foreach (var high in chart.Of<NumberPart>(low.End + 1))
        {
            var last = ((NumberPart)high.Part).Value;
            if (last < first) continue;
            foreach (var name in chart.Of<DimensionPart>(high.End))
                if (IsNumber((DimensionPart)name.Part)) chart.Add(start, name.End, Filter(((DimensionPart)name.Part).Name, new BoundPart("atLeast", first, null, null) { Upper = last }), 0.9);
            if (isBetween) chart.Add(start, high.End, new BoundPart("atLeast", first, null, null) { Upper = last }, 1.2);
        }

        foreach (var high in chart.Of<DurationPart>(low.End + 1))   // the unit stands behind both
        {
            if (high.End - low.End - 1 < 2) continue;
            var minutes = ((DurationPart)high.Part).Minutes;
            var count = chart.Of<NumberPart>(low.End + 1).Select(number => ((NumberPart)number.Part).Value).FirstOrDefault();
            if (count > 0 && count >= first) chart.Add(start, high.End, new BoundPart("atLeast", first * (minutes / count), "minutes", null) { Upper = minutes }, 1);
        }
    }

    /// <summary>What follows the number: «more than 3 replies», «over 2 hours to solve».</summary>
    private static void OfWhat(Chart chart, Edge bound)
    {
        var part = (BoundPart)bound.Part;
        foreach (var place in chart.Positions(bound.End, FillerKind.Plain, FillerKind.Preposition))
        {
            if (part.Unit is null)
            {
                foreach (var name in chart.Of<DimensionPart>(place))
                    if (IsNumber((DimensionPart)name.Part) && name.Part is not DimensionPart { Name: "csat" }) chart.Add(bound.Start, name.End, part with { Of = ((DimensionPart)name.Part).Name }, 1);
                foreach (var name in chart.Of<MeasurePart>(place))
                    if (name.Part is MeasurePart { Name: "tickets" or "solved" or "open" or "reopened" } counted) chart.Add(bound.Start, name.End, part with { Of = counted.Name }, 1);
            }

            if (part.Unit is null && place < chart.Words.Count && chart.Words[place].Text is "tag" or "tags" && chart.Words[bound.Start].Text is not "exactly") chart.Add(bound.Start, place + 1, part with { Of = "tagCount" }, 0.8);
            if (part.Unit is "minutes" && place < chart.Words.Count && chart.Words[place].Text is "old" or "of" && (chart.Words[place].Text is "old" || place + 1 < chart.Words.Count && chart.Words[place + 1].Text is "age")) chart.Add(bound.Start, chart.Words[place].Text is "old" ? place + 1 : place + 2, part with { Of = "openAgeMinutes" }, 0.8);
            if (part.Unit is null && place < chart.Words.Count && chart.Words[place].Text is "times") chart.Add(bound.Start, place + 1, part with { Of = "tickets" }, 1);
            if (part.Unit is "minutes")
            {
                foreach (var goal in chart.Of<GoalPart>(place)) chart.Add(bound.Start, goal.End, part with { Of = FieldOf(((GoalPart)goal.Part).Family) }, 1);
            }
        }
    }

    /// <summary>What stands before it: «a first reply time over 60 minutes», «solved within 2 hours», «reopened more than once», «it took more than 2 days».</summary>
    private static void AfterWhat(Chart chart, int start)
    {
        foreach (var name in chart.Of<DimensionPart>(start))
        {
            var field = Catalog.Dimension(((DimensionPart)name.Part).Name);
            if (!IsNumber((DimensionPart)name.Part)) continue;
            var isTime = field.Name is "firstReplyMinutes" or "resolutionMinutes" or "openAgeMinutes";
            foreach (var bound in chart.After<BoundPart>(name.End, Linking).Where(edge => edge.Part is BoundPart { Of: null } part && (part.Unit is "minutes" ? isTime : !isTime || part.Unit is null) && !(field.Name is "csat" && part is { Unit: null, Value: > 1 and <= Stars })))
                chart.Add(start, bound.End, (BoundPart)bound.Part with { Of = field.Name }, 1);
        }

        foreach (var edge in chart.Of<FilterPart>(start).Where(edge => edge.Part is FilterPart { Filters.All: [{ Field: "reopens", Op: "atLeast" }] }))
        {
            foreach (var bound in chart.After<BoundPart>(edge.End, FillerKind.Plain).Where(other => other.Part is BoundPart { Of: null, Unit: null }))
            {
                var end = bound.End < chart.Words.Count && chart.Words[bound.End].Text is "times" or "time" ? bound.End + 1 : bound.End;
                chart.Add(start, end, Filter("reopens", (BoundPart)bound.Part), 1);
            }
        }

        var goals = chart.Of<GoalPart>(start).Select(edge => (edge.End, ((GoalPart)edge.Part).Family));
        foreach (var (end, family) in goals)
        {
            var isVerb = chart.Words[end - 1].Text.EndsWith("ed", StringComparison.Ordinal);
            var from = isVerb && end < chart.Words.Count && chart.Words[end].Text is "after" ? end + 1 : end;
            if (!isVerb)   // «tickets where the first reply took more than a day»
                foreach (var bound in chart.After<BoundPart>(end, FillerKind.Plain, FillerKind.Preposition, FillerKind.Take).Where(edge => edge.Part is BoundPart { Unit: "minutes", Of: null } && Enumerable.Range(end, Math.Max(0, edge.Start - end)).Any(i => chart.From(i).Any(other => other.Part is FillerPart { Kind: FillerKind.Take }))))
                    chart.Add(start, bound.End, (BoundPart)bound.Part with { Of = FieldOf(family), IsOfTickets = Enumerable.Range(0, start).Any(i => chart.Of<MeasurePart>(i).Any(noun => noun.Part is MeasurePart { Name: "tickets" })) }, 1);
            foreach (var bound in chart.After<BoundPart>(from, FillerKind.Plain, FillerKind.Preposition).Where(edge => edge.Part is BoundPart { Unit: "minutes", Of: null }))
                chart.Add(start, bound.End, (BoundPart)bound.Part with { Of = FieldOf(family), IsOfTickets = isVerb && (from > end || ((BoundPart)bound.Part).Op is "atMost" or "lessThan") }, 1);
        }
    }

    private static bool IsNumber(DimensionPart part) => part.IsNumber || Catalog.Dimension(part.Name).Kind is DimensionKind.Number;

    /// <summary>A bound as a demand on each ticket; a rating of 80 means 80 %.</summary>
    public static FilterPart Filter(string field, BoundPart bound)
    {
        if (bound.Upper is not { } upper) return new FilterPart(field, bound.Op, Value(bound.Value));
        return new FilterPart(new FilterSet([new PlanFilter(field, "atLeast", [Value(bound.Value)]), new PlanFilter(field, "atMost", [Value(upper)])]));

        string Value(double said) => (field == "csat" && said > 1 ? said / 100 : said).ToString(CultureInfo.InvariantCulture);
    }

    private static string FieldOf(string family) => family == "resolution" ? "resolutionMinutes" : "firstReplyMinutes";
}
