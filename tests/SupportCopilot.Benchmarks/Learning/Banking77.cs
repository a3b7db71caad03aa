using System.Diagnostics;
using SupportCopilot.Learning.Classification;

namespace SupportCopilot.Benchmarks.Learning;

/// <summary>Trained on BANKING77's train.csv, judged on its test.csv; options are the defaults.</summary>
internal static class Banking77
{
    public static async Task RunAsync(CancellationToken ct)
    {
        if (!SharedData.TryFind("banking77", out var folder)) return;
        var train = LabelledSet.Banking77(folder, "train.csv");
        var test = LabelledSet.Banking77(folder, "test.csv");

        var clock = Stopwatch.StartNew();
        var classifier = LinearClassifier.Train(train.Texts, train.Labels, new LinearClassifierOptions(), ct);
        var trained = clock.Elapsed.TotalSeconds;
        var report = HeldOut.Judge(classifier, test.Texts, test.Labels, ct);
        clock.Restart();
        var top3 = test.Texts.Zip(test.Labels).Count(t => classifier.Predict(t.First).Any(s => s.Label == t.Second)) / (double)test.Texts.Length;
        var perText = clock.Elapsed.TotalMilliseconds / test.Texts.Length;

        Target.AtLeast("accuracy, test against train", report.Accuracy, 0.91);
        Console.WriteLine($"macro-F1 {report.MacroF1:0.0000}, right among the first three {top3:0.0000}, calibration error {report.CalibrationError:0.0000}");
        Console.WriteLine($"trained with calibration in {trained:0.0} s, {perText:0.000} ms a text");
        Peer.Print(await ScikitLearn.RunAsync(train, test, ct));
    }
}
