using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using SupportCopilot.Access;
using SupportCopilot.Access.Founding;
using SupportCopilot.Host.Access;

namespace SupportCopilot.Host.Endpoints;

internal static class TenantEndpoints
{
    // As everywhere: what one may not see is not there.
    private const string NotYours = "Tenants are shown to and founded by admins of the tenant default.";

    public static void MapTenants(this IEndpointRouteBuilder app)
    {
        var tenants = app.MapGroup("/api/tenants").RequireRole(Role.Admin).WithTags("Tenants");
        tenants.MapGet("/", List);
        tenants.MapPost("/", Found);
    }

    /// <summary>All tenants, for admins of the tenant default.</summary>
    internal static async Task<Results<Ok<Page<TenantView>>, ProblemHttpResult>> List(FoundTenant tenants, CancellationToken ct, [Range(1, 200)] int limit = 50, int after = 0)
    {
        if (!await tenants.MayAsync(ct)) return TypedResults.Problem(NotYours, statusCode: StatusCodes.Status404NotFound);
        var (rows, next) = await tenants.ListAsync(limit, after, ct);
        return TypedResults.Ok(new Page<TenantView>(rows, next));
    }

    /// <summary>Founds a tenant, for admins of the tenant default.</summary>
    internal static async Task<Results<Created<TenantView>, ProblemHttpResult>> Found(FoundTenantRequest request, FoundTenant tenants, CancellationToken ct)
    {
        if (!await tenants.MayAsync(ct)) return TypedResults.Problem(NotYours, statusCode: StatusCodes.Status404NotFound);
        var founded = await tenants.RunAsync(new(request.Key, request.Name, request.TimeZone, request.EntraTenantId, request.AdminEntraObjectId, request.AdminName), ct);
        return founded.Tenant is { } tenant ? TypedResults.Created($"/api/tenants/{tenant.Id}", tenant)
            : TypedResults.Problem(founded.Refusal, statusCode: founded.IsTaken ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest);
    }
}

/// <summary>A tenant to found.</summary>
public sealed record FoundTenantRequest
{
    /// <summary>What addresses and commands call it: 1–40 of a–z, 0–9 and hyphen.</summary>
    [Required, StringLength(40, MinimumLength = 1)]
    public string Key { get; init; } = "";

    /// <summary>What people call it.</summary>
    [Required, StringLength(200, MinimumLength = 1)]
    public string Name { get; init; } = "";

    /// <summary>The zone of its days, such as Europe/Berlin.</summary>
    [StringLength(60)]
    public string? TimeZone { get; init; }

    /// <summary>The Entra tenant whose people belong to it.</summary>
    [StringLength(36)]
    public string? EntraTenantId { get; init; }

    /// <summary>The Entra object id of its first admin.</summary>
    [StringLength(36)]
    public string? AdminEntraObjectId { get; init; }

    /// <summary>The first admin's name.</summary>
    [StringLength(200)]
    public string? AdminName { get; init; }
}

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Page<TenantView>))]
[JsonSerializable(typeof(FoundTenantRequest))]
internal sealed partial class TenantJson : JsonSerializerContext;
