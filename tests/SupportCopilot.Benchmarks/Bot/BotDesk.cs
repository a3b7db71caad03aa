using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Databases;
using SupportCopilot.DemoDesk;
using SupportCopilot.Knowledge.Articles;
using SupportCopilot.Knowledge.Indexing;
using SupportCopilot.SearchIndexes;
using SupportCopilot.Triage;

namespace SupportCopilot.Benchmarks.Bot;

/// <summary>The real program on a desk of its own, in a folder that goes with it. Its jobs do not run: the desk is neither triaged nor indexed, which questions do not need.</summary>
internal sealed class BotDesk : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("supportcopilot-benchmark-").FullName;
    private readonly int _port = FreePort();
    private Process? _server;

    public Uri Address => new($"http://127.0.0.1:{_port}");

    public static async Task<BotDesk> StartAsync(int tickets, CancellationToken ct, params string[] settings)
    {
        var desk = new BotDesk();
        var clock = Stopwatch.StartNew();
        await desk.FillAsync(tickets, ct);
        Console.WriteLine($"filled with {tickets:N0} tickets in {clock.Elapsed.TotalSeconds:0} s");
        desk._server = desk.Start(["serve", "--urls", desk.Address.ToString(), "--SupportCopilot:Jobs:Enabled=false", "--SupportCopilot:RateLimits:RequestsPerMinute=100000", "--SupportCopilot:Development:Tenant=demo", .. settings]);
        await desk.AnswersAsync(ct);
        return desk;
    }

    public ValueTask DisposeAsync()
    {
        _server?.Kill();
        _server?.WaitForExit();
        _server?.Dispose();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task FillAsync(int tickets, CancellationToken ct)
    {
        var settings = new ConfigurationBuilder().Build();
        await using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System)
            .AddAccess().AddDatabases(settings, _folder).AddSearchIndexes(settings, _folder).AddIndexing().AddArticles().AddTriage().AddDemoDesk().BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        await services.PrepareDatabaseAsync(ct);
        var tenant = await scope.ServiceProvider.GetRequiredService<Tenants>().FindOrFoundAsync(Tenant.DemoKey, ct);
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(tenant.Id);
        await scope.ServiceProvider.GetRequiredService<FillDemoDesk>().RunAsync(tenant.Id, tickets, null, ct);
        SqliteConnection.ClearAllPools();
    }

    private Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "SupportCopilot.Host.dll"), .. arguments, "--data", _folder, "--no-demo"]) start.ArgumentList.Add(argument);
        start.Environment["DOTNET_ENVIRONMENT"] = "Development";   // the bot answers this machine there, without a token
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

            if (_server!.HasExited || tries >= 300) throw new InvalidOperationException("The program did not start.");
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
