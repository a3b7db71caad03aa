using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace SupportCopilot.Benchmarks.Questions;

/// <summary>
/// How long a manager waits: sixty different questions over a million tickets, by HTTP on loopback, one after the other, on a
/// server that has tried its own questions out after the start, and keeps no answers. Run it on two cores:
/// <c>taskset -c 0,1 dotnet run -c Release --project tests/SupportCopilot.Benchmarks -- questions</c>. QUESTIONS_DESK names a
/// folder that keeps the tickets between runs, QUESTIONS_TICKETS another number of them.
/// </summary>
internal static class QuestionSpeed
{
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(20), LongestSettling = TimeSpan.FromHours(2);   // an index of a million tickets takes its time

    private const double AtRest = .1;   // of one processor
    private const int LooksAtRest = 3;  // in a row: between two steps of a long work there are pauses

    private const int Large = 2_000_000;   // from here on the target of five million holds

    public static async Task RunAsync(CancellationToken ct)
    {
        var kept = Environment.GetEnvironmentVariable("QUESTIONS_DESK");
        var tickets = int.TryParse(Environment.GetEnvironmentVariable("QUESTIONS_TICKETS"), CultureInfo.InvariantCulture, out var asked) ? asked : 1_000_000;
        var folder = kept ?? Directory.CreateTempSubdirectory("supportcopilot-benchmark-").FullName;
        try
        {
            await MillionTickets.FillAsync(folder, tickets, ct);
            SqliteConnection.ClearAllPools();
            Console.WriteLine($"{tickets:N0} tickets, {MillionTickets.DatabaseMegabytes(folder):N0} MB, {Environment.ProcessorCount} cores, load {File.ReadAllText("/proc/loadavg").Split(' ')[0]}");
            await using var server = await QuestionServer.StartAsync(folder, ct);
            await ReportAsync("first question after the start", [("", "How many tickets were created on 3 March?")], server, tickets, ct);
            await SettleAsync(server, ct);
            await ReportAsync("each plan once", QuestionMix.All, server, tickets, ct);
            await ReportAsync("the same again", QuestionMix.All, server, tickets, ct);
            Console.WriteLine($"the server's memory: {server.Megabytes:N0} MB, of which {server.FileMegabytes:N0} MB are the system's pages of files");
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            if (kept is null) Directory.Delete(folder, recursive: true);
        }
        ParsingSpeed.Run();
    }

    /// <summary>The server tries questions out after its start, and its jobs look round: both end before the measurement begins.</summary>
    public static async Task SettleAsync(QuestionServer server, CancellationToken ct)
    {
        var clock = Stopwatch.StartNew();
        var atRest = 0;
        while (clock.Elapsed < LongestSettling && (clock.Elapsed < Settling || atRest < LooksAtRest))
        {
            var (before, step) = (server.Busy, TimeSpan.FromSeconds(5));
            await Task.Delay(step, ct);
            atRest = (server.Busy - before) / step < AtRest ? atRest + 1 : 0;
        }
        Console.WriteLine($"{(atRest < LooksAtRest ? "NOT at rest" : "at rest")} {clock.Elapsed.TotalSeconds:N0} s after that; the server has {server.Megabytes:N0} MB, of which {server.FileMegabytes:N0} MB are the system's pages of files");
    }

    private static async Task ReportAsync(string what, (string Period, string Text)[] questions, QuestionServer server, int tickets, CancellationToken ct)
    {
        var (times, unanswered) = (new List<(string Period, string Text, double Ms)>(), new List<string>());
        var busy = new List<double>();
        foreach (var (period, text) in questions)
        {
            var before = server.Busy;
            var (ms, kind, said) = await server.AskAsync(text, ct);
            busy.Add((server.Busy - before).TotalMilliseconds);   // on a busy machine the clock tells of the others
            times.Add((period, text, ms));
            if (kind != "answer") unanswered.Add($"{text} → {kind}: {said}");
        }
        var all = times.Select(t => t.Ms).Order().ToArray();
        Console.WriteLine($"{what}: {all.Length} questions, {unanswered.Count} without a figure; p50 {At(all, .5):0.0} ms, p95 {At(all, .95):0.0} ms, max {all[^1]:0.0} ms");
        foreach (var line in unanswered) Console.WriteLine($"  {line}");
        Console.WriteLine($"  processor time of the server: p50 {At([.. busy.Order()], .5):0} ms, p95 {At([.. busy.Order()], .95):0} ms, max {busy.Max():0} ms");
        if (all.Length < 20) return;
        Target.AtMost($"{what}, p95 in ms", At(all, .95), tickets < Large ? 30 : 100);
        if (tickets < Large) Target.AtMost($"{what}, median in ms", At(all, .5), 10);
        Console.WriteLine("  median by period: " + string.Join(", ", times.GroupBy(t => t.Period).Select(g => $"{g.Key} {At([.. g.Select(t => t.Ms).Order()], .5):0.0}")));
        Console.WriteLine("  slowest: " + string.Join("; ", times.OrderByDescending(t => t.Ms).Take(6).Select(t => $"{t.Text} {t.Ms:0}")));
    }

