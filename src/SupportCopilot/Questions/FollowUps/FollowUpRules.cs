using System.Text;
using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Parsing;
using SupportCopilot.Questions.Planning;

namespace SupportCopilot.Questions.FollowUps;

/// <summary>Adds to a question's chart what its words say of the plan before: «without the priority filter», «sort by CSAT», «show me those tickets».</summary>
internal static class FollowUpRules
{
    private static readonly FillerKind[] Little = [FillerKind.Plain, FillerKind.Mark, FillerKind.Preposition];

    /// <param name="chart">The question's chart.</param>
    /// <param name="before">The plan before; null where there is none.</param>
    public static void Apply(Chart chart, Plan? before)
    {
        if (before?.Measures.Any(measure => Catalog.Measure(measure.Name).Family == "csat" || measure.Name == "csatResponseRate") is true) AddSurveyWords(chart);
        for (var start = 0; start < chart.Words.Count; start++) AddPhrases(chart, start);
        if (before is not null) Somebodys(chart, before);
        if (before is { Order: { } order, Limit: not null }) Places(chart, order.Descending);
        Corrects(chart);
        PutsBack(chart);
        for (var start = chart.Words.Count - 1; start >= 0; start--)
        {
            foreach (var drop in chart.Of<DropPart>(start)) Drops(chart, drop);
            foreach (var sort in chart.Of<SortWordPart>(start)) Sorts(chart, sort);
            foreach (var show in chart.Of<ShowPart>(start)) Lists(chart, show);
        }
    }

    /// <summary>Said of ratings, the rate of responses is that of the surveys and not one of replies.</summary>
    private static void AddSurveyWords(Chart chart)
    {
        for (var at = 0; at + 1 < chart.Words.Count; at++)
            if (chart.Words[at].Text is "response" or "answer" or "reply" && chart.Words[at + 1].Text is "rate" or "share" or "quota") chart.Add(at, at + 2, new MeasurePart("csatResponseRate"), 0.5);
    }

    private static void AddPhrases(Chart chart, int start)
    {
        var phrase = new StringBuilder();
        for (var i = start; i < Math.Min(chart.Words.Count, start + FollowUpWords.Longest) && !chart.Words[i].IsMark; i++)
        {
            if (phrase.Length > 0) phrase.Append(' ');
            phrase.Append(chart.Words[i].Text);
            foreach (var (part, cost) in FollowUpWords.Find(phrase.ToString()))
                if (Means(chart, part, start, i)) chart.Add(start, i + 1, part, cost);
        }
    }

    /// <summary>«and the third?», of a ranking.</summary>
    private static void Places(Chart chart, bool isDescending)
    {
        string[] ordinals = ["second", "third", "fourth", "fifth"];
        for (var at = 0; at < chart.Words.Count; at++)
            if (Array.IndexOf(ordinals, chart.Words[at].Text) is >= 0 and var nth && (IsLast(chart, at) || chart.Words[at + 1].Text is "one" && IsLast(chart, at + 1)))
                chart.Add(at, IsLast(chart, at) ? at + 1 : at + 2, new RankPart(null, isDescending ? RankWay.Most : RankWay.Least) { Nth = nth + 2 }, 0.5);
    }

    /// <summary>«her CSAT», «how many did he solve», where one person is what was asked about.</summary>
    private static void Somebodys(Chart chart, Plan before)
    {
        if (before.Filters.Where(filter => filter is { Field: "agent" or "requester", Op: "is" }).ToList() is not [{ Values: [_] }]) return;
        for (var at = 0; at < chart.Words.Count; at++)
            if (chart.Words[at].Text is "her" or "his" or "he" or "she" or "him" or "hers") chart.Add(at, at + 1, new ThosePart(true) { IsPerson = true }, 0.03);
    }

    /// <summary>«put chat back», «bring the phone tickets back in»: what was left out counts again.</summary>
    private static void PutsBack(Chart chart)
    {
        if (chart.Words.Count < 3 || chart.Words[0].Text is not ("put" or "bring" or "add" or "take" or "get" or "include" or "let")) return;
        for (var at = 1; at < chart.Words.Count; at++)
        {
            if (chart.Words[at].Text is not "back") continue;
            var end = at + 1 < chart.Words.Count && chart.Words[at + 1].Text is "in" ? at + 2 : at + 1;
            chart.Add(0, 1, new CarryOnPart(CarryOn.Add), 0.03);
            chart.Add(at, end, new FillerPart(FillerKind.Plain), 0.1);
        }
    }

