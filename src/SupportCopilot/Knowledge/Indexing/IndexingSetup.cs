using Microsoft.Extensions.DependencyInjection;

namespace SupportCopilot.Knowledge.Indexing;

/// <summary>Adds the use cases around the search index to the product.</summary>
public static class IndexingSetup
{
    /// <summary>Adds searching, bringing the index up to date, and rebuilding it.</summary>
    public static IServiceCollection AddIndexing(this IServiceCollection services) => services
        .AddScoped<SearchEverything>()
        .AddScoped<IndexOwed>()
        .AddScoped<RebuildIndex>();
}
