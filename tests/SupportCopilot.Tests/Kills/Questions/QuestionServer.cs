using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Databases;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Kills.Questions;

/// <summary>The built program as processes of its own, one after the other on one folder, asked over HTTP.</summary>
public sealed class QuestionServer : IAsyncDisposable
{
    private const string Tenant = "kills";
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);   // a busy machine starts it slowly

    private readonly string _folder = Directory.CreateTempSubdirectory("supportcopilot-question-kills-").FullName;
    private readonly HttpClient _http;
    private Process? _process;

    private QuestionServer()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        _http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}"), Timeout = Longest };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Dev", $"tenant={Tenant};user=anna;roles=analyst");
    }

    /// <summary>A desk of these tickets, and a server on it.</summary>
    public static async Task<QuestionServer> OpenAsync(IReadOnlyList<IncomingTicket> tickets, CancellationToken ct)
    {
        var server = new QuestionServer();
        await using (var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddLogging().AddDatabases(new ConfigurationBuilder().Build(), server._folder).AddAccess().BuildServiceProvider())
        {
            await services.PrepareDatabaseAsync(ct);
            await using var scope = services.CreateAsyncScope();
            var tenant = await scope.ServiceProvider.GetRequiredService<Tenants>().FindOrFoundAsync(Tenant, ct);
            scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(tenant.Id);
            await scope.ServiceProvider.GetRequiredService<ITicketWriter>().WriteAsync(tenant.Id, tickets, ct);
        }

        await server.StartAsync(ct);
        return server;
    }

    /// <summary>SIGKILL to the one that runs, and the next one in its place.</summary>
    public async Task KillAsync(CancellationToken ct)
    {
        _process!.Kill();
        await _process.WaitForExitAsync(ct);
        _process.Dispose();
    }

    /// <summary>Starts a server, and waits until it takes requests.</summary>
    public async Task StartAsync(CancellationToken ct)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet")
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in (string[])[
            Path.Combine(AppContext.BaseDirectory, "SupportCopilot.Host.dll"), "serve", "--urls", _http.BaseAddress!.ToString(), "--data", _folder, "--no-demo",
            "--SupportCopilot:Questions:BackgroundAfterSeconds=0", "--SupportCopilot:Leases:TakeOverAfterSeconds=1"]) start.ArgumentList.Add(argument);
        start.Environment["DOTNET_ENVIRONMENT"] = "Development";   // people sign in there without a token
        start.Environment["DOTNET_gcServer"] = "0";
        _process = Process.Start(start)!;
        _ = _process.StandardOutput.ReadToEndAsync(ct);
        _ = _process.StandardError.ReadToEndAsync(ct);
        for (var patience = Stopwatch.StartNew(); ; await Task.Delay(50, ct))
        {
            try
            {
                if ((await _http.GetAsync("/health/live", ct)).IsSuccessStatusCode) return;
            }
            catch (HttpRequestException) when (patience.Elapsed < Longest && !_process.HasExited)   // it does not listen yet
            {
            }
        }
    }

    /// <summary>Asks in a conversation.</summary>
    public async Task<JsonElement> AskAsync(string text, string? conversation, DateTime asOf, CancellationToken ct)
    {
        using var answer = await _http.PostAsJsonAsync("/api/questions", new { text, conversation, asOf, timeZone = "UTC" }, ct);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(ct));
        return await answer.Content.ReadFromJsonAsync<JsonElement>(ct);
    }

    /// <summary>The question once it is no longer being worked on.</summary>
    public async Task<JsonElement> AnswerOfAsync(string id, CancellationToken ct)
    {
        for (var patience = Stopwatch.StartNew(); ; await Task.Delay(100, ct))
        {
            var answer = await _http.GetAsync<JsonElement>($"/api/questions/{id}");
            if (answer.GetProperty("kind").GetString() != "working") return answer;
            Assert.True(patience.Elapsed < Longest, $"still {answer}");
        }
    }

    /// <summary>What a query of one number says of the file.</summary>
    public int Count(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "supportcopilot.db")};Mode=ReadOnly;Default Timeout=30;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false }) await KillAsync(CancellationToken.None);
        _http.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
