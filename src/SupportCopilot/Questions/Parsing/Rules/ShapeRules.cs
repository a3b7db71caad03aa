using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Planning;

namespace SupportCopilot.Questions.Parsing.Rules;

/// <summary>What figures are split, ranked and counted by.</summary>
internal static class ShapeRules
{
    public static void Apply(Chart chart)
    {
        for (var start = 0; start < chart.Words.Count; start++)
        {
            foreach (var by in chart.Of<ByPart>(start)) Groups(chart, by);
            foreach (var rank in chart.Of<RankPart>(start)) Ranked(chart, rank);
            NthRank(chart, start);
            Extreme(chart, start);
            Comparative(chart, start);
            foreach (var verb in chart.Of<VersusPart>(start).Where(edge => edge.Part is VersusPart { IsVerb: true }))   // «compare teams by CSAT»
                foreach (var name in chart.After<DimensionPart>(verb.End, FillerKind.Plain, FillerKind.Preposition))
                    if (name.Part is DimensionPart { IsPlural: true } many && Catalog.Dimension(many.Name).CanGroup) chart.Add(start, name.End, new GroupPart(new Names([many.Name]), null), 1);
            if (chart.Words[start].Text is "among" or "amongst" && Enumerable.Range(0, start).Any(at => chart.Of<RankPart>(at).Count > 0))   // «second worst CSAT among agents»
                foreach (var name in chart.After<DimensionPart>(start + 1, FillerKind.Plain))
                    if (name.Part is DimensionPart { IsPlural: true } many && Catalog.Dimension(many.Name).CanGroup) chart.Add(start, name.End, new GroupPart(new Names([many.Name]), null), 1);
            if (chart.Words[start].Text is "between" or "among" or "across" && Enumerable.Range(0, start).Any(at => chart.Words[at].Text is "split" or "spread" or "distribution" or "distributed" or "divided" or "shared" or "breakdown"))   // «the split of tickets between channels»
                foreach (var name in chart.After<DimensionPart>(start + 1, FillerKind.Plain))
                    if (name.Part is DimensionPart { IsPlural: true } many && Catalog.Dimension(many.Name).CanGroup) chart.Add(start, name.End, new GroupPart(new Names([many.Name]), null), 1);
            OfTime(chart, start);
            InOne(chart, start);
            foreach (var number in chart.Of<NumberPart>(start)) NumberedRank(chart, number);
            Wise(chart, start);
            PartsOfWeek(chart, start);
            Which(chart, start);
            Distinct(chart, start);
        }

        for (var start = 0; start < chart.Words.Count; start++) Listed(chart, start);
    }

    /// <summary>«list tickets by first reply time»: all of them in that order.</summary>
    private static void Listed(Chart chart, int start)
    {
        if (chart.Words[start].Text is not ("list" or "rank" or "sort" or "order")) return;
        if (Enumerable.Range(start + 1, chart.Words.Count - start - 1).Any(at => chart.Of<MeasurePart>(at).Any(edge => edge.Part is MeasurePart { IsBy: true }))) chart.Add(start, start + 1, new RankPart(null, RankWay.Most) { IsAll = true }, 1);
    }

