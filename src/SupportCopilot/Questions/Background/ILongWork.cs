namespace SupportCopilot.Questions.Background;

/// <summary>A kind of work on questions that can go on in the background, and begin anew after a restart.</summary>
internal interface ILongWork
{
    /// <summary>The name that its rows carry; at most 20 characters.</summary>
    string Kind { get; }

    /// <summary>Works an answer out, for the scope's caller with the rights of this very moment.</summary>
    /// <param name="id">The question, whose id the answer carries.</param>
    /// <param name="work">What is to be done, as it was written when the question was asked.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="ct">Cancels.</param>
    Task<Outcome> RunAsync(string id, string work, IProgress<WorkStep> progress, CancellationToken ct);
}

/// <summary>How far a work is.</summary>
/// <param name="Share">The share that is done, 0–1.</param>
/// <param name="Doing">What is being done, in our own words, such as «reading 12,000 tickets».</param>
internal readonly record struct WorkStep(double Share, string Doing);

/// <summary>Work that is to be done in the background.</summary>
/// <param name="Kind">The kind of its worker.</param>
/// <param name="Work">What is to be done, for the worker to read.</param>
/// <param name="Doing">What it begins with, in our own words.</param>
internal sealed record WorkOrder(string Kind, string Work, string Doing);
