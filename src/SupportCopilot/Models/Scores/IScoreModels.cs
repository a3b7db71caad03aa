namespace SupportCopilot.Models.Scores;

/// <summary>A feature that can tell how good models' answers to its task turned out to be, from what people made of them.</summary>
public interface IScoreModels
{
    /// <summary>The task, such as <c>triage</c>.</summary>
    string Task { get; }

    /// <summary>The score of each server that did the task.</summary>
    /// <param name="since">Answers since then (UTC).</param>
    /// <param name="ct">Cancels.</param>
    Task<IReadOnlyList<ModelQuality>> RunAsync(DateTime since, CancellationToken ct);
}

/// <summary>How good a server's answers were.</summary>
/// <param name="Server">The server.</param>
/// <param name="Score">The share that people let stand, from 0 to 1.</param>
/// <param name="Of">Of how many.</param>
public sealed record ModelQuality(string Server, double Score, int Of);
