using System.Diagnostics;
using System.Globalization;
using SupportCopilot.Benchmarks.Learning;
using SupportCopilot.Learning.Clustering;
using SupportCopilot.Learning.Likeness;
using SupportCopilot.SearchIndexes.Ranking;

namespace SupportCopilot.Benchmarks.Clusters;

/// <summary>
/// Are the clusters those that people would make? The cut is fixed on Bitext and reported on BANKING77's test part. Each
/// set is a desk of its own: its LSA is learned from the very texts that are clustered, as the index does, without labels.
/// </summary>
internal static class ClusterQuality
{
    private const double Slack = 0.95;   // of the best ARI: the tightest cut that reaches it is taken

    public static async Task RunAsync(CancellationToken ct)
    {
        if (SharedData.TryFind("bitext-27-intents", out var bitext)) Fix(Bitext(bitext), ct);
        if (!SharedData.TryFind("banking77", out var banking)) return;

        var set = LabelledSet.Banking77(banking, "test.csv");
        var (vectors, known) = (Vectors(set, ct), Known(set));
        var clock = Stopwatch.StartNew();
        var found = FindGroups.Run(vectors, FindGroups.Cut, null, ct);
        Console.WriteLine($"BANKING77, test part: {Figures(known, found)}, in {clock.Elapsed.TotalSeconds:0.0} s");
        Target.AtLeast("ARI", ClusterAgreement.AdjustedRand(known, found), 0.32);
        Target.AtLeast("share in clusters of five or more", Covered(found), 0.84);
        await ClusterPeers.PrintAsync(vectors, known, found, ct);
    }

    private static void Fix(LabelledSet set, CancellationToken ct)
    {
        var (vectors, known) = (Vectors(set, ct), Known(set));
        var curve = new List<(double Cut, double Rand)>();
        for (var cut = 0.40; cut < 0.901; cut += 0.05)
        {
            var found = FindGroups.Run(vectors, cut, null, ct);
            curve.Add((cut, ClusterAgreement.AdjustedRand(known, found)));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Bitext, cut {cut:0.00}: {Figures(known, found)}"));
        }
        var best = curve.Max(point => point.Rand);
        var chosen = curve.First(point => point.Rand >= Slack * best).Cut;
        Target.AtMost("the cut that Bitext chooses, against the one in use", Math.Abs(chosen - FindGroups.Cut), 0.001);
    }

    private static LabelledSet Bitext(string folder)
    {
        var parts = Directory.EnumerateFiles(folder, "*.csv").Order(StringComparer.Ordinal)
            .Select(file => LabelledSet.Read(file, row => row.GetString("utterance")!, "intent")).ToList();
        return new LabelledSet([.. parts.SelectMany(part => part.Texts)], [.. parts.SelectMany(part => part.Labels)]);
    }

    private static VectorSet Vectors(LabelledSet set, CancellationToken ct)
    {
        var words = Array.ConvertAll(set.Texts, SearchWords.Of);
        var model = LsaModel.Train(words, new LsaOptions(), null, ct);
        var vectors = new VectorSet(new float[words.Length * model.Dimensions], model.Dimensions);
        Parallel.For(0, words.Length, row => model.Embed(words[row]).CopyTo(vectors[row]));
        vectors.Centre();
        return vectors;
    }

    private static int[] Known(LabelledSet set)
    {
        var numbers = set.Labels.Distinct().Index().ToDictionary(label => label.Item, label => label.Index);
        return Array.ConvertAll(set.Labels, label => numbers[label]);
    }

    private static double Covered(int[] found) => found.CountBy(group => group).Where(group => group.Value >= 5).Sum(group => group.Value) / (double)found.Length;

    private static string Figures(int[] known, int[] found) => string.Create(
        CultureInfo.InvariantCulture,
        $"AMI {ClusterAgreement.AdjustedMutualInformation(known, found):0.000}, ARI {ClusterAgreement.AdjustedRand(known, found):0.000}, {found.Distinct().Count()} groups for {known.Distinct().Count()} intents, {found.CountBy(g => g).Count(g => g.Value >= 5)} of five or more with {Covered(found):0.000} of all");
}