    /// <summary>«no, I meant», «sorry», «wait, no»: what comes is in the place of what was said.</summary>
    private static void Corrects(Chart chart)
    {
        var (end, isSure) = (0, false);
        for (var at = 0; at < chart.Words.Count; at++)
        {
            var word = chart.Words[at];
            var isLone = at + 1 < chart.Words.Count && (chart.Words[at + 1].IsMark || chart.Words[at + 1].Text is "i" or "sorry" or "wait");
            if (word.Text is "meant" or "mean" or "sorry" or "oops" or "correction" || word.Text is "no" or "nope" or "wait" && isLone) (end, isSure) = (at + 1, true);
            else if (word.IsMark && at > 0) end = at + 1;
            else if (word.Text is not ("i" or "actually" or "rather" or "to" or "say" or "my" or "mistake" or "bad" or "was" or "well" or "ok" or "okay")) break;
        }

        if (isSure && end > 0 && end < chart.Words.Count) chart.Add(0, end, new CarryOnPart(CarryOn.Replace), 0.02);
    }

    /// <summary>Whether words that lean on what was said can do so where they stand.</summary>
    private static bool Means(Chart chart, Part part, int start, int last) => part switch
    {
        OthersPart => chart.Words[last].Text is not "other" || IsLast(chart, last),   // «the other channels» are channels
        CarryOnPart when chart.Words[start].Text is "but" => start == 0 || chart.Words[start - 1].IsMark,   // «all but billing» leans on nothing
        _ => true,
    };

    private static bool IsLast(Chart chart, int at) => at + 1 == chart.Words.Count || chart.Words[at + 1].IsMark;

    /// <summary>«without the priority filter», «drop the agents», «ignore the date», «for all channels», «remove billing».</summary>
    private static void Drops(Chart chart, Edge drop)
    {
        var onlyDemands = ((DropPart)drop.Part).OnlyDemands;
        var said = drop.End < chart.Words.Count && chart.Words[drop.End].Text is "that" or "it" or "this" ? drop.End + 1 : drop.End;
        if (said < chart.Words.Count && chart.Words[said].Text is "." or ";" or "!" || said > drop.End && said < chart.Words.Count && chart.Words[said].IsMark) return;   // «never mind. Total tickets in September» begins anew
        foreach (var place in chart.Positions(drop.End, FillerKind.Plain, FillerKind.Mark))
        {
            foreach (var kind in chart.Of<KindPart>(place)) Take(chart, drop, kind.End, ((KindPart)kind.Part).Kind, null);
            // «all days», after «only Mondays»
            if (onlyDemands && place < chart.Words.Count && chart.Words[place].Text is "days" or "weekdays") chart.Add(drop.Start, place + 1, new TakePart(TakenKind.Demands, "weekday"), 0.3);
            foreach (var by in chart.Of<ByPart>(place))
                foreach (var name in chart.After<DimensionPart>(by.End, Little)) Take(chart, drop, name.End, TakenKind.Splits, NameOf(name));
            foreach (var name in chart.Of<DimensionPart>(place)) Named(chart, drop, name, onlyDemands ? TakenKind.Demands : TakenKind.Any);
            if (onlyDemands) continue;
            foreach (var group in chart.Of<GroupPart>(place)) Grouped(chart, drop, group);
            foreach (var grain in chart.Of<GrainPart>(place)) Take(chart, drop, grain.End, TakenKind.Steps, null, 0.3);
            foreach (var measure in chart.Of<MeasurePart>(place)) Take(chart, drop, measure.End, TakenKind.Any, ((MeasurePart)measure.Part).Name, 0.2);
            foreach (var demand in chart.Of<FilterPart>(place)) Demand(chart, drop, demand);
        }
    }

    private static void Named(Chart chart, Edge drop, Edge name, TakenKind usual)
    {
        Take(chart, drop, name.End, usual, NameOf(name), 0.2);
        foreach (var kind in chart.After<KindPart>(name.End, FillerKind.Mark))
            if (((KindPart)kind.Part).Kind is TakenKind.Demands or TakenKind.Splits) Take(chart, drop, kind.End, ((KindPart)kind.Part).Kind, NameOf(name));
    }

