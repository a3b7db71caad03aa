using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace SupportCopilot.ModelServers;

/// <summary>Adds the model servers to the product.</summary>
public static class ModelServersSetup
{
    /// <summary>Adds the servers of the setting <c>Models</c>.</summary>
    /// <param name="services">The product's services.</param>
    /// <param name="settings">The section <c>SupportCopilot</c>; <c>Models</c> of it is read.</param>
    public static IServiceCollection AddModelServers(this IServiceCollection services, IConfigurationSection settings) => services;
}
