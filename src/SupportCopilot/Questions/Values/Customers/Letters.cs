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
