using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using SupportCopilot.Access;
using SupportCopilot.Access.Conversations;
using SupportCopilot.Host.Access;

namespace SupportCopilot.Host.Endpoints;

/// <summary>The places in Teams that the bot writes to, and what each may see.</summary>
internal static class ConversationEndpoints
{
    public static void MapConversations(this IEndpointRouteBuilder app)
    {
        var conversations = app.MapGroup("/api/conversations").RequireRole(Role.Admin).WithTags("Conversations");
        conversations.MapGet("/", List);
        conversations.MapPut("/{id:long}/scope", Scope);
    }

    /// <summary>Conversations in the order that they were first heard of.</summary>
    internal static async Task<Ok<Page<ConversationView>>> List(ShowConversations show, CancellationToken ct, [Range(1, 200)] int limit = 50, long after = 0)
    {
        var (rows, next) = await show.ListAsync(limit, after, ct);
        return TypedResults.Ok(new Page<ConversationView>(rows, next));
    }

    /// <summary>Says what a channel or a group may see: everything, or a scope.</summary>
    internal static async Task<Results<Ok<ConversationView>, NotFound, ProblemHttpResult>> Scope(
        long id, ConversationScopeRequest request, ScopeConversation scope, ShowConversations show, CancellationToken ct)
    {
        if (request.Everything == request.Scope is { Count: > 0 }) return Wrong("Say either \"everything\": true or a scope of one thing at least.");
        var (wanted, wrong) = ScopeRequest.Read(request.Scope ?? []);
        if (wanted is null) return Wrong(wrong!);
        return await scope.RunAsync(id, wanted, ct) switch
        {
            null => TypedResults.Ok(await show.OneAsync(id, ct)),
            { Kind: ScopeRefusalKind.NotFound } => TypedResults.NotFound(),
            var refusal => Wrong(refusal.Message),
        };
    }

    private static ProblemHttpResult Wrong(string what) => TypedResults.Problem(what, statusCode: StatusCodes.Status400BadRequest);
}

/// <summary>What a conversation may see.</summary>
public sealed record ConversationScopeRequest
{
    /// <summary>Everything that its asker may see.</summary>
    public bool Everything { get; init; }

    /// <summary>Only this.</summary>
    [MaxLength(200)]
    public IReadOnlyList<ScopeRequest>? Scope { get; init; }
}

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Page<ConversationView>))]
[JsonSerializable(typeof(ConversationScopeRequest))]
internal sealed partial class ConversationJson : JsonSerializerContext;
