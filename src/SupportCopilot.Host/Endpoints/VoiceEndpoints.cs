using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using SupportCopilot.Access;
using SupportCopilot.Host.Access;
using SupportCopilot.Replies.Voices;

namespace SupportCopilot.Host.Endpoints;

internal static class VoiceEndpoints
{
    public static void MapVoices(this IEndpointRouteBuilder app)
    {
        var voices = app.MapGroup("/api/replies/voices").RequireRole(Role.Admin).WithTags("Replies");
        voices.MapGet("/", List);
        voices.MapPut("/", Set);
    }

    /// <summary>How the tenant's brands write: tone, greeting, closing, signature.</summary>
    internal static async Task<Ok<Page<VoiceSetting>>> List(KeepVoice keep, CancellationToken ct) => TypedResults.Ok(new Page<VoiceSetting>(await keep.ListAsync(ct), null));

    /// <summary>Sets how a brand writes in a language; one that says nothing takes the setting away.</summary>
    internal static async Task<Results<Ok<Page<VoiceSetting>>, ProblemHttpResult>> Set(VoiceSetting wanted, KeepVoice keep, CancellationToken ct) =>
        await keep.RunAsync(wanted, ct) is { } fault
            ? TypedResults.Problem(fault, statusCode: StatusCodes.Status400BadRequest)
            : TypedResults.Ok(new Page<VoiceSetting>(await keep.ListAsync(ct), null));
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Page<VoiceSetting>))]
internal sealed partial class VoiceJson : JsonSerializerContext;
