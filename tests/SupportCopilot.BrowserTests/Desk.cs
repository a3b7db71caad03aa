using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SupportCopilot.Access;
using SupportCopilot.BrowserTests;
using SupportCopilot.Clusters;
using SupportCopilot.Host.Jobs;
using SupportCopilot.Knowledge.Articles;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;

[assembly: AssemblyFixture(typeof(Desk))]

namespace SupportCopilot.BrowserTests;

/// <summary>The real host, listening on this machine, with a small desk of known tickets, triaged and indexed, and clusters that wait for a decision.</summary>
public class Desk : IAsyncLifetime
{
    private const string Tenant = "demo";

    private readonly ListeningHost _host;

    public Desk() : this([]) { }

    private protected Desk(params string[] settings) => _host = new(Directory.CreateTempSubdirectory("supportcopilot-browser-").FullName, settings);

    /// <summary>Where it listens, without a slash at its end.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Our number of each known ticket, by its id in <see cref="KnownTickets"/>.</summary>
    public IReadOnlyDictionary<string, long> Ids { get; private set; } = new Dictionary<string, long>();

    public async ValueTask InitializeAsync()
    {
        _host.UseKestrel(0);
        _host.StartServer();
        Address = _host.ClientOptions.BaseAddress.ToString().TrimEnd('/');
        Ids = await InsideAsync(SettleAsync);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _host.DisposeAsync();
        Directory.Delete(_host.DataDirectory, recursive: true);
    }

    /// <summary>Looks into the desk's database.</summary>
    public Task<T> DatabaseAsync<T>(Func<SupportDbContext, T> look) =>
        InsideAsync(services => Task.FromResult(look(services.GetRequiredService<SupportDbContext>())));

    private static async Task<IReadOnlyDictionary<string, long>> SettleAsync(IServiceProvider services)
    {
        var tenant = services.GetRequiredService<CurrentTenant>().Id;
        await services.GetRequiredService<WriteArticles>().RunAsync(KnownArticles.All, CancellationToken.None);
        await services.GetRequiredService<ITicketWriter>().WriteAsync(tenant, [.. KnownTickets.All], CancellationToken.None);
        await services.GetRequiredService<WorkOff>().RunAsync(tenant, null, CancellationToken.None);
        var db = services.GetRequiredService<SupportDbContext>();
        var ids = db.Tickets.ToDictionary(t => t.ExternalId, t => t.Id);
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        foreach (var (cluster, tickets) in KnownClusters.All(now))
        {
            db.Clusters.Add(cluster);
            await db.SaveChangesAsync();
            db.ClusterMembers.AddRange(tickets.Select((ticket, i) => new ClusterMember { ClusterId = cluster.Id, TicketId = ids[ticket], Likeness = 0.9 - (i * 0.05), JoinedAt = now }));
        }

        await db.SaveChangesAsync();
        return ids;
    }

    private async Task<T> InsideAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        var tenant = await scope.ServiceProvider.GetRequiredService<Tenants>().FindOrFoundAsync(Tenant, CancellationToken.None);
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(tenant.Id);
        return await work(scope.ServiceProvider);
    }

    private sealed class ListeningHost(string dataDirectory, string[] settings) : WebApplicationFactory<Program>
    {
        public string DataDirectory => dataDirectory;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Development");
            builder.UseSetting("data", dataDirectory);
            builder.UseSetting("urls", "http://127.0.0.1:0");
            builder.UseSetting("no-demo", "true");
            builder.UseSetting("SupportCopilot:Jobs:Enabled", "false");
            foreach (var setting in settings) builder.UseSetting(setting.Split('=')[0], setting.Split('=')[1]);
            builder.ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        }
    }
}

/// <summary>A desk of a test class's own, whose clusters it may decide on.</summary>
public sealed class OwnDesk : Desk;

/// <summary>A desk of which every ticket was drawn for review.</summary>
public sealed class ReviewedDesk() : Desk("SupportCopilot:Review:Share=1");
