using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using SupportCopilot.Access;
using SupportCopilot.Host.Access;
using SupportCopilot.Models.Policies;
using SupportCopilot.Models.Scores;

namespace SupportCopilot.Host.Endpoints;

internal static class ModelsEndpoints
{
    public static void MapModels(this IEndpointRouteBuilder app)
    {
        var models = app.MapGroup("/api/models").WithTags("Models");
        models.MapGet("/", List).RequireRole(Role.Analyst);
        models.MapGet("/policy", Policy).RequireRole(Role.Admin);
        models.MapPut("/policy", SetPolicy).RequireRole(Role.Admin);
    }

    /// <summary>The model servers, with what each did for the tenant in the last thirty days, and how it was scored.</summary>
    internal static async Task<Ok<Page<ModelServerView>>> List(ShowModels models, CancellationToken ct) => TypedResults.Ok(new Page<ModelServerView>(await models.RunAsync(ct), null));

    /// <summary>What the tenant allows models to see and to cost.</summary>
    internal static async Task<Ok<ModelPolicyView>> Policy(SetPolicy policy, CancellationToken ct) => TypedResults.Ok(await policy.ShowAsync(ct));

    /// <summary>Allows something else; with the version that was read.</summary>
    internal static async Task<Results<Ok<ModelPolicyView>, ProblemHttpResult>> SetPolicy(ModelPolicyView wanted, SetPolicy policy, CancellationToken ct)
    {
        var (now, problem) = await policy.RunAsync(wanted, ct);
        if (now is not null) return TypedResults.Ok(now);
        return problem is not null
            ? TypedResults.Problem(problem, statusCode: StatusCodes.Status400BadRequest)
            : TypedResults.Problem("The policy has been changed since this version of it was read; read it again and send the change with its version.", statusCode: StatusCodes.Status409Conflict);
    }
}

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Page<ModelServerView>))]
[JsonSerializable(typeof(ModelPolicyView))]
internal sealed partial class ModelsJson : JsonSerializerContext;
