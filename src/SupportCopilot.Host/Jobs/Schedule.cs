using Microsoft.Data.SqlClient;
using Quartz;
using SupportCopilot.Databases;
using SupportCopilot.Host.Commands;
using SupportCopilot.Questions.Background;
using SupportCopilot.Storage;

namespace SupportCopilot.Host.Jobs;

/// <summary>What happens by itself, and when. Quartz only ticks: what is to be done stands on the rows, who does it is settled by a lease.</summary>
internal static class Schedule
{
    private static readonly TimeSpan WorkOffEvery = TimeSpan.FromSeconds(3);   // a new ticket is in the search within seconds
    private static readonly TimeSpan TrainingEvery = TimeSpan.FromHours(1);    // looking costs a count; training itself is done once a day at most, or when labels grew by a fifth
    private static readonly TimeSpan OutlookEvery = TimeSpan.FromMinutes(2);    // looking costs a count; learning is done once a day, or when done tickets grew by a fifth
    private static readonly TimeSpan ImportsEvery = TimeSpan.FromSeconds(2);   // the sender of a file waits for it
    private static readonly TimeSpan TurnsEvery = TimeSpan.FromSeconds(30);    // somebody in Teams waits for an answer
    private static readonly TimeSpan ApprovalsEvery = TimeSpan.FromMinutes(5); // who asks for a decision need not hurry
    private static readonly TimeSpan DeskEventsEvery = TimeSpan.FromSeconds(2); // an agent looks at what the sidebar says of a ticket just changed
    private static readonly TimeSpan OldDeskEventsEvery = TimeSpan.FromHours(1);
    private static readonly TimeSpan OldModelCallsEvery = TimeSpan.FromHours(1);
    private static readonly TimeSpan SessionsEvery = TimeSpan.FromHours(1);    // what has ended is refused anyway; this keeps the table small
    private static readonly TimeSpan AutoAnswersEvery = TimeSpan.FromSeconds(30);  // a minute more is no harm, and a person may be faster
    private static readonly TimeSpan SentRepliesEvery = TimeSpan.FromMinutes(5);   // figures of weeks
    private static readonly TimeSpan UploadsEvery = TimeSpan.FromDays(1);
    private static readonly TimeSpan ClustersEvery = TimeSpan.FromSeconds(5);  // looking costs two counts; a search is asked for by people, daily, or when many tickets came

    private static readonly TimeSpan QuestionsEvery = TimeSpan.FromSeconds(3);  // what another process left; what is asked here begins at once

    // When a digest is due stands on its row and follows its zone's clocks; a trigger of its own in the store would be a second
    // truth that a crash between two files splits from the first. A tick that is missed is made good by the next.
    private static readonly TimeSpan DigestsEvery = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ReportsEvery = TimeSpan.FromSeconds(30);   // as digests: due times stand on the rows
    private static readonly TimeSpan AlertsEvery = TimeSpan.FromMinutes(1);

    public static IServiceCollection AddJobs(this IServiceCollection services, IConfigurationSection settings, CommandLine line)
    {
        services.AddScoped<WorkOff>();
        services.AddSingleton<EachTenant>();
        services.AddOptions<SyncJobOptions>().Bind(settings.GetSection("Sync")).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<LeaseOptions>().Bind(settings.GetSection("Leases")).ValidateDataAnnotations().ValidateOnStart();
        if (!line.IsServe || !settings.GetValue("Jobs:Enabled", true)) return services;

        var syncEvery = TimeSpan.FromSeconds(Math.Max(1, (settings.GetSection("Sync").Get<SyncJobOptions>() ?? new()).EverySeconds));   // what is out of range is refused at the start
        var database = new DatabaseLocation(settings.GetSection("Database").Get<DatabaseOptions>() ?? new(), line.DataDirectory);
        services.AddQuartz(quartz =>
        {
            quartz.KeepIn(database);
            quartz.Every<WorkOffJob>("work-off", WorkOffEvery);
            quartz.Every<TrainingJob>("training", TrainingEvery);
            quartz.Every<OutlookJob>("outlook", OutlookEvery);
            quartz.Every<SentRepliesJob>("sent-replies", SentRepliesEvery);
            quartz.Every<AutoAnswerJob>("auto-answers", AutoAnswersEvery);
            quartz.Every<ImportQueueJob>("imports", ImportsEvery);
            quartz.Every<ImportUploadsJob>("uploads", UploadsEvery);
            quartz.Every<DeskEventsJob>("desk-events", DeskEventsEvery);
            quartz.Every<OldDeskEventsJob>("old-desk-events", OldDeskEventsEvery);
            quartz.Every<OldModelCallsJob>("old-model-calls", OldModelCallsEvery);
            quartz.Every<UnfinishedTurnsJob>("unfinished-turns", TurnsEvery);
            quartz.Every<SessionsJob>("sessions", SessionsEvery);
            quartz.Every<ApprovalsJob>("approvals", ApprovalsEvery);
            quartz.Every<DigestJob>("digests", DigestsEvery);
            quartz.Every<ReportsJob>("reports", ReportsEvery);
            quartz.Every<AlertsJob>("alerts", AlertsEvery);
            quartz.Every<ClusterJob>("clusters", ClustersEvery);
            quartz.Every<QuestionsJob>("questions", QuestionsEvery);
            quartz.Every<SyncJob>("sync", syncEvery, mayOverlap: true);   // each desk has its lease: the backfill of one delays no other
        });
        services.AddSingleton<TenantsAtWork>().AddHostedService(provider => provider.GetRequiredService<TenantsAtWork>());
        services.AddSingleton<BackgroundWorkers>().AddHostedService(provider => provider.GetRequiredService<BackgroundWorkers>());
        services.AddSingleton<IBackgroundWorkers>(provider => provider.GetRequiredService<BackgroundWorkers>());
        services.AddHostedService<WarmUp>();
        services.AddQuartzHostedService(hosted => hosted.WaitForJobsToComplete = true);
        return services;
    }

    /// <summary>
    /// On SQL Server the scheduler of each process is one of a cluster, which notices who has died. On SQLite there is none, and
    /// of two processes that share a store the one that dies takes its ticks with it: there each process ticks by itself, which
    /// loses nothing, for what is to be done and when stands on the rows.
    /// </summary>
    private static void KeepIn(this IQuartzBuilder quartz, DatabaseLocation database)
    {
        if (!database.IsSqlServer) return;
        quartz.UsePersistentStore(store =>
        {
            store.UseSqlServer(SqlClientFactory.Instance, database.ConnectionString);
            store.UseClustering();
            store.UseSystemTextJsonSerializer();
            store.ProvisionSchema();
        });
    }

    private static void Every<TJob>(this IQuartzBuilder quartz, string name, TimeSpan interval, bool mayOverlap = false) where TJob : class, IJob =>
        quartz.ScheduleJob<TJob>(
            trigger => trigger.WithIdentity(name).StartNow().WithSimpleSchedule(simple => simple.WithInterval(interval).RepeatForever()),
            job => job.WithIdentity(name).DisallowConcurrentExecution(!mayOverlap));
}
