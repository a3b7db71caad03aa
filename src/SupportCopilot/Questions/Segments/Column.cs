using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace SupportCopilot.Questions.Segments;

/// <summary>
/// A packed column as it is read: of each row either the code of its value, 0 for none, or the value itself. Buffers are kept
/// from one segment to the next. Linear in the rows.
/// </summary>
internal sealed class Column
{
    /// <summary>Stands for no value among whole numbers.</summary>
    public const long None = long.MinValue;

    private readonly List<object> _values = [];
    private readonly Dictionary<long, ushort> _codesByNumber = [];
    private byte[] _data = [];
    private ushort[] _codes = [];
    private long[] _wholes = [];
    private double[] _reals = [];
    private int _rows, _at;
    private Packing _packing;
    private ValueKind _kind;
    private bool _hasCodes, _hasWholes, _hasReals;

    /// <summary>Where the bytes of the next segment go.</summary>
    public ref byte[] Buffer => ref _data;

    /// <summary>The values of codes 1, 2, …: texts, whole numbers.</summary>
    public IReadOnlyList<object> Values => _values;

    /// <summary>Whether codes are what is stored.</summary>
    public bool IsCoded => _packing is Packing.Bytes or Packing.Shorts;

    /// <summary>How many values each row has, of lists.</summary>
    public ReadOnlySpan<ushort> ListLengths => MemoryMarshal.Cast<byte, ushort>(_data.AsSpan(_at, _rows * sizeof(ushort)));

    /// <summary>The codes of lists, one row's after the other's.</summary>
    public ReadOnlySpan<ushort> ListCodes => MemoryMarshal.Cast<byte, ushort>(_data.AsSpan(_at + _rows * sizeof(ushort), Total() * sizeof(ushort)));

    /// <summary>Takes the bytes that are in the buffer.</summary>
    public void Take(int rows)
    {
        _rows = rows;
        (_hasCodes, _hasWholes, _hasReals) = (false, false, false);
        _packing = (Packing)_data[0];
        _kind = (ValueKind)_data[1];
        _values.Clear();
        _at = 2;
        if (_packing is Packing.Bytes or Packing.Shorts or Packing.Lists) ReadValues();
    }

    /// <summary>The code of each row.</summary>
    public ushort[] Codes()
    {
        if (_hasCodes) return _codes;
        _hasCodes = true;
        if (_codes.Length < _rows) _codes = new ushort[_rows];
        switch (_packing)
        {
            case Packing.Bytes:
                var bytes = _data.AsSpan(_at, _rows);
                for (var i = 0; i < bytes.Length; i++) _codes[i] = bytes[i];
                break;
            case Packing.Shorts:
                MemoryMarshal.Cast<byte, ushort>(_data.AsSpan(_at, _rows * sizeof(ushort))).CopyTo(_codes);
                break;
            default:
                CodeNumbers();
                break;
        }

        return _codes;
    }

    /// <summary>The whole number of each row, or <see cref="None"/>.</summary>
    public long[] Wholes()
    {
        if (_hasWholes) return _wholes;
        _hasWholes = true;
        if (_wholes.Length < _rows) _wholes = new long[_rows];
        switch (_packing)
        {
            case Packing.Offsets:
                var (least, unit) = (Whole(_at), Whole(_at + sizeof(long)));
                var offsets = MemoryMarshal.Cast<byte, uint>(_data.AsSpan(_at + 2 * sizeof(long), _rows * sizeof(uint)));
                for (var i = 0; i < offsets.Length; i++) _wholes[i] = offsets[i] == 0 ? None : least + (offsets[i] - 1) * unit;
                break;
            case Packing.Raw:
                MemoryMarshal.Cast<byte, long>(_data.AsSpan(_at, _rows * sizeof(long))).CopyTo(_wholes);
                break;
            default:
                long[] values = [None, .. _values.Select(value => value is double real ? BitConverter.DoubleToInt64Bits(real) : (long)value)];
                var codes = Codes();
                for (var i = 0; i < _rows; i++) _wholes[i] = values[codes[i]];
                break;
        }

        return _wholes;
    }

    /// <summary>The number of each row, or none of the numbers.</summary>
    public double[] Reals()
    {
        if (_hasReals) return _reals;
        _hasReals = true;
        if (_reals.Length < _rows) _reals = new double[_rows];
        var wholes = Wholes();
        for (var i = 0; i < _rows; i++) _reals[i] = wholes[i] == None ? double.NaN : _kind is ValueKind.Real ? BitConverter.Int64BitsToDouble(wholes[i]) : wholes[i];
        return _reals;
    }

    private void ReadValues()
    {
        var count = (int)BinaryPrimitives.ReadUInt32LittleEndian(_data.AsSpan(_at));
        _at += sizeof(uint);
        for (var i = 0; i < count; i++)
        {
            if (_kind is not ValueKind.Text)
            {
                _values.Add(_kind is ValueKind.Real ? (object)BitConverter.Int64BitsToDouble(Whole(_at)) : Whole(_at));
                _at += sizeof(long);
                continue;
            }

            var length = (int)BinaryPrimitives.ReadUInt32LittleEndian(_data.AsSpan(_at));
            _values.Add(Encoding.UTF8.GetString(_data, _at + sizeof(uint), length));
            _at += sizeof(uint) + length;
        }
    }

    /// <summary>Gives codes to a column that has none, because nearly every row has a value of its own.</summary>
    private void CodeNumbers()
    {
        _codesByNumber.Clear();
        var wholes = Wholes();
        for (var i = 0; i < _rows; i++)
        {
            if (wholes[i] == None)
            {
                _codes[i] = 0;
                continue;
            }

            ref var code = ref CollectionsMarshal.GetValueRefOrAddDefault(_codesByNumber, wholes[i], out var isKnown);
            if (!isKnown)
            {
                _values.Add(wholes[i]);
                code = checked((ushort)_values.Count);
            }

            _codes[i] = code;
        }
    }

    private int Total()
    {
        var total = 0;
        foreach (var length in ListLengths) total += length;
        return total;
    }

    private long Whole(int at) => BinaryPrimitives.ReadInt64LittleEndian(_data.AsSpan(at));
}
