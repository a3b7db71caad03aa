using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using SupportCopilot.Access;
using SupportCopilot.Host.Access;
using SupportCopilot.Replies.Sent;

namespace SupportCopilot.Host.Endpoints;

internal static class SentEndpoints
{
    public static void MapSent(this IEndpointRouteBuilder app)
    {
        app.MapPost("/api/tickets/{id:long}/reply/sent", Take).RequireRole(Role.Agent).WithTags("Replies");
        app.MapGet("/api/replies/acceptance", Show).RequireRole(Role.Analyst | Role.Sme).WithTags("Replies");
    }

    /// <summary>Takes what was sent in the place of a suggestion, and tells how much of it was kept. The text is not stored.</summary>
    internal static async Task<Results<Ok<SentMeasure>, NotFound, ProblemHttpResult>> Take(long id, SentText sent, TakeSent take, CancellationToken ct) =>
        await take.RunAsync(id, sent.SuggestionId, sent.Text, ct) switch
        {
            { Measure: { } measure } => TypedResults.Ok(measure),
            { NotFound: true } => TypedResults.NotFound(),
            var refused => TypedResults.Problem(refused.Refused, statusCode: StatusCodes.Status400BadRequest),
        };

    /// <summary>How suggested replies did: sent or not, how much of them, by maker, by prompt, by article.</summary>
    internal static async Task<Ok<Acceptance>> Show(ShowAcceptance show, CancellationToken ct, [Range(1, 366)] int days = 90) => TypedResults.Ok(await show.RunAsync(days, ct));
}

/// <summary>What an agent sent.</summary>
/// <param name="SuggestionId">The suggestion that it began with.</param>
/// <param name="Text">What was sent.</param>
public sealed record SentText(Guid SuggestionId, string? Text);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(SentText))]
[JsonSerializable(typeof(SentMeasure))]
[JsonSerializable(typeof(Acceptance))]
internal sealed partial class SentJson : JsonSerializerContext;
