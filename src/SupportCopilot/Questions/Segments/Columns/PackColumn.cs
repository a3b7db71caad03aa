using System.Runtime.InteropServices;

namespace SupportCopilot.Questions.Segments.Columns;

/// <summary>How the values of a column are written.</summary>
internal enum Packing : byte
{
    /// <summary>Distinct values, then for each row one byte: 0 for none, else the place of its value.</summary>
    Bytes = 1,

    /// <summary>The same with two bytes for each row.</summary>
    Shorts = 2,

    /// <summary>The least value and a unit, then for each row four bytes: 0 for none, else one more than so many units above the least.</summary>
    Offsets = 3,

    /// <summary>Eight bytes for each row; the least number there is for none.</summary>
    Raw = 4,

    /// <summary>Distinct texts, then for each row how many it has, then two bytes for each of them.</summary>
    Lists = 5,
}

/// <summary>What the values of a column are.</summary>
internal enum ValueKind : byte
{
    Whole,
    Real,
    Text,
}

/// <summary>Collects the values of a column, row by row, and packs them in the shortest of a few ways. Linear in the rows.</summary>
internal sealed class PackColumn
{
    private const int WholeSeconds = 1000;   // most desks tell no less

    private readonly List<long> _rows = [];
    private readonly List<byte[]> _texts = [];
    private readonly Dictionary<ulong, int> _textCodes = [];
    private readonly List<int>? _perRow;
    private ValueKind? _kind;
    private int _lastText;

    public PackColumn(bool isList = false) => _perRow = isList ? [] : null;

    /// <summary>Begins a row, which has no value until one is set.</summary>
    public void Begin()
    {
        if (_perRow is null) _rows.Add(PackedColumn.None);
        else _perRow.Add(0);
    }

    public void Set(long whole) => Set(ValueKind.Whole, whole);

    public void Set(double real) => Set(ValueKind.Real, BitConverter.DoubleToInt64Bits(real));

    public void Set(ReadOnlySpan<byte> utf8)
    {
        // Neighbours are often alike, and comparing costs less than looking up.
        var code = _lastText > 0 && utf8.SequenceEqual(_texts[_lastText - 1]) ? _lastText : _lastText = CodeOf(utf8);
        if (_perRow is null)
        {
            Set(ValueKind.Text, code);
            return;
        }

        CollectionsMarshal.AsSpan(_perRow)[^1]++;
        _rows.Add(code);
    }

    public byte[] Pack() => _perRow is not null ? PackLists() : _kind is ValueKind.Text ? PackCodes(ValueKind.Text, _texts.Count, CollectionsMarshal.AsSpan(_rows)) : PackNumbers(_kind ?? ValueKind.Whole);

    private void Set(ValueKind kind, long value)
    {
        if ((_kind ??= kind) != kind) throw new InvalidOperationException($"A column of {_kind} has a value that is {kind}.");
        CollectionsMarshal.AsSpan(_rows)[^1] = value;
    }

    private int CodeOf(ReadOnlySpan<byte> utf8)
    {
        var hash = 14695981039346656037UL;   // FNV-1a; a text that meets another's hash takes the next one
        foreach (var b in utf8) hash = (hash ^ b) * 1099511628211UL;
        for (; ; hash++)
        {
            ref var code = ref CollectionsMarshal.GetValueRefOrAddDefault(_textCodes, hash, out var isKnown);
            if (isKnown && utf8.SequenceEqual(_texts[code - 1])) return code;
            if (isKnown) continue;
            _texts.Add(utf8.ToArray());
            return code = _texts.Count;
        }
    }

    private byte[] PackNumbers(ValueKind kind)
    {
        var rows = CollectionsMarshal.AsSpan(_rows);
        if (Coded(rows) is var (numbers, codes)) return PackCodes(kind, numbers.Count, codes, numbers);

        var (least, most, isWholeSeconds) = ReachOf(rows);
        var unit = isWholeSeconds ? WholeSeconds : 1L;
        if (kind is ValueKind.Whole && (UInt128)((Int128)most - least) / (UInt128)unit < uint.MaxValue - 1)
        {
            var into = new PackedBytes(Packing.Offsets, kind, 2 * sizeof(long) + rows.Length * sizeof(uint));
            into.Add(least);
            into.Add(unit);
            foreach (var value in rows) into.Add(value == PackedColumn.None ? 0u : (uint)((value - least) / unit) + 1);
            return into.All;
        }

        var raw = new PackedBytes(Packing.Raw, kind, rows.Length * sizeof(long));
        foreach (var value in rows) raw.Add(value);
        return raw.All;
    }

