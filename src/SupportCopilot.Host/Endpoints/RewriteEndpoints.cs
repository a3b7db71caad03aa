using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using SupportCopilot.Access;
using SupportCopilot.Host.Access;
using SupportCopilot.Replies.Rewriting;

namespace SupportCopilot.Host.Endpoints;

internal static class RewriteEndpoints
{
    public static void MapRewriting(this IEndpointRouteBuilder app) =>
        app.MapPost("/api/tickets/{id:long}/reply", Rewrite).RequireRole(Role.Agent).WithTags("Replies");

    /// <summary>Drafts the suggested reply anew: in another tone, length or language, or by an instruction. Nothing is sent.</summary>
    internal static async Task<Results<Ok<RewrittenReply>, NotFound, ProblemHttpResult>> Rewrite(long id, RewriteWish wish, RewriteReply rewrite, CancellationToken ct) =>
        await rewrite.RunAsync(id, wish, ct) switch
        {
            { Reply: { } reply } => TypedResults.Ok(reply),
            { NotFound: true } => TypedResults.NotFound(),
            var refused => TypedResults.Problem(refused.Refused, statusCode: StatusCodes.Status400BadRequest),
        };
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(RewriteWish))]
[JsonSerializable(typeof(RewrittenReply))]
internal sealed partial class RewriteJson : JsonSerializerContext;
