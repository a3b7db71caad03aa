using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Dates;
using SupportCopilot.Questions.Parsing;

namespace SupportCopilot.Questions.Planning;

/// <summary>How a reading's figures are split, ranked and bounded.</summary>
internal sealed record ChosenSplits(IReadOnlyList<string> GroupBy, string? Grain)
{
    public RankWay? Way { get; init; }

    /// <summary>What the same was said by besides: «worst CSAT, bottom 3»; both must mean one end.</summary>
    public RankWay? AlsoWay { get; init; }

    public int? Limit { get; init; }

    /// <summary>So many of the first ones are left out: of «second busiest» one.</summary>
    public int? Skip { get; init; }

    /// <summary>The dimension for each value of which the limit holds by itself.</summary>
    public string? Each { get; init; }

    public double Cost { get; init; }

    /// <summary>The bound that groups must hold.</summary>
    public BoundPart? Bound { get; init; }

    /// <summary>Whether steps of quarters and years are those of the fiscal year.</summary>
    public bool IsFiscal { get; init; }

    public bool BoundIsHaving(BoundPart bound) => ReferenceEquals(bound, Bound);
}

/// <summary>Joins «by …», «which …», «top 5 …» and «more than 50».</summary>
internal sealed class ChooseSplits(Draft draft)
{
    private const int UsualTop = 5;   // «top categories»
    private const int UsualList = 50;   // «tickets ranked by replies»: more nobody reads in a line
    private const string Ticket = "ticket";

    /// <summary>Why there are none; null where there is nothing to say of it.</summary>
    public string? Problem { get; private set; }

    /// <returns>The splits; null where the words do not go together.</returns>
    public ChosenSplits? Run(ChosenPeriod period, DateContext dates)
    {
        var (dimensions, grains) = (new List<string>(), new List<string>());
        foreach (var which in draft.Which) Take(which.Dimension, which.Grain);
        foreach (var group in draft.Groups)
        {
            foreach (var name in group.Dimensions.All) Take(name, null);
            Take("", group.Grain);
        }

        foreach (var contrast in draft.Contrasts) Take(contrast.Dimension, null);
        if (draft.Versus is not null && !FromVersus(dimensions)) return null;
        if (!TakeBareNames(dimensions, grains)) return null;
        var isFiscal = grains.Exists(PlanSteps.IsFiscal) || period.Label?.Contains("fiscal", StringComparison.Ordinal) is true;   // «per quarter this fiscal year»
        grains = [.. grains.Select(PlanSteps.Plain)];
        if (grains.Distinct().Count() > 1 && grains.Contains("auto")) grains.RemoveAll(grain => grain == "auto");
        if (grains.Contains("hour") && (grains.Contains("day") || dimensions.Contains("weekday")) && !IsWithinDays(period)) HoursOfDay();   // «by weekday and hour»
        KeepFinest(grains);
        if (period.EachStep is { } each)
        {
            grains.RemoveAll(grain => grain == "auto" || grain == each);
            grains.Add(each);
        }

        if (period.Step is { } step && grains.Count == 0) grains.Add(step);
        if (dimensions.Count > 2 || grains.Distinct().Count() > 1) return null;
        if (grains.Contains("hour") && draft.Ranks.Count > 0 && !IsWithinDays(period))
        {
            // «our busiest hours» are those of the day
            HoursOfDay();
        }

        if (draft.IsRunning && grains.Count == 0) grains.Add("auto");
        var grain = grains.FirstOrDefault() is { } said ? said == "auto" ? Usual(period, dates) : said : null;
        return Ranked(new ChosenSplits(dimensions, grain) { IsFiscal = isFiscal });

        void HoursOfDay()
        {
            grains.RemoveAll(grain => grain == "hour");
            if (!dimensions.Contains("hourOfDay")) dimensions.Add("hourOfDay");
        }

        void Take(string dimension, string? grainName)
        {
            if (dimension.Length > 0 && !dimensions.Contains(dimension)) dimensions.Add(dimension);
            if (grainName is not null) grains.Add(grainName);
        }
    }

    /// <summary>«by year and month»: the months say their year.</summary>
    private static void KeepFinest(List<string> grains)
    {
        if (grains.Distinct().Count() < 2 || grains.Contains("hour")) return;
        if (grains.Contains("week") && grains.Exists(grain => grain is not ("week" or "day"))) return;   // weeks lie across months
        var finest = Catalog.Grains.First(grains.Contains);
        grains.RemoveAll(grain => grain != finest);
    }

