using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using SupportCopilot.Access;
using SupportCopilot.Clusters;
using SupportCopilot.Clusters.Runs;
using SupportCopilot.Host.Access;

namespace SupportCopilot.Host.Endpoints;

internal static class ClusterEndpoints
{
    private const Role Seeing = Role.Agent | Role.Analyst | Role.Sme | Role.ProductOwner;

    public static void MapClusters(this IEndpointRouteBuilder app)
    {
        var clusters = app.MapGroup("/api/clusters").WithTags("Clusters");
        clusters.MapGet("/", List).RequireRole(Seeing);
        clusters.MapGet("/{id:long}", Show).RequireRole(Seeing);
        clusters.MapGet("/{id:long}/tickets", Tickets).RequireRole(Seeing);
        clusters.MapPost("/{id:long}/decision", Decide).RequireRole(Role.ProductOwner);
        clusters.MapPost("/runs", Run).RequireRole(Role.ProductOwner);
        clusters.MapGet("/runs/{id:long}", ShowRun).RequireRole(Role.ProductOwner);
    }

    /// <summary>Clusters whose every ticket the caller may see, the largest first; all but those that are gone unless a state is named.</summary>
    internal static async Task<Results<Ok<Page<ClusterDetail>>, ProblemHttpResult>> List(
        ShowClusters show, CancellationToken ct, string? state = null, [Range(1, 200)] int limit = 50, string? after = null)
    {
        if (!TryParse<ClusterState>(state, out var only)) return Wrong($"\"{state}\" is no state; there are {Names<ClusterState>()}.");
        try
        {
            var (rows, next) = await show.ListAsync(only, limit, after, ct);
            return TypedResults.Ok(new Page<ClusterDetail>(rows, next));
        }
        catch (FormatException wrong)
        {
            return Wrong(wrong.Message);
        }
    }

    /// <summary>One cluster.</summary>
    internal static async Task<Results<Ok<ClusterDetail>, NotFound>> Show(long id, ShowClusters show, CancellationToken ct) =>
        await show.OneAsync(id, ct) is { } cluster ? TypedResults.Ok(cluster) : TypedResults.NotFound();

    /// <summary>The tickets of a cluster, the most central first.</summary>
    internal static async Task<Results<Ok<Page<ClusterTicket>>, NotFound, ProblemHttpResult>> Tickets(
        long id, ShowClusters show, CancellationToken ct, [Range(1, 200)] int limit = 50, string? after = null)
    {
        try
        {
            return await show.TicketsAsync(id, limit, after, ct) is var (rows, next) ? TypedResults.Ok(new Page<ClusterTicket>(rows, next)) : TypedResults.NotFound();
        }
        catch (FormatException wrong)
        {
            return Wrong(wrong.Message);
        }
    }

    /// <summary>
    /// Decides on a cluster: approve (with other words in resolution if need be), publish, reject with a reason, edit, rename.
    /// 409 with the present state in cluster when it changed since the version named.
    /// </summary>
    internal static async Task<Results<Ok<DecisionView>, NotFound, ProblemHttpResult>> Decide(
        long id, DecideClusterRequest request, DecideCluster decide, CancellationToken ct)
    {
        if (!TryParse<ClusterVerb>(request.Verb, out var verb) || verb is null) return Wrong($"\"{request.Verb}\" is no verb; there are {Names<ClusterVerb>()}.");
        var result = await decide.RunAsync(
            id, new Decision(verb.Value, request.Version!.Value) { Resolution = request.Resolution, Reason = request.Reason, Name = request.Name }, ct);
        return result.Outcome switch
        {
            DecisionOutcome.Done or DecisionOutcome.AlreadyDone => TypedResults.Ok(DecisionView.Of(result)),
            DecisionOutcome.NotFound => TypedResults.NotFound(),
            DecisionOutcome.NotAllowed => TypedResults.Problem(result.Message, statusCode: StatusCodes.Status403Forbidden),
            DecisionOutcome.Changed => TypedResults.Problem(
                result.Message, statusCode: StatusCodes.Status409Conflict, extensions: new Dictionary<string, object?> { ["cluster"] = result.Cluster }),
            DecisionOutcome.Invalid => Wrong(result.Message),
            var other => throw new InvalidOperationException($"A decision ended as {other}."),
        };
    }