    /// <summary>«by agent», «per week and category», «for each agent, channel».</summary>
    private static void Groups(Chart chart, Edge by)
    {
        if (Doer(chart, by)) return;
        if (chart.Words[by.Start].Text is "by" && by.End + 1 < chart.Words.Count && chart.Words[by.End].Text is "how" && chart.Words[by.End + 1].Text is "much" or "many" || chart.Words[by.Start].Text is "by" && by.End + 1 < chart.Words.Count && chart.Words[by.End].Text is "what" && chart.Words[by.End + 1].Text is "percentage" or "percent")   // «by how much did tickets grow»
        {
            if (Enumerable.Range(by.End, chart.Words.Count - by.End).Any(at => chart.Of<ChangePart>(at).Count > 0)) chart.Add(by.Start, by.End + 2, new FillerPart(FillerKind.Plain), 0.2);
            return;
        }

        foreach (var place in chart.Positions(by.End, FillerKind.Plain, FillerKind.Mark)) Extend(chart, by.Start, place, new GroupPart(new Names([]), null));

        // «top 5 agents by number of solved tickets»: what they are ranked by
        if (by.Part is not ByPart { IsEach: false }) return;
        foreach (var place in chart.Positions(by.End, FillerKind.Plain, FillerKind.HowMany, FillerKind.Mark))
        {
            foreach (var edge in chart.Of<MeasurePart>(place).Concat(chart.Of<AggregatePart>(place))) chart.Add(by.Start, edge.End, edge.Part is MeasurePart measure ? measure with { IsBy = true } : edge.Part, edge.Cost + 0.1);
        }
    }

    /// <summary>«agent wise», «month-wise».</summary>
    private static void Wise(Chart chart, int start)
    {
        foreach (var edge in chart.Of<DimensionPart>(start).Concat(chart.Of<GrainPart>(start)))
        {
            var at = edge.End < chart.Words.Count && chart.Words[edge.End].Text == "-" ? edge.End + 1 : edge.End;
            Crossed(chart, edge);
            if (at >= chart.Words.Count || chart.Words[at].Text is not ("wise" or "breakdown" or "split" or "distribution" or "mix" or "spread")) continue;
            if (edge.Part is GrainPart grain) chart.Add(start, at + 1, new GroupPart(new Names([]), grain.Grain), 1);
            if (edge.Part is DimensionPart dimension && Catalog.Dimension(dimension.Name).CanGroup) chart.Add(start, at + 1, new GroupPart(new Names([dimension.Name]), null), 1);
        }
    }