    /// <summary>«compare billing and shipping» puts the values of one demand side by side.</summary>
    private bool FromVersus(List<string> dimensions)
    {
        if (draft.Compares.Count > 0 || draft.StepCompares.Count > 0) return true;
        if (draft.Clocks.Select(clock => clock.Clock).Distinct().Count() > 1 || draft.Measures.Select(measure => measure.Name).Distinct().Count() > 1 || draft.Aggregates.Count > 1) return true;
        var several = draft.Filters.SelectMany(filter => filter.Filter.Filters.All).Where(filter => filter.Op == "is" && filter.Values.Select(value => value.ToLowerInvariant()).Distinct().Count() > 1 && filter.Field != "status").ToList();
        if (several.Count != 1) return dimensions.Count > 0 && draft.Parts[draft.Versus!.Value] is VersusPart { IsVerb: true };   // «compare agents by CSAT»; «vs» stands between two things
        if (!dimensions.Contains(several[0].Field)) dimensions.Add(several[0].Field);
        return true;
    }

    /// <summary>A dimension's bare name splits figures only right behind a ranking word, or where it begins the question.</summary>
    private bool TakeBareNames(List<string> dimensions, List<string> grains)
    {
        foreach (var (place, dimension) in draft.Dimensions)
        {
            if (IsNoun(place, dimension)) continue;
            // «who has the most customers» asks how many of them there are
            if (draft.Which.Exists(which => which.Dimension.Length > 0 && which.Dimension != dimension.Name) && draft.Ranks.Count > 0 && Before(place) is RankPart) return false;
            if (!Catalog.Dimension(dimension.Name).CanGroup || !IsNamed(place, dimension.IsPlural) && !IsOneOnAverage(dimension)) return false;
            if (!dimensions.Contains(dimension.Name)) dimensions.Add(dimension.Name);
        }

        foreach (var (place, grain) in draft.Grains)
        {
            if (!IsNamed(place, draft.Bounds.Count > 0 || draft.Ranks.Count > 0)) return false;
            grains.Add(grain);
        }

        return true;
    }

    /// <summary>Whether a bare name is what figures are split by: right behind «top», or at the beginning.</summary>
    private bool IsNamed(int place, bool mayBegin) =>
        Before(place) is RankPart || IsBehindRanked(place) || IsHead(place) || IsFirst(place) && (mayBegin || draft.Ranks.Count > 0 || draft.Bounds.Count > 0);

    /// <summary>«lowest CSAT agent», «highest volume channel».</summary>
    private bool IsBehindRanked(int place) =>
        draft.Parts.Take(place).Where(part => part is not FillerPart { Kind: FillerKind.Mark or FillerKind.Plain }).ToList() is [.., RankPart, MeasurePart];

    /// <summary>«how many tickets does an agent solve on average»: over agents.</summary>
    private bool IsOneOnAverage(DimensionPart dimension) => dimension is { IsPlural: false, Name: "agent" or "group" or "organization" or "requester" }
        && draft.Aggregates.Exists(aggregate => aggregate.Name == "average") && draft.Measures.TrueForAll(measure => measure.Name is "tickets" or "solved");

    /// <summary>«urgency of the tickets from last week», «channels of billing tickets»: what is asked of the tickets.</summary>
    private bool IsHead(int place) =>
        IsFirst(place) && draft.Parts.Skip(place + 1).FirstOrDefault() is FillerPart { Kind: FillerKind.Preposition } && draft.Measures is [{ Name: "tickets" }] && draft.Measures[0].Place > place && draft.Dimensions.Count == 1;

    private Part? Before(int place) => draft.Parts.Take(place).LastOrDefault(part => part is not FillerPart { Kind: FillerKind.Mark or FillerKind.Plain });

    /// <summary>«angry customers»: those who wrote such tickets, said by the way.</summary>
    private bool IsNoun(int place, DimensionPart dimension) =>
        dimension is { Name: "requester", IsPlural: true } && (Before(place) is FilterPart { Filters.All: [{ Field: "sentiment" or "emotion" or "language" or "tag" or "product" or "organization" }] } || IsSubject(place))
        || dimension is { IsServed: true, IsPlural: true } && IsServed(place)
        || dimension is { Name: "agent", IsPlural: true } && draft.HasHowLong && IsSubject(place);

