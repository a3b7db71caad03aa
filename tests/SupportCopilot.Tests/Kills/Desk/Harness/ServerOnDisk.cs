using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using ZendeskSimulator;

namespace SupportCopilot.Tests.Kills.Desk.Harness;

/// <summary>The built program as processes of its own on one folder, connected to a desk by settings alone, as an operator does it.</summary>
public sealed class ServerOnDisk : IAsyncDisposable
{
    public const string WebhookSecret = "a-secret-of-the-kill-harness";

    private readonly string _folder = Directory.CreateTempSubdirectory("supportcopilot-desk-kills-").FullName;
    private readonly ZendeskSettings _account;
    private readonly string _deskUrl;
    private readonly ConcurrentBag<Process> _processes = [];   // this one's to let go, whoever else waits for them
    private readonly ConcurrentQueue<string> _lastWords = new();

    public ServerOnDisk(string deskUrl, ZendeskSettings account)
    {
        (_deskUrl, _account) = (deskUrl, account);
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}");
    }

    /// <summary>Where each of its servers listens, one after the other.</summary>
    public Uri Address { get; }

    public string Database => Path.Combine(_folder, "supportcopilot.db");

    /// <summary>The last lines that its processes wrote.</summary>
    public string LastWords => string.Join('\n', _lastWords);

    /// <summary>Starts a server; <paramref name="elsewhere"/> gives it an address of its own beside another one.</summary>
    public Process Serve(bool elsewhere = false) => Start("serve", "--urls", elsewhere ? "http://127.0.0.1:0" : Address.ToString());

    /// <summary>Runs a command to its end.</summary>
    public async Task<int> RunAsync(CancellationToken ct, params string[] command)
    {
        var process = Start(command);
        await process.WaitForExitAsync(ct);
        return process.ExitCode;
    }

    /// <summary>SIGKILL: nothing in the process runs any more.</summary>
    /// <returns>Whether it still lived.</returns>
    public static bool Kill(Process process)
    {
        if (process.HasExited) return false;
        process.Kill();
        return true;
    }

    /// <summary>What the last process left on disk.</summary>
    public DeadDisk Autopsy() => new(_folder, Database);

    /// <summary>Reads beside a running process.</summary>
    public IReadOnlyList<T> Query<T>(string sql, Func<SqliteDataReader, T> row) => File.Exists(Database) ? DeadDisk.Read(Database, sql, row) : [];

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
        {
            if (Kill(process)) await process.WaitForExitAsync();
            process.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private Process Start(params string[] command)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet")
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "SupportCopilot.Host.dll"), .. command, "--data", _folder, "--no-demo", .. Settings()])
            start.ArgumentList.Add(argument);
        start.Environment["DOTNET_ENVIRONMENT"] = "Production";
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_TieredPGO"] = "0";   // it lives for seconds
        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, said) => Hear(said.Data);
        process.ErrorDataReceived += (_, said) => Hear(said.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _processes.Add(process);
        return process;
    }

    // What an operator may set, set so that a second of this desk's life holds what a minute of another's does.
    private string[] Settings() =>
    [
        $"--SupportCopilot:Zendesk:BaseUrl={_deskUrl}",
        $"--SupportCopilot:Zendesk:ClientId={_account.ClientId}",
        $"--SupportCopilot:Zendesk:ClientSecret={_account.ClientSecret}",
        $"--SupportCopilot:Zendesk:WebhookSecrets:0={WebhookSecret}",
        "--SupportCopilot:Zendesk:WriteBack=Full",
        "--SupportCopilot:Teams:Enabled=false",
        "--SupportCopilot:Leases:TakeOverAfterSeconds=2",
        "--SupportCopilot:Sync:EverySeconds=1",
        "--SupportCopilot:WriteBack:LookAgainAfterSeconds=2",
        "--SupportCopilot:WriteBack:TryAgainAfterSeconds=1",
    ];

    private void Hear(string? line)
    {
        if (string.IsNullOrWhiteSpace(line)) return;
        _lastWords.Enqueue(line);
        while (_lastWords.Count > 60) _lastWords.TryDequeue(out _);
    }
}
