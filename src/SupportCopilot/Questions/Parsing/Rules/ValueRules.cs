using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Planning;
using SupportCopilot.Questions.Values;

namespace SupportCopilot.Questions.Parsing.Rules;

/// <summary>Values become demands: bare, joined by «or», named by their dimension, or announced by a cue.</summary>
internal static class ValueRules
{
    private const double BareSingleNamePenalty = 1.5;   // «Grace» may be a customer, but rarely is what is asked for
    private const double PlainMeaningPenalty = 1.0;       // «open», «solved» and «escalated» say more in plain words than as a status or a tag
    private const double SeveralWords = 0.3;              // «Technical Support» in full hardly means anything else
    private const int MostContrasted = 8;
    private static readonly string[] Nouns = ["complaint", "complaints", "problem", "problems", "question", "questions", "issue", "issues", "request", "requests", "enquiry", "enquiries", "inquiries"];
    private static readonly string[] Concerning = ["about", "regarding", "concerning", "with"];
    private static readonly FillerKind[] Little = [FillerKind.Plain, FillerKind.Mark];
    private static readonly FillerKind[] Linking = [FillerKind.Is, FillerKind.Mark, FillerKind.Plain, FillerKind.Preposition];

    public static void Join(Chart chart)
    {
        const int MostJoined = 5;
        for (var round = 0; round < MostJoined; round++)
        {
            for (var start = 0; start < chart.Words.Count; start++)
            {
                foreach (var left in chart.Of<ValuesPart>(start)) JoinFrom(chart, left);
            }
        }
    }

    private static void JoinFrom(Chart chart, Edge left)
    {
        var values = (ValuesPart)left.Part;
        foreach (var (place, isAnd) in Connectors(chart, left.End))
        {
            foreach (var right in chart.After<ValuesPart>(place, FillerKind.Plain, FillerKind.Preposition, FillerKind.Mark))
            {
                var other = (ValuesPart)right.Part;
                if (other.Dimension != values.Dimension || other.Values.All.Intersect(values.Values.All).Any()) continue;
                var all = isAnd && Catalog.Dimension(values.Dimension).IsMany;
                if (values.Values.All.Count > 1 && values.All != all) continue;
                chart.Add(left.Start, right.End, new ValuesPart(values.Dimension, new Names([.. values.Values.All, .. other.Values.All]), all) { IsPlainWord = values.IsPlainWord || other.IsPlainWord }, Math.Max(left.Cost, right.Cost) + 0.05);
            }
        }
    }

    /// <summary>The places after «and», «or», «,», «/» or «, and».</summary>
    private static IEnumerable<(int Place, bool IsAnd)> Connectors(Chart chart, int end)
    {
        var at = end < chart.Words.Count && chart.Words[end].Text is "\"" or "»" ? end + 1 : end;
        if (at >= chart.Words.Count) yield break;
        foreach (var edge in chart.From(at))
        {
            if (edge.Part is OrPart) yield return (edge.End, false);
            if (edge.Part is FillerPart { Kind: FillerKind.And }) yield return (edge.End, true);
        }

        if (chart.Words[at].Text != ",") yield break;
        yield return (at + 1, false);
        if (at + 1 >= chart.Words.Count) yield break;
        foreach (var edge in chart.From(at + 1))
            if (edge.Part is OrPart or FillerPart { Kind: FillerKind.And }) yield return (edge.End, edge.Part is not OrPart);
    }

    public static void Demand(Chart chart, ValueIndex known)
    {
        for (var start = 0; start < chart.Words.Count; start++)
        {
            foreach (var edge in chart.Of<ValuesPart>(start)) Shared(chart, edge, known);
            foreach (var edge in chart.Of<ValuesPart>(start))
            {
                Bare(chart, edge);
                BeforeItsDimension(chart, edge);
                Generic(chart, edge);
            }

            foreach (var edge in chart.Of<DimensionPart>(start))
            {
                AfterItsDimension(chart, edge);
                AfterItsField(chart, edge, known);
            }

            if (chart.Words[start].Text is "than" && HoldsFigures(chart, start)) chart.Add(start, start + 1, new VersusPart { IsThan = true, IsOfFigures = true }, 0.3);
            if (chart.Words[start].Text is "than" && chart.After<ValuesPart>(start + 1, FillerKind.Plain).Count > 0) chart.Add(start, start + 1, new VersusPart { IsThan = true }, 0.3);   // «did Amelia solve more than Jonas»
            foreach (var edge in chart.Of<CuePart>(start)) AfterCue(chart, edge);
            foreach (var edge in chart.Of<ByPart>(start)) AfterBy(chart, edge);
            foreach (var edge in chart.Of<ValuesPart>(start)) Contrast(chart, edge);
        }
    }

