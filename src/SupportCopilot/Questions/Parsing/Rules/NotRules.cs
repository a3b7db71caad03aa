using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Dates;
using SupportCopilot.Questions.Parsing.Lexicon;
using SupportCopilot.Questions.Planning;

namespace SupportCopilot.Questions.Parsing.Rules;

/// <summary>«not», «except», «without», «no».</summary>
internal static class NotRules
{
    private static readonly FillerKind[] Between = [FillerKind.Plain, FillerKind.Is, FillerKind.Preposition, FillerKind.Mark];

    /// <summary>From the end to the beginning, so that what is turned round may stand in something that is turned round again.</summary>
    public static void Apply(Chart chart)
    {
        for (var start = chart.Words.Count - 1; start >= 0; start--)
        {
            foreach (var not in chart.Of<NotPart>(start)) After(chart, not);
            foreach (var without in chart.Of<WithoutPart>(start)) Without(chart, without);
            Missing(chart, start);
            if (chart.Words[start].Text is "with" or "have" or "has" or "having" or "had") With(chart, start);
        }
    }

    private static void After(Chart chart, Edge not)
    {
        TextAfterText(chart, not);
        Outside(chart, not);
        Solved(chart, not);
        if (InTime(chart, not)) return;
        foreach (var place in chart.Positions(not.End, Between))
        {
            foreach (var edge in chart.Of<FilterPart>(place))
                if (Turned((FilterPart)edge.Part) is { } turned) chart.Add(not.Start, edge.End, turned, edge.Cost + (IsNoun(chart, edge) ? 1.2 : 0.1));
            foreach (var edge in chart.Of<ClockPart>(place))
            {
                if (edge.Part is not ClockPart { Clock: "solved" }) continue;
                var isOfThose = IsOfThose(chart, not.Start);
                chart.Add(not.Start, edge.End, new MeasurePart("open"), isOfThose ? 2 : 1);
                chart.Add(not.Start, edge.End, Phrases.NotDone, isOfThose ? 1 : 1.4);
            }

            if (place + 0 == not.End) EmptyAfter(chart, not, not.End);
        }
    }

    /// <summary>«tickets of yesterday which are not solved»: those of that day, and not what was open when it was over.</summary>
    private static bool IsOfThose(Chart chart, int not)
    {
        if (not < 3 || chart.Words[not - 1].Text is not ("are" or "is" or "were") || chart.Words[not - 2].Text is not ("which" or "that") || !Enumerable.Range(0, not).Any(at => chart.Of<PeriodPart>(at).Count > 0)) return false;
        foreach (var open in chart.Of<MeasurePart>(not).Where(edge => edge.Part is MeasurePart { Name: "open" } && edge.Cost < 1.5).ToList()) chart.MakeDearer(open, 1);
        foreach (var left in chart.Of<FilterPart>(not).Where(edge => edge.Part.Equals(Phrases.NotDone) && edge.Cost > 1.2).ToList()) chart.Add(left.Start, left.End, left.Part, 1);
        return true;
    }

    /// <summary>«not in May», «except the first week»: days that do not count. «not before March» says when it begins.</summary>
    private static void Outside(Chart chart, Edge not)
    {
        foreach (var days in chart.After<PeriodPart>(not.End, Between))
            if (((PeriodPart)days.Part).Reading is { HasNoBeginning: false, Days: null, From: null, To: null, Kind: not (DateReadingKind.OneEnded or DateReadingKind.AllTime or DateReadingKind.ToDate or DateReadingKind.Hours or DateReadingKind.DaysOfWeek) } reading)
                chart.Add(not.Start, days.End, new OutsidePart(reading), days.Cost + 0.1);
    }

