using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;

namespace SupportCopilot.Tests.Zendesk.Webhooks.Load;

/// <summary>The built program as a process of its own, which takes webhooks on a real SQLite file and can be killed.</summary>
public sealed class WebhookServer : IAsyncDisposable
{
    public const string Secret = "a secret of the webhook's own";

    private readonly string _folder = Directory.CreateTempSubdirectory("supportcopilot-webhooks-").FullName;
    private readonly string[] _settings;
    private readonly int _port = FreePort();
    private readonly ConcurrentQueue<string> _said = new();
    private Process? _process;

    /// <param name="zendesk">Where its Zendesk account is.</param>
    /// <param name="settings">Further settings, as <c>Jobs:Enabled=false</c>.</param>
    public WebhookServer(string zendesk, params string[] settings) => _settings =
    [
        $"Zendesk:BaseUrl={zendesk}", "Zendesk:ClientId=supportcopilot", "Zendesk:ClientSecret=simulated-client-secret", $"Zendesk:WebhookSecrets:0={Secret}", .. settings,
    ];

    public Uri Address => new($"http://127.0.0.1:{_port}");

    /// <summary>Starts it, or starts it again, and waits until it listens.</summary>
    public async Task StartAsync(CancellationToken ct)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = _folder, RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments = [Path.Combine(AppContext.BaseDirectory, "SupportCopilot.Host.dll"), "serve", "--urls", Address.ToString(), "--data", _folder, "--no-demo", .. _settings.Select(setting => $"--SupportCopilot:{setting}")];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["DOTNET_ENVIRONMENT"] = "Development";   // the bot need not be set up
        start.Environment["DOTNET_gcServer"] = "0";
        _process = Process.Start(start)!;
        _process.OutputDataReceived += Hear;   // read, so that the program never waits for a reader
        _process.ErrorDataReceived += Hear;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await AnswersAsync(ct);
    }

    /// <summary>Whether it still runs; it ends when it is killed, and never by itself.</summary>
    public bool IsAlive => _process is { HasExited: false };

    /// <summary>What it said last.</summary>
    public string LastWords => string.Join('\n', _said);

    /// <summary>SIGKILL: nothing in the process runs any more.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>The first column of every row.</summary>
    public IReadOnlyList<string> Read(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "supportcopilot.db")};Mode=ReadOnly;Default Timeout=30;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        var read = new List<string>();
        while (rows.Read()) read.Add(Convert.ToString(rows.GetValue(0), System.Globalization.CultureInfo.InvariantCulture)!);
        return read;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false }) await KillAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task AnswersAsync(CancellationToken ct)
    {
        using var client = new HttpClient { BaseAddress = Address };
        for (var tries = 0; ; tries++)
        {
            if (_process!.HasExited || tries >= 600) throw new InvalidOperationException($"The program did not start: {LastWords}");
            try
            {
                using var answer = await client.GetAsync("/health/live", ct);
                if (answer.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)   // it is still starting
            {
            }

            await Task.Delay(100, ct);
        }
    }

    private void Hear(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is not { } said) return;
        _said.Enqueue(said);
        if (_said.Count > 30) _said.TryDequeue(out _);
    }

    /// <summary>Below the ports that clients are given: one that calls while the server is down could else be given the server's own, and keep it.</summary>
    private static int FreePort()
    {
        for (var tries = 0; ; tries++)
        {
            var port = Random.Shared.Next(20_000, 30_000);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException) when (tries < 100)   // somebody else's
            {
            }
        }
    }
}
