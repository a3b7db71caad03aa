using System.Globalization;
using SupportCopilot.Replies.Outlook;

namespace SupportCopilot.Benchmarks.Assist;

/// <summary>
/// How the told risks and resolution times do on the newest fifth of a desk's done tickets, learned from the older ones,
/// beside the naive guess; and how long learning takes. The demo desk's tickets come from templates: a real desk is harder.
/// </summary>
internal static class OutlookQuality
{
    private const int Tickets = 20_000;

    public static async Task RunAsync(CancellationToken ct)
    {
        await using var desk = await AssistDesk.CreateAsync(ct);
        await desk.FillAsync(Tickets, ct);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var figures = await desk.LearnOutlookAsync(ct);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"learned from {figures.Tickets:N0} done tickets of the demo desk in {clock.Elapsed.TotalSeconds:0.0} s"));
        if (figures.Risk is { } risk)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {risk.Tickets:N0} judged, {risk.Share:P1} went wrong: Brier {risk.Brier:0.0000}, always the usual share {risk.NaiveBrier:0.0000}"));
            Target.AtMost("  Brier against the naive guess's", risk.Brier / risk.NaiveBrier, 1);
        }
        if (figures.Time is { } time)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {time.Tickets:N0} judged: within the 80 % range {time.Coverage:P1}, one range for all {time.NaiveCoverage:P1}; half missed by at most a factor of {time.MedianFactor:0.00}, the usual time by {time.NaiveMedianFactor:0.00}"));
            Target.AtLeast("  coverage of the 80 % range", time.Coverage, 0.75);
        }
    }
}
