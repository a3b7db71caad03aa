using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace SupportCopilot.Questions.Segments.Columns;

/// <summary>
/// A packed column of a segment as it lies in memory, shared by all threads that read it: it never changes once it is made.
/// Of each row there is either the code of its value, 0 for none, or the value itself.
/// </summary>
internal sealed class PackedColumn
{
    /// <summary>Stands for no value among whole numbers.</summary>
    public const long None = long.MinValue;

    private const int BytesOfAnObject = 48;   // about what a text takes besides its letters, and this object itself

    private readonly byte[] _data;
    private readonly int _valuesAt, _rowsAt;
    private readonly string[] _texts = [];

    public PackedColumn(byte[] data, int rows)
    {
        (_data, Rows, Packing, Kind) = (data, rows, (Packing)data[0], (ValueKind)data[1]);
        _rowsAt = 2;
        Weight = data.Length + BytesOfAnObject;
        if (Packing is Packing.Offsets) (Least, Unit, _rowsAt) = (Whole(_rowsAt), Whole(_rowsAt + sizeof(long)), _rowsAt + 2 * sizeof(long));
        if (Packing is Packing.Offsets) (HasNone, LeastOffset, MostOffset) = ReachOf(Offsets);
        if (Packing is not (Packing.Bytes or Packing.Shorts or Packing.Lists)) return;

        ValueCount = (int)BinaryPrimitives.ReadUInt32LittleEndian(data.AsSpan(_rowsAt));
        _valuesAt = _rowsAt += sizeof(uint);
        if (Kind is ValueKind.Text) (_texts, _rowsAt) = ReadTexts();
        else _rowsAt += ValueCount * sizeof(long);
        if (Packing is Packing.Lists) foreach (var length in ListLengths) ListTotal += length;
        Weight += _texts.Sum(text => BytesOfAnObject + 2L * text.Length);
    }

    public int Rows { get; }

    public Packing Packing { get; }

    public ValueKind Kind { get; }

    /// <summary>How many bytes of memory it takes.</summary>
    public long Weight { get; }

    /// <summary>Whether codes are what is stored.</summary>
    public bool IsCoded => Packing is Packing.Bytes or Packing.Shorts;

    /// <summary>How many different values there are, of what is coded.</summary>
    public int ValueCount { get; }

    /// <summary>The codes of the rows, one byte each.</summary>
    public ReadOnlySpan<byte> ByteCodes => _data.AsSpan(_rowsAt, Rows);

    /// <summary>The codes of the rows, two bytes each.</summary>
    public ReadOnlySpan<ushort> ShortCodes => As<ushort>(_rowsAt, Rows);

    /// <summary>The rows as one more than so many units above the least; 0 for none.</summary>
    public ReadOnlySpan<uint> Offsets => As<uint>(_rowsAt, Rows);

    /// <summary>The rows as they are.</summary>
    public ReadOnlySpan<long> Raw => As<long>(_rowsAt, Rows);

    /// <summary>How many values each row has, of lists.</summary>
    public ReadOnlySpan<ushort> ListLengths => As<ushort>(_rowsAt, Rows);

    /// <summary>The codes of lists, one row's after the other's.</summary>
    public ReadOnlySpan<ushort> ListCodes => As<ushort>(_rowsAt + Rows * sizeof(ushort), ListTotal);

    /// <summary>How many values all lists have together.</summary>
    public int ListTotal { get; }

    /// <summary>What offsets are added to.</summary>
    public long Least { get; }

    /// <summary>What one of an offset stands for.</summary>
    public long Unit { get; }

    /// <summary>Whether any row of offsets has no value.</summary>
    public bool HasNone { get; }

    /// <summary>The least offset of any value.</summary>
    public uint LeastOffset { get; }

    /// <summary>The greatest one.</summary>
    public uint MostOffset { get; }

    /// <summary>The text of a code.</summary>
    public string Text(int code) => _texts[code - 1];

    /// <summary>The whole number of a code, or the bits of another number.</summary>
    public long Number(int code) => Whole(_valuesAt + (code - 1) * sizeof(long));

    /// <summary>The number that a whole one, or its bits, stands for.</summary>
    public double Real(long number) => number == None ? double.NaN : Kind is ValueKind.Real ? BitConverter.Int64BitsToDouble(number) : number;

    /// <summary>The first offset of a value that is not below a given one; beyond all offsets where none is.</summary>
    public uint OffsetFrom(long value)
    {
        if (value <= Least) return 1;
        var units = ((Int128)value - Least + Unit - 1) / Unit;
        return units + 1 >= uint.MaxValue ? uint.MaxValue : (uint)units + 1;
    }

    private ReadOnlySpan<T> As<T>(int at, int count) where T : unmanaged => MemoryMarshal.Cast<byte, T>(_data.AsSpan(at))[..count];

    private (string[] Texts, int End) ReadTexts()
    {
        var (texts, at) = (new string[ValueCount], _valuesAt);
        for (var i = 0; i < texts.Length; i++)
        {
            var length = (int)BinaryPrimitives.ReadUInt32LittleEndian(_data.AsSpan(at));
            texts[i] = Encoding.UTF8.GetString(_data, at + sizeof(uint), length);
            at += sizeof(uint) + length;
        }

        return (texts, at);
    }

    private static (bool HasNone, uint Least, uint Most) ReachOf(ReadOnlySpan<uint> offsets)
    {
        var (hasNone, least, most) = (false, uint.MaxValue, 0u);
        foreach (var offset in offsets)
        {
            hasNone |= offset == 0;
            if (offset != 0) least = Math.Min(least, offset);
            most = Math.Max(most, offset);
        }

        return (hasNone, least, most);
    }

    private long Whole(int at) => BinaryPrimitives.ReadInt64LittleEndian(_data.AsSpan(at));
}
