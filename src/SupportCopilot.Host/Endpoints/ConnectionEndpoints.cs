using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using SupportCopilot.Access;
using SupportCopilot.Host.Access;
using SupportCopilot.Tickets.Desks.Connections;

namespace SupportCopilot.Host.Endpoints;

internal static class ConnectionEndpoints
{
    public static void MapConnections(this IEndpointRouteBuilder app)
    {
        var connections = app.MapGroup("/api/connections").RequireRole(Role.Admin).WithTags("Connections");
        connections.MapGet("/", List);
        connections.MapPut("/{source}", Keep);
        connections.MapDelete("/{source}", Remove);
    }

    /// <summary>The desks of the caller's tenant, without their secrets.</summary>
    internal static async Task<Ok<Page<ConnectionView>>> List(IKeepConnections keep, CancellationToken ct) =>
        TypedResults.Ok(new Page<ConnectionView>(await keep.ListAsync(ct), null));

    /// <summary>Connects the tenant to a desk (zendesk or intercom), or changes its connection; what is left out stays, secrets too.</summary>
    internal static async Task<Results<Ok<ConnectionView>, Created<ConnectionView>, NotFound, ProblemHttpResult>> Keep(string source, ConnectionRequest request, IKeepConnections keep, CancellationToken ct)
    {
        var kept = await keep.KeepAsync(source, request.ToWanted(), ct);
        return kept.Outcome switch
        {
            KeptOutcome.Added => TypedResults.Created($"/api/connections/{source}", kept.Connection),
            KeptOutcome.Changed => TypedResults.Ok(kept.Connection),
            KeptOutcome.NotFound => TypedResults.NotFound(),
            KeptOutcome.Conflict => TypedResults.Problem(kept.Why, statusCode: StatusCodes.Status409Conflict),
            _ => TypedResults.Problem(kept.Why, statusCode: StatusCodes.Status400BadRequest),
        };
    }

    /// <summary>Takes a connection away; the tickets that were read stay.</summary>
    internal static async Task<Results<NoContent, NotFound, ProblemHttpResult>> Remove(string source, IKeepConnections keep, CancellationToken ct)
    {
        var kept = await keep.RemoveAsync(source, ct);
        return kept.Outcome switch
        {
            KeptOutcome.Removed => TypedResults.NoContent(),
            KeptOutcome.Conflict => TypedResults.Problem(kept.Why, statusCode: StatusCodes.Status409Conflict),
            _ => TypedResults.NotFound(),
        };
    }
}

/// <summary>What is wanted of a connection; what is left out stays, an empty text takes it away.</summary>
public sealed record ConnectionRequest
{
    /// <summary>Zendesk: the account's name before .zendesk.com.</summary>
    [StringLength(63)]
    public string? Subdomain { get; init; }

    /// <summary>Zendesk: the whole address, where the deployer allows its host.</summary>
    [StringLength(300)]
    public string? BaseUrl { get; init; }

    /// <summary>Zendesk: the OAuth client's identifier.</summary>
    [StringLength(200)]
    public string? ClientId { get; init; }

    /// <summary>The OAuth client's secret; for Intercom the app's.</summary>
    [StringLength(500)]
    public string? ClientSecret { get; init; }

    /// <summary>Zendesk, legacy: whose API token it is.</summary>
    [StringLength(300)]
    public string? Email { get; init; }

    /// <summary>Zendesk, legacy: the API token.</summary>
    [StringLength(500)]
    public string? ApiToken { get; init; }

    /// <summary>Zendesk: all secrets of its webhooks, two while one is being changed.</summary>
    [MaxLength(2)]
    public IReadOnlyList<string>? WebhookSecrets { get; init; }

    /// <summary>Zendesk: Off, Tags or Full.</summary>
    [StringLength(10)]
    public string? WriteBack { get; init; }

    /// <summary>Zendesk: the sidebar app's number.</summary>
    [StringLength(40)]
    public string? AppId { get; init; }

    /// <summary>Zendesk: the number of the app's installation.</summary>
    [StringLength(40)]
    public string? InstallationId { get; init; }

    /// <summary>Zendesk: the key of the app's signed addresses, as PEM.</summary>
    [StringLength(4000)]
    public string? AppPublicKey { get; init; }

    internal WantedConnection ToWanted() => new()
    {
        Subdomain = Subdomain,
        BaseUrl = BaseUrl,
        ClientId = ClientId,
        ClientSecret = ClientSecret,
        Email = Email,
        ApiToken = ApiToken,
        WebhookSecrets = WebhookSecrets,
        WriteBack = WriteBack,
        AppId = AppId,
        InstallationId = InstallationId,
        AppPublicKey = AppPublicKey,
    };
}

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Page<ConnectionView>))]
[JsonSerializable(typeof(ConnectionRequest))]
internal sealed partial class ConnectionJson : JsonSerializerContext;
