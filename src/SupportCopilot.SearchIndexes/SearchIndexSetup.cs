using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SupportCopilot.Knowledge;
using SupportCopilot.SearchIndexes.Embedded;

namespace SupportCopilot.SearchIndexes;

/// <summary>Adds the search index to the product.</summary>
public static class SearchIndexSetup
{
    /// <summary>Adds <see cref="ISearchIndex"/>: the embedded index, in files under <paramref name="dataDirectory"/>/index.</summary>
    /// <exception cref="InvalidOperationException">The settings name a search service.</exception>
    public static IServiceCollection AddSearchIndexes(this IServiceCollection services, IConfiguration section, string dataDirectory)
    {
        if (!string.IsNullOrWhiteSpace(section["Endpoint"]))
            throw new InvalidOperationException("SupportCopilot:Search:Endpoint is set, but this version has the embedded index only; leave the setting out.");
        return services.AddSingleton<ISearchIndex>(provider => new EmbeddedSearchIndex(
            Path.Combine(dataDirectory, "index"), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<EmbeddedSearchIndex>>()));
    }
}
