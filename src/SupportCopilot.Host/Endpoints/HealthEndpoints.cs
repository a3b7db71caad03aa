using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using SupportCopilot.Host.Commands;
using SupportCopilot.Host.Jobs;
using SupportCopilot.Knowledge;
using SupportCopilot.Models;
using SupportCopilot.Storage;
using SupportCopilot.Teams;
using SupportCopilot.Tickets.Desks;
using SupportCopilot.Zendesk.SignIn;

namespace SupportCopilot.Host.Endpoints;

/// <summary>Whether the process lives, and whether it can do its work.</summary>
internal static class HealthEndpoints
{
    // Below this SQLite and the index can no longer be written safely: a rebuild needs room beside the old file.
    private const long LeastFreeBytes = 500L * 1024 * 1024;

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        var health = app.MapGroup("/health").AllowAnonymous().WithTags("Health");
        health.MapGet("/live", () => new Liveness("ok"));
        health.MapGet("/ready", Ready);
    }

    /// <summary>Each part in words. What is not connected is no failure; 503 when a part that is needed fails.</summary>
    internal static async Task<Results<Ok<Readiness>, JsonHttpResult<Readiness>>> Ready(
        SupportDbContext db, [Microsoft.AspNetCore.Mvc.FromServices] ISearchIndex index, [Microsoft.AspNetCore.Mvc.FromServices] IModelServers models, CommandLine line, IConfiguration configuration, IOptions<TeamsOptions> bot, EachTenant tenants, ISyncDesk sync, TimeProvider clock, SidebarDoor door, CancellationToken ct)
    {
        var settings = configuration.GetSection(Settings.Section);
        var desks = SyncHealth.OfAsync(tenants, sync, settings.HasDesk(), clock, ct);
        var parts = new Dictionary<string, PartHealth>
        {
            ["database"] = await CheckAsync(async () => await db.Database.CanConnectAsync(ct) ? new("ok", db.Database.ProviderName!.Split('.')[^1]) : PartHealth.Failed("The database does not answer.")),
            ["index"] = await CheckAsync(async () => new("ok", (await index.StateAsync(0, ct)).Kind)),
            ["modelServers"] = await CheckAsync(() => ModelServerHealth.OfAsync(models, tenants, clock, ct)),
            ["desk"] = await CheckAsync(async () => (await desks).Desk),
            ["lastSync"] = await CheckAsync(async () => (await desks).LastSync),
            ["sidebar"] = Sidebar(settings, door),
            ["webhooks"] = await CheckAsync(() => DeskEventHealth.OfAsync(tenants, ct)),
            ["bot"] = Bot(bot.Value),
            ["digests"] = await CheckAsync(() => DigestHealth.OfAsync(tenants, ct)),
            ["disk"] = Disk(line.DataDirectory),
        };
        var failed = parts.Values.Any(part => part.Status == "failed");
        var readiness = new Readiness(failed ? "failed" : "ok", parts);
        return failed ? TypedResults.Json(readiness, HealthJson.Default.Readiness, statusCode: StatusCodes.Status503ServiceUnavailable) : TypedResults.Ok(readiness);
    }

    private static async Task<PartHealth> CheckAsync(Func<Task<PartHealth>> check)
    {
        try
        {
            return await check();
        }
        catch (Exception thrown) when (thrown is not OperationCanceledException)
        {
            return PartHealth.Failed(thrown.GetType().Name);   // the message may hold a connection string
        }
    }

    private static PartHealth Bot(TeamsOptions bot) => bot.IsConnected ? new("ok", "An app id is set.")
        : new("notConnected", bot.Enabled ? "No app id is set; the bot answers this machine alone." : "The bot is switched off.");

    private static PartHealth Sidebar(IConfiguration settings, SidebarDoor door) =>
        string.IsNullOrWhiteSpace(settings["Zendesk:InstallationId"]) && door.Words is null
            ? new("notConnected", "No installation of the app is set (Zendesk:InstallationId, Zendesk:AppPublicKey).")
            : new("ok", door.Words is { } words ? $"The sidebar was {words}." : "The sidebar has not been opened since the start.");

    private static PartHealth Disk(string folder)
    {
        var free = new DriveInfo(folder).AvailableFreeSpace;
        var detail = $"{free / (1024 * 1024):N0} MB free";
        return free < LeastFreeBytes ? PartHealth.Failed(detail) : new("ok", detail);
    }
}

/// <summary>The process answers.</summary>
public sealed record Liveness(string Status);

/// <summary>What each part says of itself.</summary>
/// <param name="Status">ok or failed.</param>
/// <param name="Parts">By name: database, index, modelServers, desk, lastSync, sidebar, webhooks, bot, digests, disk.</param>
public sealed record Readiness(string Status, IReadOnlyDictionary<string, PartHealth> Parts);

/// <summary>One part.</summary>
/// <param name="Status">ok, notConnected, degraded (it works, but somebody should look), or failed.</param>
/// <param name="Detail">In words.</param>
public sealed record PartHealth(string Status, string Detail)
{
    /// <summary>A part that does not work.</summary>
    public static PartHealth Failed(string detail) => new("failed", detail);
}

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Liveness))]
[JsonSerializable(typeof(Readiness))]
internal sealed partial class HealthJson : JsonSerializerContext;
