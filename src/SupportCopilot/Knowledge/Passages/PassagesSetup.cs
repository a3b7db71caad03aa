using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Knowledge.Usage;
using SupportCopilot.Storage;

namespace SupportCopilot.Knowledge.Passages;

/// <summary>Adds the passages of articles to the product.</summary>
public static class PassagesSetup
{
    /// <summary>Adds cutting and searching.</summary>
    public static IServiceCollection AddPassages(this IServiceCollection services) => services
        .AddSingleton<CutArticles>()
        .AddScoped(scope => new SearchPassages(
            scope.GetRequiredService<SupportDbContext>(), scope.GetRequiredService<CurrentTenant>(), scope.GetRequiredService<ISearchIndex>(), scope.GetRequiredService<CutArticles>(),
            scope.GetRequiredService<CountUse>()));
}
