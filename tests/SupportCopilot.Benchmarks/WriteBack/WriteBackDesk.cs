using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SupportCopilot.Access;
using SupportCopilot.Access.Conversations;
using SupportCopilot.Databases;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Desks;
using SupportCopilot.Triage;
using SupportCopilot.Triage.WritingBack;
using SupportCopilot.Zendesk;
using ZendeskSimulator;
using ZendeskSimulator.Delivery;

namespace SupportCopilot.Benchmarks.WriteBack;

/// <summary>The product's way out to a simulated account over loopback, on SQLite, below HTTP: tickets are judged by hand and written back as its job does it.</summary>
internal sealed class WriteBackDesk : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("supportcopilot-benchmark-").FullName;
    private readonly LoopbackZendesk _server;
    private readonly WebApplication _app;
    private int _tenant;

    private WriteBackDesk(SimulatedZendesk zendesk, LoopbackZendesk server, string[] settings)
    {
        (Zendesk, _server) = (zendesk, server);
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        string[] all =
        [
            $"Zendesk:BaseUrl={server.BaseUrl}", $"Zendesk:ClientId={zendesk.Settings.ClientId}", $"Zendesk:ClientSecret={zendesk.Settings.ClientSecret}", "Zendesk:WriteBack=Full", .. settings,
        ];
        foreach (var setting in all) builder.Configuration[$"SupportCopilot:{setting[..setting.IndexOf('=', StringComparison.Ordinal)]}"] = setting[(setting.IndexOf('=', StringComparison.Ordinal) + 1)..];
        var section = builder.Configuration.GetSection("SupportCopilot");
        builder.Services.AddDataProtection();
        builder.Services.AddSingleton(TimeProvider.System).AddAccess().AddConversations(section.GetSection("Posting")).AddDatabases(section.GetSection("Database"), _folder).AddTickets().AddTriage().AddZendesk(section);
        _app = builder.Build();   // not started: what it does is done here, step by step
    }

    public SimulatedZendesk Zendesk { get; }

    public static async Task<WriteBackDesk> StartAsync(CancellationToken ct, ZendeskSettings? account = null, params string[] settings)
    {
        var zendesk = new SimulatedZendesk((account ?? new()) with { Tickets = 1000 });
        var desk = new WriteBackDesk(zendesk, await zendesk.ListenAsync(ct: ct), settings);
        await desk._app.Services.PrepareDatabaseAsync(ct);
        await using var scope = desk._app.Services.CreateAsyncScope();
        desk._tenant = (await scope.ServiceProvider.GetRequiredService<Tenants>().FindOrFoundAsync(Tenant.DefaultKey, ct)).Id;
        return desk;
    }

    /// <summary>Customers open tickets, and they are brought in.</summary>
    public async Task<List<long>> HasTicketsAsync(int count, CancellationToken ct)
    {
        var numbers = Enumerable.Range(0, count).Select(i => Zendesk.Customer(1 + (i % 100)).Opens("Charged twice", "Please refund one payment.", "vip")).ToList();
        var fetch = _app.Services.GetRequiredService<IFetchTickets>();
        await Parallel.ForEachAsync(numbers, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = ct }, async (number, token) =>
            await fetch.FetchAsync(_tenant, TicketSource.Zendesk, number.ToString(System.Globalization.CultureInfo.InvariantCulture), FetchUrgency.Job, token));
        return numbers;
    }

    /// <summary>Triage makes this of tickets, so that their desk is to be told.</summary>
    public Task JudgedAsync(IReadOnlyCollection<long> numbers, string category, CancellationToken ct) => InsideAsync(async services =>
    {
        var db = services.GetRequiredService<SupportDbContext>();
        var wanted = numbers.Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture)).ToHashSet();
        var fields = new Dictionary<string, FieldJudgement>
        {
            ["category"] = new(category, 0.9, TriageSource.Rules, "category-1", ["refund one payment"]),
            ["priority"] = new("high", 0.9, TriageSource.Rules, "priority-1", []),
        };
        var detail = JsonSerializer.Serialize(new Judgement { Fields = fields }, JudgementJson.Default.Judgement);
        var verdicts = await db.Verdicts.ToDictionaryAsync(v => v.TicketId, ct);
        foreach (var ticket in (await db.Tickets.ToListAsync(ct)).Where(t => wanted.Contains(t.ExternalId)))
        {
            (ticket.Predicted.Category, ticket.Predicted.Priority, ticket.Owed) = (category, "high", Owed.WriteBack);
            ticket.Version++;
            if (verdicts.TryGetValue(ticket.Id, out var verdict)) verdict.Detail = detail;
            else db.Verdicts.Add(new TriageVerdict { TicketId = ticket.Id, MadeAt = DateTime.UnixEpoch, Detail = detail });
        }

        return await db.SaveChangesAsync(ct);
    });

    /// <summary>Writes back as the job does, a round every half second, until nothing is owed.</summary>
    public async Task WriteBackAsync(CancellationToken ct)
    {
        while (await InsideAsync(services => services.GetRequiredService<SupportDbContext>().Tickets.AnyAsync(t => (t.Owed & Owed.WriteBack) != Owed.Nothing, ct)))
        {
            if (await InsideAsync(services => services.GetRequiredService<WriteBackOwed>().RunAsync(ct)) == 0) await Task.Delay(500, ct);
        }
    }

    /// <summary>Writes tickets one by one, past the ledger: what that alone takes.</summary>
    public async Task<int> SinglyAsync(IReadOnlyCollection<long> numbers, TimeSpan time, CancellationToken ct)
    {
        var desk = _app.Services.GetRequiredService<ITicketDesk>();
        var written = 0;
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
        over.CancelAfter(time);
        try
        {
            await Parallel.ForEachAsync(numbers, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = over.Token }, async (number, token) =>
            {
                var write = new DeskWrite(_tenant, number.ToString(System.Globalization.CultureInfo.InvariantCulture), NoteMarker.New()) { AddTags = [OwnTags.Triaged], MeantAt = TimeProvider.System.GetUtcNow().UtcDateTime };
                if ((await desk.WriteAsync(write, token)).Outcome is DeskOutcome.Written) Interlocked.Increment(ref written);
            });
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)   // the time is over
        {
        }

        return written;
    }

    public Task<List<EffectState>> StatesAsync(CancellationToken ct) => InsideAsync(services => services.GetRequiredService<SupportDbContext>().Effects.Select(e => e.State).ToListAsync(ct));

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _server.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<T> InsideAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(_tenant);
        return await work(scope.ServiceProvider);
    }
}
