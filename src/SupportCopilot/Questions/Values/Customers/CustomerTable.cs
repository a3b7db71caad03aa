using System.Collections.Concurrent;
using System.Text;

namespace SupportCopilot.Questions.Values.Customers;

/// <summary>
/// The customers of a desk whose name is nobody else's, found by their folded name: about sixty bytes each beside its
/// letters, so that a million fit where objects would take half a gigabyte. Never changes once it is made; a look-up costs
/// a hash of the name and a comparison or two.
/// </summary>
internal sealed class CustomerTable
{
    private const int MostFound = 4_096;
    private const int MostOnStack = 512;   // bytes

    private readonly Letters _keys, _names;
    private readonly long[] _ids;
    private readonly int[] _slots;   // one more than a place; 0 for none
    private readonly Dictionary<ulong, byte> _lengths;
    private readonly ConcurrentDictionary<int, ValueMatch[]> _found = new();

    /// <param name="keys">The folded names.</param>
    /// <param name="names">The names as they are written.</param>
    /// <param name="ids">Our own numbers; 0 for who is not in the table after all.</param>
    /// <param name="slots">Places by the hash of their key, each in the first free slot from there on.</param>
    /// <param name="lengths">How many words the longest name has that begins with a word, by the word's hash.</param>
    public CustomerTable(Letters keys, Letters names, long[] ids, int[] slots, Dictionary<ulong, byte> lengths) =>
        (_keys, _names, _ids, _slots, _lengths) = (keys, names, ids, slots, lengths);

    public static CustomerTable None { get; } = new(new Letters(), new Letters(), [], [0], []);

    /// <summary>Each of them.</summary>
    public IEnumerable<KnownValue> All => Enumerable.Range(0, _ids.Length).Where(place => _ids[place] != 0).Select(Value);

    /// <summary>How many there are at most.</summary>
    public int Count => _ids.Length;

    /// <summary>Some of those that have a folded word in their name.</summary>
    public IEnumerable<KnownValue> WithWord(string word, int most) => _keys.WithWord(Encoding.UTF8.GetBytes(word)).Where(place => _ids[place] != 0).Take(most).Select(Value);

    /// <summary>The customer of a folded name; none where nobody has it.</summary>
    public ValueMatch[] Find(string key)
    {
        if (_ids.Length == 0 || key.Length == 0) return [];
        var most = Encoding.UTF8.GetMaxByteCount(key.Length);
        Span<byte> bytes = most <= MostOnStack ? stackalloc byte[most] : new byte[most];
        bytes = bytes[..Encoding.UTF8.GetBytes(key, bytes)];
        for (var slot = SlotOf(HashOf(bytes), _slots.Length); _slots[slot] != 0; slot = (slot + 1) & (_slots.Length - 1))
        {
            var place = _slots[slot] - 1;
            if (_keys[place].SequenceEqual(bytes)) return _ids[place] == 0 ? [] : FoundAt(place);
        }

        return [];
    }

    /// <summary>How many words the longest name has that begins with a folded word; 0 where none does.</summary>
    public int LongestFrom(string word) => _lengths.Count == 0 ? 0 : _lengths.GetValueOrDefault(HashOf(Encoding.UTF8.GetBytes(word)));

    /// <summary>Hands over each folded name.</summary>
    public void EachKey(Action<string> take)
    {
        for (var place = 0; place < _ids.Length; place++)
            if (_ids[place] != 0) take(Encoding.UTF8.GetString(_keys[place]));
    }

    /// <summary>FNV-1a.</summary>
    public static ulong HashOf(ReadOnlySpan<byte> utf8)
    {
        var hash = 14695981039346656037UL;
        foreach (var b in utf8) hash = (hash ^ b) * 1099511628211UL;
        return hash;
    }

    /// <summary>Where the search for a hash begins, among a power of two of slots.</summary>
    public static int SlotOf(ulong hash, int slots) => (int)((hash ^ hash >> 32) & (ulong)(slots - 1));

    // The same objects each time: who looks a value up compares it.
    private ValueMatch[] FoundAt(int place)
    {
        if (_found.Count > MostFound) _found.Clear();
        return _found.GetOrAdd(place, at => [new ValueMatch(Value(at), 0)]);
    }

    private KnownValue Value(int place)
    {
        var name = Encoding.UTF8.GetString(_names[place]);
        return new KnownValue("requester", name, [name]) { Ids = [_ids[place]] };
    }
}
