using SupportCopilot.Learning.Classification;
using SupportCopilot.Learning.Text;

namespace SupportCopilot.Benchmarks.Learning;

/// <summary>Labels are dealt out at random before training: whoever beats chance then has seen what it must not.</summary>
internal static class Shuffled
{
    public static Task RunAsync(CancellationToken ct)
    {
        Given(ct);
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

    /// <summary>The same for what stands beside the words: values that have nothing to do with the label must not be taken up.</summary>
    private static void Given(CancellationToken ct)
    {
        if (!SharedData.TryFind("endava-it-tickets/all_tickets.csv", out var file)) return;
        var all = LabelledSet.Read(file, row => TextJoin.Of(row.GetString("title"), row.GetString("body")), "urgency", row =>
            [.. new[] { "ticket_type", "category", "sub_category1", "sub_category2", "business_service" }.Select(column => new GivenValue(column, row.GetString(column)!))]);
        for (var seed = 1; seed <= 3; seed++)
        {
            var labels = all.Labels.ToArray();
            new Random(seed).Shuffle(labels);
            var (_, report) = HeldOut.Evaluate(all.Texts, all.Given, labels, new LinearClassifierOptions(), 0.2, seed, ct);
            var limit = report.MajorityShare + (1.96 * Math.Sqrt(report.MajorityShare * (1 - report.MajorityShare) / report.Count));
            Target.AtMost($"with given values: accuracy, seed {seed}, {report.Count} judged (95 % binomial)", report.Accuracy, limit);
            Target.AtMost($"with given values: macro-F1, seed {seed} (chance 0.25 and a bit)", report.MacroF1, 0.28);
        }
    }
}
