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
    /// <summary>Adds the servers of the settings <c>Models</c> and <c>Embeddings</c>.</summary>
    /// <param name="services">The product's services.</param>
    /// <param name="settings">The section <c>SupportCopilot</c>; <c>Models</c> and <c>Embeddings</c> of it are read.</param>
    public static IServiceCollection AddModelServers(this IServiceCollection services, IConfigurationSection settings)
    {
        services.AddSingleton<IValidateOptions<ModelServersOptions>, ModelServersOptionsRules>();
        services.AddOptions<ModelServersOptions>().Configure(options => Read(settings, options)).ValidateOnStart();
        services.AddConnections(ConfiguredModelServers.ClientName);
        services.AddConnections(ConfiguredModelServers.EntraClientName).AddHttpMessageHandler(() => new AzureAlone());
        services.AddSingleton<SdkClients>();
        services.TryAddSingleton(_ => new Lazy<TokenCredential>(() => new DefaultAzureCredential()));
        services.Replace(ServiceDescriptor.Singleton<IModelServers, ConfiguredModelServers>());
        return services;
    }

    private static void Read(IConfigurationSection settings, ModelServersOptions options)
    {
        settings.GetSection("Models").Bind(options.Servers);
        var embeddings = settings.GetSection("Embeddings");
        if (!embeddings.Exists()) return;
        embeddings.Bind(options.Embeddings = new ModelServerOptions());
        options.Dimensions = embeddings.GetValue<int?>("Dimensions");
    }

    private static IHttpClientBuilder AddConnections(this IServiceCollection services, string name) =>
        services.AddHttpClient(name, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(Connections)
            .AddHttpMessageHandler(() => new BoundedAnswers())
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();

    // A redirect could lead the key to another host. The client lives as long as the program, so its connections must not, or a moved server would never be found.
    private static SocketsHttpHandler Connections() => new() { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) };
}
