using Microsoft.Extensions.Options;
using SupportCopilot.Access;
using SupportCopilot.Models.Asking;
using SupportCopilot.Models.Budgets;
using SupportCopilot.Models.Ledger;
using SupportCopilot.Models.Policies;
using SupportCopilot.Models.Routing;

namespace SupportCopilot.Models.Embedding;

/// <summary>Makes vectors of texts, through the same gate: what the tenant allows, its budget, the ledger.</summary>
public sealed class EmbedTexts
{
    // The most that servers take in one request is 2,048 texts and 300,000 tokens.
    private const int AtOnce = 128;

    private static readonly ModelPrompt Prompt = new("embedding", 1, "");

    private readonly IModelServers _servers;
    private readonly FindPolicy _policies;
    private readonly OpenAccount _accounts;
    private readonly CurrentCaller _caller;
    private readonly IOptions<ModelGateOptions> _options;
    private readonly TimeProvider _clock;

    internal EmbedTexts(IModelServers servers, FindPolicy policies, OpenAccount accounts, CurrentCaller caller, IOptions<ModelGateOptions> options, TimeProvider clock) =>
        (_servers, _policies, _accounts, _caller, _options, _clock) = (servers, policies, accounts, caller, options, clock);

    /// <summary>Makes them.</summary>
    /// <param name="tenantId">Whose texts.</param>
    /// <param name="texts">The texts.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>One for each text, in their order; null where none is set, allowed, paid for or answers: the embedded way has its own.</returns>
    public async Task<IReadOnlyList<ReadOnlyMemory<float>>?> RunAsync(int tenantId, IReadOnlyList<string> texts, CancellationToken ct)
    {
        if (texts.Count == 0 || _servers.Embedder is not { } embedder) return texts.Count == 0 ? [] : null;
        var policy = await _policies.RunAsync(tenantId, ct);
        if (!policy.AllowsOutside && embedder.IsOutside) return null;

        var account = _accounts.Run(new EmbeddingQuestion(tenantId), _caller.Value?.PersonId, BudgetLimits.Of(_options.Value, policy));
        var made = new List<ReadOnlyMemory<float>>(texts.Count);
        foreach (var some in texts.Chunk(AtOnce))
        {
            if (await TryAsync(embedder, account, some, ct) is not { } vectors) return null;
            made.AddRange(vectors);
        }

        return made;
    }

    private async Task<IEnumerable<ReadOnlyMemory<float>>?> TryAsync(ModelEmbedder embedder, ModelAccount account, string[] texts, CancellationToken ct)
    {
        var letters = texts.Sum(text => (long)text.Length);
        var (mayCall, _) = await account.TakeAsync((input, _) => Cost(input), letters, 0, ct);
        if (!mayCall) return null;

        var start = _clock.GetTimestamp();
        var (tokens, outcome) = (ModelTokens.Of(letters), ModelOutcome.Cancelled);
        try
        {
            var vectors = await embedder.Generator.GenerateAsync(HideQuestion.Run(texts), cancellationToken: ct);
            (tokens, outcome) = (vectors.Usage?.InputTokenCount ?? tokens, ModelOutcome.Answered);
            return vectors.Select(vector => vector.Vector);
        }
        catch (ModelServerException failed)
        {
            (tokens, outcome) = (0, failed.Failure is ModelFailure.Timeout ? ModelOutcome.TimedOut : ModelOutcome.Unavailable);
            return null;
        }
        finally
        {
            await account.CloseAsync(embedder.State().Version ?? embedder.Model, new ModelUse(embedder.Name, Prompt.Name, tokens, 0, Cost(tokens), _clock.GetElapsedTime(start), 1), outcome, isTrial: false);
        }

        long Cost(long input) => (long)Math.Round(input * embedder.InputPer1M);
    }

    private sealed record EmbeddingQuestion(int TenantId) : ModelQuestion(TenantId, EmbedTexts.Prompt, "");
}
