using CsvHelper;
using SupportCopilot.Learning.Classification;
using SupportCopilot.Learning.Text;
using SupportCopilot.Tickets;
using SupportCopilot.Triage.Training;

namespace SupportCopilot.Benchmarks.Learning;

/// <summary>
/// Ten stratified 80/20 splits by fixed seeds, figures averaged; whatever is tuned is tuned inside the 80 %. Each is judged
/// by the words alone and by what the desk gave the ticket besides, as an import of the file stores it and triage's own rule
/// allows. Macro-F1 counts every label in the judged part; the one category with a single ticket cannot be held out and
/// stays in training.
/// </summary>
internal static class Endava
{
    private const int Splits = 10;
    private const double Hidden = 0.5;   // of the values, in the judged part, to see how it does on tickets that were given less

    public static async Task RunAsync(CancellationToken ct)
    {
        if (!SharedData.TryFind("endava-it-tickets/all_tickets.csv", out var file)) return;
        await MeasureAsync(file, TriageField.Category, 0.45, ct);
        await MeasureAsync(file, TriageField.Urgency, 0.55, ct);
    }

    private static async Task MeasureAsync(string file, TriageField told, double target, CancellationToken ct)
    {
        var all = LabelledSet.Read(file, row => TextJoin.Of(row.GetString("title"), row.GetString("body")), told.Name(), row => Given(row, told));
        var byWords = new List<ClassifierReport>();
        var withGiven = new List<ClassifierReport>();
        var withLess = new List<ClassifierReport>();
        var peersByWords = new List<IReadOnlyList<Figures>>();
        var peersWithGiven = new List<IReadOnlyList<Figures>>();
        for (var seed = 1; seed <= Splits; seed++)
        {
            var (trainRows, testRows) = HeldOut.Split(all.Labels, 0.2, seed);
            var (train, test) = (all.Take(trainRows), all.Take(testRows));
            var classifier = TicketClassifier.Train(train.Texts, train.Given, train.Labels, new LinearClassifierOptions(), ct);
            if (seed == 1) Console.WriteLine($"{told.Name()}: given values of {(classifier.GivenFields.Count == 0 ? "nothing" : string.Join(", ", classifier.GivenFields))}");
            var random = new Random(seed);
            byWords.Add(HeldOut.Judge(classifier.Words, test.Texts, test.Labels, ct));
            withGiven.Add(HeldOut.Judge(classifier, test.Texts, test.Given, test.Labels, ct));
            withLess.Add(HeldOut.Judge(classifier, test.Texts, [.. test.Given.Select(given => given.Where(_ => random.NextDouble() >= Hidden).ToList())], test.Labels, ct));
            if (await ScikitLearn.RunAsync(train.WordsAlone(), test.WordsAlone(), ct) is { } words) peersByWords.Add(words);
            if (await ScikitLearn.RunAsync(train, test, ct) is { } given) peersWithGiven.Add(given);
        }
        Print($"{told.Name()} by words alone", byWords, target, peersByWords);
        Print($"{told.Name()} with given values", withGiven, target, peersWithGiven);
        Print($"{told.Name()} with half of them hidden", withLess, null, []);
    }

    private static void Print(string what, List<ClassifierReport> ours, double? target, List<IReadOnlyList<Figures>> peers)
    {
        var mean = ours.Average(r => r.MacroF1);
        if (target is { } wanted) Target.AtLeast($"{what}: macro-F1, mean of {Splits}", mean, wanted);
        else Console.WriteLine($"{what}: macro-F1 {mean:0.0000}");
        Console.WriteLine($"  by split {string.Join(' ', ours.Select(r => $"{r.MacroF1:0.000}"))}; accuracy {ours.Average(r => r.Accuracy):0.0000} (majority {ours.Average(r => r.MajorityShare):0.0000}), calibration error {ours.Average(r => r.CalibrationError):0.0000}");
        if (target is null) return;
        foreach (var label in ours.SelectMany(r => r.PerLabel).GroupBy(l => l.Label))
            Console.WriteLine($"  label {label.Key,-3} {label.Average(l => l.Count),6:0.0} judged a split, F1 {label.Average(l => l.F1):0.000}");
        Peer.Print(peers.Count == 0 ? null : [Mean(peers, 0), Mean(peers, 1)]);
    }

    /// <summary>The columns as an import maps them; those that tickets leave blank are none.</summary>
    private static List<GivenValue> Given(CsvReader row, TriageField told)
    {
        var columns = new GivenColumns(row.GetString("ticket_type"), null, row.GetString("business_service"), null, row.GetString("category"), row.GetString("sub_category1"));
        TicketField Custom(string name) => new() { Name = name, Value = row.GetString(name)! };
        return GivenBeside.Of(columns, [Custom("sub_category2"), Custom("impact")]).FindAll(value => GivenBeside.MaySpeakFor(told, value.Field));
    }

    private static Figures Mean(List<IReadOnlyList<Figures>> of, int kind) =>
        new(of.Average(f => f[kind].Accuracy), of.Average(f => f[kind].MacroF1), of.Average(f => f[kind].Seconds));
}
