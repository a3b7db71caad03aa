using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SupportCopilot.Access;
using SupportCopilot.Models;
using SupportCopilot.Models.Embedding;

namespace SupportCopilot.SearchIndexes.Azure;

/// <summary>
/// Vectors of texts by the embedding server of the settings, where there is one and the tenant allows it. They are asked for
/// at the gate, as everything that leaves: what is personal is hidden, the budget holds, and the call is written down.
/// </summary>
internal sealed partial class Vectors(IModelServers models, IServiceScopeFactory scopes, ILogger<Vectors> log)
{
    private const int Batch = 64;            // what fails is found by its words alone: no more than these at once
    private const int LongestText = 8_000;   // characters: within the 8,191 tokens that embedding models take, whatever the language
    private const int DefaultDimensions = 1536;   // of OpenAI's small model

    /// <summary>The length of a vector; null where nobody makes any.</summary>
    public int? Dimensions => models.Embedder is { } embedder ? embedder.Dimensions ?? DefaultDimensions : null;

    /// <returns>One for each text; null for all of a batch for which there are none: those are found by their words alone.</returns>
    public async Task<IReadOnlyList<float[]?>> OfAsync(int tenantId, IReadOnlyList<string> texts, CancellationToken ct)
    {
        if (Dimensions is not { } dimensions) return new float[]?[texts.Count];
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(tenantId);
        var embed = scope.ServiceProvider.GetRequiredService<EmbedTexts>();
        var vectors = new List<float[]?>(texts.Count);
        foreach (var batch in texts.Chunk(Batch))
        {
            var made = await embed.RunAsync(tenantId, [.. batch.Select(Cut)], ct);
            // The field of the index has one length; a vector of another would have the whole batch of documents refused.
            if (made is not null && made.All(vector => vector.Length == dimensions)) vectors.AddRange(made.Select(vector => vector.ToArray()));
            else vectors.AddRange(new float[]?[batch.Length]);
            if (vectors[^1] is null) LogNoVectors(batch.Length);
        }

        return vectors;
    }

    // Half a surrogate pair is no text.
    private static string Cut(string text) => text.Length <= LongestText ? text : text[..(char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText)];

    [LoggerMessage(Level = LogLevel.Warning, Message = "No vectors for {Count} texts, which are found by their words alone; GET /api/models and /api/costs say whether the server failed, is not allowed, or its budget is spent")]
    private partial void LogNoVectors(int count);
}