    /// <summary>«excluding those solved in October»: the days are those of the verb, and leave out what became of tickets then.</summary>
    private static void Solved(Chart chart, Edge not)
    {
        if (not.End >= chart.Words.Count || chart.Words[not.End].Text is not ("those" or "the" or "ones" or "tickets" or "all")) return;
        foreach (var place in chart.Positions(not.End, Between))
            foreach (var verb in chart.Of<ClockPart>(place).Where(edge => edge.Part is ClockPart { Clock: "solved" or "created" or "updated" }))
                foreach (var days in chart.After<PeriodPart>(verb.End, Between))
                    if (SeveralPeriods.Days($"{((ClockPart)verb.Part).Clock}Days", "isNot", [((PeriodPart)days.Part).Reading]) is { } filter) chart.Add(not.Start, days.End, new FilterPart(new FilterSet([filter])), 0.9);
    }

    /// <summary>«not solved within the SLA», «not answered on time»: it was missed, whatever became of the ticket. The two words are denied together.</summary>
    private static bool InTime(Chart chart, Edge not)
    {
        var found = false;
        foreach (var verb in chart.Positions(not.End, Between))
        {
            foreach (var done in chart.From(verb))
            {
                if (done.Part is not (ClockPart { Clock: "solved" } or GoalPart or FilterPart { Filters.All: [{ Field: "status" or "firstReplyMinutes" or "agent" }] })) continue;
                foreach (var met in chart.After<FilterPart>(done.End, FillerKind.Plain, FillerKind.Preposition))
                {
                    if (met.Part is not FilterPart { Filters.All: [{ Field: "sla", Op: "is", Values: ["met"] }] }) continue;
                    chart.Add(not.Start, met.End, new FilterPart("sla", "is", "missed"), 0.4);
                    found = true;
                }
            }
        }

        return found;
    }

    /// <summary>«mentioning invoice but not refund»: what must not be mentioned either.</summary>
    private static void TextAfterText(Chart chart, Edge not)
    {
        var before = not.Start > 0 && chart.Words[not.Start - 1].Text is "but" or "and" or "," ? not.Start - 1 : not.Start;
        if (not.End >= chart.Words.Count || chart.Words[not.End].IsMark || chart.From(not.End).Any(edge => edge.Part is FillerPart or CuePart or PeriodPart)) return;
        for (var start = Math.Max(0, before - 8); start < before; start++)
            foreach (var edge in chart.Of<FilterPart>(start))
                if (edge.End == before && edge.Part is FilterPart { Filters.All: [{ Op: "contains", Field: "text" or "subject" } said] })
                    chart.Add(not.Start, not.End + 1, new FilterPart(said.Field, "notContains", chart.Words[not.End].Raw), 0.9);
    }

    // «not in any category»
    private static void EmptyAfter(Chart chart, Edge not, int from)
    {
        foreach (var name in chart.After<DimensionPart>(from, Between))
        {
            var dimension = Catalog.Dimension(((DimensionPart)name.Part).Name);
            if (CanBeEmpty(dimension) && Enumerable.Range(from, name.Start - from).Any(i => chart.Words[i].Text is "any" or "a" or "an"))
                chart.Add(not.Start, name.End, new FilterPart(dimension.Name, "empty"), 1);
        }
    }

    private static void Without(Chart chart, Edge without)
    {
        if (HasNone(chart, without)) return;
        foreach (var place in chart.Positions(without.End, FillerKind.Plain, FillerKind.Mark))
        {
            foreach (var name in chart.Of<DimensionPart>(place))
            {
                var dimension = Catalog.Dimension(((DimensionPart)name.Part).Name);
                if (CanBeEmpty(dimension)) chart.Add(without.Start, name.End, new FilterPart(dimension.Name, "empty"), 1);
            }

            var isName = chart.Of<DimensionPart>(place).Count > 0;   // «without a product» is not about the category of that name
            if (chart.Words[without.Start].Text is "miss" && without.End == without.Start + 1) continue;   // «calls we miss because of the storm»
            foreach (var edge in chart.Of<FilterPart>(place))
                if (Turned((FilterPart)edge.Part) is { } turned) chart.Add(without.Start, edge.End, turned, edge.Cost + (isName ? 1.2 : 0.2));
        }
    }

