using SupportCopilot.Models;

namespace SupportCopilot.Host.Endpoints;

/// <summary>How the model servers do. One that fails is no failure of the product: the embedded ways answer meanwhile.</summary>
internal static class ModelServerHealth
{
    public static PartHealth Of(IModelServers servers) => servers.All.Count == 0
        ? new("notConnected", "No model server is set; the embedded ways answer.")
        : new("ok", string.Join(" ", servers.All.Select(InWords)));

    private static string InWords(ModelServer server) => server.State() switch
    {
        { IsLeftInPeace: true, Failure: var failure } => $"{server.Name} failed so often that it is left in peace for a while ({failure}); the embedded ways answer.",
        { AnsweredAt: null, FailedAt: null } => $"{server.Name} was not asked yet.",
        { AnsweredAt: var answered, FailedAt: { } failed, Failure: var failure } when answered is null || failed > answered => $"{server.Name} failed at {failed:u}: {failure}",
        { AnsweredAt: { } at } => $"{server.Name} answered at {at:u}.",
        _ => $"{server.Name} was not asked yet.",
    };
}
