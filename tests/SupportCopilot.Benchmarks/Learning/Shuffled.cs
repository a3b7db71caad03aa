using SupportCopilot.Learning.Classification;

namespace SupportCopilot.Benchmarks.Learning;

/// <summary>Labels are dealt out at random before training: whoever beats chance then has seen what it must not.</summary>
internal static class Shuffled
{
    public static Task RunAsync(CancellationToken ct)
    {
        if (!SharedData.TryFind("banking77", out var folder)) return Task.CompletedTask;
        var all = LabelledSet.Banking77(folder, "train.csv");
        for (var seed = 1; seed <= 3; seed++)
        {
            var labels = all.Labels.ToArray();
            new Random(seed).Shuffle(labels);
            var report = HeldOut.Evaluate(all.Texts, labels, new LinearClassifierOptions(), 0.2, seed, ct);
            // Guessing by any rule that knows nothing is right as often as the most frequent label at best.
            var limit = report.MajorityShare + (1.96 * Math.Sqrt(report.MajorityShare * (1 - report.MajorityShare) / report.Count));
            Target.AtMost($"accuracy, seed {seed}, {report.Count} judged (95 % binomial)", report.Accuracy, limit);
        }
        return Task.CompletedTask;
    }
}
