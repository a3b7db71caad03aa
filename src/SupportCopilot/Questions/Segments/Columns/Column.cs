using System.Runtime.InteropServices;

namespace SupportCopilot.Questions.Segments.Columns;

/// <summary>
/// A packed column as one thread reads it: its codes or values spread out, once somebody asks for them. Buffers are kept
/// from one segment to the next. Linear in the rows.
/// </summary>
internal sealed class Column
{
    private readonly List<long> _ownValues = [];
    private readonly Dictionary<long, ushort> _codesByNumber = [];
    private ushort[] _codes = [];
    private long[] _wholes = [], _valuesByCode = [];
    private double[] _reals = [];
    private bool _hasCodes, _hasWholes, _hasReals;

    public PackedColumn Packed { get; private set; } = null!;

    /// <summary>How many different values the codes stand for; of a column without codes after they were asked for.</summary>
    public int ValueCount => HasOwnCodes ? _ownValues.Count : Packed.ValueCount;

    private bool HasOwnCodes => Packed.Packing is Packing.Offsets or Packing.Raw;

    /// <summary>Reads another segment's column from now on.</summary>
    public void Take(PackedColumn packed)
    {
        Packed = packed;
        (_hasCodes, _hasWholes, _hasReals) = (false, false, false);
    }

    /// <summary>The value of a code: a text or a whole number.</summary>
    public object Value(int code) => HasOwnCodes ? _ownValues[code - 1]
        : Packed.Kind switch { ValueKind.Text => Packed.Text(code), ValueKind.Real => BitConverter.Int64BitsToDouble(Packed.Number(code)), _ => Packed.Number(code) };

    /// <summary>The code of each row.</summary>
    public ushort[] Codes()
    {
        if (_hasCodes) return _codes;
        _hasCodes = true;
        Grow(ref _codes);
        switch (Packed.Packing)
        {
            case Packing.Bytes:
                var bytes = Packed.ByteCodes;
                for (var i = 0; i < bytes.Length; i++) _codes[i] = bytes[i];
                break;
            case Packing.Shorts:
                Packed.ShortCodes.CopyTo(_codes);
                break;
            default:
                CodeNumbers();
                break;
        }

        return _codes;
    }

    /// <summary>The whole number of each row, or <see cref="PackedColumn.None"/>.</summary>
    public long[] Wholes()
    {
        if (_hasWholes) return _wholes;
        _hasWholes = true;
        Grow(ref _wholes);
        switch (Packed.Packing)
        {
            case Packing.Offsets:
                var offsets = Packed.Offsets;
                var (least, unit) = (Packed.Least - Packed.Unit, Packed.Unit);
                for (var i = 0; i < offsets.Length; i++) _wholes[i] = offsets[i] == 0 ? PackedColumn.None : least + offsets[i] * unit;
                break;
            case Packing.Raw:
                Packed.Raw.CopyTo(_wholes);
                break;
            default:
                if (_valuesByCode.Length <= Packed.ValueCount) _valuesByCode = new long[Packed.ValueCount + 1];
                _valuesByCode[0] = PackedColumn.None;
                for (var code = 1; code <= Packed.ValueCount; code++) _valuesByCode[code] = Packed.Number(code);
                var codes = Codes();
                for (var i = 0; i < Packed.Rows; i++) _wholes[i] = _valuesByCode[codes[i]];
                break;
        }

        return _wholes;
    }

    /// <summary>The number of each row, or none of the numbers.</summary>
    public double[] Reals()
    {
        if (_hasReals) return _reals;
        _hasReals = true;
        Grow(ref _reals);
        var wholes = Wholes();
        for (var i = 0; i < Packed.Rows; i++) _reals[i] = Packed.Real(wholes[i]);
        return _reals;
    }

    private void Grow<T>(ref T[] buffer)
    {
        if (buffer.Length < Packed.Rows) buffer = new T[Packed.Rows];
    }

    /// <summary>Gives codes to a column that has none, because nearly every row has a value of its own.</summary>
    private void CodeNumbers()
    {
        _codesByNumber.Clear();
        _ownValues.Clear();
        var wholes = Wholes();
        for (var i = 0; i < Packed.Rows; i++)
        {
            if (wholes[i] == PackedColumn.None)
            {
                _codes[i] = 0;
                continue;
            }

            ref var code = ref CollectionsMarshal.GetValueRefOrAddDefault(_codesByNumber, wholes[i], out var isKnown);
            if (!isKnown)
            {
                _ownValues.Add(wholes[i]);
                code = checked((ushort)_ownValues.Count);
            }

            _codes[i] = code;
        }
    }
}
