using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SupportCopilot.Access;
using SupportCopilot.Databases;
using SupportCopilot.Knowledge;
using SupportCopilot.Questions;
using SupportCopilot.Questions.Segments;
using SupportCopilot.SearchIndexes;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;

namespace SupportCopilot.Benchmarks.Questions;

/// <summary>
/// A made-up desk of three years, through the product's own writer: growing, busy on weekdays, with the skews that desks
/// have (a third of all tickets in one category, a few agents with many, long tails of reply times). Always the same for
/// the same number.
/// </summary>
internal static class MillionTickets
{
    public const string TenantKey = "default", Zone = "Europe/London";
    public static readonly DateTime AsOf = new(2026, 3, 18, 14, 30, 0, DateTimeKind.Utc);

    private const int WithoutIndex = 2_000_000;

    private const int Batch = 2000, Days = 1100, Requesters = 200_000, Organizations = 2_000, Agents = 80;

    public static readonly string[] Categories = ["billing", "technical", "account", "shipping", "product", "feature", "integration", "documentation", "general"],
        Priorities = ["low", "normal", "high", "urgent"], Channels = ["email", "web", "chat", "phone", "api"],
        Products = [.. Enumerable.Range(1, 12).Select(i => $"Product {i}")], Brands = ["Acme", "Globex", "Initech"],
        Groups = ["Tier 1", "Tier 2", "Billing desk", "Technical desk", "Escalations", "Onboarding"],
        Tags = [.. "refund,invoice,login,password,outage,slow,bug,vip,renewal,upgrade,downgrade,cancel,delivery,damaged,late,missing,address,api,webhook,sso,export,import,report,mobile,ios,android,browser,timeout,error,crash,billing-cycle,tax,discount,coupon,trial,contract,gdpr,security,phishing,spam,feedback,praise,complaint,escalated,followup,duplicate,merged,training,docs,translation".Split(',')];

    private static readonly string[] Words = "the invoice order printer account password portal refund delivery customer cannot error again since yesterday please update shows missing wrong charged twice login page screen report export address device slow team urgent thanks help".Split(' ');

    /// <summary>Fills the folder's database where it has not so many tickets yet.</summary>
    public static async Task FillAsync(string folder, int tickets, CancellationToken ct)
    {
        await using var services = Services(folder);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SupportDbContext>();
        await db.Database.MigrateAsync(ct);
        var tenant = await scope.ServiceProvider.GetRequiredService<Tenants>().FindOrFoundAsync(TenantKey, ct);
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(tenant.Id);
        (await db.Tenants.SingleAsync(t => t.Id == tenant.Id, ct)).TimeZone = Zone;
        await db.SaveChangesAsync(ct);
        if (await db.Tickets.CountAsync(ct) >= tickets) return;
        // Beyond some millions the search index takes hours to build. Questions never look at it: one that was built of nothing stands in its place.
        if (tickets >= WithoutIndex) await scope.ServiceProvider.GetRequiredService<ISearchIndex>().RebuildAsync(tenant.Id, AsyncEnumerable.Empty<SearchDocument>, null, ct);
        var import = await WriteAsync(scope.ServiceProvider, folder, tenant.Id, tickets, ct);
        await KeepUpAsync(scope.ServiceProvider, import, ct);
    }

    private static async Task<TimeSpan> WriteAsync(IServiceProvider services, string folder, int tenantId, int tickets, CancellationToken ct)
    {
        var (random, clock) = (new Random(11), Stopwatch.StartNew());
        var writer = services.GetRequiredService<ITicketWriter>();
        for (var first = 0; first < tickets; first += Batch)
            await writer.WriteAsync(tenantId, [.. Enumerable.Range(first, Math.Min(Batch, tickets - first)).Select(i => Ticket(random, i, tickets))], ct);
        var took = clock.Elapsed;
        // A desk whose work is done: triage and indexing of a million tickets would share the cores with the questions.
        await using (var file = new SqliteConnection($"Data Source={Path.Combine(folder, "supportcopilot.db")}"))
        {
            await file.OpenAsync(ct);
            await using var settle = file.CreateCommand();
            settle.CommandText = "UPDATE Tickets SET Owed = 0";
            await settle.ExecuteNonQueryAsync(ct);
        }
        Console.WriteLine($"filled with {tickets:N0} tickets in {took.TotalSeconds:N0} s: {tickets / took.TotalSeconds:N0}/s; the database has {DatabaseMegabytes(folder):N0} MB");
        return took;
    }

    /// <summary>Brings the segments up to date, as the job does after an import, and tells what part of the time of an import that takes.</summary>
    private static async Task KeepUpAsync(IServiceProvider services, TimeSpan import, CancellationToken ct)
    {
        var clock = Stopwatch.StartNew();
        var made = await services.GetRequiredService<KeepSegments>().RunAsync(() => Task.CompletedTask, ct);
        Console.WriteLine($"{made:N0} segments in {clock.Elapsed.TotalSeconds:0.0} s");
        Target.AtMost("upkeep of segments as a part of the time of the import", clock.Elapsed / import, .1);
    }

