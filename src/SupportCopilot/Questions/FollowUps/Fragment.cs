using SupportCopilot.Questions.Parsing;
using SupportCopilot.Questions.Planning;

namespace SupportCopilot.Questions.FollowUps;

/// <summary>The parts of a follow-up, sorted by what they are about.</summary>
internal sealed class Fragment
{
    private const int ShortParts = 4;

    /// <param name="cover">The parts.</param>
    /// <param name="startsWith">The first word.</param>
    public Fragment(Cover cover, string startsWith)
    {
        Cost = cover.Cost;
        Words = new Draft(cover.Edges);
        foreach (var part in Words.Parts.OfType<FollowUpPart>())
        {
            switch (part)
            {
                case CarryOnPart cue: Ways.Add(cue.Way); break;
                case ThosePart { IsPerson: true }: HasPerson = true; break;
                case ThosePart those: (HasThose, HasSureThose) = (true, HasSureThose || those.IsSure); break;
                case TakePart take: Taken.Add(take); break;
                case TakeDemandPart demand: TakenDemands.AddRange(demand.Filters.All); break;
                case SortPart sort: Sort = sort; break;
                case DirectionPart direction: Descending = direction.Descending; break;
                case ListPart: WantsList = true; break;
                case OthersPart: WantsOthers = true; break;
            }
        }

        BeginsWithNow = startsWith is "now";
        AsksWhich = startsWith is "which";
        BeginsWithWith = startsWith is "with";
        BeginsWithBoth = startsWith is "both";
        BeginsWithNo = startsWith is "no" or "without";
        BeginsWithSplit = startsWith is "split" or "break" or "group";
        IsInUnits = startsWith is "in" && Words.Grains.Count > 0 && Words.Groups.Count + Words.Ranks.Count == 0;
        BeginsWithPreposition = startsWith is "for" or "with" or "without" or "in" or "of" or "from" or "via" or "by" or "per" or "on" or "but" or "not";
        var said = Words.Parts.Where(part => part is not FillerPart { Kind: FillerKind.Plain or FillerKind.Mark or FillerKind.Preposition }).ToList();
        BeginsWithAnd = said.FirstOrDefault() is FillerPart { Kind: FillerKind.And };
        HasCueFirst = said.FirstOrDefault(part => part is not FillerPart { Kind: FillerKind.And }) is CarryOnPart;
        HasCueAtAnEnd = HasCueFirst || said.LastOrDefault() is CarryOnPart { Way: not CarryOn.Narrow };
    }

    public double Cost { get; }

    public Draft Words { get; }

    public HashSet<CarryOn> Ways { get; } = [];

    public List<TakePart> Taken { get; } = [];

    public List<PlanFilter> TakenDemands { get; } = [];

    public SortPart? Sort { get; }

    public bool? Descending { get; }

    public bool HasThose { get; }

    public bool HasSureThose { get; }

    /// <summary>«her», «he»: the one person asked about before.</summary>
    public bool HasPerson { get; }

    public bool WantsList { get; }

    /// <summary>«the others»</summary>
    public bool WantsOthers { get; }

    /// <summary>«in total», «altogether»: all of what is shown, not taken apart.</summary>
    public bool WantsTotal => !BeginsWithBoth && Words.Aggregates.Count > 0 && Words.Aggregates.TrueForAll(aggregate => aggregate.Name == "total") && !NamesSplit && Words.Share is null;

    /// <summary>«how many is that?»: the number behind the figure, and nothing else.</summary>
    public bool AsksNumber => HasThose && Words.Parts.Any(part => part is FillerPart { Kind: FillerKind.HowMany }) && Words.Parts.All(part => part is FillerPart or ThosePart or MeasurePart { Name: "tickets" } or AggregatePart { Name: "total" });

    /// <summary>«in absolute numbers»</summary>
    public bool IsInNumbers => Words.Measures.Count > 0 && Words.Parts.All(part => part is FillerPart or FollowUpPart or MeasurePart { Name: "tickets" });

    public bool BeginsWithAnd { get; }

    /// <summary>«now by channel»</summary>
    public bool BeginsWithNow { get; }

    /// <summary>«which one is worse?»</summary>
    public bool AsksWhich { get; }

    /// <summary>«with CSAT»: beside what is shown.</summary>
    public bool BeginsWithWith { get; }

    /// <summary>«both together»: two that were named, and no sum of the one shown.</summary>
    public bool BeginsWithBoth { get; }

    /// <summary>«no channel»: which takes away what is shown of it, or asks for tickets without one.</summary>
    public bool BeginsWithNo { get; }

    /// <summary>«split by channel»: further, where there are steps of time.</summary>
    public bool BeginsWithSplit { get; }

