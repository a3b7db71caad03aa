using System.Buffers;

namespace SupportCopilot.SearchIndexes.Ranking;

/// <summary>Weighs the few candidates of a search closely: words by BM25 with the title counting more, and character triples by BM25.</summary>
/// <remarks>Cost: linear in the candidate's words, of which the first <see cref="ReadCharacters"/> characters are read.</remarks>
internal sealed class CandidateScorer : IDisposable
{
    public const int ReadCharacters = 3_000; // a ticket says what it is about at its beginning
    public const float TitleOccurrences = 2; // a word of the title counts as if it stood twice more in the text
    private const double GramRarityPower = 0.5; // rarity of letters is damped: on BANKING77's train part, leave-one-out, .837 → .844 over triples and fours

    private readonly QueryTerms _terms;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _wordPlaces;
    private readonly float[] _wordCounts;
    private readonly float _allRarity;
    private readonly float _averageCharacters;
    private readonly short[] _gramPlaces = ArrayPool<short>.Shared.Rent(CharacterGrams.Count); // place + 1; 0 for what the query does not hold. Lent: a new one for each search would fill the heap of large objects
    private readonly List<float> _gramRarities = [];
    private readonly int[] _gramCounts;

    /// <param name="queryWords">The query's words.</param>
    /// <param name="terms">Those that the index knows.</param>
    /// <param name="statistics">How rare words and triples are.</param>
    /// <param name="averageCharacters">Of the documents that compete; a triple starts at nearly every character.</param>
    public CandidateScorer(string queryWords, QueryTerms terms, TermStatistics statistics, float averageCharacters)
    {
        _terms = terms;
        _wordPlaces = terms.Places.GetAlternateLookup<ReadOnlySpan<char>>();
        _wordCounts = new float[terms.Rarities.Count];
        _allRarity = terms.Rarities.Sum();
        _averageCharacters = averageCharacters;
        Array.Clear(_gramPlaces);
        var query = new QueryGrams(_gramPlaces, _gramRarities, statistics);
        CharacterGrams.Each(Head(queryWords), ref query);
        _gramCounts = new int[_gramRarities.Count];
    }

    /// <summary>Gives back what was lent; nothing can be scored after it.</summary>
    public void Dispose() => ArrayPool<short>.Shared.Return(_gramPlaces);

    /// <summary>Scores one candidate.</summary>
    /// <param name="title">Its title's words.</param>
    /// <param name="words">Its text's words.</param>
    /// <param name="length">Its length over the average of its kind.</param>
    public CandidateScore Score(string title, string words, float length)
    {
        Array.Clear(_wordCounts);
        Array.Clear(_gramCounts);
        CountWords(title, 1 + TitleOccurrences);
        CountWords(Head(words), 1);
        var counter = new CandidateGrams(_gramPlaces, _gramCounts);
        CharacterGrams.Each(title, ref counter);
        CharacterGrams.Each(Head(words), ref counter);
        return Score(title.Length + Head(words).Length, length);
    }

    /// <summary>The same of one that was counted before, as the few articles of a desk are.</summary>
    public CandidateScore Score(CountedDocument counted, float length)
    {
        Array.Clear(_wordCounts);
        Array.Clear(_gramCounts);
        foreach (var (word, occurrences) in counted.Words)
            if (_terms.Places.TryGetValue(word, out var place)) _wordCounts[place] = occurrences;
        foreach (var (gram, times) in counted.Grams)
            if (_gramPlaces[gram] is var place and > 0) _gramCounts[place - 1] = times;
        return Score(counted.Characters, length);
    }

    private CandidateScore Score(int characters, float length)
    {
        float score = 0, held = 0;
        for (var i = 0; i < _wordCounts.Length; i++)
        {
            if (_wordCounts[i] == 0) continue;
            score += _terms.Rarities[i] * Bm25.Weight(_wordCounts[i], length);
            held += _terms.Rarities[i];
        }
        var (grams, gramShare) = ScoreGrams(characters / _averageCharacters);
        return new(score, grams, _allRarity > 0 ? held / _allRarity : 0, gramShare);
    }

    private (float Score, float Share) ScoreGrams(float length)
    {
        float score = 0, held = 0, all = 0;
        for (var i = 0; i < _gramCounts.Length; i++)
        {
            all += _gramRarities[i];
            if (_gramCounts[i] == 0) continue;
            score += _gramRarities[i] * Bm25.Weight(_gramCounts[i], length);
            held += _gramRarities[i];
        }
        return (score, all > 0 ? held / all : 0);
    }

    private void CountWords(ReadOnlySpan<char> words, float occurrences)
    {
        foreach (var range in words.Split(' '))
            if (_wordPlaces.TryGetValue(words[range], out var place)) _wordCounts[place] += occurrences;
    }

    private static ReadOnlySpan<char> Head(string words) => words.AsSpan(0, Math.Min(words.Length, ReadCharacters));

    private readonly struct QueryGrams(short[] places, List<float> rarities, TermStatistics statistics) : ITakeGrams
    {
        public void Take(int gram)
        {
            if (places[gram] != 0) return;
            rarities.Add((float)Math.Pow(statistics.RarityOfGram(gram), GramRarityPower));
            places[gram] = (short)rarities.Count;
        }
    }

    private readonly struct CandidateGrams(short[] places, int[] counts) : ITakeGrams
    {
        public void Take(int gram)
        {
            if (places[gram] is var place and > 0) counts[place - 1]++;
        }
    }
}

/// <summary>How near one candidate is to the query.</summary>
/// <param name="Words">BM25 over words.</param>
/// <param name="Grams">BM25 over character triples.</param>
/// <param name="WordShare">Share of the query's known words that it holds, 0–1, weighted by rarity.</param>
/// <param name="GramShare">The same for triples, of which all count as known.</param>
internal readonly record struct CandidateScore(float Words, float Grams, float WordShare, float GramShare)
{
    private const float LeastGramShare = 0.5f; // half the letters: an inflection or a slip of the keyboard
    private const float LeastLikeness = 0.5f; // below, one shared syllable is enough to be among the nearest of a desk

    /// <summary>Whether it says anything of what was asked, rather than being the nearest of things far away.</summary>
    /// <param name="likeness">Cosine of the meanings; worth nothing where the query holds no word that the desk knows.</param>
    /// <param name="isQueryKnown">Whether it holds one.</param>
    public bool IsNear(float likeness, bool isQueryKnown) => WordShare > 0 || GramShare >= LeastGramShare || (isQueryKnown && likeness >= LeastLikeness);
}
