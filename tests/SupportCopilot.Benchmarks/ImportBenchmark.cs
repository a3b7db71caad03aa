using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SupportCopilot.Access;
using SupportCopilot.Databases;
using SupportCopilot.Storage;
using SupportCopilot.Tickets.Importing;

namespace SupportCopilot.Benchmarks;

/// <summary>
/// Imports a made-up CSV of a million rows into SQLite as the product does, then once more. Run it on two cores:
/// <c>taskset -c 0,1 dotnet run -c Release --project tests/SupportCopilot.Benchmarks -- import</c>; another number of rows
/// stands in IMPORT_ROWS.
/// </summary>
internal static class ImportBenchmark
{
    private const int Requesters = 200_000;
    private const double TargetRows = 10_000, TargetMegabytes = 500;

    private static readonly string[] Words =
        "the invoice order printer account password portal refund delivery customer cannot error again since yesterday please update shows missing wrong charged twice login page screen report export address device slow team urgent thanks help with after before still never".Split(' ');

    public static async Task RunAsync(CancellationToken ct)
    {
        var rows = int.TryParse(Environment.GetEnvironmentVariable("IMPORT_ROWS"), CultureInfo.InvariantCulture, out var asked) ? asked : 1_000_000;
        var folder = Directory.CreateTempSubdirectory("supportcopilot-benchmark-");
        try
        {
            var csv = Path.Combine(folder.FullName, "tickets.csv");
            Generate(csv, rows);
            Console.WriteLine($"{rows:N0} rows, {new FileInfo(csv).Length / 1e6:N0} MB of CSV, {Environment.ProcessorCount} cores");
            await using var services = Services(folder.FullName);
            await ImportAsync(services, csv, "new", ct);
            await ImportAsync(services, csv, "again, unchanged", ct);
            await CheckAsync(services, rows, ct);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static async Task ImportAsync(ServiceProvider services, string csv, string what, CancellationToken ct)
    {
        await using var scope = await ScopeAsync(services, ct);
        var run = await scope.ServiceProvider.GetRequiredService<TakeInUpload>().OfFileAsync(csv, ImportInstructions.None, ct);
        var watch = Stopwatch.StartNew();
        var busy = Environment.CpuUsage.TotalTime;
        await scope.ServiceProvider.GetRequiredService<ImportFile>().RunAsync(run, csv, null, ct);
        var perSecond = run.Read / watch.Elapsed.TotalSeconds;
        busy = Environment.CpuUsage.TotalTime - busy;   // on a busy machine the clock tells of the others
        Console.WriteLine(
            $"{what}: {run.Status}, {run.Created:N0} created, {run.Updated:N0} updated, {run.Rejected:N0} rejected, {watch.Elapsed.TotalSeconds:N1} s: {perSecond:N0} rows/s (target {TargetRows:N0}), {busy.TotalSeconds:N1} s of processor; peak memory {PeakMegabytes():N0} MB (target {TargetMegabytes:N0})");
    }

    private static async Task CheckAsync(ServiceProvider services, int rows, CancellationToken ct)
    {
        await using var scope = await ScopeAsync(services, ct);
        var db = scope.ServiceProvider.GetRequiredService<SupportDbContext>();
        var (tickets, owed) = (await db.Tickets.CountAsync(ct), await db.Tickets.CountAsync(t => t.Owed != 0, ct));
        Console.WriteLine($"stored: {tickets:N0} of {rows:N0} tickets, {owed:N0} with work owed, {await db.People.CountAsync(ct):N0} people, {await db.TicketTags.CountAsync(ct):N0} tags, {await db.Comments.CountAsync(ct):N0} comments");
    }

    private static async Task<AsyncServiceScope> ScopeAsync(ServiceProvider services, CancellationToken ct)
    {
        var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SupportDbContext>().Database.MigrateAsync(ct);
        var tenant = await scope.ServiceProvider.GetRequiredService<Tenants>().FindOrFoundAsync(Tenant.DefaultKey, ct);
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(tenant.Id);
        return scope;
    }

    private static ServiceProvider Services(string folder)
    {
        var settings = new ConfigurationBuilder().Build();
        return new ServiceCollection().AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning)).AddSingleton(TimeProvider.System)
            .AddAccess().AddDatabases(settings, folder).AddImporting(settings, folder).BuildServiceProvider();
    }

    private static void Generate(string path, int rows)
    {
        var random = new Random(7);
        using var csv = new StreamWriter(path);
        csv.WriteLine("id,subject,description,status,priority,channel,requester,requester email,assignee,group,tags,created at,updated at");
        string[] statuses = ["new", "open", "pending", "solved", "closed"], priorities = ["low", "normal", "high", "urgent"], channels = ["email", "web", "chat", "phone"];
        var start = new DateTime(2023, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        for (var i = 1; i <= rows; i++)
        {
            var person = random.Next(Requesters);
            var created = start.AddSeconds(i * 90.0);
            csv.Write(i);
            csv.Write($",{Text(random, 35)},\"{Text(random, 115)}, {Text(random, 115)}\",{Pick(statuses)},{Pick(priorities)},{Pick(channels)}");
            csv.Write($",Person {person},person{person}@example.org,Agent {random.Next(80)},Tier {random.Next(6)},{Words[random.Next(Words.Length)]} {Words[random.Next(Words.Length)]}");
            csv.WriteLine($",{created:yyyy-MM-ddTHH:mm:ssZ},{created.AddHours(random.Next(200)):yyyy-MM-ddTHH:mm:ssZ}");
        }

        string Pick(string[] values) => values[random.Next(values.Length)];
    }

    private static string Text(Random random, int length)
    {
        var text = new System.Text.StringBuilder(length + 12);
        while (text.Length < length) text.Append(Words[random.Next(Words.Length)]).Append(' ');
        return text.ToString(0, text.Length - 1);
    }

    private static double PeakMegabytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / 1e6;
    }
}