    /// <summary>«organizations with no tickets», «teams without open tickets», «who sent nothing»: what has none stands on no ticket.</summary>
    private static bool HasNone(Chart chart, Edge without)
    {
        var places = chart.Positions(without.End, FillerKind.Plain);
        var nouns = places.SelectMany(place => chart.Of<MeasurePart>(place).Concat(chart.Of<FilterPart>(place).Concat(chart.Of<ValuesPart>(place)).SelectMany(edge => chart.Of<MeasurePart>(edge.End))))
            .Where(edge => edge.Part is MeasurePart { Name: "tickets" or "open" or "solved" }).ToList();
        if (nouns.Count == 0) return false;
        foreach (var noun in nouns) chart.Add(without.Start, noun.End, new OutOfReachPart(None), 0.1);
        return true;
    }

    private const string None = "I tell groups and days by the tickets that they have, so I cannot name those that have none. Ask for all of them, fewest first: «tickets by organization, fewest first».";

    /// <summary>«whose product is missing», «category is empty», «organization unknown».</summary>
    private static void Missing(Chart chart, int start)
    {
        foreach (var name in chart.Of<DimensionPart>(start))
            foreach (var place in chart.Positions(name.End, FillerKind.Is, FillerKind.Plain))
            {
                var end = place < chart.Words.Count && chart.Words[place].Text is "missing" or "empty" or "blank" or "unset" or "unspecified" ? place + 1
                    : place + 1 < chart.Words.Count && chart.Words[place].Text is "not" && chart.Words[place + 1].Text is "set" or "given" or "specified" or "filled" or "known" ? place + 2 : 0;
                if (end > 0 && CanBeEmpty(Catalog.Dimension(((DimensionPart)name.Part).Name))) chart.Add(start, end, new FilterPart(((DimensionPart)name.Part).Name, "empty"), 0.9);
            }
    }

    /// <summary>«with an agent», «that have a tag»: an article or «any» must stand there, for «with agents» asks for something else.</summary>
    private static void With(Chart chart, int start)
    {
        if (start + 2 >= chart.Words.Count || chart.Words[start + 1].Text is not ("a" or "an" or "any" or "some")) return;
        foreach (var name in chart.Of<DimensionPart>(start + 2))
        {
            var dimension = Catalog.Dimension(((DimensionPart)name.Part).Name);
            if (CanBeEmpty(dimension)) chart.Add(start, name.End, new FilterPart(dimension.Name, "notEmpty"), 1.1);
        }
    }

    /// <summary>«don't have a product» is not about the category of that name.</summary>
    private static bool IsNoun(Chart chart, Edge value) =>
        value.Part is FilterPart { Filters.All: [{ Op: "is" }] } && value.Start > 0 && chart.Words[value.Start - 1].Text is "a" or "an" or "any" && chart.Of<DimensionPart>(value.Start).Any(name => name.End == value.End);

    private static bool CanBeEmpty(Dimension dimension) =>
        dimension.Kind is not (DimensionKind.Weekday or DimensionKind.HourOfDay or DimensionKind.PartOfWeek or DimensionKind.Ticket or DimensionKind.Words or DimensionKind.Days) && dimension.Name is not ("status" or "replies" or "reopens");

    /// <summary>The demand turned round; null where one plan cannot say it.</summary>
    public static FilterPart? Turned(FilterPart part)
    {
        if (part.Filters.All is not [var filter]) return null;
        var opposite = filter.Op switch
        {
            "is" => "isNot",
            "isNot" => "is",
            "contains" => "notContains",
            "notContains" => "contains",
            "empty" => "notEmpty",
            "notEmpty" => "empty",
            "atLeast" => "lessThan",
            "lessThan" => "atLeast",
            "moreThan" => "atMost",
            _ => "moreThan",
        };
        return new FilterPart(new FilterSet([new PlanFilter(filter.Field, opposite, filter.Values)]));
    }
}
