using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Questions.Parsing.Words;
using SupportCopilot.Questions.Values;
using SupportCopilot.Questions.Vocabulary;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Values;

namespace SupportCopilot.Benchmarks.Questions;

/// <summary>
/// The values of a large desk: what the first question after a start waits for, with all tickets read (as where no rows are
/// kept) and with kept rows; what a narrowed sight costs; misspelt names found again; what noting values costs a batch.
/// QUESTIONS_DESK names a folder that is kept, QUESTIONS_TICKETS another number of tickets.
/// </summary>
internal static class ValuesSpeed
{
    public static async Task RunAsync(CancellationToken ct)
    {
        var kept = Environment.GetEnvironmentVariable("QUESTIONS_DESK");
        var tickets = int.TryParse(Environment.GetEnvironmentVariable("QUESTIONS_TICKETS"), CultureInfo.InvariantCulture, out var asked) ? asked : 1_000_000;
        var folder = kept ?? Directory.CreateTempSubdirectory("supportcopilot-benchmark-").FullName;
        try
        {
            await MillionTickets.FillAsync(folder, tickets, ct);
            Console.WriteLine($"{tickets:N0} tickets, {Environment.ProcessorCount} cores, load {File.ReadAllText("/proc/loadavg").Split(' ')[0]}");
            await InsideAsync(folder, services => TimeAsync("all tickets read for their values", () => services.GetRequiredService<CountValues>().RunAsync(ct)), ct);
            for (var round = 0; round < 3; round++) await FirstAsync(folder, ct);
            Upkeep(folder);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            if (kept is null) Directory.Delete(folder, recursive: true);
        }
    }

    private static Task FirstAsync(string folder, CancellationToken ct) => InsideAsync(folder, async services =>
    {
        var db = services.GetRequiredService<SupportDbContext>();
        var (indexes, tenant) = (services.GetRequiredService<ValueIndexes>(), services.GetRequiredService<CurrentTenant>().Id);
        ValueIndex? whole = null;
        await TimeAsync("first question after a start, with kept rows", async () => whole = (await indexes.OfAsync(db, tenant, Visibility.Everything, TenantWords.None, [], false, ct)).Values);
        var again = new List<double>();
        for (var i = 0; i < 200; i++)
        {
            var clock = Stopwatch.GetTimestamp();
            await indexes.OfAsync(db, tenant, Visibility.Everything, TenantWords.None, [], false, ct);
            again.Add(Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
        }
        Console.WriteLine($"  {whole!.All.Count():N0} values; each question after it: p50 {QuestionSpeed.At([.. again.Order()], .5):0.00} ms, p95 {QuestionSpeed.At([.. again.Order()], .95):0.00} ms");
        var group = db.Groups.First().Id;
        string[] text = ["urgent billing tickets from Company 17 tagged refund via chat"];
        await TimeAsync("  a sight of one group, first", () => indexes.OfAsync(db, tenant, new([group], [], []), TenantWords.None, text, false, ct));
        await TimeAsync("  the same again", () => indexes.OfAsync(db, tenant, new([group], [], []), TenantWords.None, text, false, ct));
        Misspelt((ValueIndex)whole);
    }, ct);

    /// <summary>One slip in each of 500 names' longest words: is the right word among the three nearest?</summary>
    private static void Misspelt(ValueIndex values)
    {
        var (random, found, all, clock) = (new Random(5), 0, 0, new Stopwatch());
        var words = values.All.Where(value => value.Dimension is "agent" or "organization" or "product" or "tag" or "category" or "group")
            .Select(value => WordReader.Key(value.Value).Split(' ').MaxBy(word => word.Length)!).Where(word => word.Length > 4).Distinct().ToList();
        for (; all < 500; all++)
        {
            var word = words[random.Next(words.Count)];
            clock.Start();
            if (values.Near(Slip(word, random), 3).Contains(word)) found++;
            clock.Stop();
        }
        Console.WriteLine($"  misspelt words found again among the three nearest: {100.0 * found / all:0.0} % of {all}, {clock.Elapsed.TotalMilliseconds / all:0.00} ms each");
    }

    private static string Slip(string word, Random random)
    {
        var at = random.Next(1, word.Length - 1);
        var other = (char)('a' + random.Next(26));
        return random.Next(4) switch
        {
            0 => word.Remove(at, 1),
            1 => word.Insert(at, other.ToString()),
            2 => word.Remove(at, 1).Insert(at, other.ToString()),
            _ => word[..at] + word[at + 1] + word[at] + word[(at + 2)..],
        };
    }

    /// <summary>What noting the values of a batch of 2,000 costs: gathering them, and a look at the index for each different one.</summary>
    private static void Upkeep(string folder)
    {
        var random = new Random(3);
        List<Ticket> batch = [.. Enumerable.Range(0, 2000).Select(i => new Ticket
        {
            Source = "file",
            ExternalId = $"{i}",
            Status = "open",
            Type = "question",
            Channel = MillionTickets.Channels[random.Next(4)],
            Product = MillionTickets.Products[random.Next(12)],
            Brand = MillionTickets.Brands[random.Next(3)],
            AssigneeId = random.Next(80),
            GroupId = random.Next(6),
            Given = { Category = MillionTickets.Categories[random.Next(9)], Priority = "high", Language = "en", Sentiment = "neutral" },
        })];
        using var file = new SqliteConnection($"Data Source={Path.Combine(folder, "supportcopilot.db")}");
        file.Open();
        using var look = file.CreateCommand();
        look.CommandText = "SELECT 1 FROM TicketValues WHERE TenantId = 1 AND Dimension = $d AND Value = $v";
        var (dimension, value) = (look.Parameters.Add("$d", SqliteType.Text), look.Parameters.Add("$v", SqliteType.Text));
        const int Rounds = 50;
        var clock = Stopwatch.StartNew();
        for (var round = 0; round < Rounds; round++)
        {
            var seen = new SeenValues();
            foreach (var ticket in batch)
            {
                seen.Add(ticket);
                seen.AddTag(MillionTickets.Tags[random.Next(MillionTickets.Tags.Length)]);
            }
            foreach (var one in seen.All)
            {
                (dimension.Value, value.Value) = one;
                look.ExecuteScalar();
            }
        }
        var each = clock.Elapsed.TotalMilliseconds / Rounds;
        Console.WriteLine($"noting the values of 2,000 tickets: {each:0.00} ms; at 11,430 imported tickets a second that is {each / (2000 / 11_430.0 * 1000) * 100:0.0} % of an import's time");
    }

    private static async Task InsideAsync(string folder, Func<IServiceProvider, Task> work, CancellationToken ct)
    {
        await using var services = MillionTickets.Services(folder);
        await using var scope = services.CreateAsyncScope();
        var tenant = await scope.ServiceProvider.GetRequiredService<Tenants>().FindOrFoundAsync(MillionTickets.TenantKey, ct);
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(tenant.Id);
        await work(scope.ServiceProvider);
    }

    private static async Task TimeAsync(string what, Func<Task> work)
    {
        var (clock, busy) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        await work();
        Console.WriteLine($"{what}: {clock.Elapsed.TotalMilliseconds:N0} ms, {(Environment.CpuUsage.TotalTime - busy).TotalMilliseconds:N0} ms of processor");
    }
}
