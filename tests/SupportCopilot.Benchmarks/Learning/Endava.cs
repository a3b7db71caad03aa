using SupportCopilot.Learning.Classification;
using SupportCopilot.Learning.Text;

namespace SupportCopilot.Benchmarks.Learning;

/// <summary>
/// Ten stratified 80/20 splits by fixed seeds, figures averaged; whatever is tuned is tuned inside the 80 %. Macro-F1
/// counts every label in the judged part; the one category with a single ticket cannot be held out and stays in training.
/// </summary>
internal static class Endava
{
    private const int Splits = 10;

    public static async Task RunAsync(CancellationToken ct)
    {
        if (!SharedData.TryFind("endava-it-tickets/all_tickets.csv", out var file)) return;
        await MeasureAsync(file, "category", 0.45, ct);
        await MeasureAsync(file, "urgency", 0.55, ct);
    }

    private static async Task MeasureAsync(string file, string column, double target, CancellationToken ct)
    {
        var all = LabelledSet.Read(file, row => TextJoin.Of(row.GetString("title"), row.GetString("body")), column);
        var ours = new List<ClassifierReport>();
        var peers = new List<IReadOnlyList<Figures>>();
        for (var seed = 1; seed <= Splits; seed++)
        {
            var (train, test) = HeldOut.Split(all.Labels, 0.2, seed);
            ours.Add(HeldOut.Evaluate(all.Texts, all.Labels, new LinearClassifierOptions(), 0.2, seed, ct));
            if (await ScikitLearn.RunAsync(all.Take(train), all.Take(test), ct) is { } peer) peers.Add(peer);
        }
        Target.AtLeast($"{column}: macro-F1, mean of {Splits} splits", ours.Average(r => r.MacroF1), target);
        Console.WriteLine($"by split {string.Join(' ', ours.Select(r => $"{r.MacroF1:0.000}"))}; accuracy {ours.Average(r => r.Accuracy):0.0000} (majority {ours.Average(r => r.MajorityShare):0.0000}), calibration error {ours.Average(r => r.CalibrationError):0.0000}");
        foreach (var label in ours.SelectMany(r => r.PerLabel).GroupBy(l => l.Label))
            Console.WriteLine($"  label {label.Key,-3} {label.Average(l => l.Count),6:0.0} judged a split, F1 {label.Average(l => l.F1):0.000}");
        Peer.Print(peers.Count == 0 ? null : [Mean(peers, 0), Mean(peers, 1)]);
    }

    private static Figures Mean(List<IReadOnlyList<Figures>> of, int kind) =>
        new(of.Average(f => f[kind].Accuracy), of.Average(f => f[kind].MacroF1), of.Average(f => f[kind].Seconds));
}
