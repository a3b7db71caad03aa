using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SupportCopilot.Access;
using SupportCopilot.Access.Sessions;
using SupportCopilot.Zendesk.Connections;

namespace SupportCopilot.Zendesk.SignIn;

internal static class SidebarSetup
{
    /// <summary>Adds the door through which Zendesk opens the sidebar.</summary>
    public static IServiceCollection AddSidebarSignIn(this IServiceCollection services) => services
        .AddSingleton<SidebarDoor>()
        .AddScoped<FindAgent>()
        .AddScoped(inside => new OpenSidebar(
            inside.GetRequiredService<DeskConnections>(), inside.GetRequiredService<FindAgent>(), inside.GetRequiredService<CurrentTenant>(), inside.GetRequiredService<SpendToken>(),
            inside.GetRequiredService<OpenSession>(), inside.GetRequiredService<SidebarDoor>(), inside.GetRequiredService<TimeProvider>(), inside.GetRequiredService<ILogger<OpenSidebar>>()));
}
