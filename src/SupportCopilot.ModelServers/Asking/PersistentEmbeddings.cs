using Microsoft.Extensions.AI;
using SupportCopilot.Models;

namespace SupportCopilot.ModelServers.Asking;

/// <summary>Asks for vectors with the server's patience.</summary>
internal sealed class PersistentEmbeddings(IEmbeddingGenerator<string, Embedding<float>> inner, PatientServer server) : DelegatingEmbeddingGenerator<string, Embedding<float>>(inner)
{
    public override async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var texts = values as IReadOnlyList<string> ?? [.. values];
        var made = await server.AskAsync(ct => InnerGenerator.GenerateAsync(texts, options, ct), ModelTokens.Of(texts.Sum(text => text.Length)), vectors => vectors.Usage?.TotalTokenCount, cancellationToken);
        server.State.Is(made.FirstOrDefault()?.ModelId);
        return made;
    }
}
