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
        var candidates = few ?? [.. WordCandidates.Find(connection, terms, index.Table, filter, limit).Union(index.Table.Nearest(vector, filter, limit)).Order()];
        using var scorer = new CandidateScorer(words, terms, statistics, index.Table.AverageCharacters(query.Kind));
        var scored = Score(connection, index.Table, candidates, scorer, vector, terms.Places.Count > 0, areKept: few is not null);
        return Best(scored, query.Limit, weights);
    }

    private static List<Scored> Score(SqliteConnection connection, DocumentTable table, int[] candidates, CandidateScorer scorer, float[] vector, bool isQueryKnown, bool areKept)
    {
        var scored = new List<Scored>(candidates.Length);
        using var read = connection.Command("SELECT title, words FROM documents WHERE row = $row", ("$row", null));
        foreach (var place in candidates)
        {
            if ((areKept ? ScoreKept(place) : ScoreRead(place)) is not { } score) continue; // removed since the table was brought up to date
            var likeness = table.Likeness(place, vector);
            if (score.IsNear(likeness, isQueryKnown)) scored.Add(new(new(table[place].Kind, table[place].Id), score, likeness));
        }
        return scored;

        CandidateScore? ScoreKept(int place) => table.Counted(place, at => Read(at, (title, words) => new CountedDocument(title, words))) is { } counted
            ? scorer.Score(counted, table.RelativeLength(place)) : null;

        CandidateScore? ScoreRead(int place) => Read<CandidateScore?>(place, (title, words) => scorer.Score(title, words, table.RelativeLength(place)));

        T? Read<T>(int place, Func<string, string, T> make)
        {
            read.Parameters[0].Value = place + 1L;
            using var row = read.ExecuteReader();
            return row.Read() ? make(row.GetString(0), row.GetString(1)) : default;
        }
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
