using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using SupportCopilot.Tests.Kills.Harness;
using ZendeskSimulator;
using ZendeskSimulator.Webhooks;

namespace SupportCopilot.Tests.Kills.Desk.Harness;

/// <summary>Kills servers that read and write a desk at which people work, at chosen and at random moments, and holds both against each other in the end.</summary>
public sealed class KillServers : IAsyncDisposable
{
    private const int TicketsFromTheStart = 12, AtOnce = 14;   // at once: enough that they are written as a job
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan JobTakes = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(15);   // for a chosen moment
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(4);    // for the last server to finish

    private readonly Random _dice;
    private readonly Dictionary<KillMoment, int> _kills = [];
    private readonly List<string> _unsound = [];
    private readonly CancellationTokenSource _rest = new();
    private readonly PeopleAtWork _people;
    private readonly AnsweredWebhooks _answered = new();
    private readonly HttpClient _http;
    private readonly WebhookSender _webhooks;
    private readonly ServerOnDisk _product;
    private readonly DeskLine _line;
    private readonly SimulatedZendesk _zendesk;
    private int _checks, _acknowledgedLost;

    private KillServers(SimulatedZendesk zendesk, DeskLine line, int seed)
    {
        (_zendesk, _line, _dice) = (zendesk, line, new Random(seed));
        _product = new ServerOnDisk(line.BaseUrl, zendesk.Settings);
        _people = new PeopleAtWork(zendesk, seed);
        _http = new HttpClient(_answered);
        _webhooks = zendesk.Tells(
            new Webhook(new Uri(_product.Address, "/api/zendesk/webhooks/default"), ServerOnDisk.WebhookSecret) { Duplicates = 0.1, Disorder = 5, Concurrency = 6, RetryDelay = BetweenTries, Seed = (ulong)seed }, _http);
    }

    /// <summary>Kills so many servers, and lets the last one finish.</summary>
    /// <param name="kills">How many.</param>
    /// <param name="seed">By what the dice fall.</param>
    /// <param name="progress">Told after each kill.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<DeskKillReport> RunAsync(int kills, int seed, Action? progress, CancellationToken ct)
    {
        var zendesk = new SimulatedZendesk(new ZendeskSettings
        {
            Seed = (ulong)seed,
            Tickets = TicketsFromTheStart,
            Span = TimeSpan.FromDays(10),
            Customers = 20,
            JobDuration = JobTakes,
            HoldsBack = TimeSpan.FromSeconds(1),
        });
        await using var line = await DeskLine.StartAsync(zendesk);
        await using var run = new KillServers(zendesk, line, seed);
        return await run.RunAsync(kills, progress, ct);
    }

    public async ValueTask DisposeAsync()
    {
        await _rest.CancelAsync();
        await _product.DisposeAsync();
        _webhooks.Dispose();
        _http.Dispose();
        _rest.Dispose();
    }

    private async Task<DeskKillReport> RunAsync(int kills, Action? progress, CancellationToken ct)
    {
        var (work, sending) = (_people.WorkAsync(_rest.Token), _webhooks.RunAsync(_rest.Token));
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < kills; i++)
        {
            ct.ThrowIfCancellationRequested();
            var moment = await KillAsync((KillMoment)(i % Enum.GetValues<KillMoment>().Length), ct);
            _kills[moment] = _kills.GetValueOrDefault(moment) + 1;
            Examine(thoroughly: false);
            progress?.Invoke();
        }