    /// <summary>«did we solve more than we received»: two figures side by side, each by its verb.</summary>
    private static bool HoldsFigures(Chart chart, int than) =>
        Enumerable.Range(0, than).Any(at => chart.Words[at].Text is "more" or "fewer" or "less")
        && Enumerable.Range(than + 1, chart.Words.Count - than - 1).SelectMany(at => chart.Of<ClockPart>(at)).Select(edge => ((ClockPart)edge.Part).Clock).FirstOrDefault(clock => clock is "created" or "solved") is { } after
        && Enumerable.Range(0, than).SelectMany(at => chart.Of<ClockPart>(at)).Any(edge => edge.Part is ClockPart { Clock: "created" or "solved" } clock && clock.Clock != after);

    /// <summary>«handled by the Billing team», «by the Devices group»: a cue before a value that its dimension follows.</summary>
    public static void CuesBeforeDemands(Chart chart)
    {
        for (var start = 0; start < chart.Words.Count; start++)
        {
            foreach (var cue in chart.Of<CuePart>(start).Concat(chart.Of<ByPart>(start).Where(edge => edge.Part is ByPart { IsEach: false })))
            {
                foreach (var demand in chart.After<FilterPart>(cue.End, Little))
                {
                    if (demand.Part is not FilterPart { Filters.All: [{ Op: "is" } filter] }) continue;
                    var values = new ValuesPart(filter.Field, new Names(filter.Values), false);
                    var fits = cue.Part is CuePart part ? PenaltyOf(part.Kind, values) is not null : filter.Field is "agent" or "group" or "requester" or "organization" or "channel";
                    if (fits) chart.Add(start, demand.End, demand.Part, demand.Cost + 0.05);
                }
            }
        }
    }

    private static void Bare(Chart chart, Edge edge)
    {
        var values = (ValuesPart)edge.Part;
        var single = values.Dimension == "requester" && edge.End - edge.Start == 1 ? BareSingleNamePenalty : 0;
        var isOne = values.Values.All.Select(value => value.ToLowerInvariant()).Distinct().Count() == 1;
        var surely = isOne && edge.End - edge.Start > 1 ? SeveralWords : 1;
        chart.Add(edge.Start, edge.End, DemandOf(values), 1 + Prior(values) * surely + edge.Cost + single + Plain(values));
    }

    /// <summary>«CSAT for shop», where that is a tag and there is a product «Corner Shop»: either may be meant.</summary>
    private static void Shared(Chart chart, Edge edge, ValueIndex known)
    {
        if (edge.Part is not ValuesPart { Dimension: "tag", Values.All: [var tag, ..] } || chart.Of<ValuesPart>(edge.Start).Any(other => other.End == edge.End && other.Part is ValuesPart { Dimension: not "tag" })) return;
        var key = Words.WordReader.Key(tag);
        var named = known.InDimensions("product", "brand", "group").Where(value => $" {Words.WordReader.Key(value.Called)} ".Contains($" {key} ", StringComparison.Ordinal)).ToList();
        if (key.Length < 3 || named is not [var only]) return;
        var other = new ValuesPart(only.Dimension, new Names(only.Spellings), false);
        chart.Add(edge.Start, edge.End, other, Math.Max(0, Prior((ValuesPart)edge.Part) - Prior(other)) + edge.Cost);
    }

