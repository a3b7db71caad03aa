using SupportCopilot.Access;
using SupportCopilot.Models.Asking;
using SupportCopilot.Models.Ledger;
using SupportCopilot.Models.Policies;
using SupportCopilot.Models.Routing;
using SupportCopilot.Models.Streaming;

namespace SupportCopilot.Models;

/// <summary>
/// The one gate to models. It lets a question through or not, hides what is personal in it, chooses who is asked, asks, and
/// asks the next where one fails or answers what cannot be used; when nobody is left, who asks has an embedded way.
/// </summary>
public sealed class AskModel
{
    private readonly IModelServers _servers;
    private readonly CurrentTenant _tenant;
    private readonly FindPolicy _policies;
    private readonly RouteModel _route;
    private readonly AdmitQuestion _admit;
    private readonly AskServer _ask;
    private readonly StreamServer _stream;
    private readonly WriteLedger _ledger;
    private readonly TimeProvider _clock;

    internal AskModel(IModelServers servers, CurrentTenant tenant, FindPolicy policies, RouteModel route, AdmitQuestion admit, AskServer ask, StreamServer stream, WriteLedger ledger, TimeProvider clock) =>
        (_servers, _tenant, _policies, _route, _admit, _ask, _stream, _ledger, _clock) = (servers, tenant, policies, route, admit, ask, stream, ledger, clock);

    /// <summary>The names of all servers that are set.</summary>
    public IReadOnlyList<string> Names => [.. _servers.All.Select(server => server.Name)];

    /// <summary>The server of a name, or null.</summary>
    public ModelServer? Find(string name) => _servers.All.FirstOrDefault(server => string.Equals(server.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The server that a task of this tenant goes to as long as all is well; null when there is none, or none that the tenant allows.</summary>
    /// <param name="task">The task, such as <c>triage</c>.</param>
    /// <param name="ct">Cancels.</param>
    public async ValueTask<ModelServer?> ForAsync(string task, CancellationToken ct) =>
        _servers.All.Count == 0 ? null : _route.First(task, await _policies.RunAsync(_tenant.Id, ct));

    /// <summary>Whether a model is on trial for a task.</summary>
    public bool IsOnTrial(string task) => _route.IsOnTrial(task);

    /// <summary>Asks.</summary>
    /// <returns>The answer, or why there is none; it throws only where the caller cancels.</returns>
    public async Task<ModelResult<T>> RunAsync<T>(ModelRequest<T> request, CancellationToken ct)
    {
        var start = _clock.GetTimestamp();
        var admission = await _admit.RunAsync(request, ct);
        ModelResult<T> result = new ModelResult<T>.Unavailable(ModelUse.None(request.Prompt), admission.RetryAfter, admission.Reason);
        if (admission.Account is not { } account) return result;

        var hidden = HideQuestion.Run(request);
        var isTrial = admission.IsTrial;
        var left = new Queue<ModelServer>(admission.Servers);
        while (left.TryDequeue(out var server))
        {
            using var time = new TimeShare(admission.Within - _clock.GetElapsedTime(start), left.Count == 0, _clock, ct);
            var tried = await _ask.RunAsync(server, hidden, account, time, isTrial);
            result = tried with { Use = result.Use.And(tried.Use) };
            if (result is ModelResult<T>.Answered or ModelResult<T>.Refused) break;   // what one filter refuses is not carried to the next
            isTrial = false;
        }

        return result;
    }

    /// <summary>Writes down what was asked so far, which happens in a moment by itself: for those who tell of a result whose cost is to be there with it.</summary>
    public Task WriteDownAsync(CancellationToken ct) => _ledger.RunAsync(ct);

    /// <summary>Makes a question ready to leave, and lets it stay: what the first one of a program would wait for has then been made.</summary>
    public void Prepare<T>(ModelRequest<T> request) => HideQuestion.Run(request);

    /// <summary>Asks for text that is shown while it comes, checked piece by piece.</summary>
    public ModelStream Stream(ModelTextRequest request) => new(request, _admit, _stream, _clock);
}
