using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using SupportCopilot.Access;
using SupportCopilot.Host.Access;
using SupportCopilot.Triage.Review;

namespace SupportCopilot.Host.Endpoints;

internal static class ReviewEndpoints
{
    // Whoever may set triage right beside a ticket may say as much in a review; a small desk has no experts besides its agents.
    private const Role Reviewing = Role.Agent | Role.Sme;

    public static void MapReview(this IEndpointRouteBuilder app)
    {
        var review = app.MapGroup("/api/review").RequireRole(Reviewing).WithTags("Review");
        review.MapGet("/", List);
        review.MapGet("/agreement", Agreement);
        review.MapPost("/{ticketId:long}", Answer);
    }

    /// <summary>Triaged tickets that wait for a person's word: random (drawn by lot, the newest first) or uncertain (unsolved, the least certain first).</summary>
    internal static async Task<Results<Ok<Page<ReviewView>>, ProblemHttpResult>> List(
        ListReviews list, CancellationToken ct, string kind = "random", [Range(1, 200)] int limit = 20, string? after = null)
    {
        if (kind is not ("random" or "uncertain")) return Wrong($"\"{kind}\" is no kind; there are random and uncertain.");
        try
        {
            var (rows, next) = kind == "random" ? await list.RandomAsync(limit, after, ct) : await list.UncertainAsync(limit, after, ct);
            return TypedResults.Ok(new Page<ReviewView>(rows, next));
        }
        catch (FormatException wrong)
        {
            return Wrong(wrong.Message);
        }
    }

    /// <summary>How often people agree with triage, from the tickets drawn by lot alone.</summary>
    internal static async Task<Ok<Agreement>> Agreement(ShowAgreement show, CancellationToken ct, [Range(1, 3650)] int days = 90) =>
        TypedResults.Ok(await show.RunAsync(days, ct));

    /// <summary>
    /// Says what is right: fields with their values, agree for all that is not named. What is said holds from then on. 409 when
    /// somebody else was faster, or triage has judged anew since judgedAt.
    /// </summary>
    internal static async Task<Results<Ok<ReviewKeptView>, NotFound, ProblemHttpResult>> Answer(long ticketId, AnswerReviewRequest request, AnswerReview answer, CancellationToken ct) =>
        await answer.RunAsync(ticketId, new ReviewSaid(request.Fields ?? new Dictionary<string, string>(), request.Agree, request.JudgedAt), ct) switch
        {
            ReviewOutcome.Kept kept => TypedResults.Ok(new ReviewKeptView(ticketId, kept.Answers)),
            ReviewOutcome.Refused refused => Wrong(refused.Message),
            ReviewOutcome.TooLate late => TypedResults.Problem(late.Message, statusCode: StatusCodes.Status409Conflict),
            _ => TypedResults.NotFound(),
        };

    private static ProblemHttpResult Wrong(string what) => TypedResults.Problem(what, statusCode: StatusCodes.Status400BadRequest);
}

/// <summary>What a person says of a ticket's triage.</summary>
public sealed record AnswerReviewRequest
{
    /// <summary>The right value of each field named, such as <c>{"category": "billing"}</c>.</summary>
    [MaxLength(20)]
    public IReadOnlyDictionary<string, string>? Fields { get; init; }

    /// <summary>Whether all that triage said, and that is not named, is right.</summary>
    public bool Agree { get; init; }

    /// <summary>The judgedAt of what was looked at; left out, it is not checked.</summary>
    public DateTime? JudgedAt { get; init; }
}

/// <summary>What was kept.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="Answers">Field by field, where triage had said something.</param>
public sealed record ReviewKeptView(long TicketId, IReadOnlyList<ReviewAnswerView> Answers);

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Page<ReviewView>))]
[JsonSerializable(typeof(Agreement))]
[JsonSerializable(typeof(AnswerReviewRequest))]
[JsonSerializable(typeof(ReviewKeptView))]
internal sealed partial class ReviewJson : JsonSerializerContext;
