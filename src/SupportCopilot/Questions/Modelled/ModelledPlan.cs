using SupportCopilot.Questions.Planning;

namespace SupportCopilot.Questions.Modelled;

/// <summary>A plan as a model filled it in: names of the catalogue and values that were given to it, nothing else.</summary>
internal sealed record ModelledPlan
{
    /// <summary>Whether the question can be answered by a plan at all.</summary>
    public required bool Answerable { get; init; }

    /// <summary>What is counted or averaged.</summary>
    public IReadOnlyList<PlanMeasure> Measures { get; init; } = [];

    /// <summary>What figures are split by.</summary>
    public IReadOnlyList<string> GroupBy { get; init; } = [];

    /// <summary>The steps of a trend.</summary>
    public string? Grain { get; init; }

    /// <summary>What tickets must be like.</summary>
    public IReadOnlyList<PlanFilter> Filters { get; init; } = [];

    /// <summary>The period in words, which our own grammar of dates resolves.</summary>
    public string? Period { get; init; }

    /// <summary>previousPeriod or previousYear.</summary>
    public string? Compare { get; init; }

    /// <summary>most or least, where groups are ranked.</summary>
    public string? Rank { get; init; }

    /// <summary>For each word of the question, by its number, the part of the plan that it stands for.</summary>
    public IReadOnlyDictionary<int, PlanPlace> Words { get; init; } = new Dictionary<int, PlanPlace>();
}

/// <summary>A part of a modelled plan.</summary>
/// <param name="Part">measures, groupBy, grain, filters, period, compare or rank.</param>
/// <param name="At">Which of several, from 0.</param>
internal readonly record struct PlanPlace(string Part, int At);
