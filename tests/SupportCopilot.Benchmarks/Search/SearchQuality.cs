using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using SupportCopilot.Benchmarks.Learning;
using SupportCopilot.Knowledge;
using SupportCopilot.SearchIndexes.Embedded;
using SupportCopilot.SearchIndexes.Files;
using SupportCopilot.SearchIndexes.Ranking;

namespace SupportCopilot.Benchmarks.Search;

/// <summary>
/// Is the first hit of the same intent? BANKING77's train.csv is the index, which knows no labels. Choices were made by
/// leave-one-out over train.csv; test.csv is asked once, with what was fixed.
/// </summary>
internal static class SearchQuality
{
    private const int Tenant = 1;
    private const int LeaveOneOut = 3_000; // of 10,003, evenly taken

    public static async Task RunAsync(CancellationToken ct)
    {
        if (!SharedData.TryFind("banking77", out var folder)) return;
        var train = LabelledSet.Banking77(folder, "train.csv");
        var test = LabelledSet.Banking77(folder, "test.csv");
        var directory = Directory.CreateTempSubdirectory("search-quality").FullName;
        try
        {
            using (var index = new EmbeddedSearchIndex(directory, TimeProvider.System, NullLogger<EmbeddedSearchIndex>.Instance))
            {
                await index.RebuildAsync(Tenant, () => Documents(train.Texts), null, ct);
                await AskOnce(index, train, test, ct);
            }
            CompareParts(directory, train);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static async Task AskOnce(ISearchIndex index, LabelledSet train, LabelledSet test, CancellationToken ct)
    {
        var right = 0;
        for (var i = 0; i < test.Texts.Length; i++)
        {
            var hits = await index.SearchAsync(new(Tenant, SearchKind.Ticket, test.Texts[i], 1), ct);
            if (hits.Count > 0 && train.Labels[hits[0].Key.Id] == test.Labels[i]) right++;
        }
        Target.AtLeast("same-intent precision@1, test against train", (double)right / test.Texts.Length, 0.83);
    }

    private static void CompareParts(string directory, LabelledSet train)
    {
        using var index = new LoadedIndex(new IndexFolder(directory, Tenant).CurrentPath()!, Tenant);
        foreach (var weights in new RankingWeights[] { new(1, 0, 0), new(0, 1, 0), new(0, 0, 1), new(1, 0, 1), new(0, 1, 1), new(1, 1, 1), new(1, 2, 2), new(1, 3, 2) })
        {
            var asked = Enumerable.Range(0, LeaveOneOut).Select(i => (int)((long)i * train.Texts.Length / LeaveOneOut)).ToArray();
            var right = 0;
            Parallel.ForEach(asked, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i =>
            {
                var query = new SearchQuery(Tenant, SearchKind.Ticket, train.Texts[i], 1) { Except = new SearchKey(SearchKind.Ticket, i) };
                var hit = Searcher.Search(index, query, weights).FirstOrDefault();
                if (train.Labels[hit.Key.Id] == train.Labels[i]) Interlocked.Increment(ref right);
            });
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"leave-one-out on train: words × {weights.Words}, triples × {weights.Grams}, meanings × {weights.Meanings}   {(double)right / asked.Length:0.0000}"));
        }
    }

    private static async IAsyncEnumerable<SearchDocument> Documents(string[] texts)
    {
        await Task.CompletedTask;
        for (var i = 0; i < texts.Length; i++) yield return new(new(SearchKind.Ticket, i), "", texts[i]);
    }
}
