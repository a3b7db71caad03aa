using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using SupportCopilot.Access;
using SupportCopilot.Host.Access;
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
        reports.MapPost("/", Schedule);
        reports.MapPut("/{id:long}", Change);
        reports.MapDelete("/{id:long}", Stop);
        reports.MapPost("/{id:long}/run", Run);
    }

    /// <summary>Reports in the order they were set up.</summary>
    internal static async Task<Ok<Page<ReportRow>>> List(ListDigests list, CancellationToken ct, [Range(1, 200)] int limit = 50, long? after = null)
    {
        var (rows, next) = await list.RunAsync(limit, after, ct);
        return TypedResults.Ok(new Page<ReportRow>(rows, next));
    }

    /// <summary>One report, with what became of its last posting.</summary>
    internal static async Task<Results<Ok<ReportRow>, NotFound>> Show(long id, ListDigests list, CancellationToken ct) =>
        await list.OneAsync(id, ct) is { } row ? TypedResults.Ok(row) : TypedResults.NotFound();

    /// <summary>Sets the weekly digest of a conversation up, or changes the one it has.</summary>
    internal static async Task<Results<Ok<ReportRow>, Created<ReportRow>, NotFound, ProblemHttpResult>> Schedule(
        ScheduleReportRequest request, ScheduleDigest schedule, ListDigests list, CancellationToken ct)
    {
        var result = await schedule.SetAsync(request.Conversation, request.Times(), ct);
        if (result.Digest is null) return ProblemOf(result);
        var row = await list.OneAsync(result.Digest.Id, ct);
        return result.Outcome is ScheduleOutcome.Created ? TypedResults.Created($"/api/reports/{result.Digest.Id}", row) : TypedResults.Ok(row);
    }

    /// <summary>Changes when a report comes.</summary>
    internal static async Task<Results<Ok<ReportRow>, NotFound, ProblemHttpResult>> Change(
        long id, ReportTimesRequest request, ScheduleDigest schedule, ListDigests list, CancellationToken ct)
    {
        var result = await schedule.ChangeAsync(id, request.Times(), ct);
        if (result.Outcome is ScheduleOutcome.NotFound) return TypedResults.NotFound();
        return result.Digest is null ? ProblemOf(result) : TypedResults.Ok(await list.OneAsync(id, ct));
    }

    /// <summary>Stops a report.</summary>
    internal static async Task<Results<NoContent, NotFound, ProblemHttpResult>> Stop(long id, ScheduleDigest schedule, CancellationToken ct) =>
        await schedule.StopAsync(id, ct) switch
        {
            { Outcome: ScheduleOutcome.Stopped } => TypedResults.NoContent(),
            { Outcome: ScheduleOutcome.NotFound } => TypedResults.NotFound(),
            var refused => ProblemOf(refused),
        };

    /// <summary>Posts a report now. With number the same call again posts nothing new; without, each call is one more.</summary>
    internal static async Task<Results<Ok<EffectRow>, NotFound>> Run(long id, PostDigestNow post, CancellationToken ct, [Range(1, 10_000)] int? number = null) =>
        await post.RunAsync(id, number, ct) is { } effect ? TypedResults.Ok(effect) : TypedResults.NotFound();

    private static ProblemHttpResult ProblemOf(ScheduleResult result) => TypedResults.Problem(result.Message, statusCode: result.Outcome switch
    {
        ScheduleOutcome.NotFound => StatusCodes.Status404NotFound,
        ScheduleOutcome.NotAllowed => StatusCodes.Status403Forbidden,
        ScheduleOutcome.Contested => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status400BadRequest,
    });
}

/// <summary>When a report is to come.</summary>
/// <param name="Day">monday, tuesday, …</param>
/// <param name="Time">As <c>09:00</c>.</param>
public record ReportTimesRequest(
    [property: Required, RegularExpression("monday|tuesday|wednesday|thursday|friday|saturday|sunday", ErrorMessage = "day is monday, tuesday, wednesday, thursday, friday, saturday or sunday.")] string Day,
    [property: Required, RegularExpression("([01][0-9]|2[0-3]):[0-5][0-9]", ErrorMessage = "time is written as 09:00, from 00:00 to 23:59.")] string Time)
{
    /// <summary>The zone of day, time and figures, by IANA name; the tenant's unless said.</summary>
    [StringLength(60)]
    public string? TimeZone { get; init; }

    internal DigestTimes Times() => new(
        Enum.Parse<DayOfWeek>(Day, ignoreCase: true), int.Parse(Time[..2], CultureInfo.InvariantCulture) * 60 + int.Parse(Time[3..], CultureInfo.InvariantCulture), TimeZone);
}

/// <summary>A report to be set up.</summary>
/// <param name="Kind">digest: last week in figures.</param>
/// <param name="Conversation">The conversation it is posted to, by our own number.</param>
/// <param name="Day">monday, tuesday, …</param>
/// <param name="Time">As <c>09:00</c>.</param>
public sealed record ScheduleReportRequest(
    [property: Required, RegularExpression("digest", ErrorMessage = "kind is digest.")] string Kind,
    [property: Range(1, long.MaxValue, ErrorMessage = "conversation is the number of a conversation.")] long Conversation,
    string Day, string Time) : ReportTimesRequest(Day, Time);

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Page<ReportRow>))]
[JsonSerializable(typeof(ReportRow))]
[JsonSerializable(typeof(ScheduleReportRequest))]
[JsonSerializable(typeof(ReportTimesRequest))]
internal sealed partial class ReportJson : JsonSerializerContext;
