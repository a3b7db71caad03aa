namespace SupportCopilot.Tickets.Reading;

/// <summary>
/// Cuts the objects out of a JSON file, wherever the list stands: an array, objects one after another (JSON lines), or an
/// array inside an object, as an API answers. Linear in the bytes; one object at a time is in memory. A list that ends
/// before its brackets are closed gives its last piece as broken.
/// </summary>
internal sealed class JsonObjects(Stream file)
{
    private readonly List<byte> _open = [];
    private readonly MemoryStream _piece = new();
    private readonly byte[] _buffer = new byte[1 << 16];
    private long _line = 1;
    private int _position, _end;
    private int _depthOfList = -1;

    /// <summary>The line the object begins on, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>The object's bytes.</summary>
    public ReadOnlyMemory<byte> Bytes => _piece.GetBuffer().AsMemory(0, (int)_piece.Length);

    /// <summary>Whether the file ended, or a limit was reached, inside it.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Takes the next line that is not blank, whatever stands on it.</summary>
    /// <returns>Whether there was one.</returns>
    public bool ReadLine()
    {
        _piece.SetLength(0);
        while (Next() is var b && b >= 0)
        {
            if (_piece.Length == 0) Line = _line;
            if (b == '\n')
            {
                _line++;
                if (_piece.Length > 0) return true;
            }
            else if (_piece.Length > 0 || b > ' ')
            {
                _piece.WriteByte((byte)b);
            }
        }

        return _piece.Length > 0;
    }

    /// <summary>Takes the next object of the list.</summary>
    /// <returns>Whether there was one.</returns>
    public bool ReadObject()
    {
        _piece.SetLength(0);
        bool inside = false, inString = false, escaped = false;
        var depth = 0;
        while (Next() is var b && b >= 0)
        {
            if (inside) _piece.WriteByte((byte)b);
            if (b == '\n')
            {
                _line++;
                inString = escaped = false;   // no string goes over a line: a lost quote costs its own object only
            }
            else if (inString)
            {
                if (escaped) escaped = false;
                else if (b == '\\') escaped = true;
                else if (b == '"') inString = false;
            }
            else if (b == '"')
            {
                inString = true;
            }
            else if (b == '{' && !inside && IsInList())
            {
                (inside, Line, depth) = (true, _line, 1);
                _piece.WriteByte((byte)b);
            }
            else if (b is '{' or '[')
            {
                if (inside) depth++;
                else _open.Add((byte)b);
            }
            else if (b is '}' or ']')
            {
                if (inside && --depth == 0) return true;
                if (!inside && _open.Count > 0) _open.RemoveAt(_open.Count - 1);
            }

            if (_piece.Length > ReadingLimits.MaxRowLength) break;
        }

        if (!inside) return false;
        IsBroken = true;
        _position = -1;
        return true;
    }

    /// <summary>Whether an object here is a row: the first array that holds objects is the list.</summary>
    private bool IsInList()
    {
        if (_open.Count == 0 || _open[^1] != '[') return false;
        if (_depthOfList < 0) _depthOfList = _open.Count;
        return _open.Count == _depthOfList;
    }

    private int Next()
    {
        if (_position < 0) return -1;
        if (_position == _end)
        {
            (_position, _end) = (0, file.Read(_buffer));
            if (_end == 0) return -1;
        }

        return _buffer[_position++];
    }
}