    public static double DatabaseMegabytes(string folder) =>
        Directory.GetFiles(folder, "supportcopilot.db*").Sum(file => new FileInfo(file).Length) / 1e6;

    public static ServiceProvider Services(string folder)
    {
        var settings = new ConfigurationBuilder().Build();
        return new ServiceCollection().AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning)).AddSingleton(TimeProvider.System)
            .AddAccess().AddDatabases(settings, folder).AddSearchIndexes(settings, folder).AddQuestions(settings).BuildServiceProvider();
    }

    private static IncomingTicket Ticket(Random random, int i, int all)
    {
        var created = CreatedAt(random, (double)i / all);
        var age = AsOf - created;
        var category = Skewed(random, Categories.Length);
        var firstReply = (int)Math.Exp(3.6 + 1.3 * Normal(random));
        var resolution = firstReply + (int)Math.Exp(6.4 + 1.4 * Normal(random));
        var isDone = resolution < age.TotalMinutes && random.NextDouble() < .97;
        var agent = Skewed(random, Agents);
        var requester = random.Next(Requesters);
        var group = agent % Groups.Length;
        return new IncomingTicket("file", (i + 1).ToString(CultureInfo.InvariantCulture))
        {
            Subject = Text(random, 6),
            Status = isDone ? age.TotalDays > 4 ? TicketStatus.Closed : TicketStatus.Solved : Pick(random, [TicketStatus.New, TicketStatus.Open, TicketStatus.Open, TicketStatus.Pending, TicketStatus.Hold]),
            Type = Pick(random, ["question", "incident", "problem", "task"]),
            Channel = Channels[Skewed(random, Channels.Length)],
            Product = Products[Skewed(random, Products.Length)],
            Brand = Brands[Skewed(random, Brands.Length)],
            Requester = new($"r{requester}", $"Person {requester}", $"person{requester}@example.org"),
            Assignee = random.NextDouble() < .95 ? new($"a{agent}", $"{Name(agent)} {Name(agent * 7 % 80)}son") : null,
            Group = new(Groups[group].ToLowerInvariant(), Groups[group]),
            Organization = new($"o{requester % Organizations}", $"Company {requester % Organizations}"),
            Given = new() { Category = Categories[category], Priority = Priorities[random.NextDouble() switch { < .2 => 0, < .75 => 1, < .94 => 2, _ => 3 }], Sentiment = Pick(random, ["negative", "neutral", "neutral", "positive"]), Language = "en" },
            CreatedAt = created,
            UpdatedAt = isDone ? created.AddMinutes(resolution) : created.AddMinutes(Math.Min(age.TotalMinutes, firstReply)),
            FirstReplyAt = firstReply < age.TotalMinutes ? created.AddMinutes(firstReply) : null,
            SolvedAt = isDone ? created.AddMinutes(resolution) : null,
            Reopens = random.NextDouble() < .06 ? 1 : 0,
            Replies = 1 + Skewed(random, 6),
            SlaMet = random.NextDouble() < .9 ? firstReply < 240 : null,
            CsatOffered = isDone && random.NextDouble() < .5,
            Csat = isDone && random.NextDouble() < .12 ? random.Next(1, 6) / 5.0 : null,
            Tags = [.. Enumerable.Range(0, random.Next(4)).Select(_ => Tags[Skewed(random, Tags.Length)]).Distinct()],
            Comments = [new("0", Text(random, 25), CreatedAt: created)],
        };
    }

    /// <summary>Grows twofold in three years; weekends have a third, nights a tenth.</summary>
    private static DateTime CreatedAt(Random random, double part)
    {
        var day = (Math.Sqrt(1 + 3 * part) - 1) * Days;
        for (; ; )
        {
            var at = AsOf.AddDays(day - Days + (random.NextDouble() - .5)).AddTicks(-1);
            var weight = (at.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? .33 : 1) * (at.Hour is >= 7 and < 19 ? 1 : .1);
            if (random.NextDouble() < weight && at < AsOf) return new DateTime(at.Ticks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, DateTimeKind.Utc);
            day += random.NextDouble() - .5;
            if (day > Days) day = Days - random.NextDouble();
        }
    }

    private static string Name(int agent) => $"{(char)('A' + agent % 26)}{"aeiou"[agent / 26]}{(char)('a' + agent * 7 % 26)}{(char)('a' + agent * 11 % 26)}a";

    private static int Skewed(Random random, int count) => (int)(count * Math.Pow(random.NextDouble(), 2));

    private static T Pick<T>(Random random, T[] values) => values[random.Next(values.Length)];

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static string Text(Random random, int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Words[random.Next(Words.Length)]));
}
