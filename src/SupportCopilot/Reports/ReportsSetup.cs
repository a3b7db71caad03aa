using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Access.Conversations;
using SupportCopilot.Storage;

namespace SupportCopilot.Reports;

/// <summary>Adds reports to the product.</summary>
public static class ReportsSetup
{
    /// <summary>Adds digests: setting them up, making them, posting them.</summary>
    public static IServiceCollection AddReports(this IServiceCollection services) => services
        .AddScoped<ScheduleDigest>()
        .AddScoped<HearDigestWish>()
        .AddScoped<ZoneOfConversation>()
        .AddScoped<ListDigests>()
        .AddScoped<ComposeDigest>()
        .AddScoped<PostDigest>()
        .AddScoped(scope => new PostDueDigests(
            scope.GetRequiredService<SupportDbContext>(), scope.GetRequiredService<CurrentTenant>(), scope.GetRequiredService<PostOnce>(),
            scope.GetRequiredService<PostDigest>(), scope.GetRequiredService<Effects>(), scope.GetRequiredService<TimeProvider>()))
        .AddScoped(scope => new PostDigestNow(
            scope.GetRequiredService<SupportDbContext>(), scope.GetRequiredService<CurrentCaller>(), scope.GetRequiredService<SettleEffect>(),
            scope.GetRequiredService<PostDigest>(), scope.GetRequiredService<AuditLog>(), scope.GetRequiredService<TimeProvider>()))
        .AddScoped(scope => new PreviewDigest(
            scope.GetRequiredService<SupportDbContext>(), scope.GetRequiredService<ConversationSight>(),
            scope.GetRequiredService<ComposeDigest>(), scope.GetRequiredService<TimeProvider>()));
}
