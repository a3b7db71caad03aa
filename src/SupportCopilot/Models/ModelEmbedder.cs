using Microsoft.Extensions.AI;

namespace SupportCopilot.Models;

/// <summary>A server that makes vectors of texts.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Model">The model, or deployment, that it is asked for.</param>
/// <param name="Dimensions">How many numbers a vector has; null where the model decides.</param>
/// <param name="InputPer1M">US dollars for a million tokens.</param>
public sealed record ModelEmbedder(string Name, string Model, int? Dimensions, decimal InputPer1M)
{
    /// <summary>The way to it, with the same patience as the others; it throws <see cref="ModelServerException"/> alone.</summary>
    public required IEmbeddingGenerator<string, Embedding<float>> Generator { get; init; }

    /// <summary>How it does at the moment.</summary>
    public required Func<ModelServerState> State { get; init; }

    /// <summary>Whether what it is asked leaves for somebody else.</summary>
    public bool IsOutside { get; init; } = true;
}
