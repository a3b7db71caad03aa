namespace SupportCopilot.Questions.Values.Customers;

/// <summary>Many short texts one after the other, in UTF-8.</summary>
internal sealed class Letters
{
    private const int First = 1 << 12;

    private byte[] _bytes = [];
    private int[] _ends = [];

    public int Count { get; private set; }

    public ReadOnlySpan<byte> this[int place] => _bytes.AsSpan(StartOf(place), _ends[place] - StartOf(place));

    public void Add(ReadOnlySpan<byte> text)
    {
        var start = Count == 0 ? 0 : _ends[Count - 1];
        var end = checked(start + text.Length);
        if (end > _bytes.Length) Array.Resize(ref _bytes, Math.Max(First, Math.Max(end, Grown(_bytes.Length))));
        if (Count == _ends.Length) Array.Resize(ref _ends, Math.Max(First, Grown(Count)));
        text.CopyTo(_bytes.AsSpan(start));
        _ends[Count++] = end;
    }

    /// <summary>
    /// The places of texts that have a word in them, between spaces or ends. All letters lie side by side, so that the processor's
    /// wide instructions look through those of a million names in some milliseconds.
    /// </summary>
    public IEnumerable<int> WithWord(byte[] word)
    {
        if (word.Length == 0 || Count == 0) yield break;
        var end = _ends[Count - 1];
        for (var at = 0; at < end;)
        {
            var found = _bytes.AsSpan(at, end - at).IndexOf(word);
            if (found < 0) yield break;
            found += at;
            at = found + 1;
            var place = Array.BinarySearch(_ends, 0, Count, found + 1);   // the first text that ends behind the word's first letter
            if (place < 0) place = ~place;
            var (start, after) = (StartOf(place), found + word.Length);
            if (after > _ends[place] || found > start && _bytes[found - 1] != ' ' || after < _ends[place] && _bytes[after] != ' ') continue;
            yield return place;
            at = _ends[place];
        }
    }

    /// <summary>Gives back the room that is not needed.</summary>
    public Letters Trimmed()
    {
        Array.Resize(ref _ends, Count);
        Array.Resize(ref _bytes, Count == 0 ? 0 : _ends[^1]);
        return this;
    }

    private int StartOf(int place) => place == 0 ? 0 : _ends[place - 1];

    private static int Grown(int size) => size + size / 2;
}
