using System.Buffers.Binary;

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
    private readonly List<long> _rows = [];
    private readonly List<byte[]> _texts = [];
    private readonly Dictionary<ulong, int> _textCodes = [];
    private readonly List<int>? _perRow;
    private ValueKind? _kind;

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
        var code = CodeOf(utf8);
        if (_perRow is null)
        {
            Set(ValueKind.Text, code);
            return;
        }

        _perRow[^1]++;
        _rows.Add(code);
    }

    public byte[] Pack()
    {
        var into = new MemoryStream();
        if (_perRow is not null) PackLists(into);
        else if (_kind is ValueKind.Text) PackCodes(into, ValueKind.Text, _texts.Count, _rows);
        else PackNumbers(into, _kind ?? ValueKind.Whole);
        return into.ToArray();
    }

    private void Set(ValueKind kind, long value)
    {
        if ((_kind ??= kind) != kind) throw new InvalidOperationException($"A column of {_kind} has a value that is {kind}.");
        _rows[^1] = value;
    }

    private int CodeOf(ReadOnlySpan<byte> utf8)
    {
        var hash = 14695981039346656037UL;   // FNV-1a; a text that meets another's hash takes the next one
        foreach (var b in utf8) hash = (hash ^ b) * 1099511628211UL;
        for (; ; hash++)
        {
            if (!_textCodes.TryGetValue(hash, out var code))
            {
                _textCodes[hash] = _texts.Count + 1;
                _texts.Add(utf8.ToArray());
                return _texts.Count;
            }

            if (utf8.SequenceEqual(_texts[code - 1])) return code;
        }
    }

    private void PackNumbers(MemoryStream into, ValueKind kind)
    {
        var codes = new Dictionary<long, int>();
        var coded = new List<long>(_rows.Count);
        foreach (var value in _rows)
        {
            if (value != PackedColumn.None && !codes.TryGetValue(value, out _)) codes[value] = codes.Count + 1;
            coded.Add(value == PackedColumn.None ? 0 : codes[value]);
        }

        if (codes.Count <= byte.MaxValue || codes.Count <= ushort.MaxValue && codes.Count <= _rows.Count / 3)
        {
            PackCodes(into, kind, codes.Count, coded, codes.Keys);
            return;
        }

        var (least, most) = (codes.Keys.Min(), codes.Keys.Max());
        var unit = codes.Keys.All(value => (value - least) % 1000 == 0) ? 1000 : 1;   // most desks tell whole seconds
        if (kind is ValueKind.Whole && (UInt128)((Int128)most - least) / (UInt128)unit < uint.MaxValue - 1)
        {
            Head(into, Packing.Offsets, kind);
            Write(into, least);
            Write(into, unit);
            foreach (var value in _rows) Write(into, value == PackedColumn.None ? 0u : (uint)((value - least) / unit) + 1);
            return;
        }

        Head(into, Packing.Raw, kind);
        foreach (var value in _rows) Write(into, value);
    }

    private void PackCodes(MemoryStream into, ValueKind kind, int count, List<long> codes, IEnumerable<long>? numbers = null)
    {
        var isShort = count <= byte.MaxValue;
        Head(into, isShort ? Packing.Bytes : Packing.Shorts, kind);
        Write(into, (uint)count);
        if (numbers is null) WriteTexts(into);
        else foreach (var number in numbers) Write(into, number);
        foreach (var value in codes)
        {
            var code = value == PackedColumn.None ? 0 : (int)value;
            if (isShort) into.WriteByte((byte)code);
            else Write(into, (ushort)code);
        }
    }

    private void PackLists(MemoryStream into)
    {
        Head(into, Packing.Lists, ValueKind.Text);
        Write(into, (uint)_texts.Count);
        WriteTexts(into);
        foreach (var count in _perRow!) Write(into, checked((ushort)count));
        foreach (var code in _rows) Write(into, checked((ushort)code));
    }

    private static void Head(MemoryStream into, Packing packing, ValueKind kind)
    {
        into.WriteByte((byte)packing);
        into.WriteByte((byte)kind);
    }

    private void WriteTexts(MemoryStream into)
    {
        foreach (var text in _texts)
        {
            Write(into, (uint)text.Length);
            into.Write(text);
        }
    }

    private static void Write(MemoryStream into, long value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        into.Write(bytes);
    }

    private static void Write(MemoryStream into, uint value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        into.Write(bytes);
    }

    private static void Write(MemoryStream into, ushort value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ushort)];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, value);
        into.Write(bytes);
    }
}
