using SupportCopilot.Questions.Dates;
using SupportCopilot.Questions.Parsing;

namespace SupportCopilot.Questions.Planning;

/// <summary>The parts of a reading, sorted by what they are about; places are those of the reading's row.</summary>
internal sealed class Draft
{
    private bool _hasHowLong;
    private bool _isTimed;

    public Draft(IReadOnlyList<Edge> edges)
    {
        Parts = [.. edges.Select(edge => edge.Part)];
        for (var i = 0; i < Parts.Count; i++) Sort(Parts[i], i);
        Contrast();
        WhoIsNamed();
        for (var i = 0; i < Parts.Count; i++)
        {
            if (Parts[i] is not FillerPart { Kind: FillerKind.HowMany } || !IsCountBeside(i)) continue;
            CountsBeside = true;
            Measures.Add((i, "tickets"));
        }
    }

    public IReadOnlyList<Part> Parts { get; }

    public List<(int Place, string Name)> Measures { get; } = [];

    public List<(int Place, string Name)> Aggregates { get; } = [];

    public List<(int Place, string Clock)> Clocks { get; } = [];

    public List<(int Place, FilterPart Filter)> Filters { get; } = [];

    public List<GroupPart> Groups { get; } = [];

    public List<(int Place, DimensionPart Dimension)> Dimensions { get; } = [];

    public List<(int Place, string Grain)> Grains { get; } = [];

    public List<WhichPart> Which { get; } = [];

    public List<RankPart> Ranks { get; } = [];

    public List<(int Place, BoundPart Bound)> Bounds { get; } = [];

    public List<(int Place, DateReading Reading)> Periods { get; } = [];

    public List<InstantPart> Instants { get; } = [];

    public List<ComparePart> Compares { get; } = [];

    public List<StepComparePart> StepCompares { get; } = [];

    public List<ChangePart> Changes { get; } = [];

    public List<ContrastPart> Contrasts { get; } = [];

    public List<string> Distincts { get; } = [];

    public List<string> Goals { get; } = [];

    public bool HasHowLong => _hasHowLong || Goals.Count > 0 && (Ranks.Any(rank => rank.Way is RankWay.Slowest or RankWay.Fastest) || IsTimed)
        || IsTimed && Measures.TrueForAll(measure => measure.Name == "tickets") && Clocks.Exists(clock => clock.Clock == Compiling.Clocks.Solved);

    /// <summary>Whether «faster» or «slower» was said.</summary>
    private bool IsTimed => _isTimed || Changes.Exists(change => change.IsSpeed);

    public bool NeedsPeriod { get; private set; }

    /// <summary>Whether one figure divided by another is asked for.</summary>
    public bool IsRatio { get; private set; }

    /// <summary>Whether steps are to be added up as they go.</summary>
    public bool IsRunning { get; private set; }

    /// <summary>Whether «now» or «currently» was said.</summary>
    public bool IsNow { get; private set; }

    public int? Share { get; private set; }

    public bool IsShareOfGroups { get; private set; }

    public int? Versus { get; private set; }

    /// <summary>Whether the number of tickets is asked for beside another figure: «count and CSAT».</summary>
    public bool CountsBeside { get; private set; }

    /// <summary>«how many in total and how many urgent», «total, solved and reopened»: more figures than one.</summary>
    public bool AsksForSeveral
    {
        get
        {
            var asked = Enumerable.Range(0, Parts.Count).Where(i => Parts[i] is FillerPart { Kind: FillerKind.HowMany }).ToList();
            if (asked.Count > 1 && Parts.Skip(asked[0] + 1).Take(asked[^1] - asked[0] - 1).Any(part => part is FillerPart { Kind: FillerKind.And }) && Parts.Skip(asked[0] + 1).Take(asked[^1] - asked[0] - 1).Any(part => part is MeasurePart or FilterPart or AggregatePart or ClockPart)) return true;
            return Aggregates.Exists(aggregate => aggregate.Name == "total" && Parts.Skip(aggregate.Place + 1).SkipWhile(part => part is FillerPart { Kind: FillerKind.Plain }).Take(2).ToList() is [FillerPart { Kind: FillerKind.And or FillerKind.Mark }, FilterPart or ClockPart or MeasurePart]);
        }
    }

