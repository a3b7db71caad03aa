using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Compiling;
using SupportCopilot.Questions.Parsing;

namespace SupportCopilot.Questions.Planning;

/// <summary>What a reading counts or averages, and by which clock.</summary>
/// <param name="Measures">The measures; the share's part is added later.</param>
/// <param name="Filters">Demands that the clocks' words make besides: «reply time of solved tickets».</param>
/// <param name="WantsMean">Whether the mean over groups or steps is asked for.</param>
internal sealed record ChosenMeasures(IReadOnlyList<PlanMeasure> Measures, IReadOnlyList<PlanFilter> Filters, bool WantsMean);

/// <summary>Joins measures, aggregates and verbs: «average and median first reply time of tickets solved last week».</summary>
internal static class ChooseMeasures
{
    private static readonly PlanFilter Done = new("status", "is", ["solved", "closed"]);

    /// <returns>The measures; null where the words do not go together.</returns>
    public static ChosenMeasures? Of(Draft draft)
    {
        if (draft.Goals.Count > 0 && !draft.HasHowLong) return null;
        var named = Named(draft);
        if (named is null) return null;
        var (names, wantsMean, ofWhich) = named.Value;
        if (draft.Share is not null && draft.CountsBeside) return null;   // «how many and what share»
        if (LosesOne(draft)) return null;
        if (draft.Share is { } beside && draft.Measures.Exists(measure => measure.Name == "tickets" && measure.Place < beside && draft.AreJoined(measure.Place, beside))) return null;   // «tickets and share of urgent ones»
        // «share of urgent ones and CSAT»: two figures, of which a plan says the one alone
        if (draft.Share is { } at && names.Exists(name => name != "tickets") && draft.Filters.Exists(filter => filter.Place > at && draft.Parts.Skip(at + 1).Take(filter.Place - at - 1).All(part => part is FillerPart { Kind: FillerKind.Plain or FillerKind.Preposition }))
            && draft.Parts.Skip(at).Any(part => part is MeasurePart { Name: not "tickets" }) && draft.Parts.Skip(at).Any(part => part is FillerPart { Kind: FillerKind.And })) return null;
        if (names is ["tickets"] && draft.Measures.Count == 0 && draft.Ranks.Exists(rank => rank.IsOfMood)) names = ["csat"];   // «happiest brand»
        if (draft.Share is { } of && names is ["open"] && draft.Clocks.Count == 0 && draft.Measures.Find(measure => measure.Name == "open").Place is var open && open > of
            && draft.Parts.Skip(of + 1).Take(open - of - 1).All(part => part is FillerPart)) return new([new PlanMeasure("share", Clocks.Open)], [], wantsMean);   // «what share of the backlog is urgent»
        if (draft.Share is not null && !names.TrueForAll(name => Catalog.Measure(name).Unit == "share") || draft.Share is not null && names.Count == 0) names = [.. names.Where(name => name != "tickets"), "share"];
        if (names.Count == 0 && Bounded(draft) is { } bounded) (names, wantsMean) = ([bounded], false);
        if (names.Count == 0 && draft.Ranks.Exists(rank => rank.IsOfMood)) names = ["csat"];   // «happiest brand»
        if (names.Count == 0) names = ["tickets"];
        if (names is ["tickets"] && IsAboutNow(draft)) names = ["open"];
        if (names is ["slaMet" or "slaMissed"] && draft.Filters.Exists(filter => filter.Filter.Filters.All.Any(one => one.Field == "sla"))) names = ["tickets"];   // «missed the most SLAs»: of the missed ones the rate is nothing
        if (names is ["tickets"] && draft.Clocks.Count == 0 && draft.Bounds.Any(bound => bound.Bound.Of == "resolutionMinutes")) names = ["solved"];   // what took so long is solved
        return WithClocks(draft, names, wantsMean) is { } chosen ? chosen with { Filters = [.. chosen.Filters, .. ofWhich.Where(filter => !chosen.Filters.Contains(filter))] } : null;
    }

