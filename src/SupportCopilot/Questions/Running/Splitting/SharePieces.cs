using System.Runtime.ExceptionServices;

namespace SupportCopilot.Questions.Running.Splitting;

/// <summary>Does pieces of work on several threads at the same time. Who is done early takes another piece; the first failure ends all, and only it is told.</summary>
internal static class SharePieces
{
    /// <param name="count">How many pieces.</param>
    /// <param name="workers">One for each thread; each is given, one by one, the numbers of the pieces it is to do. The first works on the caller's.</param>
    /// <param name="stop">Cancelled from outside, or by the first failure.</param>
    public static async Task RunAsync(int count, IReadOnlyList<Action<IEnumerable<int>>> workers, CancellationTokenSource stop)
    {
        var (next, failure) = (-1, (Exception?)null);
        var others = workers.Skip(1).Select(worker => Task.Run(() => Work(worker), CancellationToken.None)).ToList();
        Work(workers[0]);
        await Task.WhenAll(others);
        if (failure is not null) ExceptionDispatchInfo.Throw(failure);

        // The others' failures come of being stopped.
        void Work(Action<IEnumerable<int>> worker)
        {
            try
            {
                worker(Numbers());
            }
            catch (Exception first)
            {
                Interlocked.CompareExchange(ref failure, first, null);
                stop.Cancel();
            }
        }

        IEnumerable<int> Numbers()
        {
            for (int i; (i = Interlocked.Increment(ref next)) < count;)
            {
                stop.Token.ThrowIfCancellationRequested();
                yield return i;
            }
        }
    }
}