    /// <summary>Searches for clusters in the background.</summary>
    internal static async Task<Accepted<ClusterRunView>> Run(RequestClusterRun request, CancellationToken ct)
    {
        var run = await request.RunAsync(anew: false, ct);
        return TypedResults.Accepted($"/api/clusters/runs/{run.Id}", ClusterRunView.Of(run));
    }

    /// <summary>One search: how far it is, what came of it.</summary>
    internal static async Task<Results<Ok<ClusterRunView>, NotFound>> ShowRun(long id, RequestClusterRun request, CancellationToken ct) =>
        await request.FindAsync(id, ct) is { } run ? TypedResults.Ok(ClusterRunView.Of(run)) : TypedResults.NotFound();

    private static ProblemHttpResult Wrong(string what) => TypedResults.Problem(what, statusCode: StatusCodes.Status400BadRequest);

    // Enum.TryParse would take numbers, too.
    private static bool TryParse<T>(string? text, out T? value) where T : struct, Enum
    {
        value = Enum.GetValues<T>().Cast<T?>().FirstOrDefault(known => known.ToString()!.Equals(text, StringComparison.OrdinalIgnoreCase));
        return value is not null || text is null;
    }

    private static string Names<T>() where T : struct, Enum => string.Join(", ", Enum.GetNames<T>().Select(name => name.ToLowerInvariant()));
}

/// <summary>A decision on a cluster.</summary>
/// <param name="Verb">approve, publish, reject, edit or rename.</param>
/// <param name="Version">The version of the cluster that was looked at.</param>
public sealed record DecideClusterRequest([property: Required] string? Verb, [property: Required] int? Version)
{
    /// <summary>New words for the resolution: needed to edit, possible when approving.</summary>
    [StringLength(20_000)]
    public string? Resolution { get; init; }

    /// <summary>Why it is rejected.</summary>
    [StringLength(2_000)]
    public string? Reason { get; init; }

    /// <summary>The new name.</summary>
    [StringLength(1_000)]
    public string? Name { get; init; }
}

/// <summary>What became of a decision.</summary>
/// <param name="Outcome">done or alreadyDone.</param>
/// <param name="Cluster">The cluster as it is now.</param>
/// <param name="Message">In words, what happened.</param>
public sealed record DecisionView(string Outcome, ClusterDetail Cluster, string Message)
{
    internal static DecisionView Of(DecisionResult result) =>
        new(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(result.Outcome.ToString()), result.Cluster!, result.Message);
}

/// <summary>A search for clusters.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Status">queued, running, completed or failed.</param>
/// <param name="Progress">The share that is done, 0–1.</param>
/// <param name="RequestedAt">When it was asked for (UTC).</param>
/// <param name="FinishedAt">When it ended (UTC).</param>
/// <param name="Tickets">How many tickets it looked at.</param>
/// <param name="Clusters">How many clusters there are now.</param>
/// <param name="Found">How many of them are new.</param>
/// <param name="Merged">How many went into another.</param>
/// <param name="Gone">How many are gone.</param>
public sealed record ClusterRunView(
    long Id, string Status, double Progress, DateTime RequestedAt, DateTime? FinishedAt, int Tickets, int Clusters, int Found, int Merged, int Gone)
{
    internal static ClusterRunView Of(ClusterRun run) => new(
        run.Id, run.Status.ToString().ToLowerInvariant(), Math.Round(run.Progress, 3), run.RequestedAt, run.FinishedAt,
        run.Tickets, run.Clusters, run.Found, run.Merged, run.Gone);
}

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Page<ClusterDetail>))]
[JsonSerializable(typeof(Page<ClusterTicket>))]
[JsonSerializable(typeof(DecisionView))]
[JsonSerializable(typeof(DecideClusterRequest))]
[JsonSerializable(typeof(ClusterRunView))]
internal sealed partial class ClusterJson : JsonSerializerContext;