    /// <summary>«tickets and vip tickets by brand»: two figures of other tickets each, of which a plan says the one alone.</summary>
    private static bool LosesOne(Draft draft)
    {
        if (draft.Share is not null || draft.Versus is not null || draft.Ranks.Count > 0 && draft.Which.Count > 0) return false;
        var nouns = draft.Measures.Where(measure => measure.Name is "tickets" or "solved" or "open" && draft.Parts[measure.Place] is MeasurePart).Select(measure => measure.Place).ToList();
        for (var i = 1; i < nouns.Count; i++)
        {
            var (first, second) = (nouns[i - 1], nouns[i]);
            var cut = Enumerable.Range(first + 1, second - first - 1).LastOrDefault(at => draft.Parts[at] is FillerPart { Kind: FillerKind.And } || draft.Parts[at] is FillerPart { Kind: FillerKind.Mark }, -1);
            if (cut < 0 || !Enumerable.Range(first + 1, second - first - 1).Any(at => draft.Parts[at] is FillerPart { Kind: FillerKind.And } or FillerPart { Kind: FillerKind.Mark })) continue;
            var begin = Enumerable.Range(0, first).LastOrDefault(at => draft.Parts[at] is FillerPart { Kind: FillerKind.And or FillerKind.Mark } or PeriodPart, -1);
            var after = draft.Parts[first] is MeasurePart { Name: var one } && draft.Parts[second] is MeasurePart { Name: var other } && one == other ? Behind(second) : second;
            if (!Fields(begin + 1, cut).SetEquals(Fields(cut + 1, after))) return true;
        }

        return false;

        HashSet<string> Fields(int from, int to) => [.. draft.Filters.Where(filter => filter.Place >= from && filter.Place < to).SelectMany(filter => filter.Filter.Filters.All).Select(filter => filter.Field)];
        int Behind(int noun) => Enumerable.Range(noun + 1, draft.Parts.Count - noun - 1).FirstOrDefault(at => draft.Parts[at] is not (FilterPart or FillerPart { Kind: FillerKind.Plain or FillerKind.Preposition or FillerKind.Is }), draft.Parts.Count);
    }

    /// <summary>What there is «now» or «currently» is what is open; what has a status is told by that.</summary>
    private static bool IsAboutNow(Draft draft) =>
        draft.IsNow && draft.Periods.Count + draft.Instants.Count + draft.Clocks.Count + draft.Compares.Count == 0 && draft.Share is null && draft.Distincts.Count == 0
        && draft.Aggregates.TrueForAll(aggregate => aggregate.Name == "average") && !draft.Filters.Exists(filter => filter.Filter.Filters.All.Any(one => one.Field == "status"));

    /// <summary>What a bound on groups is about, where the question names nothing else: «agents with more than 20 open tickets», «agents with an average first reply over 10 hours».</summary>
    private static string? Bounded(Draft draft)
    {
        var hasGroups = draft.Dimensions.Count + draft.Which.Count > 0;
        var isSplit = draft.Groups.Exists(group => group.Dimensions.All.Count > 0) && !draft.Parts.Any(part => part is FillerPart { Kind: FillerKind.HowMany or FillerKind.Among });   // «CSAT below 70 % by team»
        var aggregate = draft.Aggregates.Select(one => one.Name).FirstOrDefault();
        return draft.Bounds.Where(bound => !bound.Bound.IsOfTickets).Select(bound => bound.Bound.Of).FirstOrDefault() switch
        {
            "open" => "open",
            "solved" => "solved",
            "reopened" => "reopened",
            "csat" when hasGroups || isSplit => Member("csat", aggregate ?? "average"),
            "firstReplyMinutes" when hasGroups => Member("firstReply", aggregate ?? "median"),
            "resolutionMinutes" when hasGroups => Member("resolution", aggregate ?? "median"),
            _ => null,
        };
    }

