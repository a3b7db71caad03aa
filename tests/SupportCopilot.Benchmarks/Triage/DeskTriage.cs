using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Databases;
using SupportCopilot.DemoDesk;
using SupportCopilot.Knowledge.Articles;
using SupportCopilot.Storage;
using SupportCopilot.Triage;
using SupportCopilot.Triage.Training;

namespace SupportCopilot.Benchmarks.Triage;

/// <summary>Triage of a whole desk on a SQLite file: reading, judging and writing, by rules, then by what its labels taught.</summary>
internal static class DeskTriage
{
    private const int Tickets = 10_000;

    public static async Task RunAsync(CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("supportcopilot-triage-").FullName;
        try
        {
            await using var services = new ServiceCollection()
                .AddSingleton(TimeProvider.System)
                .AddDatabases(new ConfigurationBuilder().Build(), folder)
                .AddAccess().AddArticles().AddDemoDesk().AddTriage().AddLogging()
                .BuildServiceProvider();
            await services.PrepareDatabaseAsync(ct);
            await using var scope = services.CreateAsyncScope();
            var tenant = await scope.ServiceProvider.GetRequiredService<Tenants>().FindOrFoundAsync(Tenant.DemoKey, ct);
            scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(tenant.Id);
            await scope.ServiceProvider.GetRequiredService<FillDemoDesk>().RunAsync(tenant.Id, Tickets, null, ct);
            var db = scope.ServiceProvider.GetRequiredService<SupportDbContext>();

            await TriageAllAsync(scope.ServiceProvider, "rules", ct);
            await AgreementAsync(db, ct);

            var watch = Stopwatch.StartNew();
            foreach (var trained in await scope.ServiceProvider.GetRequiredService<TrainClassifiers>().RunAsync(ct))
                Console.WriteLine($"  learned {trained.Field} from {trained.Examples}: accuracy {trained.Accuracy:0.000}, macro-F1 {trained.MacroF1:0.000}, majority {trained.MajorityShare:0.000}, in use {trained.InUse}");
            Console.WriteLine($"  trained in {watch.Elapsed.TotalSeconds:0.0} s, {await db.Classifiers.SumAsync(c => c.Model.Length, ct) / 1e6:0.0} MB kept");

            foreach (var ticket in await db.Tickets.ToListAsync(ct)) ticket.Owed |= SupportCopilot.Tickets.Owed.Triage;
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
            await TriageAllAsync(scope.ServiceProvider, "classifiers", ct);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task TriageAllAsync(IServiceProvider services, string way, CancellationToken ct)
    {
        var triage = services.GetRequiredService<TriageOwed>();
        var watch = Stopwatch.StartNew();
        var before = Environment.CpuUsage.TotalTime;
        while (await triage.RunAsync(ct) > 0)
        {
        }

        Console.WriteLine($"  {(Environment.CpuUsage.TotalTime - before).TotalMilliseconds / Tickets:0.00} ms of processor time a ticket, whatever else the machine does");
        Target.AtLeast($"tickets triaged a second, SQLite, {way}", Tickets / watch.Elapsed.TotalSeconds, 2000);
    }

    private static async Task AgreementAsync(SupportDbContext db, CancellationToken ct)
    {
        var labelled = await db.Tickets.AsNoTracking().Where(t => t.Given.Category != null).Select(t => new { Given = t.Given.Category!, Rule = t.Predicted.Category }).ToListAsync(ct);
        Console.WriteLine($"  the demo desk's own categories: rules speak on {labelled.Count(t => t.Rule != null) / (double)labelled.Count:0.000}, agree on {labelled.Count(t => t.Rule == t.Given) / (double)labelled.Count:0.000} of {labelled.Count}");
        foreach (var miss in labelled.Where(t => t.Rule != t.Given).CountBy(t => $"{t.Given} → {t.Rule ?? "—"}").OrderByDescending(pair => pair.Value).Take(8)) Console.WriteLine($"    {miss.Value,5} {miss.Key}");
    }
}