    /// <summary>«password problems», «billing questions»: behind a subject they may be tickets as such, whatever types there are.</summary>
    private static void Generic(Chart chart, Edge edge)
    {
        var at = edge.Start;
        if (edge.End == at + 1 && Nouns.Contains(chart.Words[at].Text) && edge.End < chart.Words.Count && Concerning.Contains(chart.Words[edge.End].Text)
            && edge.Part is ValuesPart { Dimension: "type" or "tag" or "category" or "subcategory" } && chart.After<ValuesPart>(edge.End + 1, FillerKind.Plain).Any())   // «complaints about billing» are tickets, whatever is tagged so
            chart.Add(at, edge.End, new MeasurePart("tickets") { IsMany = true }, 0.4);
        if (edge.Part is not ValuesPart { Dimension: "type" } || edge.End != at + 1 || at == 0 || chart.Words[at].Text is not ("problem" or "problems" or "question" or "questions")) return;
        if (Enumerable.Range(Math.Max(0, at - 4), Math.Min(at, 4)).Any(start => chart.Of<ValuesPart>(start).Any(before => before.End == at && before.Part is ValuesPart { Dimension: "category" or "subcategory" or "tag" or "product" or "cluster" })))
            chart.Add(at, edge.End, new MeasurePart("tickets") { IsMany = true }, 1.3);
    }

    /// <summary>«billing category», «the Devices team».</summary>
    private static void BeforeItsDimension(Chart chart, Edge edge)
    {
        var values = (ValuesPart)edge.Part;
        foreach (var name in chart.After<DimensionPart>(edge.End, FillerKind.Mark))
            if (((DimensionPart)name.Part).Name == values.Dimension) chart.Add(edge.Start, name.End, DemandOf(values), 1 + Named(edge));
    }

    /// <summary>«category billing», «priority is urgent», «status = open», «category is not billing».</summary>
    private static void AfterItsDimension(Chart chart, Edge name)
    {
        var dimension = ((DimensionPart)name.Part).Name;
        // «by organization for Globex» splits, and is about Globex besides
        var isSplit = name.Start > 0 && chart.Words[name.Start - 1].Text is "by" or "per" or "each";
        foreach (var place in isSplit ? chart.Positions(name.End, FillerKind.Is, FillerKind.Mark) : chart.Positions(name.End, Linking))
        {
            if (IsBounded(chart, name.End, place)) continue;
            foreach (var edge in chart.Of<ValuesPart>(place))
                if (((ValuesPart)edge.Part).Dimension == dimension) chart.Add(name.Start, edge.End, DemandOf((ValuesPart)edge.Part), 1 + Named(edge));
            foreach (var not in chart.Of<NotPart>(place))
            {
                foreach (var edge in chart.After<ValuesPart>(not.End, Linking))
                    if (((ValuesPart)edge.Part).Dimension == dimension && NotRules.Turned(DemandOf((ValuesPart)edge.Part)) is { } turned) chart.Add(name.Start, edge.End, turned, 1 + Named(edge));
            }
        }
    }

    /// <summary>«severity S1», «seats is 5»: values of custom fields that are too short to be looked for without their name.</summary>
    private static void AfterItsField(Chart chart, Edge name, ValueIndex known)
    {
        const int MostWords = 3;
        if (!((DimensionPart)name.Part).Name.StartsWith(Catalog.FieldPrefix, StringComparison.Ordinal)) return;
        foreach (var place in chart.Positions(name.End, Linking).Where(place => !IsBounded(chart, name.End, place)).ToList())
            for (var end = place + 1; end <= Math.Min(place + MostWords, chart.Words.Count); end++)
                foreach (var value in known.Exactly(LexicalRules.RawOf(chart, place, end)))
                    if (value.Dimension == ((DimensionPart)name.Part).Name) chart.Add(name.Start, end, DemandOf(new ValuesPart(value.Dimension, new Names(value.Spellings), false)), 1);
    }

    /// <summary>«contract value over 5000» is no value of it.</summary>
    private static bool IsBounded(Chart chart, int from, int to) => Enumerable.Range(from, Math.Max(0, to - from)).Any(at => chart.Of<BoundOpPart>(at).Count > 0);