    private static (List<string> Names, bool WantsMean, IReadOnlyList<PlanFilter> OfWhich)? Named(Draft draft)
    {
        var marks = draft.Measures.Select(measure => (measure.Place, measure.Name, IsAggregate: false))
            .Concat(draft.Aggregates.Select(aggregate => (aggregate.Place, aggregate.Name, IsAggregate: true))).OrderBy(mark => mark.Place).ToList();
        var named = new List<(int Place, string Name)>();
        var (pending, last, wantsMean) = (new List<string>(), new List<string>(), false);
        if (draft.HasHowLong)
        {
            var families = draft.Goals.Concat(draft.Clocks.Where(clock => clock.Clock == Clocks.Solved).Select(_ => "resolution")).Distinct().ToList();
            if (families.Count == 0 && draft.Measures.Exists(measure => measure.Name == "open")) families = ["openAge"];   // «how long have open tickets been waiting»
            if (families.Count != 1) return null;
            foreach (var aggregate in draft.Aggregates.Count == 0 ? ["median"] : draft.Aggregates.Select(a => a.Name).Distinct())
            {
                if (Member(families[0], aggregate) is not { } member) return null;
                named.Add((0, member));
            }

            return draft.Measures.Any(measure => measure.Name != "tickets" && !(families[0] is "openAge" && measure.Name == "open")) ? null : ([.. named.Select(one => one.Name)], false, []);
        }

        foreach (var (place, name, isAggregate) in marks)
        {
            if (isAggregate)
            {
                pending.Add(name);
                continue;
            }

            var family = Catalog.Measure(name).Family;
            var aggregates = pending.Count > 0 ? pending : last;
            if (IsExtreme(name) || draft.Parts[place] is MeasurePart { IsOfAggregate: true })   // «average and longest resolution time»
            {
                foreach (var aggregate in pending.Distinct())
                {
                    if (Member(family!, aggregate) is not { } beside) return null;
                    named.Add((place, beside));
                }

                named.Add((place, name));
                (pending, last) = ([], []);
                continue;
            }

            if (name is "averageReplies" or "averageComments")
            {
                foreach (var aggregate in pending.Count == 0 ? ["average"] : pending.Distinct())
                {
                    if (aggregate == "total" || Member(family!, aggregate) is not { } replies) return null;
                    named.Add((place, replies));
                }

                pending = [];
                continue;
            }

            if (family is null)
            {
                if (pending.Contains("average") && name != "tickets" && Catalog.Measure(name).AddsUp) wantsMean = true;
                else if (pending.Contains("average") && name == "tickets" && named.TrueForAll(one => Catalog.Measure(one.Name).Family is null)) wantsMean = true;
                else if (pending.Any(aggregate => aggregate is "median" || aggregate[0] == 'p')) return null;
                named.Add((place, name));
                if (name != "tickets") pending = [];
                continue;
            }

            // «how many replies does it take to solve a ticket» asks for those of one
            if (aggregates.Count == 0) named.Add((place, name == "replies" && draft.Parts.Any(part => part is FillerPart { Kind: FillerKind.Take }) ? "averageReplies" : name));
            foreach (var aggregate in aggregates.Distinct())
            {
                if (Member(family, aggregate) is not { } member)
                {
                    if (pending.Count > 0) return null;
                    named.Add((place, name));   // «median first reply time and CSAT»: the median was said of the first alone
                    break;
                }

                named.Add((place, member));
            }

            (last, pending) = (aggregates, []);
            if (aggregates.Count > 0) wantsMean = false;
        }

        if (OfWhich(draft, named) is not { } ofWhich) return null;
        named = ofWhich.Named;
        if (pending.Count == 0) return (WithoutPlainTickets(draft, named), wantsMean, ofWhich.Filters);

        // «first reply time by agent, on average»; an average of nothing that has one is over groups or steps
        if (named.Any(one => Catalog.Measure(one.Name).Family is not null))
        {
            var trailing = named.Select(one => Catalog.Measure(one.Name).Family is { } family ? Member(family, pending[0]) : one.Name).ToList();
            if (trailing.Contains(null) || pending.Distinct().Count() > 1) return null;
            named = [.. named.Zip(trailing, (one, name) => (one.Place, name!))];
        }
        else if (pending.Any(aggregate => aggregate is "median" || aggregate[0] == 'p'))
        {
            return null;
        }
        else if (pending.Contains("average"))
        {
            wantsMean = true;
        }

        return (WithoutPlainTickets(draft, named), wantsMean, ofWhich.Filters);
    }

    /// <summary>«the reopen rate of one-touch tickets» asks for one figure, of those tickets alone; what a plan cannot say as a demand makes none.</summary>
    private static (List<(int Place, string Name)> Named, List<PlanFilter> Filters)? OfWhich(Draft draft, List<(int Place, string Name)> named)
    {
        var filters = new List<PlanFilter>();
        foreach (var one in named.Where(one => one.Name is not "tickets").ToList())
        {
            if (named.FindLast(other => other.Place < one.Place && other.Name is not "tickets") is not { Name: { } } before || before.Name == one.Name) continue;
            var between = draft.Parts.Skip(before.Place + 1).Take(one.Place - before.Place - 1).ToList();
            if (!between.TrueForAll(part => part is FillerPart { Kind: FillerKind.Plain or FillerKind.Preposition }) || !between.Exists(part => part is FillerPart { Kind: FillerKind.Preposition })) continue;
            if (one.Name is "solved" or "open") continue;   // has its own ways
            if (Of(one.Name) is not { } demands) return null;
            filters.AddRange(demands);
            named.Remove(one);
        }

        return (named, filters);

        static PlanFilter[]? Of(string measure) => measure switch
        {
            "reopened" => [new("reopens", "atLeast", ["1"])],
            "oneTouch" => [Done, new("replies", "is", ["1"])],
            _ => null,
        };
    }