    /// <summary>«weekdays vs weekends»: the two parts of the week side by side.</summary>
    private static void PartsOfWeek(Chart chart, int start)
    {
        if (!IsPartOfWeek(start, out var isWeekend)) return;
        // «weekday tickets»
        foreach (var tickets in chart.After<MeasurePart>(start + 1, FillerKind.Mark).Where(edge => edge.Part is MeasurePart { Name: "tickets" or "solved" or "open" }))
            if (!isWeekend) chart.Add(start, start + 1, new FilterPart("weekday", "is", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday"), 1);
        foreach (var noun in chart.After<MeasurePart>(start + 1).Where(edge => edge.Part is MeasurePart { Name: "tickets" }).Select(edge => edge.End).Append(start + 1))
            foreach (var place in chart.Positions(noun, FillerKind.Mark))
            {
                var ends = place < chart.Words.Count && chart.Words[place].Text is "and" or "or" or "to" or "/" or "with" ? [place + 1] : chart.Of<VersusPart>(place).Select(edge => edge.End).ToList();
                foreach (var next in ends.SelectMany(end => chart.Positions(end, FillerKind.Plain, FillerKind.Preposition)).Distinct())
                    if (next < chart.Words.Count && IsPartOfWeek(next, out var other) && other != isWeekend) chart.Add(start, next + 1, new GroupPart(new Names(["partOfWeek"]), null), 1);
            }

        bool IsPartOfWeek(int at, out bool isEnd)
        {
            isEnd = chart.Words[at].Text is "weekend" or "weekends";
            return isEnd || chart.Words[at].Text is "weekday" or "weekdays" or "workday" or "workdays";
        }
    }

    /// <summary>«category x channel».</summary>
    private static void Crossed(Chart chart, Edge first)
    {
        if (first.Part is not DimensionPart one || !Catalog.Dimension(one.Name).CanGroup || first.End + 1 >= chart.Words.Count || chart.Words[first.End].Text is not ("x" or "×" or "*")) return;
        foreach (var second in chart.Of<DimensionPart>(first.End + 1))
            if (second.Part is DimensionPart other && other.Name != one.Name && Catalog.Dimension(other.Name).CanGroup) chart.Add(first.Start, second.End, new GroupPart(new Names([one.Name, other.Name]), null), 1);
    }

    private static readonly string[] Written = ["raised", "sent", "submitted", "opened", "written", "created", "reported", "logged", "filed", "posted"];
    private static readonly string[] Done = ["solved", "closed", "resolved", "handled", "completed", "answered", "fixed"];

    /// <summary>«raised by customers» says who does that, and splits nothing; «solved by agents» may do either.</summary>
    private static bool Doer(Chart chart, Edge by)
    {
        if (chart.Words[by.Start].Text != "by" || by.End != by.Start + 1) return false;
        var verb = by.Start == 0 ? "" : chart.Words[by.Start - 1].Text;
        var isOnly = false;
        foreach (var place in chart.Positions(by.End, FillerKind.Plain))
        {
            if (place < chart.Words.Count && chart.Words[place].Text is "people" or "person" or "somebody" or "someone")   // «by people in Payments»
            {
                chart.Add(by.Start, place + 1, new FillerPart(FillerKind.Plain), 0.3);
                isOnly = true;
            }

            foreach (var edge in chart.Of<DimensionPart>(place))
            {
                if (edge.Part is not DimensionPart { IsPlural: true, Name: "requester" or "organization" or "agent" or "group" } who) continue;
                var isWriter = Written.Contains(verb) && who.Name is "requester" or "organization";
                if (isWriter || Done.Contains(verb) && who.Name is "agent" or "group") chart.Add(by.Start, edge.End, new FillerPart(FillerKind.Plain), isWriter ? 0.3 : 1);
                // «opened by agents», «solved by customers»: no group that tickets are split by, and nobody knows who did it
                isOnly |= isWriter || Written.Contains(verb) && who.Name is ("agent" or "group") || Done.Contains(verb) && who.Name is ("requester" or "organization");
            }
        }

        return isOnly;
    }

    private static void Extend(Chart chart, int start, int place, GroupPart sofar)
    {
        const int Most = 3;
        if (sofar.Dimensions.All.Count + (sofar.Grain is null ? 0 : 1) >= Most) return;
        foreach (var (end, next) in Named(chart, place, sofar))
        {
            chart.Add(start, end, next, 1);
            foreach (var connector in chart.Positions(end, FillerKind.And, FillerKind.Mark))
            {
                if (connector == end) continue;
                Extend(chart, start, connector, next);
                foreach (var again in chart.Of<ByPart>(connector)) Extend(chart, start, again.End, next);
            }
        }
    }

    private static List<(int End, GroupPart Next)> Named(Chart chart, int place, GroupPart sofar)
    {
        var found = new List<(int, GroupPart)>();
        foreach (var edge in chart.Of<DimensionPart>(place))
        {
            var name = ((DimensionPart)edge.Part).Name;
            if (Catalog.Dimension(name).CanGroup && !sofar.Dimensions.All.Contains(name)) found.Add((edge.End, sofar with { Dimensions = new Names([.. sofar.Dimensions.All, name]) }));
        }

        foreach (var edge in chart.Of<GrainPart>(place))
            if (sofar.Grain is null) found.Add((edge.End, sofar with { Grain = ((GrainPart)edge.Part).Grain }));
        return found;
    }

    /// <summary>«top 5».</summary>
    private static void Ranked(Chart chart, Edge rank)
    {
        var touching = rank.End + 1 < chart.Words.Count && chart.Words[rank.End].Text is "-" && chart.Words[rank.End - 1].Touches(chart.Words[rank.End]) ? rank.End + 1 : rank.End;   // «top-5»
        foreach (var number in chart.Of<NumberPart>(touching))
            if (CountOf(number) is { } count) chart.Add(rank.Start, number.End, (RankPart)rank.Part with { Count = count }, 1);
    }

    /// <summary>«5 busiest», «three most common».</summary>
    private static void NumberedRank(Chart chart, Edge number)
    {
        foreach (var rank in chart.Of<RankPart>(number.End))
            if (CountOf(number) is { } count) chart.Add(number.Start, rank.End, (RankPart)rank.Part with { Count = count }, 1);
    }

    private static readonly string[] Ordinals = ["second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

    /// <summary>«second busiest», «3rd most», «second-best».</summary>
    private static void NthRank(Chart chart, int start)
    {
        var word = chart.Words[start].Text;
        var nth = Array.IndexOf(Ordinals, word) is >= 0 and var at ? at + 2 : word.Length is 3 or 4 && word[^2..] is "nd" or "rd" or "th" && int.TryParse(word[..^2], out var digits) && digits is > 1 and < 100 ? digits : 0;
        if (nth == 0) return;
        foreach (var rank in chart.After<RankPart>(start + 1, FillerKind.Mark))
            if (rank.Part is RankPart { Count: null, IsAll: false, Nth: null } way) chart.Add(start, rank.End, way with { Nth = nth }, rank.Cost);
    }

    /// <summary>«which brand has the lower CSAT», «who is slower»: of what is there the one at that end.</summary>
    private static void Comparative(Chart chart, int start)
    {
        if (start == 0 || !Enumerable.Range(0, start).Any(at => chart.Words[at].Text is "which" or "who" or "whose" or "what")) return;
        if (chart.Words.Skip(start + 1).Any(word => word.Text == "than")) return;
        RankWay? way = chart.Words[start].Text switch
        {
            "more" or "higher" or "bigger" or "larger" or "greater" or "busier" => RankWay.Most,
            "fewer" or "less" or "lower" or "smaller" or "quieter" => RankWay.Least,
            "better" or "happier" => RankWay.Best,
            "worse" => RankWay.Worst,
            "slower" or "longer" => RankWay.Slowest,
            "faster" or "quicker" or "shorter" => RankWay.Fastest,
            _ => null,
        };
        if (way is { } found) chart.Add(start, start + 1, new RankPart(null, found), 1);
    }

    private static bool IsNoun(Chart chart, Edge goal) => chart.Words[goal.End - 1].Text is "resolution" or "solution" or "response" || goal.End - goal.Start > 1 && chart.Words[goal.End - 1].Text is "reply" or "answer" && chart.Words[goal.End - 2].Text is "first";

    /// <summary>«median resolution», «p90 first reply»: the time that it takes.</summary>
    private static void OfTime(Chart chart, int start)
    {
        foreach (var aggregate in chart.Of<AggregatePart>(start))
            foreach (var noun in chart.After<GoalPart>(aggregate.End, FillerKind.Plain, FillerKind.Preposition).Where(edge => IsNoun(chart, edge)))
                if (ChooseMeasures.Member(((GoalPart)noun.Part).Family, ((AggregatePart)aggregate.Part).Name) is { } member) chart.Add(start, noun.End, new MeasurePart(member) { IsOfAggregate = true }, 1.2);
    }

    /// <summary>«the most tickets in a day», «max tickets in one hour»: the step that has them.</summary>
    private static void InOne(Chart chart, int start)
    {
        if (chart.Words[start].Text is not ("in" or "on" or "within") || !Enumerable.Range(0, start).Any(at => chart.Of<RankPart>(at).Count > 0)) return;
        var at = start + 1 < chart.Words.Count && chart.Words[start + 1].Text is "a" or "one" or "any" ? start + 2 : start + 1;
        if (at < chart.Words.Count && chart.Words[at].Text is "single" or "given") at++;
        if (at == start + 1) return;
        foreach (var grain in chart.Of<GrainPart>(at)) chart.Add(start, grain.End, new GroupPart(new Names([]), ((GrainPart)grain.Part).Grain), 1);
    }

    private static readonly string[] Longest = ["longest", "maximum", "max", "maximal", "slowest", "highest", "biggest", "largest", "worst"];
    private static readonly string[] Shortest = ["shortest", "minimum", "min", "minimal", "fastest", "quickest", "lowest", "smallest", "best"];

    /// <summary>«longest first reply time», «max resolution time»: one value, and no rank of groups. Who ranks them says whose it is.</summary>
    private static void Extreme(Chart chart, int start)
    {
        var isLongest = Longest.Contains(chart.Words[start].Text);
        if (!isLongest && !Shortest.Contains(chart.Words[start].Text)) return;
        if (start + 1 < chart.Words.Count && chart.Words[start + 1].Text is "," or "and" or "&" && chart.Words[start].Text is not ("best" or "worst" or "highest" or "lowest" or "biggest" or "largest" or "smallest"))   // «minimum, median and maximum first reply time»
            chart.Add(start, start + 1, new AggregatePart(isLongest ? "longest" : "shortest"), 1.2);
        foreach (var noun in chart.After<GoalPart>(start + 1, FillerKind.Plain).Where(edge => IsNoun(chart, edge)))   // «quickest resolution»
            chart.Add(start, noun.End, new MeasurePart(ChooseMeasures.Member(((GoalPart)noun.Part).Family, isLongest ? "longest" : "shortest")!), 1.1);
        foreach (var time in chart.After<MeasurePart>(start + 1, FillerKind.Plain))
            if (Catalog.Measure(((MeasurePart)time.Part).Name) is { Percentile: 50, Family: "firstReply" or "resolution" } known)
                chart.Add(start, time.End, new MeasurePart(ChooseMeasures.Member(known.Family, isLongest ? "longest" : "shortest")!), 1);
    }

    private static int? CountOf(Edge number) => ((NumberPart)number.Part).Value is >= 1 and <= 500 and var value && value == Math.Floor(value) ? (int)value : null;

    /// <summary>«which agents», «what category», «who», «on which day».</summary>
    private static void Which(Chart chart, int start)
    {
        var word = chart.Words[start].Text;
        if (word is "who" or "whom" && WhoIs(chart, start) is { } doer) chart.Add(start, start + 1, new WhichPart(doer, null, false), 1);
        if (word is "when")
        {
            chart.Add(start, start + 1, new WhichPart("", "day", false), 1.5);
            chart.Add(start, start + 1, new FillerPart(FillerKind.Plain), 1.2);   // «when was our busiest week»: the step is named
        }

        foreach (var number in chart.Of<NumberPart>(start))   // «three agents with the most tickets»
            foreach (var edge in chart.Of<DimensionPart>(number.End))
                if (edge.Part is DimensionPart { IsPlural: true } many && CountOf(number) is { } count && Catalog.Dimension(many.Name).CanGroup) chart.Add(start, edge.End, many with { Count = count }, edge.Cost + 0.2);

        // «last 10 tickets»; «last 10 days» is a time
        if (word is "last" or "first")
            foreach (var number in chart.Of<NumberPart>(start + 1))
                if (CountOf(number) is { } count && number.End < chart.Words.Count && !chart.From(number.End).Any(edge => edge.Part is GrainPart) && !chart.From(start).Any(edge => edge.Part is PeriodPart && edge.End >= number.End))
                    chart.Add(start, number.End, new RankPart(count, word is "last" ? RankWay.Newest : RankWay.Oldest), 1);

        if (word is not ("which" or "what")) return;
        // «which is the product most affected»
        if (word is "which" && start + 2 < chart.Words.Count && chart.Words[start + 1].Text is "is" or "are" or "was" or "were" && chart.Words[start + 2].Text is "the" or "our")
            foreach (var edge in chart.Of<DimensionPart>(start + 3))
                if (edge.Part is DimensionPart named && Catalog.Dimension(named.Name).CanGroup) chart.Add(start, edge.End, new WhichPart(named.Name, null, named.IsPlural), 1);
        foreach (var place in chart.Positions(start + 1, FillerKind.Plain, FillerKind.Preposition))
        {
            foreach (var number in chart.Of<NumberPart>(place))
                foreach (var edge in chart.Of<DimensionPart>(number.End))
                    if (CountOf(number) is { } count && Catalog.Dimension(((DimensionPart)edge.Part).Name).CanGroup) chart.Add(start, edge.End, new WhichPart(((DimensionPart)edge.Part).Name, null, true) { Count = count }, 1);

            foreach (var edge in chart.Of<DimensionPart>(place))
            {
                var part = (DimensionPart)edge.Part;
                if (Catalog.Dimension(part.Name).CanGroup) chart.Add(start, edge.End, new WhichPart(part.Name, null, part.IsPlural), 1);
            }

            foreach (var edge in chart.Of<MeasurePart>(place))
                if (edge.Part is MeasurePart { Name: "tickets" } ticket && edge.End == place + 1) chart.Add(start, edge.End, new WhichPart("ticket", null, ticket.IsMany), 2);

            foreach (var edge in chart.Of<GrainPart>(place)) chart.Add(start, edge.End, new WhichPart("", ((GrainPart)edge.Part).Grain, chart.Words[edge.End - 1].Text.EndsWith('s')), 1);
        }
    }

    private static readonly string[] Writing = ["wrote", "write", "writes", "complained", "complains", "contacted", "contacts", "asked", "asks", "opened", "opens", "raised", "raises", "reported", "logged", "submitted", "requested", "sent", "created"];

    /// <summary>«who wrote most», «who opened the most tickets» are customers; who else is asked for is an agent. Of «who wrote the most replies» nobody can tell.</summary>
    private static string? WhoIs(Chart chart, int who)
    {
        var at = who + 1 < chart.Words.Count && chart.Words[who + 1].Text is "has" or "have" or "had" ? who + 2 : who + 1;
        if (at >= chart.Words.Count || !Writing.Contains(chart.Words[at].Text)) return "agent";
        return chart.Words.Any(word => word.Text is "reply" or "replies" or "response" or "responses" or "comments" or "notes" or "answers") ? null : "requester";
    }

    /// <summary>«how many customers», «unique requesters», «the number of different agents».</summary>
    private static void Distinct(Chart chart, int start)
    {
        var word = chart.Words[start].Text;
        var places = word is "distinct" or "unique" or "different" or "individual" or "separate"
            ? [start + 1]
            : chart.From(start).Where(edge => edge.Part is FillerPart { Kind: FillerKind.HowMany or FillerKind.Among }).SelectMany(edge => chart.Positions(edge.End, FillerKind.Plain, FillerKind.Preposition)).ToList();
        // «requester count by product»
        foreach (var edge in chart.Of<DimensionPart>(start))
            if (edge.End < chart.Words.Count && chart.Words[edge.End].Text is "count" && MeasureOf((DimensionPart)edge.Part) is { } counted) chart.Add(start, edge.End + 1, new DistinctPart(counted), 1);

        // «how many customers different», «number of organizations distinct»
        foreach (var edge in places.SelectMany(place => chart.Of<DimensionPart>(place)).ToList())
        {
            if (edge.End < chart.Words.Count && chart.Words[edge.End].Text is "distinct" or "unique" or "different" && MeasureOf((DimensionPart)edge.Part) is { } told) chart.Add(start, edge.End + 1, new DistinctPart(told), 1);
        }

        foreach (var place in places)
        {
            var isMarked = place < chart.Words.Count && chart.Words[place].Text is "distinct" or "unique" or "different" or "individual" or "separate";
            foreach (var edge in chart.Of<DimensionPart>(isMarked ? place + 1 : place))
            {
                if (MeasureOf((DimensionPart)edge.Part) is { } measure) chart.Add(start, edge.End, new DistinctPart(measure), 1);
            }
        }
    }

    private static string? MeasureOf(DimensionPart dimension) => dimension.Name switch { "requester" => "requesters", "agent" => "agents", "organization" => "organizations", _ => null };
}
