using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using SupportCopilot.Access;
using SupportCopilot.Host.Access;
using SupportCopilot.Triage.Runs;

namespace SupportCopilot.Host.Endpoints;

/// <summary>Triage on demand: one ticket for its agent, many for an expert or an admin.</summary>
internal static class TriageRunEndpoints
{
    public static void MapTriageRuns(this IEndpointRouteBuilder app)
    {
        var runs = app.MapGroup("/api/triage/runs").RequireRole(Role.Agent | Role.Sme).WithTags("Triage");
        runs.MapPost("/", Ask).RequireRateLimiting(Limits.ModelCalls);
        runs.MapGet("/", List);
        runs.MapGet("/{id:long}", Show);
    }

    /// <summary>
    /// Triages one ticket (ticketId), or those that wait: owed ones first, then those that the model has not judged, then,
    /// where a limit is named, others in work anew; urgent ones first, of these the newest. In the background.
    /// </summary>
    internal static async Task<Results<Accepted<TriageRunView>, NotFound, ProblemHttpResult>> Ask(TriageRunRequest request, RequestTriageRun runs, ShowTriageRuns show, CancellationToken ct) =>
        await runs.RunAsync(new TriageRunWish(request.Limit, request.TicketId, request.DryRun, request.Model), ct) switch
        {
            TriageRunAnswer.Queued queued => TypedResults.Accepted($"/api/triage/runs/{queued.Run.Id}", (await show.OneAsync(queued.Run.Id, 1, null, ct))!.Run),
            TriageRunAnswer.NoTicket => TypedResults.NotFound(),
            TriageRunAnswer.NotAllowed => TypedResults.Problem("You may have one ticket triaged (ticketId); many are for experts and admins.", statusCode: StatusCodes.Status403Forbidden),
            TriageRunAnswer.Refused refused => TypedResults.Problem(refused.Message, statusCode: StatusCodes.Status400BadRequest),
            var other => throw new InvalidOperationException($"A run was answered by {other.GetType().Name}."),
        };

    /// <summary>Runs, newest first: an agent's own, to experts and admins all.</summary>
    internal static async Task<Ok<Page<TriageRunView>>> List(ShowTriageRuns show, CancellationToken ct, [Range(1, 200)] int limit = 50, long? after = null)
    {
        var (rows, next) = await show.ListAsync(limit, after, ct);
        return TypedResults.Ok(new Page<TriageRunView>(rows, next));
    }

    /// <summary>One run: how far it is, its sums, and its tickets with outcome, time, tokens, cost and error, a page at a time.</summary>
    internal static async Task<Results<Ok<TriageRunPage>, NotFound>> Show(long id, ShowTriageRuns show, CancellationToken ct, [Range(1, 1000)] int limit = 100, int? after = null) =>
        await show.OneAsync(id, limit, after, ct) is { } found ? TypedResults.Ok(TriageRunPage.Of(found)) : TypedResults.NotFound();
}

/// <summary>What to triage, and how; an empty object triages what waits.</summary>
public sealed record TriageRunRequest
{
    /// <summary>How many tickets at most.</summary>
    [Range(1, RequestTriageRun.MostTickets)]
    public int? Limit { get; init; }

    /// <summary>One ticket, whether or not it waits.</summary>
    public long? TicketId { get; init; }

    /// <summary>Whether to tell only what would be: no ticket is changed.</summary>
    public bool DryRun { get; init; }

    /// <summary>The model server to ask, or none; left out, the one that is set.</summary>
    [StringLength(100)]
    public string? Model { get; init; }
}

/// <summary>A run with a page of its tickets.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Status">queued, running or completed.</param>
/// <param name="Progress">The share that is done, 0–1.</param>
/// <param name="Model">The model server it asks; null where it triages without one.</param>
/// <param name="DryRun">Whether it only tells what would be.</param>
/// <param name="Tickets">How many tickets it is about.</param>
/// <param name="Done">How many of them are done.</param>
/// <param name="Outcomes">How they ended.</param>
/// <param name="InputTokens">Tokens asked.</param>
/// <param name="OutputTokens">Tokens answered.</param>
/// <param name="CostUsd">US dollars.</param>
/// <param name="RequestedAt">When it was asked for (UTC).</param>
/// <param name="StartedAt">When its work began (UTC).</param>
/// <param name="FinishedAt">When it ended (UTC).</param>
/// <param name="Items">Its tickets, in the order in which they are taken.</param>
/// <param name="Next">What to give as <c>after</c> for the next page; null on the last.</param>
public sealed record TriageRunPage(
    long Id, string Status, double Progress, string? Model, bool DryRun, int Tickets, int Done, TriageRunOutcomes Outcomes, long InputTokens, long OutputTokens, decimal CostUsd,
    DateTime RequestedAt, DateTime? StartedAt, DateTime? FinishedAt, IReadOnlyList<TriageRunTicketView> Items, string? Next)
{
    internal static TriageRunPage Of(TriageRunDetail found)
    {
        var run = found.Run;
        return new(run.Id, run.Status, run.Progress, run.Model, run.DryRun, run.Tickets, run.Done, run.Outcomes, run.InputTokens, run.OutputTokens, run.CostUsd,
            run.RequestedAt, run.StartedAt, run.FinishedAt, found.Items, found.Next);
    }
}

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(TriageRunRequest))]
[JsonSerializable(typeof(TriageRunView))]
[JsonSerializable(typeof(TriageRunPage))]
[JsonSerializable(typeof(Page<TriageRunView>))]
internal sealed partial class TriageRunJson : JsonSerializerContext;