    /// <summary>«tickets» beside another measure is its noun, unless the two are joined: «tickets and CSAT by agent».</summary>
    private static List<string> WithoutPlainTickets(Draft draft, List<(int Place, string Name)> named)
    {
        var others = named.Where(one => one.Name != "tickets").ToList();
        var names = named.Where(one => one.Name != "tickets" || others.Count == 0 || others.Any(other =>
                draft.AreJoined(Math.Min(one.Place, other.Place), Math.Max(one.Place, other.Place))))
            .Select(one => one.Name).Concat(draft.Distincts).Distinct().ToList();
        return draft.Distincts.Count > 0 ? [.. names.Where(name => name != "tickets")] : names;
    }

    private static ChosenMeasures? WithClocks(Draft draft, List<string> names, bool wantsMean)
    {
        var clocks = draft.Clocks.Select(clock => clock.Clock).Distinct().ToList();
        if (clocks.Remove(Clocks.Written) && !names.Contains("comments")) clocks = [.. clocks.Append(Clocks.Created).Distinct()];   // a ticket is written when it is created
        if (names.Exists(name => Catalog.Measure(name).Clock == Clocks.Open)) return OfOpen(names, clocks, wantsMean);

        // «top agents by solved tickets with CSAT»: what they are ranked by, and another figure
        if (names.Count > 1 && clocks.Count == 0 && draft.Parts.OfType<MeasurePart>().Where(part => part.IsBy).Select(part => part.Name).Distinct().ToList() is [var by] && names.Contains(by) && draft.Ranks.Count > 0)
        {
            names = [by, .. names.Where(name => name != by)];
            if (by == "solved") return new([.. names.Select(Usual)], [], wantsMean);
        }

        // «average replies on solved tickets»: the solved ones are whose replies they are
        if (names.Count > 1 && names.Contains("solved") && clocks.Count == 0 && draft.Measures.Find(measure => measure.Name == "solved").Place is var done
            && !draft.Measures.Exists(other => other.Name is not ("solved" or "tickets") && draft.AreJoined(Math.Min(done, other.Place), Math.Max(done, other.Place))))
            (names, clocks) = ([.. names.Where(name => name != "solved")], [Clocks.Solved]);
        if (draft.Distincts.Count > 0 && names.Contains("solved")) (names, clocks) = ([.. names.Where(name => name != "solved")], [Clocks.Solved]);   // «how many agents solved tickets»
        if (clocks.Contains(Clocks.Created) && clocks.Contains(Clocks.Solved)) return Both(draft, names, wantsMean);
        if (clocks is [Clocks.Created] && names is ["solved"] && draft.Measures.Find(measure => measure.Name == "solved").Place is var at && draft.Clocks.Exists(clock => clock.Clock == Clocks.Created && clock.Place < at && draft.AreJoined(clock.Place, at)))
            return new([Usual("tickets"), Usual("solved")], [], wantsMean);   // «created and solved tickets»
        // «how many of May's tickets are solved»: created then, and solved by now
        if (clocks is [Clocks.Solved] && names is ["tickets"] && draft.Measures is [{ Name: "tickets" }] && draft.Measures[0].Place is var noun && noun < draft.Clocks[0].Place
            && draft.Periods is [{ Place: var when }] && when < noun && draft.Parts.Take(when).Any(part => part is FillerPart { Kind: FillerKind.HowMany or FillerKind.Among }))
            return new([Usual("tickets")], [Done], wantsMean);
        if (clocks.Count > 1) return null;
        if (clocks.Count == 0 || draft.HasHowLong && clocks[0] == Clocks.Solved) return new([.. names.Select(Usual)], [], wantsMean);
        if (clocks[0] != Clocks.Solved) return new([.. names.Select(name => Usual(name) with { Clock = clocks[0] })], [], wantsMean);
        if (names.Contains("share") && draft.Clocks.Count == 0) return new([.. names.Select(name => Usual(name) with { Clock = Clocks.Solved })], [Done], wantsMean);   // «the share of urgent ones of the solved tickets»
        if (names.Contains("share")) return new([.. names.Select(Usual)], [], wantsMean);   // a share of the solved ones: the part, or the whole
        if (names.All(name => name is "tickets" or "solved")) return new([new PlanMeasure("solved", Clocks.Solved)], [], wantsMean);
        return new([.. names.Select(name => Usual(name == "tickets" ? "solved" : name) with { Clock = Clocks.Solved })], [Done], wantsMean);
    }

