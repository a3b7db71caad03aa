using SupportCopilot.Models;

namespace SupportCopilot.Triage.Modelled;

/// <summary>One ticket to judge.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="Judged">The ticket, as the embedded way judged it; null where it is gone.</param>
internal sealed record TriageJob(long TicketId, JudgedTicket? Judged)
{
    /// <summary>The run that names it; null where its verdict waits for the model.</summary>
    public RunPlace? Place { get; init; }

    /// <summary>The names of its people, which no model is told.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Whether a model is to be asked that is no longer set.</summary>
    public bool HasLostItsModel { get; init; }
}

/// <summary>Where a ticket stands in a run.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Position">Its place there.</param>
/// <param name="IsDryRun">Whether nothing but the run's own rows is written.</param>
internal sealed record RunPlace(long RunId, int Position, bool IsDryRun);

/// <summary>What came of it.</summary>
/// <param name="Job">The ticket.</param>
/// <param name="Result">What the model said; null where none was asked.</param>
/// <param name="Failure">The name of an error of ours that kept it from being judged; null where there was none.</param>
/// <param name="Time">How long it took.</param>
internal sealed record TriageDone(TriageJob Job, ModelResult<ModelledTriage>? Result, string? Failure, TimeSpan Time)
{
    /// <summary>What holds by it.</summary>
    public Judgement Holding => Result is ModelResult<ModelledTriage>.Answered answered ? Job.Judged!.With(answered.Value)
        : Result is null && !Job.HasLostItsModel ? Job.Judged!.Embedded
        : Job.Judged!.Standing;

    /// <summary>Why the model that was to be asked had no say, in a word; null where it had, or none was.</summary>
    public string? Because => Job.HasLostItsModel ? "unavailable" : Result?.Because;

    /// <summary>How what holds stands with the model. One that fails does not unsay what it said to the very same question before.</summary>
    public ModelSay Say => Result switch
    {
        not ModelResult<ModelledTriage>.Answered when Because is not null && Job.Judged is { Known: not null, Question: { } same } => new ModelSay.Answered(same.Server, same.Hash),
        null when Job.HasLostItsModel => new ModelSay.Failed("unavailable", null),
        null => new ModelSay.None(),
        ModelResult<ModelledTriage>.Answered answered => new ModelSay.Answered(answered.Use.Server, Job.Judged!.Question!.Hash),
        ModelResult<ModelledTriage>.Unavailable unavailable => new ModelSay.Failed(unavailable.Because!, unavailable.RetryAfter),
        var failed => new ModelSay.Failed(failed.Because!, null),
    };
}
