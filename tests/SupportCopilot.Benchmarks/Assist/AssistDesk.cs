using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Clusters;
using SupportCopilot.Clusters.Runs;
using SupportCopilot.Databases;
using SupportCopilot.DemoDesk;
using SupportCopilot.Knowledge;
using SupportCopilot.Knowledge.Articles;
using SupportCopilot.Knowledge.Indexing;
using SupportCopilot.Knowledge.Passages;
using SupportCopilot.Replies;
using SupportCopilot.Replies.Outlook;
using SupportCopilot.SearchIndexes;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;
using SupportCopilot.Triage;

namespace SupportCopilot.Benchmarks.Assist;

/// <summary>A desk on a real SQLite file with the real embedded index, below HTTP, in a folder that goes with it.</summary>
internal sealed class AssistDesk : IAsyncDisposable
{
    private const int Tenant = 1;
    private readonly ServiceProvider _services;
    private readonly string _folder;

    private AssistDesk(ServiceProvider services, string folder) => (_services, _folder) = (services, folder);

    /// <summary>Where its files are.</summary>
    public string Folder => _folder;

    /// <summary>Opens a desk that another process filled; whoever disposes last removes its files.</summary>
    public static AssistDesk Open(string folder)
    {
        var settings = new ConfigurationBuilder().Build();
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System)
            .AddAccess().AddDatabases(settings, folder).AddSearchIndexes(settings, folder).AddIndexing().AddArticles().AddTriage().AddReplies().AddClusters().AddDemoDesk().BuildServiceProvider();
        return new AssistDesk(services, folder);
    }

    public static async Task<AssistDesk> CreateAsync(CancellationToken ct)
    {
        var desk = Open(Directory.CreateTempSubdirectory("supportcopilot-benchmark-").FullName);
        await desk.InsideAsync(async scope =>
        {
            var db = scope.GetRequiredService<SupportDbContext>();
            await db.Database.MigrateAsync(ct);
            db.Tenants.Add(new Tenant { Key = SupportCopilot.Access.Tenant.DemoKey, Name = "Demo", CreatedAt = DateTime.UnixEpoch });
            return await db.SaveChangesAsync(ct);
        });
        return desk;
    }

    public Task<WriteCount> WriteAsync(IReadOnlyList<IncomingTicket> tickets, CancellationToken ct) =>
        InsideAsync(scope => scope.GetRequiredService<ITicketWriter>().WriteAsync(Tenant, tickets, ct));

    public Task<WrittenArticles> WriteAsync(IReadOnlyList<IncomingArticle> articles, CancellationToken ct) =>
        InsideAsync(scope => scope.GetRequiredService<WriteArticles>().RunAsync(articles, ct));

    /// <summary>Brings in a file of articles as the command does.</summary>
    public Task<ImportedArticles> ImportAsync(string path, CancellationToken ct) =>
        InsideAsync(scope => scope.GetRequiredService<ImportArticles>().RunAsync(path, null, ct));

    public Task<IReadOnlyList<FoundPassage>> PassagesAsync(string question, int limit, CancellationToken ct) =>
        InsideAsync(scope => scope.GetRequiredService<SearchPassages>().RunAsync(question, limit, ct));

    public Task<OutlookFigures> LearnOutlookAsync(CancellationToken ct) => InsideAsync(scope => scope.GetRequiredService<LearnOutlook>().RunAsync(ct));

    public Task<FilledDesk> FillAsync(int tickets, CancellationToken ct) =>
        InsideAsync(scope => scope.GetRequiredService<FillDemoDesk>().RunAsync(Tenant, tickets, null, ct));

    /// <summary>Triages all tickets, which tells their language among other things.</summary>
    public Task<int> TriageAsync(CancellationToken ct) => InsideAsync(async scope =>
    {
        var triage = scope.GetRequiredService<TriageOwed>();
        while (await triage.RunAsync(ct) > 0)
        {
        }
        return 0;
    });

    public Task<SearchIndexState> IndexAsync(CancellationToken ct) => InsideAsync(scope => scope.GetRequiredService<RebuildIndex>().RunAsync(null, ct));

    /// <summary>Searches for clusters, as the command and the job do.</summary>
    public Task<ClusterRun> FindClustersAsync(IProgress<double> progress, CancellationToken ct) => InsideAsync(async scope =>
    {
        var request = scope.GetRequiredService<RequestClusterRun>();
        var asked = await request.RunAsync(anew: false, ct);
        await scope.GetRequiredService<WorkClusterRuns>().RunAsync(progress, ct);
        return (await request.FindAsync(asked.Id, ct))!;
    });

    /// <summary>Our numbers of the tickets, by their id at the source.</summary>
    public Task<Dictionary<string, long>> IdsAsync(CancellationToken ct) => InsideAsync(scope =>
        scope.GetRequiredService<SupportDbContext>().Tickets.AsNoTracking().ToDictionaryAsync(t => t.ExternalId, t => t.Id, ct));

    public async Task<Assistance> AssistAsync(long ticket, CancellationToken ct) =>
        (await InsideAsync(scope => scope.GetRequiredService<AssistAgent>().RunAsync(ticket, ct)))!;

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    private async Task<T> InsideAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = _services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(Tenant);
        return await work(scope.ServiceProvider);
    }
}
