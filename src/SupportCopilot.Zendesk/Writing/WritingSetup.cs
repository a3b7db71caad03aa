using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SupportCopilot.Tickets.Desks;

namespace SupportCopilot.Zendesk.Writing;

internal static class WritingSetup
{
    public static IServiceCollection AddWriting(this IServiceCollection services) => services
        .AddSingleton<ReadToWrite>()
        .AddSingleton<TraceWrite>()
        .AddSingleton<RunJob>()
        .AddSingleton<JobForms>()
        .AddSingleton<WriteTicket>()
        .AddSingleton<WriteTickets>()
        .AddSingleton<ZendeskTicketDesk>()
        .AddSingleton<ReplyToTicket>()
        .Replace(ServiceDescriptor.Singleton<IReplyAtDesk, ZendeskReplies>())
        .Replace(ServiceDescriptor.Singleton<ITicketDesk>(scope => scope.GetRequiredService<ZendeskTicketDesk>()));
}
