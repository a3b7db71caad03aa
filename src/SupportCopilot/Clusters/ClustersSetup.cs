using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Clusters.Runs;

namespace SupportCopilot.Clusters;

/// <summary>Adds the clusters to the product.</summary>
public static class ClustersSetup
{
    /// <summary>Adds finding, showing and deciding.</summary>
    public static IServiceCollection AddClusters(this IServiceCollection services) => services
        .AddScoped<ShowClusters>()
        .AddScoped<ClustersToDecide>()
        .AddScoped<GrowingClusters>()
        .AddScoped<DecideCluster>()
        .AddScoped<RequestClusterRun>();
}
