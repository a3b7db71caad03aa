using System.Buffers;
using Microsoft.Data.Sqlite;
using SupportCopilot.SearchIndexes.Files;
using SupportCopilot.SearchIndexes.Memory;
using SupportCopilot.SearchIndexes.Ranking;

namespace SupportCopilot.SearchIndexes.Embedded;

/// <summary>
/// The documents that share the query's informative words. FTS5 gives which documents hold a word; they are weighed
/// here by BM25 as if each word stood once, as FTS5's own bm25() takes a microsecond a document and this a tenth of it.
/// </summary>
internal static class WordCandidates
{
    public static IEnumerable<int> Find(SqliteConnection connection, KeptPostings kept, QueryTerms terms, DocumentTable table, SearchFilter filter, int limit)
    {
        var scores = ArrayPool<float>.Shared.Rent(table.Size);
        try
        {
            scores.AsSpan(0, table.Size).Clear();
            var touched = new List<int>();
            using var holders = connection.Command("SELECT rowid FROM terms WHERE terms MATCH $word", ("$word", null));
            foreach (var (word, rarity) in terms.Informative()) AddHolders(kept.Of(word) ?? Read(holders, word, kept), rarity, scores.AsSpan(0, table.Size), touched);

            var best = new BestOf(limit);
            foreach (var place in touched)
                if (filter.Allows(table[place])) best.Offer(place, scores[place] * Bm25.Weight(1, table.RelativeLength(place)));
            return best.Rows;
        }
        finally
        {
            ArrayPool<float>.Shared.Return(scores);
        }
    }

    private static int[] Read(SqliteCommand holders, string word, KeptPostings kept)
    {
        holders.Parameters[0].Value = $"\"{word}\""; // letters and digits only, and quoted: AND, NEAR and * are words like any other
        var places = new List<int>();
        using (var row = holders.ExecuteReader())
            while (row.Read()) places.Add((int)(row.GetInt64(0) - 1));
        int[] read = [.. places];
        kept.Keep(word, read);
        return read;
    }

    private static void AddHolders(int[] places, float rarity, Span<float> scores, List<int> touched)
    {
        foreach (var place in places)
        {
            if (place >= scores.Length) continue; // written after the table was brought up to date: found by the next search
            if (scores[place] == 0) touched.Add(place);
            scores[place] += Math.Max(rarity, float.Epsilon);
        }
    }
}
