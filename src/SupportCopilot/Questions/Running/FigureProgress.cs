namespace SupportCopilot.Questions.Running;

/// <summary>Tells how far the figures of a plan are: each measure and period is a pass over tickets, and all passes count alike.</summary>
/// <param name="whole">Told the share of all passes that is done, below 1.</param>
/// <param name="passes">How many there will be.</param>
internal sealed class FigureProgress(IProgress<double> whole, int passes)
{
    private const double Most = 0.99;   // what is left are names and words

    private int _pass = -1;

    /// <summary>The next pass begins.</summary>
    public void Next() => Interlocked.Increment(ref _pass);

    /// <summary>So much of the pass at hand is done; several threads may tell.</summary>
    public void Report(int done, int of) => whole.Report(Math.Min(Most, (Math.Max(0, _pass) + (double)done / of) / Math.Max(1, passes)));
}
