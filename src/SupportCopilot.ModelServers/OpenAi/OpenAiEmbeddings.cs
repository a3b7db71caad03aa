using Microsoft.Extensions.AI;
using OpenAI.Embeddings;
using SupportCopilot.Models;

namespace SupportCopilot.ModelServers.OpenAi;

/// <summary>The OpenAI SDK's embeddings behind <see cref="IEmbeddingGenerator"/>: a vector for each text, in their order, all of one length.</summary>
internal sealed class OpenAiEmbeddings(EmbeddingClient client, int? dimensions) : IEmbeddingGenerator<string, Embedding<float>>
{
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, Microsoft.Extensions.AI.EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var texts = values as IReadOnlyList<string> ?? [.. values];
        try
        {
            var made = (await client.GenerateEmbeddingsAsync(texts, new OpenAI.Embeddings.EmbeddingGenerationOptions { Dimensions = dimensions }, cancellationToken)).Value;
            var vectors = made.OrderBy(one => one.Index).Select(one => new Embedding<float>(one.ToFloats()) { ModelId = made.Model }).ToList();
            if (vectors.Count != texts.Count || vectors.Any(vector => vector.Vector.Length == 0 || vector.Vector.Length != (dimensions ?? vectors[0].Vector.Length)))
                throw new ModelServerException(ModelFailure.Unavailable, "The model server answered other vectors than were asked for.");
            return new(vectors) { Usage = new UsageDetails { InputTokenCount = made.Usage?.InputTokenCount ?? 0, TotalTokenCount = made.Usage?.TotalTokenCount ?? 0 } };
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            throw Failures.Of(failed);
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose() { }
}
