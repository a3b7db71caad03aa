using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace SupportCopilot.BrowserTests;

/// <summary>
/// Microsoft's Agents Playground in front of a desk's bot: a Teams client on this machine, with a connector of its own.
/// It starts by its own binary only; npx would keep its options to itself.
/// </summary>
internal sealed class Playground : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly string _folder;

    private Playground(Process process, string address, string folder) => (_process, Address, _folder) = (process, address, folder);

    /// <summary>Its page.</summary>
    public string Address { get; }

    public static async Task<Playground> StartAsync(Desk desk, CancellationToken ct)
    {
        var port = FreePort();
        var folder = Directory.CreateTempSubdirectory("supportcopilot-playground-").FullName;   // it writes its log where it starts
        var start = new ProcessStartInfo("node") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments = [ClientFiles.PathOf("@microsoft/m365agentsplayground/cli.js"), "-e", $"{desk.Address}/api/messages", "-c", "msteams", "-p", $"{port}", "--disable-telemetry"];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);

        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };   // a full pipe would stop it
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var playground = new Playground(process, $"http://localhost:{port}", folder);
        await playground.AnswersAsync(ct);
        return playground;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task AnswersAsync(CancellationToken ct)
    {
        using var client = new HttpClient();
        for (var started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < Patience; await Task.Delay(200, ct))
        {
            if (_process.HasExited) throw new InvalidOperationException($"The Agents Playground ended with exit code {_process.ExitCode}.");
            try
            {
                if ((await client.GetAsync(Address, ct)).IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)   // it does not listen yet
            {
            }
        }

        throw new TimeoutException($"The Agents Playground did not answer within {Patience.TotalSeconds} s.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
