using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Databases;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Triage.Runs.Harness;

/// <summary>Open tickets on a real SQLite file, and the built program as processes of their own on it.</summary>
public sealed class RunDesk : IAsyncDisposable
{
    private const string Tenant = "runs";

    private readonly string _folder = Directory.CreateTempSubdirectory("supportcopilot-runs-").FullName;
    private readonly List<Process> _processes = [];

    /// <summary>A desk of so many open tickets that nobody has judged.</summary>
    public static async Task<RunDesk> OpenAsync(int tickets, CancellationToken ct)
    {
        var desk = new RunDesk();
        await using var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddLogging()
            .AddDatabases(new ConfigurationBuilder().Build(), desk._folder).AddAccess().BuildServiceProvider();
        await services.PrepareDatabaseAsync(ct);
        await using var scope = services.CreateAsyncScope();
        var tenant = await scope.ServiceProvider.GetRequiredService<Tenants>().FindOrFoundAsync(Tenant, ct);
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(tenant.Id);
        await scope.ServiceProvider.GetRequiredService<ITicketWriter>().WriteAsync(tenant.Id, [.. Enumerable.Range(0, tickets).Select(TicketOf)], ct);
        SqliteConnection.ClearAllPools();
        return desk;
    }

    /// <summary>Starts the built program on it.</summary>
    public Process Start(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet")
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "SupportCopilot.Host.dll"), .. arguments, "--data", _folder, "--tenant", Tenant, "--no-demo"])
            start.ArgumentList.Add(argument);
        start.Environment["DOTNET_ENVIRONMENT"] = "Development";
        start.Environment["DOTNET_gcServer"] = "0";
        var process = Process.Start(start)!;
        _processes.Add(process);
        return process;
    }

    /// <summary>Runs the program to its end.</summary>
    /// <returns>What it printed.</returns>
    public async Task<string> RunAsync(IEnumerable<string> arguments, CancellationToken ct)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync(ct);
        var error = process.StandardError.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"The program ended with {process.ExitCode}: {await error}");
    }

    /// <summary>Lets every lease run out.</summary>
    public async Task ForgetLeasesAsync(CancellationToken ct)
    {
        await using var connection = await OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = "UPDATE Leases SET ExpiresAt = 0";
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>How many tickets of the first run are done, of how many.</summary>
    public async Task<(int Done, int Of)> FirstRunAsync(CancellationToken ct)
    {
        await using var connection = await OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT Done, Tickets FROM TriageRuns ORDER BY Id LIMIT 1";
        await using var row = await command.ExecuteReaderAsync(ct);
        return await row.ReadAsync(ct) ? (row.GetInt32(0), row.GetInt32(1)) : throw new InvalidOperationException("There is no run.");
    }

    public ValueTask DisposeAsync()
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

        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task<SqliteConnection> OpenAsync(CancellationToken ct)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "supportcopilot.db")};Default Timeout=30");
        await connection.OpenAsync(ct);
        return connection;
    }

    private static IncomingTicket TicketOf(int number) => new("file", $"{number}")
    {
        Subject = $"Ticket {number}",
        Status = TicketStatus.Open,
        CreatedAt = new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(number),
        Comments = [new IncomingComment("0", $"I was charged twice for order {number:00000}-A and the page shows error 500 when I open my invoice. Please help me as soon as you can.")],
    };
}
