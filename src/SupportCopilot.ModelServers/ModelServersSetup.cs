using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SupportCopilot.Models;
using SupportCopilot.ModelServers.OpenAi;

namespace SupportCopilot.ModelServers;

/// <summary>Adds the model servers to the product.</summary>
public static class ModelServersSetup
{
    /// <summary>Adds the servers of the setting <c>Models</c>.</summary>
    /// <param name="services">The product's services.</param>
    /// <param name="settings">The section <c>SupportCopilot</c>; <c>Models</c> of it is read.</param>
    public static IServiceCollection AddModelServers(this IServiceCollection services, IConfigurationSection settings)
    {
        services.AddSingleton<IValidateOptions<ModelServersOptions>, ModelServersOptionsRules>();
        services.AddOptions<ModelServersOptions>().Configure(options => settings.GetSection("Models").Bind(options.Servers)).ValidateOnStart();
        services.AddHttpClient(ConfiguredModelServers.ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(Connections)
            .AddHttpMessageHandler(() => new BoundedAnswers())
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        services.TryAddSingleton(_ => new Lazy<TokenCredential>(() => new DefaultAzureCredential()));
        services.Replace(ServiceDescriptor.Singleton<IModelServers, ConfiguredModelServers>());
        return services;
    }

    // A redirect could lead the key to another host. The client lives as long as the program, so its connections must not, or a moved server would never be found.
    private static SocketsHttpHandler Connections() => new() { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) };
}
