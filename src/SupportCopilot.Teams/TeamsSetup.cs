using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace SupportCopilot.Teams;

/// <summary>Adds the bot to the product.</summary>
public static class TeamsSetup
{
    /// <summary>Adds the bot.</summary>
    public static IServiceCollection AddTeams(this IServiceCollection services, IConfigurationSection settings) => services;

    /// <summary>Maps the bot's endpoint.</summary>
    public static void MapTeams(this IEndpointRouteBuilder app) { }
}
