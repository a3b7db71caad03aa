using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using SupportCopilot.Access;
using SupportCopilot.Host.Access;
using SupportCopilot.Replies;

namespace SupportCopilot.Host.Endpoints;

internal static class ReplyEndpoints
{
    public static void MapReplies(this IEndpointRouteBuilder app)
    {
        var tickets = app.MapGroup("/api/tickets").RequireRole(Role.Agent).WithTags("Replies");
        tickets.MapGet("/{id:long}/assist", Assist);
        tickets.MapGet("/by-source/{source}/{externalId}/assist", AssistBySource);
    }

    /// <summary>What an agent sees beside the ticket.</summary>
    internal static async Task<Results<Ok<Assistance>, NotFound>> Assist(long id, AssistAgent assist, CancellationToken ct) =>
        await assist.RunAsync(id, ct) is { } found ? TypedResults.Ok(found) : TypedResults.NotFound();

    /// <summary>The same by the ticket's id at its source.</summary>
    internal static async Task<Results<Ok<Assistance>, NotFound>> AssistBySource(string source, string externalId, AssistAgent assist, CancellationToken ct) =>
        await assist.RunAsync(source, externalId, ct) is { } found ? TypedResults.Ok(found) : TypedResults.NotFound();
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Assistance))]
internal sealed partial class ReplyJson : JsonSerializerContext;
