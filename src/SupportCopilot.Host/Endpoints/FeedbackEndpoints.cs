using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using SupportCopilot.Access;
using SupportCopilot.Host.Access;
using SupportCopilot.Replies;

namespace SupportCopilot.Host.Endpoints;

internal static class FeedbackEndpoints
{
    public static void MapFeedback(this IEndpointRouteBuilder app) =>
        app.MapPost("/api/feedback", Give).RequireRole(Role.Agent).WithTags("Replies");

    /// <summary>Takes an agent's verdict on a suggested reply.</summary>
    internal static async Task<Results<Created<FeedbackReceipt>, NotFound, ProblemHttpResult>> Give(GivenFeedback given, TakeFeedback take, CancellationToken ct) =>
        await take.RunAsync(given, ct) switch
        {
            { Id: { } id } => TypedResults.Created((string?)null, new FeedbackReceipt(id)),
            { NotFound: true } => TypedResults.NotFound(),
            var refused => TypedResults.Problem(refused.Refused, statusCode: StatusCodes.Status400BadRequest),
        };
}

/// <summary>That feedback was kept.</summary>
/// <param name="Id">Its number.</param>
public sealed record FeedbackReceipt(long Id);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(GivenFeedback))]
[JsonSerializable(typeof(FeedbackReceipt))]
internal sealed partial class FeedbackJson : JsonSerializerContext;