    private static void AfterCue(Chart chart, Edge cue)
    {
        foreach (var edge in chart.After<ValuesPart>(cue.End, Little))
        {
            var values = (ValuesPart)edge.Part;
            var isIn = chart.Words[cue.Start].Text is "in" or "within";
            if (PenaltyOf(((CuePart)cue.Part).Kind, values) is not { } penalty) continue;
            if (isIn && values.Dimension == "group") penalty = Math.Min(penalty, 0.6);   // «in Billing», where that is a group and a category
            chart.Add(cue.Start, edge.End, DemandOf(values) with { IsInside = isIn || chart.Words[cue.Start].Text == "among" }, 1.05 + penalty + edge.Cost + (((CuePart)cue.Part).Kind is CueKind.Any ? Plain(values) : 0));
        }
    }

    /// <summary>«by Amelia», «by chat»; «by» alone splits figures.</summary>
    private static void AfterBy(Chart chart, Edge by)
    {
        if (by.Part is ByPart { IsEach: true }) return;
        foreach (var edge in chart.After<ValuesPart>(by.End, Little))
        {
            var values = (ValuesPart)edge.Part;
            if (values.Dimension is "agent" or "group" or "requester" or "organization" or "channel") chart.Add(by.Start, edge.End, DemandOf(values), 1.05 + Prior(values) * 0.5 + edge.Cost);
        }
    }

    private static double? PenaltyOf(CueKind cue, ValuesPart values) => (cue, values.Dimension) switch
    {
        (CueKind.Agent, "agent") => 0,
        (CueKind.Agent, "group") => 0.3,
        (CueKind.From, "organization" or "requester") => 0,
        (CueKind.From, "channel" or "brand") => 0.4,
        (CueKind.From, "product" or "group") => 0.8,
        (CueKind.Channel, "channel") => 0,
        (CueKind.Tag, "tag") => 0,
        (CueKind.About, "category" or "subcategory" or "product") => 0,
        (CueKind.About, "tag" or "rootCause" or "cluster" or "type" or "brand" or "organization" or "channel") => Prior(values),
        (CueKind.Any, _) => Prior(values),
        _ => null,
    };

    /// <summary>«billing vs shipping», «compare billing tickets with shipping tickets».</summary>
    private static void Contrast(Chart chart, Edge left)
    {
        var values = (ValuesPart)left.Part;
        foreach (var place in chart.Positions(left.End, FillerKind.Mark).Concat(chart.After<MeasurePart>(left.End).Where(edge => edge.Part is MeasurePart { Name: "tickets" }).Select(edge => edge.End)))
        {
            var isWith = place < chart.Words.Count && chart.Words[place].Text is "with" or "to" && Enumerable.Range(0, left.Start).Any(at => chart.Of<VersusPart>(at).Any(edge => edge.Part is VersusPart { IsVerb: true }));   // «compare billing with shipping»
            foreach (var versus in chart.Of<VersusPart>(place).Where(edge => edge.Part is VersusPart { IsThan: false }).Concat(isWith ? [new Edge(place, place + 1, new VersusPart(), 1)] : []))
            {
                foreach (var right in chart.After<ValuesPart>(versus.End, FillerKind.Plain, FillerKind.Mark))
                {
                    var other = (ValuesPart)right.Part;
                    if (other.Dimension != values.Dimension || other.Values.All.Intersect(values.Values.All).Any()) continue;
                    var all = new Names([.. values.Values.All, .. other.Values.All]);
                    chart.Add(left.Start, right.End, new ContrastPart(values.Dimension, all), 1 + Prior(values) + left.Cost + right.Cost);
                    if (all.All.Count < MostContrasted) Contrast(chart, new Edge(left.Start, right.End, new ValuesPart(values.Dimension, all, false), left.Cost + right.Cost));   // «chat vs phone vs email»
                }
            }
        }
    }

    // Once its dimension is named, a value is hardly in doubt, whatever else its words may mean.
    private static double Named(Edge values) => Math.Min(values.Cost, 0.3) * 0.5;

    private static double Plain(ValuesPart values) => values.IsPlainWord ? PlainMeaningPenalty : 0;

    private static double Prior(ValuesPart values) => Catalog.Dimension(values.Dimension).Prior;

    private static FilterPart DemandOf(ValuesPart values) => values.All
        ? new FilterPart(new FilterSet([.. values.Values.All.Select(value => new PlanFilter(values.Dimension, "is", [value]))]))
        : new FilterPart(new FilterSet([new PlanFilter(values.Dimension, "is", values.Values.All)]));
}
