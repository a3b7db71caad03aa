using System.Diagnostics;
using System.Text.Json;

namespace SupportCopilot.Benchmarks.Learning;

/// <summary>scikit-learn's LinearSVC on the same kind of TF-IDF, the same given values and the very same split, from Debian's Python.</summary>
internal static class ScikitLearn
{
    private const string Python = "/usr/bin/python3"; // Debian's own: python3-sklearn is not seen by any other

    private const string Script = """
        import json, sys, time, warnings
        from scipy.sparse import hstack
        from sklearn.feature_extraction import DictVectorizer
        warnings.filterwarnings("ignore")
        from sklearn.feature_extraction.text import TfidfVectorizer
        from sklearn.metrics import accuracy_score, f1_score
        from sklearn.pipeline import make_union
        from sklearn.svm import LinearSVC
        data = json.load(sys.stdin)
        for weights in (None, "balanced"):
            start = time.time()
            words = make_union(
                TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=2),
                TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, min_df=2))
            train, test = words.fit_transform(data["trainTexts"]), words.transform(data["testTexts"])
            if any(data["trainGiven"]):
                given = DictVectorizer()
                train = hstack([train, given.fit_transform(data["trainGiven"]) * 0.5]).tocsr()
                test = hstack([test, given.transform(data["testGiven"]) * 0.5]).tocsr()
            model = LinearSVC(C=1, class_weight=weights).fit(train, data["trainLabels"])
            said = model.predict(test)
            macro = f1_score(data["testLabels"], said, average="macro", labels=sorted(set(data["testLabels"])))
            print("%.4f %.4f %.1f" % (accuracy_score(data["testLabels"], said), macro, time.time() - start))
        """;

    /// <returns>Figures without class weights and with balanced ones; null when Python or scikit-learn is not there.</returns>
    public static async Task<IReadOnlyList<Figures>?> RunAsync(LabelledSet train, LabelledSet test, CancellationToken ct)
    {
        if (!File.Exists(Python)) return null;
        using var process = Process.Start(new ProcessStartInfo(Python, ["-c", Script]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        await JsonSerializer.SerializeAsync(
            process.StandardInput.BaseStream,
            new Dictionary<string, object>
            {
                ["trainTexts"] = train.Texts,
                ["trainLabels"] = train.Labels,
                ["trainGiven"] = Given(train),
                ["testTexts"] = test.Texts,
                ["testLabels"] = test.Labels,
                ["testGiven"] = Given(test),
            },
            cancellationToken: ct);
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        if (process.ExitCode != 0) return null;
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Figures.Parse)];
    }

    private static Dictionary<string, string>[] Given(LabelledSet set) =>
        Array.ConvertAll(set.Given, given => given.ToDictionary(value => value.Field, value => value.Value.ToLowerInvariant()));
}
