using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Zendesk.Intercom;

namespace SupportCopilot.Zendesk.Webhooks;

/// <summary>Adds the webhooks of both desks.</summary>
internal static class WebhooksSetup
{
    public static IServiceCollection AddWebhooks(this IServiceCollection services, IConfigurationSection settings)
    {
        services.AddSingleton<KeepEvents>();
        services.AddHostedService(provider => provider.GetRequiredService<KeepEvents>());
        services.AddOptions<WebhookOptions>().Bind(settings.GetSection("Webhooks")).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<KnownSenders>().AddSingleton<WebhookDoor>()
            .AddSingleton<BringInTicket>().AddScoped<TakeConversation>().AddScoped(WorkDeskEvents.Of).AddScoped(RemoveOldDeskEvents.Of);
    }

    /// <summary>
    /// Nobody is signed in here: the signature is what is checked. The limits that hold for callers of the API do not: a desk
    /// sends from few addresses, and a thousand in a second are no abuse. The door has limits of its own.
    /// </summary>
    public static void MapWebhooks(this IEndpointRouteBuilder app)
    {
        app.MapPost("/api/zendesk/webhooks/{tenantKey}", ZendeskWebhooks.Post).AllowAnonymous().DisableRateLimiting().WithTags("Webhooks")
            .WithSummary("Zendesk's signed webhooks, of events and of triggers").Describe();
        app.MapPost("/api/intercom/webhooks/{tenantKey}", IntercomWebhooks.Post).AllowAnonymous().DisableRateLimiting().WithTags("Webhooks")
            .WithSummary("Intercom's signed notifications").Describe();
        app.MapMethods("/api/intercom/webhooks/{tenantKey}", [HttpMethods.Head], IntercomWebhooks.Head).AllowAnonymous().DisableRateLimiting().ExcludeFromDescription();
    }

    private static void Describe(this RouteHandlerBuilder endpoint) => endpoint
        .Produces(StatusCodes.Status200OK).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status415UnsupportedMediaType).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
}
