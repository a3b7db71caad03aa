using System.Collections.Concurrent;
using ZendeskSimulator.Http;

namespace ZendeskSimulator.Oracle;

/// <summary>What reached the account, in the order of its answers.</summary>
public sealed class RequestLog
{
    private readonly ConcurrentQueue<RequestSeen> _seen = new();

    /// <summary>All of it.</summary>
    public IReadOnlyList<RequestSeen> All => [.. _seen];

    /// <summary>How many had that method and a path that begins so.</summary>
    public int Count(string method, string path) => _seen.Count(r => r.Method == method && r.Path.StartsWith(path, StringComparison.Ordinal));

    /// <summary>Begins anew.</summary>
    public void Clear() => _seen.Clear();

    internal void Add(SimulatedRequest request, SimulatedAnswer answer) => _seen.Enqueue(new RequestSeen(request.Method, request.Uri.AbsolutePath, request.Uri.Query, answer.Status));
}

/// <summary>A request that reached the account.</summary>
/// <param name="Method">In capitals.</param>
/// <param name="Path">The path as it came.</param>
/// <param name="Query">With its question mark; empty where there was none.</param>
/// <param name="Status">What was answered.</param>
public sealed record RequestSeen(string Method, string Path, string Query, int Status);
