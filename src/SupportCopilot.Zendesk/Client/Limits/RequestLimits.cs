namespace SupportCopilot.Zendesk.Client.Limits;

/// <summary>
/// Lets the requests of one connection leave in their turn: people first, then work, then the sync, each only when all the
/// limits that it counts against have room. Who waits for one limit keeps nobody waiting who needs another.
/// </summary>
internal sealed class RequestLimits(TimeProvider clock) : IDisposable
{
    private const int WorkBeforeSync = 7;   // of eight background turns the sync has one, however much work there is

    private readonly Lock _gate = new();
    private readonly AccountBudgets _budgets = new();
    private readonly LinkedList<Waiter>[] _lanes = [new(), new(), new()];
    private ITimer? _timer;
    private int _workInRow;

    /// <summary>Waits for a request's turn.</summary>
    /// <param name="request">The request.</param>
    /// <param name="longest">How long its lane waits at most.</param>
    /// <param name="ct">Cancels the wait; then nothing is counted.</param>
    /// <exception cref="ZendeskException">NotNow, at once, where the limits alone keep it longer than that.</exception>
    public async ValueTask<LimitedPlace> WaitAsync(ZendeskRequest request, TimeSpan longest, CancellationToken ct)
    {
        Waiter waiter;
        lock (_gate)
        {
            var budgets = _budgets.For(request, clock.GetUtcNow());
            var wait = Earliest(budgets, request.Lane, clock.GetUtcNow()) - clock.GetUtcNow();
            if (wait > longest) throw new ZendeskException(ZendeskFailure.NotNow, request.Name, "the desk's limits leave no room for it now") { RetryAfter = wait };
            waiter = new(request, budgets);
            waiter.Place = _lanes[(int)request.Lane].AddLast(waiter);
            Pump();
        }

        await using var stop = ct.UnsafeRegister((state, token) => GiveUp((Waiter)state!, token), waiter);
        return new(this, request, await waiter.Turn.Task);
    }

    /// <summary>Takes in what an answer says of the limits; who waits may go earlier or later for it.</summary>
    public void Learn(LimitedPlace place, HttpResponseMessage answer)
    {
        lock (_gate)
        {
            _budgets.Learn(place, answer, clock.GetUtcNow());
            Pump();
        }
    }

    public void Dispose() => _timer?.Dispose();

    private void GiveUp(Waiter waiter, CancellationToken token)
    {
        lock (_gate)
        {
            waiter.Place!.List?.Remove(waiter.Place);
            waiter.Turn.TrySetCanceled(token);
        }
    }

    private void Pump()
    {
        var now = clock.GetUtcNow();
        DateTimeOffset? next = null;
        foreach (var lane in InOrder())
        {
            for (var place = _lanes[(int)lane].First; place is not null;)
            {
                var (waiter, following) = (place.Value, place.Next);
                var at = Earliest(waiter.Budgets, lane, now);
                if (at <= now) Grant(waiter, now);
                else if (next is null || at < next) next = at;
                place = following;
            }
        }

        if (next is not { } due) return;
        _timer ??= clock.CreateTimer(static state => ((RequestLimits)state!).Wake(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(due - now + TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);   // timers count whole milliseconds
    }

    private void Wake()
    {
        lock (_gate) Pump();
    }

    private IEnumerable<Lane> InOrder()
    {
        yield return Lane.Person;
        var syncFirst = _workInRow >= WorkBeforeSync && _lanes[(int)Lane.Sync].Count > 0;
        yield return syncFirst ? Lane.Sync : Lane.Work;
        yield return syncFirst ? Lane.Work : Lane.Sync;
    }

    private void Grant(Waiter waiter, DateTimeOffset now)
    {
        waiter.Place!.List!.Remove(waiter.Place);
        _workInRow = waiter.Request.Lane switch { Lane.Work => _workInRow + 1, Lane.Sync => 0, _ => _workInRow };
        waiter.Turn.TrySetResult(Array.ConvertAll(waiter.Budgets, budget => new Counted(budget, budget.Take(now))));
    }

    private static DateTimeOffset Earliest(Budget[] budgets, Lane lane, DateTimeOffset now)
    {
        var at = now;
        foreach (var budget in budgets)
            if (budget.Next(now, lane) is var free && free > at) at = free;
        return at;
    }

    private sealed class Waiter(ZendeskRequest request, Budget[] budgets)
    {
        public ZendeskRequest Request => request;

        public Budget[] Budgets => budgets;

        public LinkedListNode<Waiter>? Place { get; set; }

        public TaskCompletionSource<Counted[]> Turn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

/// <summary>A request as one limit counted it.</summary>
/// <param name="Budget">The limit.</param>
/// <param name="Number">Which of its requests it is.</param>
internal readonly record struct Counted(Budget Budget, long Number);

/// <summary>A request that may leave.</summary>
internal sealed class LimitedPlace(RequestLimits limits, ZendeskRequest request, Counted[] counted)
{
    /// <summary>What leaves.</summary>
    public ZendeskRequest Request => request;

    /// <summary>As what it was counted; the account's limit first.</summary>
    public IReadOnlyList<Counted> Counted => counted;

    /// <summary>Takes in what its answer says of the limits.</summary>
    public void Learn(HttpResponseMessage answer) => limits.Learn(this, answer);
}
