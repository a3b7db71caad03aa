using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Questions.Segments;
using SupportCopilot.Storage;

namespace SupportCopilot.Benchmarks.Questions;

/// <summary>What making all segments of a desk anew costs, as after an update of the program that has other columns. QUESTIONS_DESK and QUESTIONS_TICKETS as for <c>questions</c>.</summary>
internal static class SegmentSpeed
{
    public static async Task RunAsync(CancellationToken ct)
    {
        var kept = Environment.GetEnvironmentVariable("QUESTIONS_DESK");
        var tickets = int.TryParse(Environment.GetEnvironmentVariable("QUESTIONS_TICKETS"), CultureInfo.InvariantCulture, out var asked) ? asked : 1_000_000;
        var folder = kept ?? Directory.CreateTempSubdirectory("supportcopilot-benchmark-").FullName;
        try
        {
            await MillionTickets.FillAsync(folder, tickets, ct);
            await MakeAsync(folder, ct);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            if (kept is null) Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MakeAsync(string folder, CancellationToken ct)
    {
        await using var services = MillionTickets.Services(folder);
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set((await scope.ServiceProvider.GetRequiredService<Tenants>().FindOrFoundAsync(MillionTickets.TenantKey, ct)).Id);
        await using (var file = new SqliteConnection($"Data Source={Path.Combine(folder, "supportcopilot.db")}"))
        {
            await file.OpenAsync(ct);
            await using var outdate = file.CreateCommand();
            outdate.CommandText = "UPDATE Segments SET Shape = 0";
            await outdate.ExecuteNonQueryAsync(ct);
        }

        var (clock, busy) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var made = await scope.ServiceProvider.GetRequiredService<KeepSegments>().RunAsync(() => Task.CompletedTask, ct);
        Console.WriteLine($"{made:N0} segments in {clock.Elapsed.TotalSeconds:0.0} s, {(Environment.CpuUsage.TotalTime - busy).TotalSeconds:0.0} s of processor: {clock.Elapsed.TotalMilliseconds / Math.Max(1, made):0.0} ms each");
    }
}
