using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Databases;
using SupportCopilot.DemoDesk;
using SupportCopilot.Knowledge.Articles;

namespace SupportCopilot.Benchmarks;

/// <summary>How long the demo desk of 20,000 tickets takes, on a fresh SQLite file.</summary>
internal static class DemoSpeed
{
    private const int Tickets = 20_000;
    private const double WantedSeconds = 30;

    public static async Task RunAsync(CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("supportcopilot-demo-").FullName;
        try
        {
            await using var services = new ServiceCollection()
                .AddSingleton(TimeProvider.System)
                .AddDatabases(new ConfigurationBuilder().Build(), folder)
                .AddAccess().AddArticles().AddDemoDesk().AddLogging()
                .BuildServiceProvider();
            await services.PrepareDatabaseAsync(ct);
            await using var scope = services.CreateAsyncScope();
            var tenant = await scope.ServiceProvider.GetRequiredService<Tenants>().FindOrFoundAsync(Tenant.DemoKey, ct);

            var watch = Stopwatch.StartNew();
            var desk = await scope.ServiceProvider.GetRequiredService<FillDemoDesk>().RunAsync(tenant.Id, Tickets, null, ct);
            var seconds = watch.Elapsed.TotalSeconds;
            Target.AtMost($"seconds for {desk.Created} tickets", seconds, WantedSeconds);
            Console.WriteLine($"{desk.Created / seconds:0} tickets/s");
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }
}
