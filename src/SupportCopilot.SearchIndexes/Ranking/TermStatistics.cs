using System.Runtime.InteropServices;

namespace SupportCopilot.SearchIndexes.Ranking;

/// <summary>
/// In how many documents each word and each character triple stands, by hash. Two words with one hash count as one,
/// which makes a rare word look a little less rare and nothing else. Holds no text.
/// </summary>
/// <remarks>Not safe for a writer beside readers. 4.3 MB.</remarks>
internal sealed class TermStatistics
{
    private const int WordSlots = 1 << 20; // a desk of 100,000 tickets has some 200,000 words

    private readonly int[] _words;
    private readonly int[] _grams;
    private readonly HashSet<int> _seen = [];

    public TermStatistics() : this(new int[WordSlots], new int[CharacterGrams.Count], 0)
    {
    }

    private TermStatistics(int[] words, int[] grams, int documents)
    {
        _words = words;
        _grams = grams;
        Documents = documents;
    }

    /// <summary>Documents counted.</summary>
    public int Documents { get; private set; }

    /// <summary>Counts one document in. What is replaced later is not counted out: frequencies drift by that until the next rebuild.</summary>
    public void Add(ReadOnlySpan<char> words)
    {
        Documents++;
        _seen.Clear();
        foreach (var range in words.Split(' '))
            if (!words[range].IsEmpty && _seen.Add(Slot(words[range]))) _words[Slot(words[range])]++;
        _seen.Clear();
        var counter = new Counter(_grams, _seen);
        CharacterGrams.Each(words, ref counter);
    }

    /// <summary>Documents that hold the word; 0 for an unknown one.</summary>
    public int FrequencyOf(ReadOnlySpan<char> word) => _words[Slot(word)];

    /// <summary>How telling a word is: 0 in every document, larger the rarer (BM25's inverse document frequency).</summary>
    public float RarityOf(ReadOnlySpan<char> word) => Bm25.Rarity(_words[Slot(word)], Documents);

    /// <summary>How telling a character triple is.</summary>
    public float RarityOfGram(int gram) => Bm25.Rarity(_grams[gram], Documents);

    public byte[] ToBytes()
    {
        var bytes = new byte[sizeof(int) * (1 + _words.Length + _grams.Length)];
        var numbers = MemoryMarshal.Cast<byte, int>(bytes);
        numbers[0] = Documents;
        _words.CopyTo(numbers[1..]);
        _grams.CopyTo(numbers[(1 + _words.Length)..]);
        return bytes;
    }

    /// <exception cref="InvalidDataException">The bytes have another length.</exception>
    public static TermStatistics FromBytes(byte[] bytes)
    {
        if (bytes.Length != sizeof(int) * (1 + WordSlots + CharacterGrams.Count)) throw new InvalidDataException("The term statistics of the index have a wrong length.");
        var numbers = MemoryMarshal.Cast<byte, int>(bytes);
        return new(numbers.Slice(1, WordSlots).ToArray(), numbers[(1 + WordSlots)..].ToArray(), numbers[0]);
    }

    // FNV-1a with a last mixing step: the same in every process, as it is stored.
    private static int Slot(ReadOnlySpan<char> word)
    {
        var hash = 2166136261u;
        foreach (var c in word) hash = (hash ^ c) * 16777619u;
        hash = (hash ^ (hash >> 16)) * 0x85EBCA6Bu;
        return (int)((hash ^ (hash >> 13)) & (WordSlots - 1));
    }

    private readonly struct Counter(int[] counts, HashSet<int> seen) : ITakeGrams
    {
        public void Take(int gram)
        {
            if (seen.Add(gram)) counts[gram]++;
        }
    }
}
