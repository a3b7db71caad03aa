using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Clusters.Approvals;
using SupportCopilot.Clusters.Describing;
using SupportCopilot.Clusters.Finding;
using SupportCopilot.Clusters.Runs;
using SupportCopilot.Knowledge;
using SupportCopilot.Storage;

namespace SupportCopilot.Clusters;

/// <summary>Adds the clusters to the product.</summary>
public static class ClustersSetup
{
    /// <summary>Adds finding, showing and deciding.</summary>
    public static IServiceCollection AddClusters(this IServiceCollection services) => services
        .AddScoped<DescribeGroups>()
        .AddScoped<StoreClusters>()
        .AddScoped(scope => new FindClusters(
            scope.GetRequiredService<SupportDbContext>(), scope.GetRequiredService<ISearchIndex>(), scope.GetRequiredService<CurrentTenant>(),
            scope.GetRequiredService<DescribeGroups>(), scope.GetRequiredService<StoreClusters>()))
        .AddScoped<RequestClusterRun>()
        .AddScoped<WorkClusterRuns>()
        .AddScoped<ShowClusters>()
        .AddScoped<ClustersToDecide>()
        .AddScoped<GrowingClusters>()
        .AddScoped<DecideCluster>()
        .AddScoped<AskProductOwners>()
        .AddScoped<AskProductOwner>();
}
