using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using SupportCopilot.Access;
using SupportCopilot.Host.Access;
using SupportCopilot.Models.Ledger;

namespace SupportCopilot.Host.Endpoints;

internal static class CostsEndpoints
{
    public static void MapCosts(this IEndpointRouteBuilder app) => app.MapGet("/api/costs", Show).RequireRole(Role.Analyst).WithTags("Models");

    /// <summary>What models cost the tenant: by day, by task, by model; of an answer, of a ticket, of a day; what may be spent, and what was nearly.</summary>
    internal static async Task<Ok<ModelCosts>> Show(ShowCosts costs, CancellationToken ct, [Range(1, 366)] int days = 30) => TypedResults.Ok(await costs.RunAsync(days, ct));
}

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ModelCosts))]
internal sealed partial class CostsJson : JsonSerializerContext;
