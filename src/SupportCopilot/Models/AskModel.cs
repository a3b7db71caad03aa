using SupportCopilot.Models.Asking;
using SupportCopilot.Models.Routing;
using SupportCopilot.Models.Streaming;

namespace SupportCopilot.Models;

/// <summary>
/// The one gate to models. It chooses who is asked, asks, and asks the next where one fails or answers what cannot be used;
/// when nobody is left, who asks has an embedded way.
/// </summary>
public sealed class AskModel
{
    private readonly IModelServers _servers;
    private readonly RouteModel _route;
    private readonly AskServer _ask;
    private readonly StreamServer _stream;
    private readonly TimeProvider _clock;

    internal AskModel(IModelServers servers, RouteModel route, AskServer ask, StreamServer stream, TimeProvider clock) =>
        (_servers, _route, _ask, _stream, _clock) = (servers, route, ask, stream, clock);

    /// <summary>The names of all servers that are set.</summary>
    public IReadOnlyList<string> Names => [.. _servers.All.Select(server => server.Name)];

    /// <summary>The server of a name, or null.</summary>
    public ModelServer? Find(string name) => _servers.All.FirstOrDefault(server => string.Equals(server.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The server that a task goes to as long as all is well; null when there is none.</summary>
    /// <param name="task">The task, such as <c>triage</c>.</param>
    public ModelServer? For(string task) => _route.First(task);

    /// <summary>Asks.</summary>
    /// <returns>The answer, or why there is none; it throws only where the caller cancels.</returns>
    public async Task<ModelResult<T>> RunAsync<T>(ModelRequest<T> request, CancellationToken ct)
    {
        var start = _clock.GetTimestamp();
        ModelResult<T> result = new ModelResult<T>.Unavailable(ModelUse.None(request.Prompt), null);
        var left = new Queue<ModelServer>(_route.Run(request));
        while (left.TryDequeue(out var server))
        {
            using var time = new TimeShare(request.Within - _clock.GetElapsedTime(start), left.Count == 0, _clock, ct);
            var tried = await AskAsync(server, request, time);
            result = tried with { Use = result.Use.And(tried.Use) };
            if (result is ModelResult<T>.Answered or ModelResult<T>.Refused) break;   // what one filter refuses is not carried to the next
        }

        return result;
    }

    /// <summary>Asks for text that is shown while it comes, checked piece by piece.</summary>
    public ModelStream Stream(ModelTextRequest request) => new(request, _route.Run(request), _stream, _clock);

    private async Task<ModelResult<T>> AskAsync<T>(ModelServer server, ModelRequest<T> request, TimeShare time)
    {
        var start = _clock.GetTimestamp();
        try
        {
            return await _ask.RunAsync(server, request, time.Token);
        }
        catch (OperationCanceledException) when (time.IsUp)
        {
            return new ModelResult<T>.TimedOut(ModelUse.None(request.Prompt) with { Server = server.Name, Time = _clock.GetElapsedTime(start) });
        }
    }
}
