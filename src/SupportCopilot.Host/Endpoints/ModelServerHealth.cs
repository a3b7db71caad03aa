using SupportCopilot.Host.Jobs;
using SupportCopilot.Models;
using SupportCopilot.Models.Budgets;

namespace SupportCopilot.Host.Endpoints;

/// <summary>How the model servers do. One that fails is no failure of the product: the next one, or the embedded ways, answer meanwhile.</summary>
internal static class ModelServerHealth
{
    public static async Task<PartHealth> OfAsync(IModelServers servers, EachTenant tenants, TimeProvider clock, CancellationToken ct)
    {
        var health = Of(servers);
        if (servers.All.Count == 0 || await BudgetsAsync(tenants, clock, ct) is not { } budgets) return health;
        return new("degraded", $"{health.Detail} {budgets}");
    }

    /// <summary>Budgets that are nearly or wholly spent in the day or month that runs; null where there are none.</summary>
    private static async Task<string?> BudgetsAsync(EachTenant tenants, TimeProvider clock, CancellationToken ct)
    {
        var (nearly, spent) = (0, 0);
        await tenants.RunAsync<RunningAlerts>(async (alerts, _, token) =>
        {
            var kinds = await alerts.RunAsync(clock.GetUtcNow().UtcDateTime, token);
            if (kinds.Contains(RunningAlerts.Spent)) spent++;
            else if (kinds.Count > 0) nearly++;
        }, ct);
        return nearly + spent == 0 ? null : $"Budgets for models: of {spent} tenants spent, of {nearly} nearly spent (GET /api/costs).";
    }

    private static PartHealth Of(IModelServers servers)
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
