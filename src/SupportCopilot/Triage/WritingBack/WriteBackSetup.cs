using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Tickets.Desks;

namespace SupportCopilot.Triage.WritingBack;

internal static class WriteBackSetup
{
    public static IServiceCollection AddWriteBack(this IServiceCollection services)
    {
        services.AddOptions<WriteBackOptions>().BindConfiguration("SupportCopilot:WriteBack").ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddScoped<OwedRows>()
            .AddScoped<CloseWrites>()
            .AddScoped<PlanWrites>()
            .AddScoped<SendWrites>()
            .AddScoped<LookForWrites>()
            .AddScoped(scope => new WriteBackOwed(
                scope.GetRequiredService<ITicketDesk>(), scope.GetRequiredService<CurrentTenant>(), scope.GetRequiredService<OwedRows>(),
                scope.GetRequiredService<LookForWrites>(), scope.GetRequiredService<PlanWrites>(), scope.GetRequiredService<SendWrites>()));
    }
}