    /// <summary>The different numbers and the rows as their places among them; null where there are too many for that to be short.</summary>
    private static (List<long> Numbers, long[] Codes)? Coded(ReadOnlySpan<long> rows)
    {
        var most = Math.Max(byte.MaxValue, Math.Min(ushort.MaxValue, rows.Length / 3));
        var (known, numbers, codes) = (new Dictionary<long, int>(), new List<long>(), new long[rows.Length]);
        var (last, lastCode) = (PackedColumn.None, 0);
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i] != last)
            {
                ref var code = ref CollectionsMarshal.GetValueRefOrAddDefault(known, rows[i], out var isKnown);
                if (!isKnown && rows[i] != PackedColumn.None)
                {
                    numbers.Add(rows[i]);
                    if (numbers.Count > most) return null;
                    code = numbers.Count;
                }

                (last, lastCode) = (rows[i], code);
            }

            codes[i] = lastCode;
        }

        return (numbers, codes);
    }

    private static (long Least, long Most, bool IsWholeSeconds) ReachOf(ReadOnlySpan<long> rows)
    {
        var (least, most) = (long.MaxValue, long.MinValue);
        foreach (var value in rows)
        {
            if (value == PackedColumn.None) continue;
            least = Math.Min(least, value);
            most = Math.Max(most, value);
        }

        foreach (var value in rows)
            if (value != PackedColumn.None && (value - least) % WholeSeconds != 0) return (least, most, false);
        return (least, most, true);
    }

    private byte[] PackCodes(ValueKind kind, int count, ReadOnlySpan<long> codes, List<long>? numbers = null)
    {
        var isShort = count <= byte.MaxValue;
        var into = new PackedBytes(isShort ? Packing.Bytes : Packing.Shorts, kind, sizeof(uint) + (numbers is null ? BytesOfTexts : count * sizeof(long)) + codes.Length * (isShort ? 1 : sizeof(ushort)));
        into.Add((uint)count);
        if (numbers is null) AddTexts(into);
        else foreach (var number in numbers) into.Add(number);
        if (isShort) foreach (var code in codes) into.Add((byte)Math.Max(0, code));   // no value is the least number there is
        else foreach (var code in codes) into.Add(checked((ushort)Math.Max(0, code)));
        return into.All;
    }

    private byte[] PackLists()
    {
        var into = new PackedBytes(Packing.Lists, ValueKind.Text, sizeof(uint) + BytesOfTexts + (_perRow!.Count + _rows.Count) * sizeof(ushort));
        into.Add((uint)_texts.Count);
        AddTexts(into);
        foreach (var count in _perRow!) into.Add(checked((ushort)count));
        foreach (var code in _rows) into.Add(checked((ushort)code));
        return into.All;
    }

    private int BytesOfTexts => _texts.Sum(text => sizeof(uint) + text.Length);

    private void AddTexts(PackedBytes into)
    {
        foreach (var text in _texts)
        {
            into.Add((uint)text.Length);
            into.Add(text);
        }
    }
}

/// <summary>The bytes of a column as it is packed, whose length is known before: a buffer that grows costs more than all the rest.</summary>
internal sealed class PackedBytes
{
    private int _at = 2;

    public PackedBytes(Packing packing, ValueKind kind, int length)
    {
        All = new byte[_at + length];
        (All[0], All[1]) = ((byte)packing, (byte)kind);
    }

    public byte[] All { get; }

    public void Add(byte value) => All[_at++] = value;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(All.AsSpan(_at));
        _at += bytes.Length;
    }

    public void Add(ushort value) => Write(value, sizeof(ushort));

    public void Add(uint value) => Write(value, sizeof(uint));

    public void Add(long value) => Write(value, sizeof(long));

    // Little end first, as every machine has it that runs this; a column is read where it was written.
    private void Write<T>(T value, int length) where T : unmanaged
    {
        MemoryMarshal.Write(All.AsSpan(_at, length), in value);
        _at += length;
    }
}
