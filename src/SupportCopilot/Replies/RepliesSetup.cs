using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Access.Languages;
using SupportCopilot.Knowledge.Passages;
using SupportCopilot.Knowledge.Proposals;
using SupportCopilot.Knowledge.Usage;
using SupportCopilot.Models;
using SupportCopilot.Replies.Around;
using SupportCopilot.Replies.AutoAnswers;
using SupportCopilot.Replies.Drafting;
using SupportCopilot.Replies.Missing;
using SupportCopilot.Replies.Outlook;
using SupportCopilot.Replies.Rewriting;
using SupportCopilot.Replies.Summaries.Modelled;
using SupportCopilot.Replies.Templates;
using SupportCopilot.Replies.Text;
using SupportCopilot.Replies.Threads;
using SupportCopilot.Replies.Writing;
using SupportCopilot.Storage;
using SupportCopilot.Triage;

namespace SupportCopilot.Replies;

/// <summary>Adds the sidebar's data to the product.</summary>
public static class RepliesSetup
{
    /// <summary>Adds summaries, suggested replies, similar tickets and feedback.</summary>
    public static IServiceCollection AddReplies(this IServiceCollection services) => services
        .AddSingleton<TenantTermsKept>()
        .AddScoped<TenantTerms>()
        .AddScoped<ReadThread>()
        .AddScoped<FindArticles>()
        .AddScoped<FindSimilarTickets>()
        .AddScoped(scope => new SummariseByModel(
            scope.GetRequiredService<ReadThread>(), scope.GetRequiredService<TenantTerms>(), scope.GetRequiredService<AskModel>(), scope.GetRequiredService<CurrentTenant>(), scope.GetRequiredService<AgentWords>()))
        .AddScoped<Voices.KeepVoice>()
        .AddScoped<Sent.TakeSent>()
        .AddScoped<Sent.MeasureSent>()
        .AddScoped(scope => new Sent.ShowAcceptance(scope.GetRequiredService<SupportDbContext>(), scope.GetRequiredService<CurrentCaller>(), scope.GetRequiredService<Templates.TenantTemplates>(), scope.GetRequiredService<TimeProvider>()))
        .AddScoped<GivenFacts>()
        .AddScoped<FindMissing>()
        .AddScoped<KeepSuggestion>()
        .AddScoped<SuggestReply>()
        .AddSingleton<AssistTurns>()
        .AddScoped(scope => new AssistAgent(
            scope.GetRequiredService<ReadThread>(), scope.GetRequiredService<ShowTriage>(), scope.GetRequiredService<TenantTerms>(), scope.GetRequiredService<FindArticles>(),
            scope.GetRequiredService<FindSimilarTickets>(), scope.GetRequiredService<SuggestReply>(),
            scope.GetRequiredService<TellOutlook>(), scope.GetRequiredService<FindRelated>(), scope.GetRequiredService<ReadCustomer>(), scope.GetRequiredService<CustomerHistory>(), scope.GetRequiredService<ProposeTemplates>(), scope.GetRequiredService<CutArticles>(), scope.GetRequiredService<AgentWords>(), scope.GetRequiredService<AssistTurns>()))
        .AddTemplates()
        .AddAutoAnswers()
        .AddSingleton<OutlooksKept>()
        .AddScoped(scope => new TellOutlook(
            scope.GetRequiredService<SupportDbContext>(), scope.GetRequiredService<CurrentTenant>(), scope.GetRequiredService<CurrentCaller>(),
            scope.GetRequiredService<OutlooksKept>(), scope.GetRequiredService<TimeProvider>()))
        .AddScoped<LearnOutlook>()
        .AddScoped<FindRelated>()
        .AddScoped<ReadCustomer>()
        .AddScoped<CustomerHistory>()
        .AddScoped<AssistBySource>()
        .AddScoped<RewriteByModel>()
        .AddScoped<ReplyQuestions>()
        .AddScoped(scope => new WriteReply(
            scope.GetRequiredService<ReadThread>(), scope.GetRequiredService<AssistAgent>(), scope.GetRequiredService<ReplyQuestions>(),
            scope.GetRequiredService<AskModel>(), scope.GetRequiredService<KeepSuggestion>(), scope.GetRequiredService<AgentWords>()))
        .AddScoped(scope => new RewriteReply(
            scope.GetRequiredService<SupportDbContext>(), scope.GetRequiredService<ReadThread>(), scope.GetRequiredService<AssistAgent>(),
            scope.GetRequiredService<RewriteByModel>(), scope.GetRequiredService<KeepSuggestion>(), scope.GetRequiredService<AgentWords>()))
        .AddScoped(scope => new TakeFeedback(
            scope.GetRequiredService<SupportDbContext>(), scope.GetRequiredService<CurrentCaller>(), scope.GetRequiredService<CountUse>(),
            scope.GetRequiredService<ProposeArticle>(), scope.GetRequiredService<TimeProvider>()));
}
