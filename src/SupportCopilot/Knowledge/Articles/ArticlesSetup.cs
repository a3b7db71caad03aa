using Microsoft.Extensions.DependencyInjection;

namespace SupportCopilot.Knowledge.Articles;

/// <summary>Adds the articles to the product.</summary>
public static class ArticlesSetup
{
    /// <summary>Adds reading and writing of articles.</summary>
    public static IServiceCollection AddArticles(this IServiceCollection services) => services.AddScoped<WriteArticles>().AddScoped<ShowArticles>().AddScoped<ImportArticles>();
}
