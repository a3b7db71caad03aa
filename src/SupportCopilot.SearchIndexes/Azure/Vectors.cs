using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using SupportCopilot.Models;
using SupportCopilot.Models.Redaction;

namespace SupportCopilot.SearchIndexes.Azure;

/// <summary>Vectors of texts by the embedding server of the settings, where there is one. What is personal is hidden before a text leaves.</summary>
internal sealed partial class Vectors(IModelServers models, Redactor redactor, ILogger<Vectors> log)
{
    private const int Batch = 64;
    private const int LongestText = 8_000;   // characters: within the 8,191 tokens that embedding models take, whatever the language

    /// <summary>The length of a vector; null where nobody makes any.</summary>
    public int? Dimensions => models.Embedder is { } embedder ? embedder.Dimensions ?? DefaultDimensions : null;

    private const int DefaultDimensions = 1536;   // of OpenAI's small model

    /// <returns>One for each text; null for all of a batch that the server had no answer for: those are found by their words alone.</returns>
    public async Task<IReadOnlyList<float[]?>> OfAsync(IReadOnlyList<string> texts, CancellationToken ct)
    {
        var vectors = new List<float[]?>(texts.Count);
        foreach (var batch in texts.Chunk(Batch)) vectors.AddRange(await BatchAsync(batch, ct));
        return vectors;
    }

    private async Task<IEnumerable<float[]?>> BatchAsync(string[] texts, CancellationToken ct)
    {
        if (models.Embedder is not { } embedder) return texts.Select(_ => (float[]?)null);
        try
        {
            var hidden = redactor.Begin([]);
            var made = await embedder.Generator.GenerateAsync(
                texts.Select(text => hidden.Hide(text.Length <= LongestText ? text : text[..LongestText])), new EmbeddingGenerationOptions { Dimensions = Dimensions }, ct);
            return made.Select(vector => (float[]?)vector.Vector.ToArray());
        }
        catch (ModelServerException silent)
        {
            LogNoVectors(texts.Length, silent.Failure);
            return texts.Select(_ => (float[]?)null);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "No vectors for {Count} texts, which are found by their words alone: {Failure}")]
    private partial void LogNoVectors(int count, ModelFailure failure);
}
