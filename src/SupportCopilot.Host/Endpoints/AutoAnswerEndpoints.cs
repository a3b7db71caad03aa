using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using SupportCopilot.Access;
using SupportCopilot.Host.Access;
using SupportCopilot.Replies.AutoAnswers;

namespace SupportCopilot.Host.Endpoints;

internal static class AutoAnswerEndpoints
{
    public static void MapAutoAnswer(this IEndpointRouteBuilder app)
    {
        var auto = app.MapGroup("/api/replies/auto-answer").RequireRole(Role.Admin).WithTags("Replies");
        auto.MapGet("/", Show);
        auto.MapPut("/", Set);
    }

    /// <summary>What the tenant lets be answered by itself.</summary>
    internal static async Task<Ok<AutoAnswerSetting>> Show(KeepAutoAnswerPolicy keep, CancellationToken ct) => TypedResults.Ok(await keep.ShowAsync(ct));

    /// <summary>Sets it: documentation and feature are off, propose (an internal note) or public; stopped stops everything at once.</summary>
    internal static async Task<Results<Ok<AutoAnswerSetting>, ProblemHttpResult>> Set(AutoAnswerSetting wanted, KeepAutoAnswerPolicy keep, CancellationToken ct) =>
        await keep.RunAsync(wanted, ct) switch
        {
            { Now: { } now } => TypedResults.Ok(now),
            { Changed: true } => TypedResults.Problem("It has been changed since this version of it was read; read it again.", statusCode: StatusCodes.Status409Conflict),
            var refused => TypedResults.Problem(refused.Refused, statusCode: StatusCodes.Status400BadRequest),
        };
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(AutoAnswerSetting))]
internal sealed partial class AutoAnswerJson : JsonSerializerContext;
