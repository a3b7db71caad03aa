using System.Collections.Concurrent;

namespace SupportCopilot.Tests.Simulator.Contract;

/// <summary>
/// A simulated account between which and its caller stands the contract: <c>Outside.Has(host, watched.SendAsync)</c>, and
/// <see cref="AssertKept"/> at the end. Where the file is not there, nothing is checked.
/// </summary>
/// <param name="inner">What answers: the account, or what a test put before it.</param>
internal sealed class WatchedZendesk(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> inner)
{
    private readonly ConcurrentQueue<string> _breaches = new();
    private readonly ConcurrentDictionary<string, int> _operations = new();

    /// <summary>What did not fit, on either side.</summary>
    public IReadOnlyCollection<string> Breaches => _breaches;

    /// <summary>Which operations of the file were asked for, and how often.</summary>
    public IReadOnlyDictionary<string, int> Operations => _operations;

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        var contract = ZendeskContract.TryLoad();
        var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(ct);
        Note(contract?.CheckRequest(request.Method.Method, request.RequestUri!, body));
        if (contract?.OperationId(request.Method.Method, request.RequestUri!) is { } operation) _operations.AddOrUpdate(operation, 1, (_, n) => n + 1);

        var answer = await inner(request, ct);
        if (contract is null || answer.Content is not ReadOnlyMemoryContent) return answer;   // an answer that is to break off is not read before its time
        await answer.Content.LoadIntoBufferAsync(ct);
        Note(contract.CheckAnswer(request.Method.Method, request.RequestUri!, (int)answer.StatusCode, await answer.Content.ReadAsStringAsync(ct)));
        return answer;
    }

    /// <summary>Everything that was asked and answered stands in the file.</summary>
    public void AssertKept() => Assert.True(_breaches.IsEmpty, string.Join('\n', _breaches.Distinct().Take(20)));

    private void Note(IReadOnlyList<string>? breaches)
    {
        foreach (var breach in breaches ?? []) _breaches.Enqueue(breach);
    }
}
