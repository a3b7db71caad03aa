using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SupportCopilot.Access;
using SupportCopilot.Questions.Caching;
using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Planning;
using SupportCopilot.Questions.Running;
using SupportCopilot.Storage;

namespace SupportCopilot.Benchmarks.Questions;

/// <summary>
/// Fifty aggregates as plans, with the list behind each and all that an answer is made of, against the same figures as plain
/// SQL on the index that covers them best: each once, in one process, by turns. Both must give the same.
/// QUESTIONS_DESK and QUESTIONS_TICKETS as for <c>questions</c>.
/// </summary>
internal static class QuestionPeers
{
    public static async Task RunAsync(CancellationToken ct)
    {
        var kept = Environment.GetEnvironmentVariable("QUESTIONS_DESK");
        var tickets = int.TryParse(Environment.GetEnvironmentVariable("QUESTIONS_TICKETS"), CultureInfo.InvariantCulture, out var asked) ? asked : 1_000_000;
        var folder = kept ?? Directory.CreateTempSubdirectory("supportcopilot-benchmark-").FullName;
        try
        {
            await MillionTickets.FillAsync(folder, tickets, ct);
            await CompareAsync(folder, ct);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            if (kept is null) Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task CompareAsync(string folder, CancellationToken ct)
    {
        await using var services = MillionTickets.Services(folder);
        await using var file = new SqliteConnection($"Data Source={Path.Combine(folder, "supportcopilot.db")}");
        await file.OpenAsync(ct);
        await ReadAsync(file, "PRAGMA mmap_size = 8589934592", ct);
        var (ours, plain, different) = (new List<double>(), new List<double>(), 0);
        await OursAsync(services, Aggregates().First().Plan, ct);   // what is compiled at the first call is not what is compared
        foreach (var (plan, sql) in Aggregates())
        {
            var (run, took) = await OursAsync(services, plan, ct);
            var clock = Stopwatch.StartNew();
            var rows = await ReadAsync(file, sql, ct);
            plain.Add(clock.Elapsed.TotalMilliseconds);
            ours.Add(took);
            if (Math.Abs(rows - run.Rows.Sum(row => Convert.ToDouble(row[^1], CultureInfo.InvariantCulture))) > .001 * Math.Abs(rows)) different++;
        }

        var (a, b) = (ours.Order().ToArray(), plain.Order().ToArray());
        Console.WriteLine($"{ours.Count} aggregates, {different} different; ours p50 {QuestionSpeed.At(a, .5):0.0} ms, p95 {QuestionSpeed.At(a, .95):0.0} ms; plain SQL p50 {QuestionSpeed.At(b, .5):0.0} ms, p95 {QuestionSpeed.At(b, .95):0.0} ms");
        Console.WriteLine($"time of plain SQL over ours: all together {b.Sum() / a.Sum():0.0}, median {QuestionSpeed.At([.. ours.Zip(plain, (x, y) => y / x).Order()], .5):0.0}");
    }

    private static async Task<(PlanRun Run, double Milliseconds)> OursAsync(ServiceProvider services, Plan plan, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var tenant = await scope.ServiceProvider.GetRequiredService<Tenants>().FindOrFoundAsync(MillionTickets.TenantKey, ct);
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(tenant.Id);
        var run = ActivatorUtilities.CreateInstance<RunPlan>(scope.ServiceProvider, new AnswerCache(Options.Create(new CachingOptions { Answers = 0 })));
        var clock = Stopwatch.StartNew();
        return (await run.RunAsync(plan, Visibility.Everything, ct), clock.Elapsed.TotalMilliseconds);
    }

    private static IEnumerable<(Plan Plan, string Sql)> Aggregates()
    {
        var end = new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc);
        foreach (var from in new[] { end.AddDays(-7), end.AddMonths(-1), end.AddMonths(-3), end.AddYears(-1), end.AddYears(-4) })
            foreach (var group in new[] { "category", "priority", "channel", "agent", "product" })
                foreach (var measure in new[] { "tickets", "averageFirstReplyMinutes" })
                {
                    var (column, known) = (Catalog.Dimension(group).Column, Catalog.Measure(measure));
                    var value = known.Column is null ? "COUNT(*)" : $"AVG({known.Column})";
                    yield return (new Plan([new(measure, "created")]) { From = from, To = end, GroupBy = [group], TimeZone = MillionTickets.Zone },
                        $"SELECT {column}, {value} FROM Tickets AS t WHERE t.TenantId = 1 AND t.CreatedAt >= {UtcMilliseconds.ToMilliseconds(from)} AND t.CreatedAt < {UtcMilliseconds.ToMilliseconds(end)} AND t.Status <> 'deleted'{(known.Column is null ? "" : $" AND {known.Column} IS NOT NULL")} GROUP BY {column}");
                }
    }

    /// <summary>The sum of the last column.</summary>
    private static async Task<double> ReadAsync(SqliteConnection file, string sql, CancellationToken ct)
    {
        await using var command = file.CreateCommand();
        command.CommandText = sql;
        await using var rows = await command.ExecuteReaderAsync(ct);
        var sum = 0.0;
        while (await rows.ReadAsync(ct)) sum += rows.GetDouble(rows.FieldCount - 1);
        return sum;
    }
}
