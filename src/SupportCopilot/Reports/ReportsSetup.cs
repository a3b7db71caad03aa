using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Access.Conversations;
using SupportCopilot.Questions;
using SupportCopilot.Questions.Requests;
using SupportCopilot.Questions.Requests.Keeping;
using SupportCopilot.Reports.Alerts;
using SupportCopilot.Reports.Saving;
using SupportCopilot.Reports.Sending;
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
        .AddSaved()
        .AddScoped(scope => new PostDueDigests(
            scope.GetRequiredService<SupportDbContext>(), scope.GetRequiredService<CurrentTenant>(), scope.GetRequiredService<PostOnce>(),
            scope.GetRequiredService<PostDigest>(), scope.GetRequiredService<Effects>(), scope.GetRequiredService<TimeProvider>()))
        .AddScoped(scope => new PostDigestNow(
            scope.GetRequiredService<SupportDbContext>(), scope.GetRequiredService<CurrentCaller>(), scope.GetRequiredService<SettleEffect>(),
            scope.GetRequiredService<PostDigest>(), scope.GetRequiredService<AuditLog>(), scope.GetRequiredService<TimeProvider>()))
        .AddScoped(scope => new PreviewDigest(
            scope.GetRequiredService<SupportDbContext>(), scope.GetRequiredService<ConversationSight>(),
            scope.GetRequiredService<ComposeDigest>(), scope.GetRequiredService<TimeProvider>()));

    /// <summary>Adds what people save: reports with their times, and alerts.</summary>
    private static IServiceCollection AddSaved(this IServiceCollection services) => services
        .AddScoped<MySaved>().AddScoped<SavedNames>().AddScoped<FindPlace>().AddScoped<DescribeSaved>()
        .AddScoped<ScheduleReport>().AddScoped<SaveReports>().AddScoped<WatchFigures>().AddScoped<ChangeSaved>().AddScoped<ChangeBound>()
        .AddScoped<IKeepReports, KeepReports>()
        .AddScoped(scope => new ListReports(
            scope.GetRequiredService<SupportDbContext>(), scope.GetRequiredService<CurrentCaller>(), scope.GetRequiredService<ListDigests>(),
            scope.GetRequiredService<MySaved>(), scope.GetRequiredService<DescribeSaved>(), scope.GetRequiredService<TimeProvider>()))
        .AddScoped(scope => new EditReports(
            scope.GetRequiredService<SupportDbContext>(), scope.GetRequiredService<CurrentCaller>(), scope.GetRequiredService<OpenTurn>(), scope.GetRequiredService<RunKept>(),
            scope.GetRequiredService<IKeepReports>(), scope.GetRequiredService<MySaved>()))
        .AddScoped<AsOwner>().AddScoped<PostReport>().AddScoped<StopSaved>().AddScoped<RetryLater>().AddScoped<TellCrossing>()
        .AddScoped(scope => new PostDueReports(
            scope.GetRequiredService<SupportDbContext>(), scope.GetRequiredService<PostReport>(), scope.GetRequiredService<StopSaved>(), scope.GetRequiredService<RetryLater>(),
            scope.GetRequiredService<Effects>(), scope.GetRequiredService<CurrentTenant>(), scope.GetRequiredService<TimeProvider>()))
        .AddScoped(scope => new CheckAlerts(
            scope.GetRequiredService<SupportDbContext>(), scope.GetRequiredService<AsOwner>(), scope.GetRequiredService<TellCrossing>(),
            scope.GetRequiredService<StopSaved>(), scope.GetRequiredService<RetryLater>(), scope.GetRequiredService<TimeProvider>()));
}
