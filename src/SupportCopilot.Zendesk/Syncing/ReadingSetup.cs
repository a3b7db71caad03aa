using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SupportCopilot.Tickets.Desks;
using SupportCopilot.Zendesk.Fetching;
using SupportCopilot.Zendesk.Mapping;

namespace SupportCopilot.Zendesk.Syncing;

/// <summary>Adds what reads the desks.</summary>
internal static class ReadingSetup
{
    public static IServiceCollection AddReading(this IServiceCollection services) => services
        .AddSingleton<KnownNames>()
        .Replace(ServiceDescriptor.Singleton<IFetchTickets, FetchFromZendesk>())
        .Replace(ServiceDescriptor.Singleton<ISyncDesk, SyncZendesk>());
}
