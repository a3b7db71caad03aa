using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using SupportCopilot.Benchmarks.Assist;

namespace SupportCopilot.Benchmarks.Sidebar;

/// <summary>The real program on a filled and indexed demo desk, in a process of its own held to two cores, as an agent's browser meets it. Its jobs are at rest.</summary>
internal sealed class ServedDesk : IAsyncDisposable
{
    private const string Cores = "0,1";

    private readonly AssistDesk _desk;
    private readonly Process _server;

    private ServedDesk(AssistDesk desk, Process server, Uri address) => (_desk, _server, Address) = (desk, server, address);

    public Uri Address { get; }

    /// <summary>Our numbers of the tickets, in order.</summary>
    public required long[] Tickets { get; init; }

    public static async Task<ServedDesk> StartAsync(int tickets, CancellationToken ct, params IReadOnlyList<string> settings)
    {
        var desk = await AssistDesk.CreateAsync(ct);
        var clock = Stopwatch.StartNew();
        await desk.FillAsync(tickets, ct);
        await desk.IndexAsync(ct);
        await desk.LearnOutlookAsync(ct);
        var ids = (await desk.IdsAsync(ct)).Values.Order().ToArray();
        SqliteConnection.ClearAllPools();
        Console.WriteLine($"filled with {tickets:N0} tickets, indexed and learned from in {clock.Elapsed.TotalSeconds:0} s");

        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var server = Start(desk.Folder, [
            "serve", "--urls", address.ToString(), "--data", desk.Folder, "--no-demo", "--SupportCopilot:Jobs:Enabled=false", "--SupportCopilot:Development:Tenant=demo",
            "--SupportCopilot:RateLimits:RequestsPerMinute=1000000", "--SupportCopilot:RateLimits:CostlyRequestsPerMinute=1000000", .. settings]);
        var served = new ServedDesk(desk, server, address) { Tickets = ids };
        await served.AnswersAsync(ct);
        return served;
    }

    /// <summary>The processor time that the server took so far.</summary>
    public TimeSpan ServerWork
    {
        get
        {
            _server.Refresh();
            return _server.TotalProcessorTime;
        }
    }

    /// <summary>A client that asks as an agent of the desk.</summary>
    public HttpClient As(string agent)
    {
        var client = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromMinutes(2) };
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Dev tenant=demo;user={agent};roles=agent");
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        _server.Kill(entireProcessTree: true);
        await _server.WaitForExitAsync();
        _server.Dispose();
        await _desk.DisposeAsync();
    }

    private static Process Start(string folder, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo("taskset") { RedirectStandardOutput = true, WorkingDirectory = folder };
        foreach (var argument in (string[])["-c", Cores, "dotnet", Path.Combine(AppContext.BaseDirectory, "SupportCopilot.Host.dll"), .. arguments]) start.ArgumentList.Add(argument);
        start.Environment["DOTNET_ENVIRONMENT"] = "Development";   // signs agents in by a header
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };   // read, so that the program never waits for a reader
        process.BeginOutputReadLine();
        return process;
    }

    private async Task AnswersAsync(CancellationToken ct)
    {
        using var client = new HttpClient { BaseAddress = Address };
        for (var tries = 0; ; tries++)
        {
            try
            {
                using var answer = await client.GetAsync("/health/live", ct);
                if (answer.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException) when (tries < 300)   // it is still starting
            {
            }

            if (_server.HasExited || tries >= 300) throw new InvalidOperationException("The program did not start.");
            await Task.Delay(100, ct);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
