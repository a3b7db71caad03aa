using Microsoft.Extensions.Logging;
using SupportCopilot.Models;

namespace SupportCopilot.Triage.Modelled;

/// <summary>
/// Asks a model about tickets, so many at the same time. Who is free gets the next ticket before anything is saved, and what
/// has come is saved while the others are asked, so that nobody waits for the database.
/// </summary>
internal sealed partial class AskAboutTickets(AskModel models, int workers, TimeProvider clock, ILogger log)
{
    /// <summary>Asks until there is nothing left.</summary>
    /// <param name="next">Gives more tickets, but for those whose ids it is told; none when there are no more now.</param>
    /// <param name="keep">Saves what has come.</param>
    /// <param name="ct">Cancels; what is being asked is lost, and is asked again another time.</param>
    public async Task RunAsync(
        Func<IReadOnlyCollection<long>, int, CancellationToken, Task<IReadOnlyList<TriageJob>>> next, Func<IReadOnlyList<TriageDone>, CancellationToken, Task> keep, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var waiting = new Queue<TriageJob>();
        var asked = new Dictionary<Task<TriageDone>, long>();
        try
        {
            while (true)
            {
                Ask();
                if (asked.Keys.Where(task => task.IsCompleted).ToList() is { Count: > 0 } done)
                {
                    foreach (var task in done) asked.Remove(task);
                    Ask();
                    await keep([.. await Task.WhenAll(done)], ct);
                    continue;
                }

                if (waiting.Count < workers && await next([.. waiting.Select(job => job.TicketId), .. asked.Values], 2 * workers, ct) is { Count: > 0 } more)
                {
                    foreach (var job in more) waiting.Enqueue(job);
                    continue;
                }

                if (asked.Count == 0) return;
                await Task.WhenAny(asked.Keys);
            }
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(asked.Keys).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }

        void Ask()
        {
            while (asked.Count < workers && waiting.TryDequeue(out var job)) asked.Add(Task.Run(() => AskAsync(job, stop.Token), CancellationToken.None), job.TicketId);
        }
    }

    private async Task<TriageDone> AskAsync(TriageJob job, CancellationToken ct)
    {
        if (job.Judged?.Question is not { } question || job.HasLostItsModel) return new TriageDone(job, null, null, TimeSpan.Zero);
        var start = clock.GetTimestamp();
        try
        {
            var result = await models.RunAsync(question.Request with { TicketId = job.TicketId, Names = job.Names, Server = job.Place is null ? null : question.Server }, ct);
            return new TriageDone(job, result, null, clock.GetElapsedTime(start));
        }
        catch (Exception thrown) when (thrown is not OperationCanceledException)
        {
            // One ticket that breaks us must not keep the others from their verdicts; its own says that it failed.
            LogBroken(job.TicketId, thrown.GetType().Name, thrown.StackTrace);
            return new TriageDone(job, null, thrown.GetType().Name, clock.GetElapsedTime(start));
        }
    }

    // Without the message, which may hold what was read.
    [LoggerMessage(Level = LogLevel.Error, Message = "Asking a model about ticket {TicketId} failed with {Error}: {StackTrace}")]
    private partial void LogBroken(long ticketId, string error, string? stackTrace);
}
