using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using SupportCopilot.Access;
using SupportCopilot.Host.Access;
using SupportCopilot.Questions;
using SupportCopilot.Reports;
using SupportCopilot.Storage;

namespace SupportCopilot.Host.Endpoints;

/// <summary>Reports that come by themselves. An analyst sees and changes their own, an admin all.</summary>
internal static class ReportEndpoints
{
    public static void MapReports(this IEndpointRouteBuilder app)
    {
        var reports = app.MapGroup("/api/reports").RequireRole(Role.Analyst).WithTags("Reports");
        reports.MapGet("/", List);
        reports.MapGet("/{id:long}", Show);
        reports.MapPost("/", Create);
        reports.MapPut("/{id:long}", Change);
        reports.MapDelete("/{id:long}", Stop);
        reports.MapPost("/{id:long}/run", Run);
    }

    /// <summary>Digests, saved reports and alerts, in the order they were set up.</summary>
    internal static async Task<Ok<Page<ReportRow>>> List(ListReports list, CancellationToken ct, [Range(1, 200)] int limit = 50, long? after = null)
    {
        var (rows, next) = await list.RunAsync(limit, after, ct);
        return TypedResults.Ok(new Page<ReportRow>(rows, next));
    }

    /// <summary>One of them, with what became of its last posting.</summary>
    internal static async Task<Results<Ok<ReportRow>, NotFound>> Show(long id, ListReports list, CancellationToken ct) =>
        await list.OneAsync(id, ct) is { } row ? TypedResults.Ok(row) : TypedResults.NotFound();

    /// <summary>Saves a question as a report (and has it come by itself) or as an alert; or sets up the weekly digest of a conversation, or changes the one it has.</summary>
    internal static async Task<Results<Ok<ReportRow>, Created<ReportRow>, NotFound, ProblemHttpResult>> Create(
        NewReportRequest request, ScheduleDigest schedule, EditReports edit, ListReports list, CancellationToken ct)
    {
        if (request.Problem is { } problem) return Bad(problem);
        if (request.Kind == "digest")
        {
            var result = await schedule.SetAsync(request.Conversation!.Value, request.DigestTimes(), ct);
            if (result.Digest is null) return ProblemOf(result);
            var row = await list.OneAsync(result.Digest.Id, ct);
            return result.Outcome is ScheduleOutcome.Created ? TypedResults.Created($"/api/reports/{result.Digest.Id}", row) : TypedResults.Ok(row);
        }

        var saved = await edit.CreateAsync(request.ToNew(), ct);
        return saved.IsDone ? TypedResults.Created($"/api/reports/{saved.Things[0].Id}", await list.OneAsync(saved.Things[0].Id, ct)) : Bad(saved.Text);
    }

    /// <summary>Changes when a digest comes, or what is given of a report or an alert.</summary>
    internal static async Task<Results<Ok<ReportRow>, NotFound, ProblemHttpResult>> Change(
        long id, ReportChangeRequest request, ScheduleDigest schedule, EditReports edit, ListReports list, CancellationToken ct)
    {
        var known = await list.OneAsync(id, ct);
        if (known is null or { Kind: "digest" })
        {
            if (known is null && request.DigestProblem is not null) return TypedResults.NotFound();
            if (request.DigestProblem is { } problem) return Bad(problem);
            var result = await schedule.ChangeAsync(id, request.DigestTimes(), ct);
            if (result.Outcome is ScheduleOutcome.NotFound) return TypedResults.NotFound();
            return result.Digest is null ? ProblemOf(result) : TypedResults.Ok(await list.OneAsync(id, ct));
        }

        if (request.TimesProblem is { } wrong) return Bad(wrong);
        if (await edit.ChangeAsync(id, request.ToEdit(), ct) is not { } changed) return TypedResults.NotFound();
        return changed.IsDone ? TypedResults.Ok(await list.OneAsync(id, ct)) : Bad(changed.Text);
    }

    /// <summary>Stops a digest; deletes a report or an alert.</summary>
    internal static async Task<Results<NoContent, NotFound, ProblemHttpResult>> Stop(long id, ScheduleDigest schedule, EditReports edit, CancellationToken ct)
    {
        if (await edit.DeleteAsync(id, ct)) return TypedResults.NoContent();
        return await schedule.StopAsync(id, ct) switch
        {
            { Outcome: ScheduleOutcome.Stopped } => TypedResults.NoContent(),
            { Outcome: ScheduleOutcome.NotFound } => TypedResults.NotFound(),
            var refused => ProblemOf(refused),
        };
    }

    /// <summary>Posts a digest now (with number the same call again posts nothing new; without, each call is one more), or answers a saved report's or alert's question.</summary>
    internal static async Task<Results<Ok<EffectRow>, Ok<Answer>, NotFound, ProblemHttpResult>> Run(long id, PostDigestNow post, EditReports edit, CancellationToken ct, [Range(1, 10_000)] int? number = null)
    {
        if (await edit.RunAsync(id, ct) is var (answer, problem)) return answer is not null ? TypedResults.Ok(answer) : TypedResults.Problem($"Its question is no longer read as it was when it was saved: {problem}.", statusCode: StatusCodes.Status409Conflict);
        return await post.RunAsync(id, number, ct) is { } effect ? TypedResults.Ok(effect) : TypedResults.NotFound();
    }

    private static ProblemHttpResult Bad(string what) => TypedResults.Problem(what, statusCode: StatusCodes.Status400BadRequest);

    private static ProblemHttpResult ProblemOf(ScheduleResult result) => TypedResults.Problem(result.Message, statusCode: result.Outcome switch
    {
        ScheduleOutcome.NotFound => StatusCodes.Status404NotFound,
        ScheduleOutcome.NotAllowed => StatusCodes.Status403Forbidden,
        ScheduleOutcome.Contested => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status400BadRequest,
    });
}

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Page<ReportRow>))]
[JsonSerializable(typeof(ReportRow))]
[JsonSerializable(typeof(NewReportRequest))]
[JsonSerializable(typeof(ReportChangeRequest))]
internal sealed partial class ReportJson : JsonSerializerContext;