    /// <summary>«do we answer to the clients», «the satisfaction of the clients»: whom else.</summary>
    private bool IsServed(int place)
    {
        var before = draft.Parts.Take(place).LastOrDefault(part => part is not FillerPart { Kind: FillerKind.Mark or FillerKind.Plain or FillerKind.Preposition or FillerKind.Is });
        return before is GoalPart or HowLongPart && draft.HasHowLong || before is MeasurePart { Name: var name } && Catalog.Measure(name).Family is "csat" or "firstReply";
    }

    /// <summary>«how long do customers wait», «how satisfied are customers».</summary>
    private bool IsSubject(int place) => draft.Parts.Take(place).LastOrDefault(part => part is not FillerPart { Kind: FillerKind.Mark or FillerKind.Plain or FillerKind.Is }) is HowLongPart || draft.Parts.Take(place).OfType<MeasurePart>().Any(measure => measure.Name == "csat") && Before(place) is MeasurePart or FillerPart { Kind: FillerKind.Is };

    private bool IsFirst(int place) => draft.Parts.Take(place).All(part => part is FillerPart);

    private ChosenSplits? Ranked(ChosenSplits splits)
    {
        var hasGroups = splits.GroupBy.Count > 0 || splits.Grain is not null;
        var having = draft.Bounds.Select(bound => bound.Bound).Where(bound => IsOnGroups(bound, hasGroups)).ToList();
        if (having.Count > 1) return null;
        if (having is [var one])
        {
            splits = splits with { Bound = one };
            if (one.Op is "is" || one.Upper is not null) return null;
        }

        if (draft.Ranks.Count == 0) return draft.Which.Exists(which => which.Count is not null) || draft.Dimensions.Exists(dimension => dimension.Dimension.Count is not null) ? null : splits;
        if (!hasGroups) return OfTickets(splits);
        var isSaidTwice = draft.Ranks.Count == 2 && draft.Ranks.Exists(rank => rank is { Way: RankWay.Worst or RankWay.Best, Count: null, Nth: null, IsAll: false }) && draft.Ranks.Exists(rank => rank is { Way: RankWay.Least or RankWay.Most, Count: not null });   // «worst CSAT, bottom 3»
        if (!isSaidTwice && draft.Ranks.Select(rank => Direction(rank.Way)).Distinct().Count() > 1) return null;
        var counts = draft.Ranks.Select(rank => rank.Count).Concat(draft.Which.Select(which => which.Count)).Concat(draft.Dimensions.Select(dimension => dimension.Dimension.Count)).OfType<int>().ToList();
        if (counts.Distinct().Count() > 1) return null;
        int? count = counts.Count > 0 ? counts[0] : null;
        var isPlural = draft.Which.Any(which => which.IsPlural) || draft.Dimensions.Any(dimension => dimension.Dimension.IsPlural && !IsNoun(dimension.Place, dimension.Dimension)) || draft.Groups.Exists(group => group.Dimensions.All.Count > 0);
        var isWhich = draft.Which.Count > 0 || draft.Groups.Count > 0 && draft.Dimensions.Count == 0;
        if (count is null && !isPlural && splits.Grain is not null && splits.GroupBy.Count > 0) return null;   // «the top category of each month» is another one each time
        // «the top categories of each team», «the top 3 per month» are others each time; a plan ranks over all of them.
        var isEach = splits.GroupBy.Count > 1 && draft.Groups.Count > 0 && (draft.Which.Count > 0 || draft.Dimensions.Exists(dimension => !IsNoun(dimension.Place, dimension.Dimension)));
        if (isEach && splits.Grain is null && draft.Ranks is [{ IsAll: false, Nth: null, Way: var way }] && RankedWithin(splits) is var (each, ranked, isMany))
            return splits with { GroupBy = [each, ranked], Each = each, Way = way, Limit = count ?? (isMany ? UsualTop : 1) };
        if (isEach) Problem = "I can rank over all, but not within each of several groups. Ask for one of them: «top 3 categories of Payments», or for all: «tickets by team and category».";
        if (isEach || splits.Grain is not null && splits.GroupBy.Count > 0 && !draft.Ranks.Exists(rank => rank.IsAll))
        {
            if (splits.Grain is not null) Problem = $"I can rank within each {(splits.GroupBy.Count > 1 ? "team or product" : Catalog.Dimension(splits.GroupBy[0]).Title)}, but not within each {splits.Grain}. Ask for one {splits.Grain}, or for all of them: «tickets by category per month».";
            return null;
        }
        if (draft.Ranks.Exists(rank => rank.Nth is not null))
            return draft.Ranks is [{ Nth: { } nth }] && count is null && splits.GroupBy.Count + (splits.Grain is null ? 0 : 1) == 1 ? splits with { Way = draft.Ranks[0].Way, Limit = 1, Skip = nth - 1 } : null;
        if (draft.Ranks.Exists(rank => rank.IsAll)) return count is null ? splits with { Way = (draft.Ranks.Find(rank => !rank.IsAll) ?? draft.Ranks[0]).Way } : null;
        if (isSaidTwice) return splits with { Way = draft.Ranks.Find(rank => rank.Way is RankWay.Worst or RankWay.Best)!.Way, AlsoWay = draft.Ranks.Find(rank => rank.Count is not null)!.Way, Limit = count };
        return splits with { Way = draft.Ranks[0].Way, Limit = count ?? (isWhich && isPlural && splits.GroupBy is not [Ticket] ? null : isPlural ? UsualTop : 1) };
    }