    /// <summary>The nearest rank.</summary>
    public static double At(double[] sorted, double part) => sorted[Math.Max(0, (int)Math.Ceiling(sorted.Length * part) - 1)];
}

/// <summary>The product's own program on loopback.</summary>
internal sealed class QuestionServer(Process process, HttpClient http) : IAsyncDisposable
{
    private const string Address = "http://127.0.0.1:4102";

    public double Megabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1e6;
        }
    }

    /// <summary>What of its memory are pages of files that the system keeps, and takes back as it likes.</summary>
    public double FileMegabytes => File.ReadLines($"/proc/{process.Id}/status").Where(line => line.StartsWith("RssFile:", StringComparison.Ordinal))
        .Sum(line => double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture)) * 1024 / 1e6;

    /// <summary>The processor time it has had.</summary>
    public TimeSpan Busy
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public static async Task<QuestionServer> StartAsync(string folder, CancellationToken ct)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "SupportCopilot.Host.dll");
        var start = new ProcessStartInfo("dotnet", [program, "serve", "--data", folder, "--urls", Address, "--no-demo"]) { RedirectStandardOutput = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["SupportCopilot__Development__Tenant"] = MillionTickets.TenantKey;
        start.Environment["SupportCopilot__Questions__Answers"] = "0";
        start.Environment["SupportCopilot__RateLimits__RequestsPerMinute"] = "1000000";   // one asker stands for many
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var http = new HttpClient { BaseAddress = new Uri(Address), Timeout = TimeSpan.FromMinutes(5) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Dev", $"tenant={MillionTickets.TenantKey};user=manager;roles=analyst");
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(200, ct))
        {
            try
            {
                if ((await http.GetAsync("/health/live", ct)).IsSuccessStatusCode) return new(process, http);
            }
            catch (HttpRequestException) when (waited.Elapsed < TimeSpan.FromMinutes(2) && !process.HasExited)
            {
            }
        }
    }

    public async Task<(double Milliseconds, string Kind, string Text)> AskAsync(string text, CancellationToken ct)
    {
        var clock = Stopwatch.StartNew();
        using var response = await http.PostAsJsonAsync("/api/questions", new { text, asOf = MillionTickets.AsOf }, ct);
        var body = await response.Content.ReadFromJsonAsync<JsonElement>(ct);
        var ms = clock.Elapsed.TotalMilliseconds;
        response.EnsureSuccessStatusCode();
        return (ms, body.GetProperty("kind").GetString()!, body.GetProperty("text").GetString()!);
    }

    /// <summary>The same for what may be no question: the status, and what kind of answer came, if any. What would go on in the background is cancelled.</summary>
    public async Task<(double Milliseconds, int Status, string Kind)> TryAskAsync(string text, CancellationToken ct)
    {
        var clock = Stopwatch.StartNew();
        using var response = await http.PostAsJsonAsync("/api/questions", new { text, asOf = MillionTickets.AsOf }, ct);
        var body = await response.Content.ReadAsStringAsync(ct);
        var ms = clock.Elapsed.TotalMilliseconds;
        if (!response.IsSuccessStatusCode) return (ms, (int)response.StatusCode, "refused unread");
        var answer = JsonDocument.Parse(body).RootElement;
        if (answer.GetProperty("kind").GetString() == "working") (await http.DeleteAsync($"/api/questions/{answer.GetProperty("id").GetString()}", ct)).Dispose();
        return (ms, (int)response.StatusCode, answer.GetProperty("kind").GetString()!);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
