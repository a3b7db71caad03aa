using System.Diagnostics;
using SupportCopilot.Storage;

namespace SupportCopilot.Tests.Kills.Harness;

/// <summary>Kills processes that post digests, at chosen and at random moments, and counts what became of every one.</summary>
public static class KillDigests
{
    private const int DueAhead = 4;
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(1);

    /// <summary>Kills so many processes with SIGKILL, lets the next one go on each time, and in the end lets one finish.</summary>
    public static async Task<KillReport> RunAsync(int kills, int seed, Action<int>? progress, CancellationToken ct)
    {
        await using var connector = await LoopbackConnector.StartAsync();
        await using var desk = await KillDesk.OpenAsync(connector.ServiceUrl);
        var dice = new Random(seed);
        var byMoment = new Dictionary<Moment, int>();
        var leftMeant = 0;
        for (var (i, ended) = (0, 0); i < kills;)
        {
            if (ended > 3 * kills + 20) throw new InvalidOperationException("The processes end before they can be killed.");
            if (desk.NotBegun() < DueAhead) await desk.HasDueDigestsAsync(2 * DueAhead);
            var moment = (Moment)(i % Enum.GetValues<Moment>().Length);
            if (!await KillAsync(desk, connector, moment, dice, ct))
            {
                ended++;   // before its moment came
                continue;
            }

            byMoment[moment] = byMoment.GetValueOrDefault(moment) + 1;
            leftMeant += desk.In(EffectState.Meant);
            i++;
            progress?.Invoke(i);
        }

        connector.At = _ => Task.FromResult(true);
        await desk.SendDueAsync(ct);
        await Task.Delay(TimeSpan.FromSeconds(2 * KillDesk.AnswerWithinSeconds + 1), ct);   // then no living process could still be at one
        await desk.SendDueAsync(ct);
        return KillReport.Of(byMoment, leftMeant, await desk.LedgerAsync(), await desk.ShownUnconfirmedAsync(), connector.Arrived);
    }

    /// <returns>Whether the process still lived when it was killed.</returns>
    private static async Task<bool> KillAsync(KillDesk desk, LoopbackConnector connector, Moment moment, Random dice, CancellationToken ct)
    {
        var begun = new TaskCompletionSource();   // the moment has come
        var at = dice.Next(1, 3);                 // at which of its messages
        var wait = TimeSpan.FromMilliseconds(moment is Moment.AnyTime ? dice.Next(200, 2200) : moment is Moment.Answered ? dice.Next(0, 15) : 0);
        var pause = dice.Next(0, 40);
        Process? process = null;
        connector.At = async stage =>
        {
            if (moment is Moment.AnyTime) await Task.Delay(pause, CancellationToken.None);   // the random moment shall often fall into a sending
            if (stage != StageOf(moment) || --at > 0) return true;
            if (wait > TimeSpan.Zero) await Task.Delay(wait, CancellationToken.None);
            Kill(process!);
            begun.TrySetResult();
            return false;
        };
        var (meant, sending) = (desk.In(EffectState.Meant), desk.In(EffectState.Sending));
        process = desk.Start("digest", "--send-due");
        _ = process.StandardOutput.ReadToEndAsync(ct);
        _ = process.StandardError.ReadToEndAsync(ct);
        var watching = moment switch
        {
            Moment.AnyTime => Task.Delay(wait, ct),
            Moment.Meant => WatchAsync(() => desk.In(EffectState.Meant) > meant, process, ct),
            Moment.Sending => WatchAsync(() => desk.In(EffectState.Sending) > sending, process, ct),
            _ => begun.Task,
        };
        await Task.WhenAny(watching, process.WaitForExitAsync(ct)).WaitAsync(LongestRun, ct);
        var killed = Kill(process) || begun.Task.IsCompleted;
        await process.WaitForExitAsync(ct);
        process.Dispose();
        return killed;
    }

    private static Stage? StageOf(Moment moment) => moment switch
    {
        Moment.OnItsWay => Stage.OnItsWay,
        Moment.Arrived => Stage.Arrived,
        Moment.Answered => Stage.Answered,
        _ => null,
    };

    private static async Task WatchAsync(Func<bool> hasCome, Process process, CancellationToken ct)
    {
        while (!process.HasExited && !hasCome())
        {
            ct.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private static bool Kill(Process process)
    {
        if (process.HasExited) return false;
        process.Kill();   // SIGKILL: nothing in the process runs any more
        return true;
    }
}

/// <summary>When a process is killed.</summary>
public enum Moment
{
    /// <summary>Once the ledger says that a post is meant.</summary>
    Meant,

    /// <summary>Once the ledger says that it is being sent, before or while it leaves.</summary>
    Sending,

    /// <summary>While the message is on its way: it never arrives.</summary>
    OnItsWay,

    /// <summary>Once it has arrived, before any answer.</summary>
    Arrived,

    /// <summary>Once the answer is on its way back, before or while the ledger is closed.</summary>
    Answered,

    /// <summary>At a random time after the start.</summary>
    AnyTime,
}
