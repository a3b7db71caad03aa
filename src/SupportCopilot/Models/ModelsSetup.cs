using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SupportCopilot.Models.Asking;
using SupportCopilot.Models.Routing;
using SupportCopilot.Models.Streaming;

namespace SupportCopilot.Models;

/// <summary>Adds the gate to models to the product.</summary>
public static class ModelsSetup
{
    /// <summary>Adds the gate; until model servers are added, none is set.</summary>
    public static IServiceCollection AddModels(this IServiceCollection services)
    {
        services.TryAddSingleton<IModelServers, NoModelServers>();
        services.TryAddSingleton<RecentAnswers>();
        services.TryAddScoped<RouteModel>();
        services.TryAddScoped<AskServer>();
        services.TryAddScoped<StreamServer>();
        services.TryAddScoped(provider => new AskModel(
            provider.GetRequiredService<IModelServers>(), provider.GetRequiredService<RouteModel>(), provider.GetRequiredService<AskServer>(), provider.GetRequiredService<StreamServer>(), provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    /// <summary>Reads how the gate is set.</summary>
    /// <param name="services">The product's services.</param>
    /// <param name="settings">The section <c>SupportCopilot:ModelGate</c>.</param>
    public static IServiceCollection AddModelGate(this IServiceCollection services, IConfigurationSection settings)
    {
        services.AddOptions<ModelGateOptions>().Bind(settings).ValidateDataAnnotations().ValidateOnStart();
        return services.AddModels();
    }
}
