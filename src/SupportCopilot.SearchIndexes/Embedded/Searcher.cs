using Microsoft.Data.Sqlite;
using SupportCopilot.Knowledge;
using SupportCopilot.SearchIndexes.Files;
using SupportCopilot.SearchIndexes.Memory;
using SupportCopilot.SearchIndexes.Ranking;

namespace SupportCopilot.SearchIndexes.Embedded;

/// <summary>
/// One search in two stages: candidates by shared informative words and by nearness of meaning, then three rankings of
/// them (words, character triples, meanings) fused by reciprocal rank.
/// </summary>
internal static class Searcher
{
    private const int LeastCandidates = 100; // of each way: ranked closely, as what is not among them is never found

    public static IReadOnlyList<SearchHit> Search(LoadedIndex index, SearchQuery query) => Search(index, query, RankingWeights.Fixed);

    public static IReadOnlyList<SearchHit> Search(LoadedIndex index, SearchQuery query, RankingWeights weights)
    {
        var words = SearchWords.Of(query.Text);
        if (words.Length == 0) return [];
        var filter = new SearchFilter(query);
        var statistics = index.About.Statistics;
        var terms = new QueryTerms(words, statistics);
        var vector = index.About.Model?.Embed(words) ?? [];
        var limit = Math.Max(LeastCandidates, query.Limit);

        using var connection = IndexFile.Open(index.Path);
        var few = index.Table.AllIfFew(vector, filter, limit);
        var candidates = few ?? [.. WordCandidates.Find(connection, index.Postings, terms, index.Table, filter, limit).Union(index.Table.Nearest(vector, filter, limit)).Order()];
        using var scorer = new CandidateScorer(words, terms, statistics, index.Table.AverageCharacters(query.Kind));
        var scored = Score(connection, index.Table, candidates, scorer, vector, terms.Places.Count > 0, areKept: few is not null);
        return Best(scored, query.Limit, weights);
    }

    private static List<Scored> Score(SqliteConnection connection, DocumentTable table, int[] candidates, CandidateScorer scorer, float[] vector, bool isQueryKnown, bool areKept)
    {
        var scored = new List<Scored>(candidates.Length);
        foreach (var (place, score) in areKept ? Kept(connection, table, candidates, scorer) : Read(connection, table, candidates, scorer))
        {
            var likeness = table.Likeness(place, vector);
            if (score.IsNear(likeness, isQueryKnown)) scored.Add(new(new(table[place].Kind, table[place].Id), score, likeness));
        }
        return scored;
    }

    /// <summary>The scores of candidates whose words are read; one that was removed since the table was brought up to date is left out.</summary>
    private static IEnumerable<(int Place, CandidateScore Score)> Read(SqliteConnection connection, DocumentTable table, IEnumerable<int> candidates, CandidateScorer scorer)
    {
        foreach (var (place, title, words) in WordsOf(connection, candidates)) yield return (place, scorer.Score(title, words, table.RelativeLength(place)));
    }

    /// <summary>The same of the few that every search looks at: they are counted once, and again when they change.</summary>
    private static IEnumerable<(int Place, CandidateScore Score)> Kept(SqliteConnection connection, DocumentTable table, int[] candidates, CandidateScorer scorer)
    {
        var unknown = candidates.Where(place => table.Counted(place) is null).ToList();
        foreach (var (place, title, words) in WordsOf(connection, unknown)) table.KeepCounted(place, new CountedDocument(title, words));
        foreach (var place in candidates)
            if (table.Counted(place) is { } counted) yield return (place, scorer.Score(counted, table.RelativeLength(place)));
    }

    private static IEnumerable<(int Place, string Title, string Words)> WordsOf(SqliteConnection connection, IEnumerable<int> places)
    {
        var rows = $"[{string.Join(',', places.Select(place => place + 1L))}]";   // one statement: asking for each costs more than reading it
        if (rows.Length == 2) yield break;
        using var read = connection.Command("SELECT d.row, d.title, d.words FROM json_each($rows) r CROSS JOIN documents d ON d.row = r.value", ("$rows", rows));
        using var row = read.ExecuteReader();
        while (row.Read()) yield return ((int)(row.GetInt64(0) - 1), row.GetString(1), row.GetString(2));
    }

    private static IReadOnlyList<SearchHit> Best(List<Scored> scored, int limit, RankingWeights weights)
    {
        var fused = new float[scored.Count];
        RankFusion.Add(scored.Select(s => s.Score.Words).ToArray(), weights.Words, fused);
        RankFusion.Add(scored.Select(s => s.Score.Grams).ToArray(), weights.Grams, fused);
        RankFusion.Add(scored.Select(s => s.Likeness).ToArray(), weights.Meanings, fused);
        return [.. scored.Select((s, i) => new SearchHit(s.Key, fused[i], s.Likeness, s.Score.WordShare))
            .OrderByDescending(hit => hit.Score).ThenByDescending(hit => hit.Key.Id).Take(limit)];
    }

    private readonly record struct Scored(SearchKey Key, CandidateScore Score, float Likeness);
}