    /// <summary>Days that do not count.</summary>
    public List<DateReading> Outsides { get; } = [];

    /// <summary>What is asked for and nowhere recorded.</summary>
    public string? OutOfReach { get; private set; }

    /// <summary>Whether it is asked how many of something there are that figures are split by.</summary>
    public bool CountsGroups => Enumerable.Range(1, Math.Max(0, Parts.Count - 1)).Any(i => Parts[i] is DimensionPart or GrainPart
        && Parts.Take(i).LastOrDefault(part => part is not FillerPart { Kind: FillerKind.Plain or FillerKind.Preposition }) is FillerPart { Kind: FillerKind.HowMany or FillerKind.Among });

    /// <summary>Whether anything was asked at all.</summary>
    public bool IsEmpty => Parts.All(part => part is FillerPart);

    /// <summary>Whether only an «and», a comma or «vs» stands between two places.</summary>
    public bool AreJoined(int left, int right)
    {
        var between = Parts.Skip(left + 1).Take(right - left - 1).ToList();
        // «were created last week and how many were solved»
        if (between.Exists(part => part is FillerPart { Kind: FillerKind.And or FillerKind.Mark }) && between.Exists(part => part is FillerPart { Kind: FillerKind.HowMany }))
            return between.TrueForAll(part => part is FillerPart or PeriodPart or MeasurePart { Name: "tickets" });
        return between.Count > 0 && between.All(part => part is FillerPart { Kind: FillerKind.And or FillerKind.Mark or FillerKind.Plain } or VersusPart or AggregatePart)
            && between.Any(part => part is FillerPart { Kind: FillerKind.And or FillerKind.Mark } or VersusPart);
    }

    /// <summary>«count and CSAT by team»: the number of tickets, beside another figure.</summary>
    private bool IsCountBeside(int place)
    {
        var after = Parts.Skip(place + 1).SkipWhile(part => part is FillerPart { Kind: FillerKind.Plain }).ToList();
        if (after.FirstOrDefault() is not FillerPart { Kind: FillerKind.And or FillerKind.Mark }) return false;
        return after.SkipWhile(part => part is FillerPart).FirstOrDefault() is MeasurePart { Name: not "tickets" } or AggregatePart or SharePart
            && after.TakeWhile(part => part is FillerPart).All(part => part is FillerPart { Kind: FillerKind.And or FillerKind.Mark or FillerKind.Plain or FillerKind.HowMany });
    }

    /// <summary>«who are the top requesters»: those who are named, and no agents.</summary>
    private void WhoIsNamed()
    {
        if (Which is not [{ Dimension: "agent", Count: null } who] || Parts[0] is var _ && Parts.ToList().IndexOf(who) is var place && place + 1 >= Parts.Count || Parts[place + 1] is not FillerPart { Kind: FillerKind.Is }) return;
        var next = Enumerable.Range(place + 1, Parts.Count - place - 1).FirstOrDefault(i => Parts[i] is not (FillerPart { Kind: FillerKind.Is or FillerKind.Plain or FillerKind.Mark } or RankPart or FilterPart), -1);
        if (next < 0 || Parts[next] is not DimensionPart named) return;
        Which.Clear();
        if (Parts.Take(next).Any(part => part is RankPart)) return;
        Dimensions.RemoveAll(dimension => dimension.Place == next);
        Which.Add(new WhichPart(named.Name, null, named.IsPlural) { Count = named.Count });
    }

    /// <summary>«how many did Sana close in May compared to Chen»: two values of one dimension with «compared to» right before the second.</summary>
    private void Contrast()
    {
        if (OfFigures() || MoreOr()) return;
        if (Parts.OfType<VersusPart>().ToList() is not [{ IsVerb: false } versus] || Versus is not { } place) return;
        if (versus.IsThan && !(Changes.Count > 0 && Changes.TrueForAll(change => change.IsComparative))) return;
        var next = Enumerable.Range(place + 1, Parts.Count - place - 1).FirstOrDefault(i => Parts[i] is not FillerPart { Kind: FillerKind.Plain or FillerKind.Preposition or FillerKind.Mark }, -1);
        if (next < 0 || Parts[next] is not FilterPart { Filters.All: [{ Op: "is", Any: null } second] }) return;
        if (Filters.Where(filter => filter.Filter.Filters.All.Any(one => one.Field == second.Field)).ToList() is not [{ Filter.Filters.All: [{ Op: "is" } first] } one, var two] || one.Place > place || two.Place != next || first.Values.Intersect(second.Values).Any()) return;
        Filters.RemoveAll(filter => filter.Place == one.Place || filter.Place == next);
        Contrasts.Add(new ContrastPart(second.Field, new Names([.. first.Values, .. second.Values])));
        Versus = null;
        if (versus.IsThan) Compared();
    }

