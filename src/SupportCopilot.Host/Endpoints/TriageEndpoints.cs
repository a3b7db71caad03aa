using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using SupportCopilot.Access;
using SupportCopilot.Host.Access;
using SupportCopilot.Triage;
using SupportCopilot.Triage.Training;

namespace SupportCopilot.Host.Endpoints;

internal static class TriageEndpoints
{
    public static void MapTriage(this IEndpointRouteBuilder app)
    {
        var triage = app.MapGroup("/api").RequireRole(Role.Agent).WithTags("Triage");
        triage.MapGet("/triage/fields", Fields);
        triage.MapGet("/triage/classifiers", Classifiers);
        triage.MapPut("/tickets/{id:long}/triage/{field}", Correct);
        app.MapTriageRuns();
    }

    /// <summary>What the triage fields may be set to.</summary>
    internal static async Task<Ok<TriageFieldValues>> Fields(ListTriageFields list, CancellationToken ct) => TypedResults.Ok(await list.RunAsync(ct));

    /// <summary>What was learned from the desk's own labels, field by field, and how good it is.</summary>
    internal static async Task<Ok<Page<ClassifierRow>>> Classifiers(ListClassifiers list, CancellationToken ct) =>
        TypedResults.Ok(new Page<ClassifierRow>(await list.RunAsync(ct), null));

    /// <summary>Sets a triage field right; what is said here holds from then on.</summary>
    internal static async Task<Results<Ok<TicketTriage>, NotFound, ProblemHttpResult>> Correct(long id, string field, SetTriageFieldRequest request, CorrectTriage correct, CancellationToken ct) =>
        await correct.RunAsync(id, field, request.Value, ct) switch
        {
            CorrectionOutcome.Held held => TypedResults.Ok(held.Triage),
            CorrectionOutcome.Refused refused => TypedResults.Problem(refused.Message, statusCode: StatusCodes.Status400BadRequest),
            _ => TypedResults.NotFound(),
        };
}

/// <summary>The value a triage field is to have.</summary>
public sealed record SetTriageFieldRequest([property: Required, StringLength(100, MinimumLength = 1)] string Value);

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(TriageFieldValues))]
[JsonSerializable(typeof(Page<ClassifierRow>))]
[JsonSerializable(typeof(SetTriageFieldRequest))]
[JsonSerializable(typeof(TicketTriage))]
internal sealed partial class TriageJson : JsonSerializerContext;
