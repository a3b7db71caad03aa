namespace SupportCopilot.Triage.Modelled;

/// <summary>
/// Asks a model about tickets, so many questions at the same time. Nobody who is free waits for the database: what has come
/// is saved, and more is read, beside the asking; what comes while something is saved is saved next, in one commit.
/// </summary>
/// <param name="ask">Asks about those that one question is about.</param>
/// <param name="workers">How many questions at the same time.</param>
/// <param name="together">How many tickets one question may be about.</param>
internal sealed class AskAboutTickets(AskAboutTicket ask, int workers, int together)
{
    private readonly Queue<TriageJob> _waiting = new();
    private readonly Dictionary<Task<IReadOnlyList<TriageDone>>, IReadOnlyList<long>> _asked = [];
    private List<TriageDone> _unsaved = [];
    private bool _mayBeMore = true;

    /// <summary>Asks until there is nothing left; once.</summary>
    /// <param name="next">Gives more tickets, but for those whose ids it is told; none when there are no more now.</param>
    /// <param name="keep">Saves what has come. Neither is called while the other runs.</param>
    /// <param name="ct">Cancels; what is being asked is lost, and is asked again another time.</param>
    public async Task RunAsync(
        Func<IReadOnlyCollection<long>, int, CancellationToken, Task<IReadOnlyList<TriageJob>>> next, Func<IReadOnlyList<TriageDone>, CancellationToken, Task> keep, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        Task<IReadOnlyList<TriageJob>>? database = null;
        try
        {
            while (true)
            {
                await CollectAsync();
                Ask(stop.Token);
                if (database is null or { IsCompleted: true })
                {
                    if (database is not null) Take(await database);
                    Ask(stop.Token);
                    database = Use(next, keep, ct);
                    if (database is null && _asked.Count == 0) return;
                }

                await Task.WhenAny(database is null ? _asked.Keys : [.. _asked.Keys, database]);
            }
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(database is null ? _asked.Keys : [.. _asked.Keys, database]).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    /// <summary>The next use of the database, on a thread of its own, for SQLite works in its caller's; null where there is none.</summary>
    private Task<IReadOnlyList<TriageJob>>? Use(
        Func<IReadOnlyCollection<long>, int, CancellationToken, Task<IReadOnlyList<TriageJob>>> next, Func<IReadOnlyList<TriageDone>, CancellationToken, Task> keep, CancellationToken ct)
    {
        if (_unsaved.Count > 0)
        {
            (var done, _unsaved) = (_unsaved, []);
            return Task.Run(async () =>
            {
                await keep(done, ct);
                return (IReadOnlyList<TriageJob>)[];
            }, CancellationToken.None);
        }

        if (!_mayBeMore || _waiting.Count >= workers * together) return null;
        _mayBeMore = false;
        long[] known = [.. _waiting.Select(job => job.TicketId), .. _asked.Values.SelectMany(ids => ids)];
        return Task.Run(() => next(known, 2 * workers * together, ct), CancellationToken.None);
    }

    private void Take(IReadOnlyList<TriageJob> more)
    {
        _mayBeMore |= more.Count > 0;
        foreach (var job in more) _waiting.Enqueue(job);
    }

    private async Task CollectAsync()
    {
        foreach (var task in _asked.Keys.Where(task => task.IsCompleted).ToList())
        {
            _asked.Remove(task);
            _unsaved.AddRange(await task);
            _mayBeMore = true;   // what could not be kept is there again
        }
    }

    private void Ask(CancellationToken ct)
    {
        while (_asked.Count < workers && _waiting.Count > 0)
        {
            var jobs = Next(workers - _asked.Count);
            _asked.Add(Task.Run(() => ask.RunAsync(jobs, ct), CancellationToken.None), [.. jobs.Select(job => job.TicketId)]);
        }
    }

    /// <summary>What the next question is about: one ticket, or a few where there are more than there is anybody to ask about them.</summary>
    private List<TriageJob> Next(int free)
    {
        var most = Math.Min(together, (_waiting.Count + free - 1) / free);
        List<TriageJob> jobs = [_waiting.Dequeue()];
        if (most == 1 || !MayShare.Is(jobs[0])) return jobs;
        while (jobs.Count < most && _waiting.TryPeek(out var other) && MayShare.Is(other) && MayShare.Together(jobs[0], other)) jobs.Add(_waiting.Dequeue());
        return jobs;
    }
}