    /// <summary>What is open, and its age: both are of an instant, and go with nothing that is of a period.</summary>
    private static ChosenMeasures? OfOpen(List<string> names, List<string> clocks, bool wantsMean)
    {
        if (clocks.Count > 0 || names.Exists(name => Catalog.Measure(name).Clock != Clocks.Open)) return null;
        if (names.Exists(name => name != "open") && names is not ["open", ..]) names = [.. names.Where(name => name != "open")];   // «the age of open tickets»
        return new([.. names.Select(Usual)], [], wantsMean);
    }

    /// <summary>«tickets created and solved per day» counts both; «tickets created last week that are solved» counts one.</summary>
    private static ChosenMeasures? Both(Draft draft, List<string> names, bool wantsMean)
    {
        var created = draft.Clocks.First(clock => clock.Clock == Clocks.Created).Place;
        var solved = draft.Clocks.First(clock => clock.Clock == Clocks.Solved).Place;
        if (draft.HoldsFigures) return names is ["tickets"] or ["solved"] && draft.Bounds.Count == 0 ? new([Usual("solved"), Usual("tickets")], [], wantsMean) : null;
        var joined = draft.AreJoined(Math.Min(created, solved), Math.Max(created, solved));
        // «created, solved and reopened»: a third figure, and no demand on the other two
        if (draft.Filters.Exists(filter => filter.Place > Math.Max(created, solved) && draft.AreJoined(Math.Max(created, solved), filter.Place))) return null;
        if (joined && names.Count > 1 && names.TrueForAll(name => name is "tickets" or "reopened") && created < solved) return new([Usual("tickets"), Usual("solved"), Usual("reopened")], [], wantsMean);
        if (joined && names is ["reopened"] && created < solved) return new([Usual("tickets"), Usual("solved"), Usual("reopened")], [], wantsMean);
        if (joined && names is ["tickets"])
        {
            PlanMeasure[] both = [Usual("tickets"), Usual("solved")];
            return new(created < solved ? both : [both[1], both[0]], [], wantsMean);
        }

        // «solved in May that were created in April»
        if (!joined && created > solved && SeveralPeriods.OfClocks(draft) is not null && names is ["tickets"]) return new([Usual("solved")], [], wantsMean);
        if (joined || created > solved) return null;
        return new([.. names.Select(name => Usual(name) with { Clock = Clocks.Created })], [Done], wantsMean);
    }

    /// <summary>Whether it is the longest or the shortest of some times.</summary>
    internal static bool IsExtreme(string name) => Catalog.Measure(name) is { Over: Aggregate.Percentile, Percentile: 0 or 100, Family: "firstReply" or "resolution" };

    private static PlanMeasure Usual(string name) => new(name, Catalog.Measure(name).Clock);

    internal static string? Member(string family, string aggregate) => (family, aggregate) switch
    {
        ("csat", "average") => "csat",
        ("comments", "total") => "comments",
        ("comments", "average" or "median" or "p90") => aggregate + "Comments",
        ("openAge", "average" or "median" or "p90") => aggregate + "OpenAgeHours",
        ("replies", "total") => "replies",
        ("replies", "average") => "averageReplies",
        ("replies", "median") => "medianReplies",
        ("replies", "p90") => "p90Replies",
        ("firstReply", "average" or "median" or "p75" or "p90" or "p95" or "p99" or "longest" or "shortest") => aggregate + "FirstReplyMinutes",
        ("resolution", "average" or "median" or "p75" or "p90" or "p95" or "p99" or "longest" or "shortest") => aggregate + "ResolutionHours",
        _ => null,
    };
}
