using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using SupportCopilot.Access;
using SupportCopilot.Host.Access;
using SupportCopilot.Reports;
using SupportCopilot.Storage;

namespace SupportCopilot.Host.Endpoints;

/// <summary>The ledger, for those who settle what nobody could confirm.</summary>
internal static class EffectEndpoints
{
    public static void MapEffects(this IEndpointRouteBuilder app)
    {
        var effects = app.MapGroup("/api/effects").RequireRole(Role.Admin).WithTags("Effects");
        effects.MapGet("/", List);
        effects.MapPost("/{id:long}/dismiss", Dismiss);
        effects.MapPost("/{id:long}/send-again", SendAgain);
    }

    /// <summary>What left the product, newest first; with state only what is meant, sending, done, refused, unconfirmed or dismissed.</summary>
    internal static async Task<Results<Ok<Page<EffectRow>>, ProblemHttpResult>> List(
        ListEffects list, CancellationToken ct, string? state = null, [Range(1, 200)] int limit = 50, long? after = null)
    {
        if (state is not null && EffectRow.StateOf(state) is null)
            return Problem($"\"{state}\" is no state; there are meant, sending, done, refused, unconfirmed and dismissed.", StatusCodes.Status400BadRequest);
        var (rows, next) = await list.RunAsync(state is null ? null : EffectRow.StateOf(state), limit, after, ct);
        return TypedResults.Ok(new Page<EffectRow>(rows, next));
    }

    /// <summary>Settles one that is unconfirmed or was refused: somebody has looked.</summary>
    internal static async Task<Results<Ok<EffectRow>, NotFound, ProblemHttpResult>> Dismiss(long id, SettleEffect settle, CancellationToken ct) =>
        await settle.DismissAsync(id, ct) switch
        {
            { Outcome: SettlementOutcome.Done, Effect: { } effect } => TypedResults.Ok(EffectRow.Of(effect)),
            { Outcome: SettlementOutcome.NotFound } => TypedResults.NotFound(),
            _ => NothingToSettle(),
        };

    /// <summary>Sends once more what is unconfirmed or was refused, as an effect of its own; somebody has looked that it did not arrive.</summary>
    internal static async Task<Results<Ok<EffectRow>, NotFound, ProblemHttpResult>> SendAgain(long id, PostDigestNow post, CancellationToken ct) =>
        await post.AgainAsync(id, ct) switch
        {
            { Outcome: SettlementOutcome.Done, Effect: { } effect } => TypedResults.Ok(EffectRow.Of(effect)),
            { Outcome: SettlementOutcome.NotFound } => TypedResults.NotFound(),
            null => Problem("Only the digest of a conversation that still has one can be sent again from here.", StatusCodes.Status409Conflict),
            _ => NothingToSettle(),
        };

    private static ProblemHttpResult NothingToSettle() =>
        Problem("There is nothing to settle: it arrived, is under way, or was settled before.", StatusCodes.Status409Conflict);

    private static ProblemHttpResult Problem(string what, int status) => TypedResults.Problem(what, statusCode: status);
}

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Page<EffectRow>))]
[JsonSerializable(typeof(EffectRow))]
internal sealed partial class EffectJson : JsonSerializerContext;