    /// <summary>«10 oldest open tickets», «the ticket with the most replies»: of single tickets those at one end.</summary>
    private ChosenSplits? OfTickets(ChosenSplits splits)
    {
        if (draft.Ranks is [{ IsAll: true, Count: null, Nth: null } all] && draft.Parts.Any(part => part is MeasurePart { IsBy: true }) && draft.Parts.Any(part => part is MeasurePart { Name: "tickets" or "open" or "solved", IsMany: true, IsBy: false }))
            return splits with { GroupBy = [Ticket], Way = all.Way, Limit = UsualList };   // «rank tickets by number of replies»
        if (draft.Ranks is not [{ IsAll: false } rank] || draft.Parts.OfType<MeasurePart>().Where(part => part.Name is "tickets" or "open" or "solved").ToList() is not { } nouns) return null;
        if (nouns.Count == 0 && !(draft.Goals.Count > 0 && rank.Count is not null)) return null;   // «ten slowest resolutions»
        return splits with { GroupBy = [Ticket], Way = rank.Way, Limit = rank.Nth is not null ? 1 : rank.Count ?? (nouns.Exists(noun => noun.IsMany) ? UsualTop : 1), Skip = rank.Nth - 1 };
    }

    /// <summary>«top 3 categories for each product»: within which dimension, which one is ranked, and whether several are asked for.</summary>
    private (string Each, string Ranked, bool IsMany)? RankedWithin(ChosenSplits splits)
    {
        if (splits.GroupBy.Count != 2 || splits.Bound is not null || draft.Groups.SelectMany(group => group.Dimensions.All).Distinct().ToList() is not [var each]) return null;
        var named = draft.Which.Select(which => (which.Dimension, which.IsPlural)).Concat(draft.Dimensions.Where(dimension => !IsNoun(dimension.Place, dimension.Dimension)).Select(dimension => (dimension.Dimension.Name, dimension.Dimension.IsPlural))).ToList();
        return named is [var (ranked, isMany)] && ranked != each ? (each, ranked, isMany) : null;
    }

    private bool IsOnGroups(BoundPart bound, bool hasGroups)
    {
        if (!hasGroups || bound.IsOfTickets) return false;
        if (bound is { Of: null or "openAgeMinutes", Unit: "minutes" } && draft.Measures.Exists(measure => measure.Name == "open")) return false;   // «open for more than 30 days, per agent»
        if (bound.Of is "firstReplyMinutes" or "resolutionMinutes" && draft.Which.Count + draft.Dimensions.Count == 0) return false;   // «first reply under 30 minutes: how many, by channel»
        if (bound.Of is null or "tickets" or "solved" or "open" or "reopened") return true;
        return draft.Measures.All(measure => measure.Name != "tickets") && bound.Of is "csat" or "firstReplyMinutes" or "resolutionMinutes";   // what else has a name is a demand on each ticket
    }

    private static int Direction(RankWay way) => way switch
    {
        RankWay.Least => 1,
        RankWay.Best => 2,
        RankWay.Worst => 3,
        _ => 0,
    };

    private static bool IsWithinDays(ChosenPeriod period) => period.From is { } from && period.To is { } to && to - from < TimeSpan.FromDays(2);

    /// <summary>Steps that make some ten to fifty points of the period.</summary>
    private static string Usual(ChosenPeriod period, DateContext dates)
    {
        if (period.From is not { } from) return "month";
        var days = ((period.To ?? dates.AsOf.ToDateTimeUtc()) - from).TotalDays;
        return days switch { <= 2 => "hour", <= 45 => "day", <= 200 => "week", <= 1100 => "month", _ => "quarter" };
    }
}
