using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using SupportCopilot.Access;
using SupportCopilot.Host.Access;
using SupportCopilot.Replies.Rewriting;
using SupportCopilot.Replies.Writing;

namespace SupportCopilot.Host.Endpoints;

internal static class RewriteEndpoints
{
    public static void MapRewriting(this IEndpointRouteBuilder app)
    {
        var reply = app.MapGroup("/api/tickets/{id:long}/reply").RequireRole(Role.Agent).WithTags("Replies");
        reply.MapPost("", Rewrite);
        reply.MapGet("/written", Write);
    }

    /// <summary>The reply as a model writes it, while it comes: server-sent events, each a piece of its words, the last one the whole or why there is none.</summary>
    internal static async Task<Results<ServerSentEventsResult<WrittenPiece>, NotFound>> Write(long id, WriteReply write, CancellationToken ct) =>
        await write.RunAsync(id, ct) is { } pieces ? TypedResults.ServerSentEvents(pieces) : TypedResults.NotFound();

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
[JsonSerializable(typeof(WrittenPiece))]
internal sealed partial class RewriteJson : JsonSerializerContext;
