using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupportCopilot.Knowledge;
using SupportCopilot.SearchIndexes.Azure;
using SupportCopilot.SearchIndexes.Embedded;

namespace SupportCopilot.SearchIndexes;

/// <summary>Adds the search index to the product.</summary>
public static class SearchIndexSetup
{
    /// <summary>Adds <see cref="ISearchIndex"/>: Azure AI Search where the section names an endpoint, else the embedded index, in files under <paramref name="dataDirectory"/>/index.</summary>
    public static IServiceCollection AddSearchIndexes(this IServiceCollection services, IConfiguration section, string dataDirectory)
    {
        services.AddSingleton<IValidateOptions<AzureSearchOptions>, AzureSearchOptionsRules>();
        services.AddOptions<AzureSearchOptions>().Bind(section).ValidateOnStart();
        return string.IsNullOrWhiteSpace(section["Endpoint"]) ? services.AddEmbedded(dataDirectory) : services.AddAzure();
    }

    private static IServiceCollection AddEmbedded(this IServiceCollection services, string dataDirectory) => services.AddSingleton<ISearchIndex>(provider => new EmbeddedSearchIndex(
        Path.Combine(dataDirectory, "index"), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<EmbeddedSearchIndex>>()));

    private static IServiceCollection AddAzure(this IServiceCollection services)
    {
        // No redirect is followed: key and token are for this host alone.
        services.AddHttpClient(SearchServiceClient.ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        services.TryAddSingleton<TokenCredential>(_ => new DefaultAzureCredential());
        return services.AddSingleton<SearchServiceClient>().AddSingleton<DocumentBatches>().AddSingleton<Vectors>().AddSingleton<ISearchIndex, AzureSearchIndex>();
    }
}
