using System.Runtime.InteropServices;

namespace SupportCopilot.SearchIndexes.Ranking;

/// <summary>A document as the closer look needs it, counted once: each word with its weight, each character triple with how often it stands there.</summary>
internal sealed class CountedDocument
{
    /// <param name="title">Its title's words.</param>
    /// <param name="words">Its text's words, of which the beginning counts.</param>
    public CountedDocument(string title, string words)
    {
        var head = words.AsSpan(0, Math.Min(words.Length, CandidateScorer.ReadCharacters));
        var (counts, grams) = (new Dictionary<string, float>(StringComparer.Ordinal), new Dictionary<int, int>());
        Count(title, 1 + CandidateScorer.TitleOccurrences, counts);
        Count(head, 1, counts);
        var counter = new Counter(grams);
        CharacterGrams.Each(title, ref counter);
        CharacterGrams.Each(head, ref counter);
        Words = [.. counts.Select(word => (word.Key, word.Value))];
        Grams = [.. grams.Select(gram => (gram.Key, gram.Value))];
        Characters = title.Length + head.Length;
    }

    public (string Word, float Occurrences)[] Words { get; }

    public (int Gram, int Times)[] Grams { get; }

    public int Characters { get; }

    private static void Count(ReadOnlySpan<char> words, float occurrences, Dictionary<string, float> counts)
    {
        foreach (var range in words.Split(' '))
            if (!words[range].IsEmpty) CollectionsMarshal.GetValueRefOrAddDefault(counts, words[range].ToString(), out _) += occurrences;
    }

    private readonly struct Counter(Dictionary<int, int> grams) : ITakeGrams
    {
        public void Take(int gram) => CollectionsMarshal.GetValueRefOrAddDefault(grams, gram, out _)++;
    }
}
