using SupportCopilot.Models;

namespace SupportCopilot.Host.Endpoints;

/// <summary>How the model servers do. One that fails is no failure of the product: the next one, or the embedded ways, answer meanwhile.</summary>
internal static class ModelServerHealth
{
    public static PartHealth Of(IModelServers servers)
    {
        var states = servers.All.Select(server => (server.Name, State: server.State())).ToList();
        if (servers.Embedder is { } embedder) states.Add(($"{embedder.Name} (embeddings)", embedder.State()));
        return states.Count == 0
            ? new("notConnected", "No model server is set; the embedded ways answer.")
            : new(states.Any(one => one.State.HaltedUntil is not null) ? "degraded" : "ok", string.Join(" ", states.Select(one => InWords(one.Name, one.State))));
    }

    private static string InWords(string name, ModelServerState state) => state switch
    {
        { HaltedUntil: { } until } => $"{name}'s quota is spent; it is not asked before {until:u}. Raise its quota, or wait.",
        { IsLeftInPeace: true, Failure: var failure } => $"{name} failed so often that it is left in peace for a while ({failure}); others or the embedded ways answer.",
        { AnsweredAt: null, FailedAt: null } => $"{name} was not asked yet.",
        { AnsweredAt: var answered, FailedAt: { } failed, Failure: var failure } when answered is null || failed > answered => $"{name} failed at {failed:u}: {failure}",
        { AnsweredAt: { } at } => $"{name} answered at {at:u}.",
        _ => $"{name} was not asked yet.",
    };
}
