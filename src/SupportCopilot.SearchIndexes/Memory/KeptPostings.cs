using System.Collections.Concurrent;
using SupportCopilot.SearchIndexes.Ranking;

namespace SupportCopilot.SearchIndexes.Memory;

/// <summary>
/// Which documents hold a word, for the words that searches looked up: reading that from the file is most of what a search
/// costs, and few words make most of what is said. What is written later is added to what is kept, so that nothing is missed;
/// of a document that changed a place too many may stay, which only makes it a candidate that is then looked at closely.
/// </summary>
/// <remarks>At most 16 MB for a tenant. Searches may keep beside each other, changes come while none runs.</remarks>
internal sealed class KeptPostings
{
    private const int MostPlaces = 4_000_000;
    private const int OfAWord = 32;          // what an entry takes besides its places
    private const int MostAtOnce = 200;      // documents; beyond that reading anew is cheaper than adding

    private readonly ConcurrentDictionary<string, int[]> _places = new(StringComparer.Ordinal);
    private int _kept;

    /// <summary>The places that hold a word; null where they are not kept.</summary>
    public int[]? Of(string word) => _places.GetValueOrDefault(word);

    /// <summary>Keeps what was read.</summary>
    public void Keep(string word, int[] places)
    {
        if (Interlocked.Add(ref _kept, places.Length + OfAWord) > MostPlaces) Clear();
        _places[word] = places;
    }

    /// <summary>Adds what was written since.</summary>
    public void Add(IReadOnlyCollection<(int Place, string Words)> written)
    {
        if (written.Count > MostAtOnce) Clear();
        if (_places.IsEmpty) return;
        foreach (var (place, words) in written)
        {
            foreach (var word in SearchWords.Distinct(words))
                if (_places.TryGetValue(word, out var places) && Array.IndexOf(places, place) < 0) _places[word] = [.. places, place];
        }
    }

    private void Clear()
    {
        _places.Clear();
        Interlocked.Exchange(ref _kept, 0);
    }
}