        var killing = watch.Elapsed;
        _line.At = (_, _) => Task.FromResult(true);
        var last = _product.Serve();
        await _rest.CancelAsync();
        await Task.WhenAll(work, sending);
        var compared = await FinishAsync(last, ct);
        ServerOnDisk.Kill(last);
        await last.WaitForExitAsync(ct);
        Examine(thoroughly: true);
        return new DeskKillReport(_kills, killing, watch.Elapsed - killing, _people.Edits, _answered.Ids.Count, _answered.Sent, _checks, _acknowledgedLost, _unsound, compared);
    }

    /// <summary>Waits until the product has nothing more to do and agrees with the desk, or says what still does not.</summary>
    private async Task<DeskComparison> FinishAsync(Process server, CancellationToken ct)
    {
        for (var patience = Stopwatch.StartNew(); ;)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), ct);
            var compared = DeskComparison.Of(_zendesk, _people, _answered, _product);
            if (compared.Agrees || patience.Elapsed > LongestRest) return compared;
            if (server.HasExited) throw new InvalidOperationException($"The server ended by itself:\n{_product.LastWords}");
        }
    }

    /// <returns>The moment at which it was killed: the one that was chosen, or any where that one did not come.</returns>
    private async Task<KillMoment> KillAsync(KillMoment moment, CancellationToken ct)
    {
        var come = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var at = moment is KillMoment.PageArrived ? _dice.Next(1, 8) : _dice.Next(1, 3);   // at which one of its kind
        var wait = TimeSpan.FromMilliseconds(moment switch
        {
            KillMoment.Starting => _dice.Next(50, 1200),
            KillMoment.AnyTime => _dice.Next(0, 3500),
            KillMoment.JobUnderWay => _dice.Next(0, (int)JobTakes.TotalMilliseconds),
            KillMoment.PageArrived => _dice.Next(0, 30),
            KillMoment.WebhookAnswered => _dice.Next(0, 5),
            _ => 0,
        });
        var late = _dice.Next(2) == 0 ? (TimeSpan?)null : TimeSpan.FromMilliseconds(_dice.Next(500, 6000));   // a write that is on its way: lost, or applied late
        if (moment is KillMoment.JobUnderWay) _people.WriteAll(AtOnce);

        Process? process = null;
        _line.At = async (stage, request) =>
        {
            if (!IsItsTime(moment, stage, request) || Interlocked.Decrement(ref at) > 0) return true;
            if (wait > TimeSpan.Zero) await Task.Delay(wait, CancellationToken.None);
            if (!come.TrySetResult()) return true;
            ServerOnDisk.Kill(process!);
            if (stage is not Stage.OnItsWay) return false;
            if (late is { } delay) await Task.Delay(delay, CancellationToken.None);
            return late is not null;
        };
        _answered.AfterAnswer = () =>
        {
            if (moment is KillMoment.WebhookAnswered && Interlocked.Decrement(ref at) <= 0) KillAfter(wait);
        };
        process = _product.Serve();
        if (moment is KillMoment.Starting) KillAfter(wait);

        var ended = process.WaitForExitAsync(ct);
        await Task.WhenAny(come.Task, ended, Task.Delay(LongestWait, ct));
        var isChosen = come.Task.IsCompleted;
        if (come.TrySetResult() && !ServerOnDisk.Kill(process)) throw new InvalidOperationException($"The server ended by itself:\n{_product.LastWords}");

        await ended;
        return isChosen ? moment : KillMoment.AnyTime;

        void KillAfter(TimeSpan time) => _ = Task.Run(async () =>
        {
            await Task.Delay(time, CancellationToken.None);
            if (come.TrySetResult()) ServerOnDisk.Kill(process!);
        }, CancellationToken.None);
    }

    private static bool IsItsTime(KillMoment moment, Stage stage, HttpRequest request)
    {
        var (isOfMany, isWrite) = (request.Path.Value!.Contains("/tickets/update_many", StringComparison.Ordinal), request.Method == HttpMethods.Put && request.Path.StartsWithSegments("/api/v2/tickets"));
        return moment switch
        {
            KillMoment.AnyTime => stage is Stage.OnItsWay,   // some time after it has first asked the desk for something
            KillMoment.WriteApplied => stage is Stage.Arrived && isWrite && !isOfMany,
            KillMoment.WriteOnItsWay => stage is Stage.OnItsWay && isWrite && !isOfMany,
            KillMoment.JobUnderWay => stage is Stage.Answered && isOfMany,
            KillMoment.PageArrived => stage is Stage.Answered && request.Path.StartsWithSegments("/api/v2/incremental"),
            _ => false,
        };
    }

    /// <summary>Looks at what is on disk, as the process left it.</summary>
    private void Examine(bool thoroughly)
    {
        var answered = _answered.Ids;   // before the look: what is answered later may be there or not
        using var disk = _product.Autopsy();
        _checks += disk.Databases;
        _unsound.AddRange(disk.Wrong(thoroughly));
        if (answered.Count == 0) return;
        var kept = disk.Query("SELECT EventId FROM DeskEvents", row => row.GetString(0)).ToHashSet();
        _acknowledgedLost += answered.Count(id => !kept.Contains(id));
    }
}
