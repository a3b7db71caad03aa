using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SupportCopilot.Access;
using SupportCopilot.Clusters;
using SupportCopilot.Databases;
using SupportCopilot.Evaluations;
using SupportCopilot.Host.Commands;
using SupportCopilot.Knowledge.Articles;
using SupportCopilot.Knowledge.Indexing;
using SupportCopilot.Models.Evaluations;
using SupportCopilot.Questions;
using SupportCopilot.Replies;
using SupportCopilot.Reports;
using SupportCopilot.SearchIndexes;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;
using SupportCopilot.Triage;

namespace SupportCopilot.Host.Evaluations;

/// <summary>
/// A desk of its own for a set of cases, in a folder that goes with it: nothing of the tenant's is written to, and what it
/// asks models goes through the product's gate. A set that asks questions of the tenant's own tickets gets its database.
/// </summary>
internal sealed class EvaluationDesk : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly string? _folder;
    private readonly int _tenantId;

    private EvaluationDesk(ServiceProvider services, string? folder, int tenantId) => (_services, _folder, _tenantId) = (services, folder, tenantId);

    /// <summary>Opens a desk for a set.</summary>
    /// <param name="product">The product.</param>
    /// <param name="tenant">The tenant whose gate, lists and knowledge hold.</param>
    /// <param name="set">The set.</param>
    /// <param name="server">The only model server to ask; null for none.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<EvaluationDesk> OpenAsync(IServiceProvider product, Tenant tenant, EvaluationSet set, string? server, CancellationToken ct)
    {
        var isTenants = set.Task == "questions" && set.Tickets is null;
        var folder = isTenants ? null : Directory.CreateTempSubdirectory("supportcopilot-eval-").FullName;
        var services = Services(product, folder, server);
        var desk = new EvaluationDesk(services, folder, tenant.Id);
        if (folder is null) return desk;
        try
        {
            await services.PrepareDatabaseAsync(ct);
            await desk.InsideAsync(scope => FoundAsync(scope.GetRequiredService<SupportDbContext>(), product, tenant, set, ct));
            return desk;
        }
        catch
        {
            await desk.DisposeAsync();
            throw;
        }
    }

    /// <summary>Works in a scope of it.</summary>
    public async Task<T> InsideAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = _services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(_tenantId);
        return await work(scope.ServiceProvider);
    }

    public async ValueTask DisposeAsync()
    {
        var database = _folder is null ? null : _services.GetRequiredService<DatabaseLocation>().ConnectionString;
        await _services.DisposeAsync();
        if (_folder is null) return;
        using (var connection = new SqliteConnection(database)) SqliteConnection.ClearPool(connection);
        Directory.Delete(_folder, recursive: true);
    }

    private static ServiceProvider Services(IServiceProvider product, string? folder, string? server)
    {
        var settings = folder is null ? product.GetRequiredService<IConfiguration>().GetSection(Settings.Section) : new ConfigurationBuilder().Build().GetSection(Settings.Section);
        var data = folder ?? product.GetRequiredService<CommandLine>().DataDirectory;
        return new ServiceCollection()
            .AddLogging()
            .AddSingleton(product.GetRequiredService<ILoggerFactory>())
            .AddSingleton(product.GetRequiredService<IConfiguration>())
            .AddSingleton(product.GetRequiredService<TimeProvider>())
            .AddModelGateOf(product, server, new ModelMeter())
            .AddAccess().AddDatabases(settings.GetSection("Database"), data).AddSearchIndexes(settings.GetSection("Search"), data)
            .AddTickets().AddIndexing().AddArticles().AddTriage().AddReplies().AddClusters().AddQuestions(settings.GetSection("Questions")).AddReports()
            .AddSingleton(product.GetRequiredService<IOptions<TriageOptions>>())
            .AddEvaluating()
            .BuildServiceProvider();
    }

    /// <summary>Founds the tenant by its own number, with what the set leaves to it: its classifiers for a set that is not the product's, its articles where the set brings none.</summary>
    private static async Task<int> FoundAsync(SupportDbContext db, IServiceProvider product, Tenant tenant, EvaluationSet set, CancellationToken ct)
    {
        db.Tenants.Add(new Tenant { Id = tenant.Id, Key = tenant.Key, Name = tenant.Name, TimeZone = set.TimeZone ?? tenant.TimeZone, CreatedAt = tenant.CreatedAt });
        await db.SaveChangesAsync(ct);
        await using var scope = product.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(tenant.Id);
        var own = scope.ServiceProvider.GetRequiredService<SupportDbContext>();
        if (!ReadSets.IsOwn(set)) db.Classifiers.AddRange(await own.Classifiers.AsNoTracking().ToListAsync(ct));
        if (set.Task == "replies" && set.Articles is null) db.Articles.AddRange((await own.Articles.AsNoTracking().ToListAsync(ct)).Select(Anew));
        return await db.SaveChangesAsync(ct);
    }

    private static SupportCopilot.Knowledge.Article Anew(SupportCopilot.Knowledge.Article article)
    {
        article.OwesIndex = true;
        return article;
    }
}
