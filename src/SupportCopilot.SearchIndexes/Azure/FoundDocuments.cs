using System.Text.Json.Nodes;
using SupportCopilot.Knowledge;
using SupportCopilot.SearchIndexes.Ranking;

namespace SupportCopilot.SearchIndexes.Azure;

/// <summary>Reads what the service found. It tells an order alone; how near a document is in words and meaning is worked out here, on the scales of the embedded index.</summary>
internal static class FoundDocuments
{
    public static IReadOnlyList<SearchHit> Of(IReadOnlyList<JsonObject> found, string words, float[]? meaning)
    {
        var asked = SearchWords.Distinct(words);
        var held = found.Select(each => SearchWords.Distinct(SearchWords.Of($"{Text(each, "title")} {Text(each, "words")}"))).ToList();
        // How rare a word is among what was found stands in for the whole index; words that none of them holds are not known to count.
        var rarity = asked.ToDictionary(word => word, word => held.Count(each => each.Contains(word)) is > 0 and var times ? Bm25.Rarity(times, Math.Max(found.Count, LeastDocuments)) : 0f);
        var all = rarity.Values.Sum();
        return
        [
            .. found.Select((each, i) => new SearchHit(
                new SearchKey(Text(each, "kind") == "ticket" ? SearchKind.Ticket : SearchKind.Article, each["id"]!.GetValue<long>()),
                each["@search.rerankerScore"]?.GetValue<double>() ?? each["@search.score"]!.GetValue<double>(),
                meaning is not null && MeaningOf(each) is { } own ? Cosine(meaning, own) : 0,
                all > 0 ? asked.Where(held[i].Contains).Sum(word => rarity[word]) / all : 0)),
        ];
    }

    private const int LeastDocuments = 50;   // among fewer, one word in each of them would count for nothing

    public static float[]? MeaningOf(JsonObject found) => found["meaning"] is JsonArray { Count: > 0 } numbers ? [.. numbers.Select(number => number!.GetValue<float>())] : null;

    private static string Text(JsonObject found, string field) => found[field]?.GetValue<string>() ?? "";

    private static double Cosine(float[] one, float[] other)
    {
        if (one.Length != other.Length) return 0;
        var (dot, a, b) = (0.0, 0.0, 0.0);
        for (var i = 0; i < one.Length; i++)
        {
            dot += one[i] * other[i];
            a += one[i] * one[i];
            b += other[i] * other[i];
        }
        return a == 0 || b == 0 ? 0 : dot / Math.Sqrt(a * b);
    }
}
