using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Tickets.Desks;

namespace SupportCopilot.Tickets;

/// <summary>Adds tickets to the product.</summary>
public static class TicketsSetup
{
    /// <summary>Adds listing, showing, making and changing tickets.</summary>
    public static IServiceCollection AddTickets(this IServiceCollection services) => services
        .AddScoped<ListTickets>()
        .AddScoped<ShowTicket>()
        .AddScoped<CreateTicket>()
        .AddScoped<ChangeTicket>()
        .AddSingleton<NoDesk>()
        .AddSingleton<IDeskLinks, NoDeskLinks>()
        .AddSingleton<ITicketDesk>(services => services.GetRequiredService<NoDesk>())
        .AddSingleton<IReplyAtDesk>(services => services.GetRequiredService<NoDesk>())
        .AddSingleton<IFetchTickets>(services => services.GetRequiredService<NoDesk>())
        .AddSingleton<ISyncDesk>(services => services.GetRequiredService<NoDesk>());
}