    /// <summary>Whether two figures are held against each other by their verbs: «did we solve more than we received».</summary>
    public bool HoldsFigures { get; private set; }

    private bool OfFigures()
    {
        if (Parts.OfType<VersusPart>().ToList() is not [{ IsOfFigures: true }] || Versus is not { } than || Changes.Count != 1 || !Changes[0].IsComparative || Changes[0].IsSpeed || Compares.Count + StepCompares.Count + Ranks.Count > 0) return false;
        if (Clocks.Select(clock => clock.Clock).Distinct().Count() != 2 || !Clocks.Exists(clock => clock.Place < than) || !Clocks.Exists(clock => clock.Place > than)) return false;
        (HoldsFigures, Versus) = (true, null);
        Changes.Clear();
        return true;
    }

    /// <summary>«did we get more chats or emails»: the values side by side.</summary>
    private bool MoreOr()
    {
        if (Changes.Count == 0 || !Changes.TrueForAll(change => change.IsComparative) || Compares.Count + StepCompares.Count > 0 || Parts.Any(part => part is VersusPart)) return false;
        if (Filters.Where(filter => filter.Filter.Filters.All is [{ Op: "is", Any: null } one] && one.Field != "status" && one.Values.Select(value => value.ToLowerInvariant()).Distinct().Count() > 1).ToList() is not [var several]) return false;
        Filters.Remove(several);
        var only = several.Filter.Filters.All[0];
        Contrasts.Add(new ContrastPart(only.Field, new Names(only.Values)));
        Compared();
        return true;
    }

    private void Compared()
    {
        _isTimed = Changes.Exists(change => change.IsSpeed);
        Changes.Clear();
    }

    private void Sort(Part part, int place)
    {
        switch (part)
        {
            case MeasurePart measure: Measures.Add((place, measure.Name)); break;
            case AggregatePart aggregate: Aggregates.Add((place, aggregate.Name)); break;
            case ClockPart clock:
                Clocks.Add((place, clock.Clock));
                NeedsPeriod |= clock.NeedsPeriod;
                break;
            case FilterPart filter: Filters.Add((place, filter)); break;
            case GroupPart group: Groups.Add(group); break;
            case DimensionPart dimension: Dimensions.Add((place, dimension)); break;
            case GrainPart grain: Grains.Add((place, grain.Grain)); break;
            case WhichPart which: Which.Add(which); break;
            case RankPart rank: Ranks.Add(rank); break;
            case BoundPart bound: Bounds.Add((place, bound)); break;
            case PeriodPart period: Periods.Add((place, period.Reading)); break;
            case InstantPart instant: Instants.Add(instant); break;
            case ComparePart compare: Compares.Add(compare); break;
            case StepComparePart step: StepCompares.Add(step); break;
            case ChangePart change: Changes.Add(change); break;
            case ContrastPart contrast: Contrasts.Add(contrast); break;
            case DistinctPart distinct: Distincts.Add(distinct.Measure); break;
            case GoalPart goal: Goals.Add(goal.Family); break;
            case HowLongPart: _hasHowLong = true; break;
            case SharePart share:
                Share ??= place;
                IsShareOfGroups |= share.OfGroups;
                break;
            case OutsidePart outside: Outsides.Add(outside.Reading); break;
            case OutOfReachPart reason: OutOfReach ??= reason.Why; break;
            case RatioPart: IsRatio = true; break;
            case RunningPart: IsRunning = true; break;
            case FillerPart { Kind: FillerKind.Now }: IsNow = true; break;
            case VersusPart: Versus ??= place; break;
        }
    }
}
