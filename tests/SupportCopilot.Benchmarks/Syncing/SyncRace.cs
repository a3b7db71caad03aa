using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace SupportCopilot.Benchmarks.Syncing;

/// <summary>
/// The command <c>sync</c> against a simulated account, each in a process of its own, over loopback. On Linux with taskset the
/// program runs on the machine's first two cores and the account on the others, so that the figure is the program's.
/// </summary>
internal sealed class SyncRace : IAsyncDisposable
{
    private const int CoresOfTheProgram = 2;

    private readonly string _folder = Directory.CreateTempSubdirectory("supportcopilot-backfill-").FullName;
    private readonly Process _account;

    private SyncRace(Process account, string address) => (_account, Address) = (account, address);

    /// <summary>Where the account is.</summary>
    public string Address { get; }

    /// <summary>Starts the account.</summary>
    public static async Task<SyncRace> StartAsync(int tickets, string limits, CancellationToken ct)
    {
        var port = FreePort();
        var account = Start(
            Pinned(CoresOfTheProgram, Environment.ProcessorCount - 1),
            [
                "dotnet", Path.Combine(AppContext.BaseDirectory, "ZendeskSimulator.dll"), "--port", port.ToString(CultureInfo.InvariantCulture), "--tickets", tickets.ToString(CultureInfo.InvariantCulture),
                "--limits", limits,
            ],
            AppContext.BaseDirectory);
        var address = $"http://127.0.0.1:{port}";
        using var client = new HttpClient();
        for (var tries = 0; ; tries++)
        {
            try
            {
                using var answer = await client.GetAsync($"{address}/api/v2/users/me", ct);
                return new SyncRace(account, address);
            }
            catch (HttpRequestException) when (tries < 600 && !account.HasExited)   // it is still starting
            {
                await Task.Delay(100, ct);
            }
        }
    }

    /// <summary>Runs the command to its end.</summary>
    public async Task<SyncRaceResult> RunAsync(CancellationToken ct)
    {
        using var program = Start(
            Pinned(0, CoresOfTheProgram - 1),
            [
                "dotnet", Path.Combine(AppContext.BaseDirectory, "SupportCopilot.Host.dll"), "sync", "--json", "--data", _folder,
                $"--SupportCopilot:Zendesk:BaseUrl={Address}", "--SupportCopilot:Zendesk:ClientId=supportcopilot", "--SupportCopilot:Zendesk:ClientSecret=simulated-client-secret",
            ],
            _folder);
        var output = program.StandardOutput.ReadToEndAsync(ct);
        var error = program.StandardError.ReadToEndAsync(ct);
        var (peak, busy) = (0L, TimeSpan.Zero);
        while (LookAt(program) is { } seen)
        {
            (peak, busy) = (Math.Max(peak, seen.Peak), seen.Busy);
            await Task.Delay(100, ct);
        }

        await program.WaitForExitAsync(ct);

        if (program.ExitCode != 0) throw new InvalidOperationException($"The sync ended with {program.ExitCode}: {await error}");
        using var result = JsonDocument.Parse(await output);
        var streams = result.RootElement.GetProperty("streams").EnumerateArray().ToDictionary(s => s.GetProperty("name").GetString()!, s => (s.GetProperty("rows").GetInt64(), s.GetProperty("pages").GetInt32()));
        return new(result.RootElement.GetProperty("seconds").GetDouble(), peak / 1e6, DatabaseBytes() / 1e6, busy.TotalSeconds, streams);
    }

    /// <summary>A count in the database that was written.</summary>
    public long Count(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "supportcopilot.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_account.HasExited)
        {
            _account.Kill();
            await _account.WaitForExitAsync();
        }

        _account.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private long DatabaseBytes() => Directory.EnumerateFiles(_folder, "supportcopilot.db*").Sum(file => new FileInfo(file).Length);

    private static string[] Pinned(int first, int last) => OperatingSystem.IsLinux() && File.Exists("/usr/bin/taskset") && last >= first ? ["taskset", "-c", $"{first}-{last}"] : [];

    private static Process Start(string[] pinned, string[] command, string folder)
    {
        string[] all = [.. pinned, .. command];
        var start = new ProcessStartInfo(all[0], all[1..]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_ENVIRONMENT"] = "Development";   // the bot need not be set up
        start.Environment["DOTNET_gcServer"] = "0";
        return Process.Start(start)!;
    }

    /// <returns>Null once it has ended.</returns>
    private static (long Peak, TimeSpan Busy)? LookAt(Process process)
    {
        try
        {
            process.Refresh();
            return process.HasExited ? null : (process.PeakWorkingSet64, process.TotalProcessorTime);
        }
        catch (InvalidOperationException)   // it ended between the two looks
        {
            return null;
        }
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>What came of a run.</summary>
internal sealed record SyncRaceResult(double Seconds, double PeakMegabytes, double DatabaseMegabytes, double ProcessorSeconds, IReadOnlyDictionary<string, (long Rows, int Pages)> Streams);
