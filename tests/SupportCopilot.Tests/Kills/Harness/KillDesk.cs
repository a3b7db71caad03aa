using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Access.Conversations;
using SupportCopilot.Databases;
using SupportCopilot.Reports;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Kills.Harness;

/// <summary>A real SQLite file with digests that are due, and the built program as processes of their own on it.</summary>
public sealed class KillDesk : IAsyncDisposable
{
    /// <summary>How long a post may take; one that takes twice as long belongs to a dead process.</summary>
    public const int AnswerWithinSeconds = 3;

    private const string Tenant = "kills";
    private const int Tickets = 60;   // enough that making a digest takes a moment in which a process can die

    private readonly string _folder = Directory.CreateTempSubdirectory("supportcopilot-kills-").FullName;
    private readonly ServiceProvider _services;
    private readonly string _serviceUrl;
    private readonly List<Process> _processes = [];
    private int _digests;

    private KillDesk(string serviceUrl)
    {
        _serviceUrl = serviceUrl;
        _services = new ServiceCollection().AddSingleton(TimeProvider.System).AddLogging()
            .AddDatabases(new ConfigurationBuilder().Build(), _folder).AddAccess().BuildServiceProvider();
    }

    public static async Task<KillDesk> OpenAsync(string serviceUrl)
    {
        var desk = new KillDesk(serviceUrl);
        await desk._services.PrepareDatabaseAsync();
        var now = DateTime.SpecifyKind(TimeProvider.System.GetUtcNow().UtcDateTime, DateTimeKind.Utc);
        await desk.InsideAsync((services, tenantId) => services.GetRequiredService<ITicketWriter>().WriteAsync(
            tenantId, [.. Enumerable.Range(0, Tickets).Select(i => new IncomingTicket("file", $"{i}") { Subject = $"Ticket {i}", CreatedAt = now.AddHours(-6 * i) })], CancellationToken.None));
        return desk;
    }

    /// <summary>Sets digests up that are due at once, each in a conversation of its own.</summary>
    public Task HasDueDigestsAsync(int count) => InsideAsync(async (services, _) =>
    {
        var db = services.GetRequiredService<SupportDbContext>();
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        foreach (var i in Enumerable.Range(_digests, count))
        {
            var place = new Conversation { ExternalId = $"19:{i}@thread.tacv2", Kind = ConversationKind.Channel, ServiceUrl = _serviceUrl, BotId = "28:bot", Name = $"{i}", HasScope = true, SeenAt = now };
            db.Conversations.Add(place);
            await db.SaveChangesAsync();
            db.Digests.Add(new Digest { ConversationId = place.Id, Day = now.AddDays(-2).DayOfWeek, MinuteOfDay = 0, TimeZone = "UTC", CreatedAt = now.AddDays(-30), OnSince = now.AddDays(-30) });
        }

        _digests += count;
        return await db.SaveChangesAsync();
    });

    /// <summary>How many digests nobody has begun.</summary>
    public int NotBegun() => _digests - Count("SELECT COUNT(*) FROM Effects WHERE State <> 0");

    /// <summary>How many effects are in a state.</summary>
    public int In(EffectState state) => Count($"SELECT COUNT(*) FROM Effects WHERE State = {(int)state}");

    /// <summary>Every digest's conversation with the state of its effect; null where nothing was ever written down.</summary>
    public Task<IReadOnlyList<(string Conversation, EffectState? State)>> LedgerAsync() => InsideAsync<IReadOnlyList<(string, EffectState?)>>(async (services, _) =>
    {
        var db = services.GetRequiredService<SupportDbContext>();
        var effects = await db.Effects.AsNoTracking().ToDictionaryAsync(e => e.Target, e => (EffectState?)e.State);
        return [.. (await db.Conversations.AsNoTracking().ToListAsync()).Select(c => (c.ExternalId, effects.GetValueOrDefault($"conversation/{c.Id}")))];
    });

    /// <summary>What an admin is shown as unconfirmed.</summary>
    public Task<int> ShownUnconfirmedAsync() => InsideAsync(async (services, _) =>
    {
        var list = new ListEffects(services.GetRequiredService<SupportDbContext>());
        var shown = 0;
        for (long? after = null; ;)
        {
            var (rows, next) = await list.RunAsync(EffectState.Unconfirmed, 200, after, CancellationToken.None);
            shown += rows.Count;
            if (next is null) return shown;
            after = rows[^1].Id;
        }
    });

    /// <summary>Starts the built program.</summary>
    public Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet")
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in (string[])[
            Path.Combine(AppContext.BaseDirectory, "SupportCopilot.Host.dll"), .. arguments, "--data", _folder, "--tenant", Tenant, "--no-demo",
            $"--SupportCopilot:Posting:AnswerWithinSeconds={AnswerWithinSeconds}"]) start.ArgumentList.Add(argument);
        start.Environment["DOTNET_ENVIRONMENT"] = "Development";   // the bot writes to this machine there, without a token
        start.Environment["DOTNET_gcServer"] = "0";
        var process = Process.Start(start)!;
        _processes.Add(process);
        return process;
    }

    /// <summary>Runs «digest --send-due» to its end.</summary>
    /// <returns>What it printed.</returns>
    public async Task<string> SendDueAsync(CancellationToken ct)
    {
        using var process = Start("digest", "--send-due");
        var output = process.StandardOutput.ReadToEndAsync(ct);
        var error = process.StandardError.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        if (process.ExitCode != 0) throw new InvalidOperationException($"digest --send-due ended with {process.ExitCode}: {await error}");
        return await output;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
        {
            try
            {
                if (!process.HasExited) process.Kill();
            }
            catch (InvalidOperationException)   // it was waited for and let go
            {
            }
        }

        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private int Count(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "supportcopilot.db")};Mode=ReadOnly;Default Timeout=30");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt32(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private async Task<T> InsideAsync<T>(Func<IServiceProvider, int, Task<T>> work)
    {
        await using var scope = _services.CreateAsyncScope();
        var tenant = await scope.ServiceProvider.GetRequiredService<Tenants>().FindOrFoundAsync(Tenant, CancellationToken.None);
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(tenant.Id);
        return await work(scope.ServiceProvider, tenant.Id);
    }
}