    private static void Grouped(Chart chart, Edge drop, Edge group)
    {
        var part = (GroupPart)group.Part;
        if (part.Dimensions.All is [var one] && part.Grain is null) Take(chart, drop, group.End, TakenKind.Splits, one);
        if (part.Dimensions.All.Count > 0 || part.Grain is null) return;
        Take(chart, drop, group.End, TakenKind.Steps, null);
        foreach (var kind in chart.After<KindPart>(group.End, FillerKind.Mark)) Take(chart, drop, kind.End, TakenKind.Steps, null);
    }

    private static void Demand(Chart chart, Edge drop, Edge demand)
    {
        // «all urgent tickets» takes nothing away, and «no billing tickets» says which ones not to count
        var word = chart.Words[drop.Start].Text;
        var taken = new TakeDemandPart(((FilterPart)demand.Part).Filters);
        var cost = word is "no" or "without" or "not" ? 0.7 : 0;
        chart.Add(drop.Start, demand.End, taken, demand.Cost + cost);
        foreach (var kind in chart.After<KindPart>(demand.End, FillerKind.Mark))
            if (((KindPart)kind.Part).Kind is TakenKind.Demands) chart.Add(drop.Start, kind.End, taken, demand.Cost);
    }

    private static void Take(Chart chart, Edge drop, int end, TakenKind kind, string? name, double cost = 0) =>
        chart.Add(drop.Start, end, new TakePart(kind, name), 0.5 + cost);

    /// <summary>«sort by CSAT», «order them by number of tickets».</summary>
    private static void Sorts(Chart chart, Edge sort)
    {
        foreach (var place in chart.Positions(sort.End, FillerKind.Plain, FillerKind.Mark, FillerKind.Preposition))
        {
            foreach (var direction in chart.Of<DirectionPart>(place)) chart.Add(sort.Start, direction.End, direction.Part, 0.3);
            var ends = chart.Of<ByPart>(place).Select(by => by.End).Append(place < chart.Words.Count && chart.Words[place].Text is "on" or "by" ? place + 1 : place);
            foreach (var after in ends.SelectMany(end => chart.Positions(end, FillerKind.Plain, FillerKind.Mark, FillerKind.HowMany)).Distinct())
            {
                foreach (var rank in chart.Of<RankPart>(after)) chart.Add(sort.Start, rank.End, new DirectionPart(((RankPart)rank.Part).Way is RankWay.Most), 0.4);
                if (after < chart.Words.Count && chart.Words[after].Text is "name" or "names" && IsLast(chart, after)) chart.Add(sort.Start, after + 1, new SortPart(""), 0.5);
                foreach (var measure in chart.Of<MeasurePart>(after)) chart.Add(sort.Start, measure.End, new SortPart(((MeasurePart)measure.Part).Name), 0.5);
                foreach (var name in chart.Of<DimensionPart>(after).Where(edge => Catalog.FindDimension(NameOf(edge)) is { CanGroup: true })) chart.Add(sort.Start, name.End, new SortPart(NameOf(name)), 0.6);
            }
        }
    }

    /// <summary>«show me those tickets», «list them», «which tickets are those?».</summary>
    private static void Lists(Chart chart, Edge show)
    {
        foreach (var place in chart.Positions(show.End, FillerKind.Plain, FillerKind.Is, FillerKind.Mark))
        {
            foreach (var those in chart.Of<ThosePart>(place).Where(edge => edge.Part is ThosePart { IsSure: true })) chart.Add(show.Start, those.End, new ListPart(), 0.2);
            foreach (var tickets in chart.Of<TheTicketsPart>(place)) chart.Add(show.Start, tickets.End, new ListPart(), 0.2);
            foreach (var tickets in chart.Of<MeasurePart>(place).Where(edge => edge.Part is MeasurePart { Name: "tickets" }))
                foreach (var those in chart.After<ThosePart>(tickets.End, FillerKind.Is, FillerKind.Plain).Where(edge => edge.Part is ThosePart { IsSure: true } || IsLast(chart, edge.End - 1))) chart.Add(show.Start, those.End, new ListPart(), 0.2);
        }
    }

    private static string NameOf(Edge name) => ((DimensionPart)name.Part).Name;
}
