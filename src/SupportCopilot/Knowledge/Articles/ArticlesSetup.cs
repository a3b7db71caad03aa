using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Knowledge.Passages;
using SupportCopilot.Knowledge.Proposals;
using SupportCopilot.Knowledge.Usage;

namespace SupportCopilot.Knowledge.Articles;

/// <summary>Adds the articles to the product.</summary>
public static class ArticlesSetup
{
    /// <summary>Adds reading and writing of articles.</summary>
    public static IServiceCollection AddArticles(this IServiceCollection services) => services.AddPassages().AddScoped<WriteArticles>().AddScoped<ShowArticles>().AddScoped<ImportArticles>()
        .AddScoped<CountUse>().AddScoped<ShowGaps>().AddScoped<ProposeArticle>().AddScoped<ShowProposals>().AddScoped<DecideProposal>().AddScoped<WriteStartSet>();
}
