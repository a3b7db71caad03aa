using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace SupportCopilot.Models;

/// <summary>Adds the gate to models to the product.</summary>
public static class ModelsSetup
{
    /// <summary>Adds the gate; until model servers are added, none is set.</summary>
    public static IServiceCollection AddModels(this IServiceCollection services)
    {
        services.TryAddSingleton<IModelServers, NoModelServers>();
        services.TryAddSingleton<AskModel>();
        return services;
    }
}
