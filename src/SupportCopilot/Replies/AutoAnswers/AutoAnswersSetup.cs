using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SupportCopilot.Access;
using SupportCopilot.Replies.Threads;
using SupportCopilot.Storage;
using SupportCopilot.Tickets.Desks;

namespace SupportCopilot.Replies.AutoAnswers;

internal static class AutoAnswersSetup
{
    public static IServiceCollection AddAutoAnswers(this IServiceCollection services)
    {
        services.AddOptions<AutoAnswerOptions>().BindConfiguration("SupportCopilot:AutoAnswer").ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<AnswersLookedAt>()
            .AddScoped<MayAnswer>()
            .AddScoped<ProposalNote>()
            .AddScoped<KeepAutoAnswerPolicy>()
            .AddScoped(scope => new AnswerByItself(
                scope.GetRequiredService<SupportDbContext>(), scope.GetRequiredService<CurrentTenant>(), scope.GetRequiredService<Effects>(), scope.GetRequiredService<AuditLog>(),
                scope.GetRequiredService<AssistAgent>(), scope.GetRequiredService<ReadThread>(), scope.GetRequiredService<MayAnswer>(), scope.GetRequiredService<ProposalNote>(), scope.GetRequiredService<AnswersLookedAt>(),
                scope.GetRequiredService<ITicketDesk>(), scope.GetRequiredService<IReplyAtDesk>(), scope.GetRequiredService<IOptions<AutoAnswerOptions>>(), scope.GetRequiredService<TimeProvider>()));
    }
}
