using SupportCopilot.Knowledge;

namespace SupportCopilot.Tests.Questions.Reasons;

/// <summary>A search index that keeps whoever asks for vectors waiting until it is let go.</summary>
internal sealed class HeldIndex : ISearchIndex
{
    public TaskCompletionSource Entered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource Release { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async Task<DocumentVectors?> VectorsAsync(int tenantId, SearchKind kind, IReadOnlyList<long> ids, CancellationToken ct)
    {
        Entered.TrySetResult();
        await Release.Task.WaitAsync(TimeSpan.FromSeconds(20), ct);
        return null;
    }

    public Task PutAsync(int tenantId, IReadOnlyList<SearchDocument> documents, CancellationToken ct) => Task.CompletedTask;

    public Task RemoveAsync(int tenantId, IReadOnlyList<SearchKey> keys, CancellationToken ct) => Task.CompletedTask;

    public Task RebuildAsync(int tenantId, Func<IAsyncEnumerable<SearchDocument>> documents, IProgress<long>? progress, CancellationToken ct) => Task.CompletedTask;

    public Task<IReadOnlyList<SearchHit>> SearchAsync(SearchQuery query, CancellationToken ct) => Task.FromResult<IReadOnlyList<SearchHit>>([]);

    public Task<SearchIndexState> StateAsync(int tenantId, CancellationToken ct) => Task.FromResult(new SearchIndexState(0, 0, null, "held"));
}
