using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SupportCopilot.Tickets.Desks;
using SupportCopilot.Tickets.Desks.Connections;
using SupportCopilot.Zendesk.Client;
using SupportCopilot.Zendesk.Connections;
using SupportCopilot.Zendesk.SignIn;
using SupportCopilot.Zendesk.Syncing;
using SupportCopilot.Zendesk.Webhooks;
using SupportCopilot.Zendesk.Writing;

namespace SupportCopilot.Zendesk;

/// <summary>Adds Zendesk and Intercom to the product.</summary>
public static class ZendeskSetup
{
    /// <summary>Adds the desks.</summary>
    /// <param name="services">The product's services.</param>
    /// <param name="settings">The section <c>SupportCopilot</c>; <c>Zendesk</c>, <c>Intercom</c> and <c>PublicUrl</c> of it are read.</param>
    public static IServiceCollection AddZendesk(this IServiceCollection services, IConfigurationSection settings) => services
        .AddConnections(settings)
        .AddClient()
        .AddReading()
        .AddWebhooks(settings)
        .AddWriting()
        .AddSidebarSignIn();

    /// <summary>Maps the desks' endpoints.</summary>
    public static void MapZendesk(this IEndpointRouteBuilder app)
    {
        app.MapWebhooks();
    }

    private static IServiceCollection AddConnections(this IServiceCollection services, IConfigurationSection settings)
    {
        services.AddSingleton<IValidateOptions<ZendeskOptions>, ZendeskOptionsRules>();
        services.AddOptions<ZendeskOptions>().Bind(settings.GetSection("Zendesk")).ValidateOnStart();
        services.AddOptions<IntercomOptions>().Bind(settings.GetSection("Intercom"));
        return services.AddHostedService<ConnectionStart>().AddSingleton<SettingsDesk>().AddSingleton<DeskSecrets>().AddSingleton<StoredDesks>().AddSingleton<DeskConnections>().AddSingleton<IDeskLinks, DeskLinks>().AddScoped<IKeepConnections, KeepConnections>();
    }

    private static IServiceCollection AddClient(this IServiceCollection services)
    {
        // The client's own layers bound each try and all of them; a redirect could lead a token to another host.
        services.AddHttpClient(ZendeskSender.ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                PooledConnectionLifetime = TimeSpan.FromMinutes(10),
                ConnectTimeout = TimeSpan.FromSeconds(10),
            })
            .RemoveAllLoggers();   // they write whole addresses; the client has its own lines, without queries
        return services.AddSingleton<ZendeskLog>().AddSingleton<ZendeskClients>();
    }
}
