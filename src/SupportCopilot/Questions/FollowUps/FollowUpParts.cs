using SupportCopilot.Questions.Parsing;

namespace SupportCopilot.Questions.FollowUps;

/// <summary>What words of a follow-up mean besides the parts of a question: they say what to do with the plan before.</summary>
internal abstract record FollowUpPart : Part;

/// <summary>How what is said goes together with what was said before.</summary>
/// <param name="Way">Which way.</param>
internal sealed record CarryOnPart(CarryOn Way) : FollowUpPart;

/// <summary>The ways to carry on.</summary>
internal enum CarryOn
{
    /// <summary>«what about», «same for», «instead».</summary>
    Replace,

    /// <summary>«also», «as well».</summary>
    Add,

    /// <summary>«only», «just».</summary>
    Narrow,

    /// <summary>«split that»: the figure before, taken apart.</summary>
    Split,
}

/// <summary>The figure or the tickets before: «those», «of them», «it».</summary>
/// <param name="IsSure">Whether the words can mean nothing else; «ones» can.</param>
internal sealed record ThosePart(bool IsSure) : FollowUpPart
{
    /// <summary>Whether one person is meant and none of the tickets shown: «did she solve».</summary>
    public bool IsPerson { get; init; }
}

/// <summary>A word that takes away what is named after it.</summary>
/// <param name="OnlyDemands">Of «for all channels»: the demand goes, a split stays.</param>
internal sealed record DropPart(bool OnlyDemands) : Part;

/// <summary>A word for demands or splits as such: «filter», «split».</summary>
internal sealed record KindPart(TakenKind Kind) : Part;

/// <summary>What can be taken away.</summary>
internal enum TakenKind
{
    /// <summary>Demands.</summary>
    Demands,

    /// <summary>What figures are split by.</summary>
    Splits,

    /// <summary>The period.</summary>
    Period,

    /// <summary>The comparison.</summary>
    Comparison,

    /// <summary>The bound on groups and on how many are shown.</summary>
    Limit,

    /// <summary>Steps of time.</summary>
    Steps,

    /// <summary>Whatever there is of a dimension, demand or split.</summary>
    Any,
}

/// <summary>Something of the plan before is taken away.</summary>
/// <param name="Kind">What.</param>
/// <param name="Name">The dimension or measure; null for all of the kind.</param>
internal sealed record TakePart(TakenKind Kind, string? Name) : FollowUpPart;

/// <summary>A demand of the plan before is taken away by its value: «drop billing».</summary>
internal sealed record TakeDemandPart(FilterSet Filters) : FollowUpPart;

/// <summary>«the others», «the rest»: what a demand of the plan before left out.</summary>
internal sealed record OthersPart : FollowUpPart;

/// <summary>«sort».</summary>
internal sealed record SortWordPart : Part;

/// <summary>«ascending», «lowest first».</summary>
internal sealed record DirectionPart(bool Descending) : FollowUpPart;

/// <summary>«sort by CSAT».</summary>
/// <param name="By">A measure or a dimension by name; empty for what the figures are split by.</param>
internal sealed record SortPart(string By) : FollowUpPart;

/// <summary>«show», «list»: before «those» the tickets are asked for.</summary>
internal sealed record ShowPart : Part;

/// <summary>«the tickets»: the ones behind the figure.</summary>
internal sealed record TheTicketsPart : Part;

/// <summary>«show me those tickets».</summary>
internal sealed record ListPart : FollowUpPart;