    /// <summary>«in hours»: a unit, and no step of time.</summary>
    public bool IsInUnits { get; }

    /// <summary>Whether it begins with a word that no whole question begins with, unless it sets a period first: «for phone tickets».</summary>
    public bool BeginsWithPreposition { get; }

    /// <summary>Whether a word of it begins or ends by leaning on what was said: «what about …», «… instead».</summary>
    public bool HasCueAtAnEnd { get; }

    /// <summary>Whether such a word begins it.</summary>
    public bool HasCueFirst { get; }

    /// <summary>Whether it says nothing without a question before: a figure that is named may be asked for by itself, «just the open tickets», «how many tickets are open too?».</summary>
    public bool NeedsPlan => LeansOpenly && !(HasMeasure && !HasSureThose && !HasPerson && Sort is null && (IsSentence && !HasCueFirst || Ways.All(way => way is CarryOn.Narrow) && !WantsList));

    /// <summary>Whether words of it lean openly on what was said before.</summary>
    public bool LeansOpenly => HasSureThose || HasPerson || WantsList || Sort is not null || HasCueAtAnEnd || WantsOthers || !HasMeasure && (BeginsWithAnd || Taken.Count + TakenDemands.Count > 0);

    /// <summary>Whether it is the whole of a question, needs another one, or could be both.</summary>
    public Stance Stance
    {
        get
        {
            if (AsksNumber) return Stance.Leans;   // «how many tickets is that?»
            if (LeansOpenly || !HasMeasure && Words.Ranks.Count + Words.Which.Count == 0) return Stance.Leans;
            if (BeginsWithPreposition && !NamesPeriod) return Stance.Leans;
            if (!HasMeasure) return NamesPeriod && NamesSplit ? Stance.Stands : Stance.Either;   // «which agent solved the most?»: of which tickets is not said
            if (BeginsWithAnd) return NamesPeriod && HasMeasure ? Stance.Either : Stance.Leans;
            if (WantsTotal && !NamesPeriod && !NamesMeasure) return Stance.Either;   // «how many tickets in total?»: of those, or at all
            if (IsSentence && !NamesPeriod && !HasTickets && !NamesSplit && Words.Measures.TrueForAll(measure => measure.Name == "open") && Words.Measures.Count > 0) return Stance.Either;   // «how many are still open?»: of those, or at all
            if (HasMeasure && IsSentence || NamesPeriod || Words.Parts.Count(part => part is not FillerPart { Kind: FillerKind.Mark }) > ShortParts) return Stance.Stands;
            if (Words.Parts.All(part => part is MeasurePart { Name: "tickets" } or FillerPart)) return Stance.Stands;
            return Words.Parts.All(part => part is MeasurePart or AggregatePart or FillerPart or FollowUpPart or SharePart) ? Stance.Leans : Stance.Either;
        }
    }

    /// <summary>Whether a figure, and what to take it over, are both named.</summary>
    public bool IsComplete => HasMeasure && (NamesPeriod || NamesSplit);

    /// <summary>Whether something besides fillers and cues was said.</summary>
    public bool SaysSomething => Taken.Count + TakenDemands.Count > 0 || Sort is not null || Descending is not null || WantsList || WantsOthers || AsksNumber || Words.Parts.Any(part => part is not (FillerPart or FollowUpPart));

    /// <summary>Measures by name, «tickets» as a mere noun left out.</summary>
    public bool NamesMeasure => Words.Measures.Any(measure => measure.Name != "tickets") || Words.Aggregates.Exists(aggregate => aggregate.Name != "total") || Words.Distincts.Count > 0 || Words.HasHowLong || Words.Goals.Count > 0;

    /// <summary>Whether any figure is named, be it by the noun alone.</summary>
    public bool HasMeasure => NamesMeasure || Words.Measures.Count > 0;

    public bool HasTickets => Words.Measures.Any(measure => measure.Name == "tickets");

    public bool NamesSplit => Words.Groups.Count + Words.Dimensions.Count + Words.Grains.Count + Words.Which.Count + Words.Contrasts.Count > 0;

    public bool NamesPeriod => Words.Periods.Count + Words.Instants.Count > 0;

    public bool NamesComparison => Words.Compares.Count + Words.StepCompares.Count + Words.Changes.Count > 0;

    private bool IsSentence => Words.HasHowLong || Words.Which.Count > 0 || Words.Parts.Any(part => part is FillerPart { Kind: FillerKind.HowMany or FillerKind.Is });
}

/// <summary>How a message stands to the one before.</summary>
internal enum Stance
{
    /// <summary>It needs it.</summary>
    Leans,

    /// <summary>It could stand for itself as well.</summary>
    Either,

    /// <summary>It stands for itself.</summary>
    Stands,
}
