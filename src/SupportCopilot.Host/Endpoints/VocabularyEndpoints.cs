using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using SupportCopilot.Access;
using SupportCopilot.Host.Access;
using SupportCopilot.Questions.Remembering;
using SupportCopilot.Questions.Vocabulary;

namespace SupportCopilot.Host.Endpoints;

internal static class VocabularyEndpoints
{
    public static void MapVocabulary(this IEndpointRouteBuilder app)
    {
        var vocabulary = app.MapGroup("/api/vocabulary").RequireRole(Role.Admin).WithTags("Questions");
        vocabulary.MapGet("/", Show);
        vocabulary.MapPut("/", Set);

        var choices = app.MapGroup("/api/questions/choices").RequireRole(Role.Analyst).WithTags("Questions");
        choices.MapGet("/", Remembered);
        choices.MapDelete("/{id:long}", Forget);
    }

    /// <summary>The tenant's own words, its calendar, and the custom fields of its tickets.</summary>
    internal static async Task<Ok<VocabularyDocument>> Show(SetVocabulary vocabulary, CancellationToken ct) => TypedResults.Ok(await vocabulary.ShowAsync(ct));

    /// <summary>Puts other words in their place; with the version that was read.</summary>
    internal static async Task<Results<Ok<VocabularyDocument>, ValidationProblem, ProblemHttpResult>> Set(VocabularyDocument wanted, SetVocabulary vocabulary, CancellationToken ct)
    {
        var (now, problems) = await vocabulary.RunAsync(wanted, ct);
        if (problems is not null) return TypedResults.ValidationProblem(problems.ToDictionary());
        return now is not null ? TypedResults.Ok(now)
            : TypedResults.Problem("The vocabulary has been changed since this version of it was read; read it again and send the change with its version.", statusCode: StatusCodes.Status409Conflict);
    }

    /// <summary>How the caller's doubtful words are read, as they chose.</summary>
    internal static async Task<Ok<Page<RememberedView>>> Remembered(ListRemembered remembered, CancellationToken ct) => TypedResults.Ok(new Page<RememberedView>(await remembered.RunAsync(ct), null));

    /// <summary>Forgets a choice.</summary>
    internal static async Task<Results<NoContent, NotFound>> Forget(long id, ListRemembered remembered, CancellationToken ct) =>
        await remembered.ForgetAsync(id, ct) ? TypedResults.NoContent() : TypedResults.NotFound();
}

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(VocabularyDocument))]
[JsonSerializable(typeof(Page<RememberedView>))]
internal sealed partial class VocabularyApiJson : JsonSerializerContext;
