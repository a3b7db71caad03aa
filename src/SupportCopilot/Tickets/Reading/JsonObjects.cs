namespace SupportCopilot.Tickets.Reading;

/// <summary>
/// Cuts the objects out of a JSON file, wherever the list stands: an array, objects one after another (JSON lines), or an
/// array inside an object, as an API answers. Linear in the bytes; one object at a time is in memory. A list that ends
/// before its brackets are closed gives its last piece as broken.
/// </summary>
internal sealed class JsonObjects(Stream file)
{
    private readonly List<byte> open = [];
    private readonly MemoryStream piece = new();
    private readonly byte[] buffer = new byte[1 << 16];
    private long line = 1;
    private int position, end;
    private int depthOfList = -1;

    /// <summary>The line the object begins on, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>The object's bytes.</summary>
    public ReadOnlyMemory<byte> Bytes => piece.GetBuffer().AsMemory(0, (int)piece.Length);

    /// <summary>Whether the file ended, or a limit was reached, inside it.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Takes the next line that is not blank, whatever stands on it.</summary>
    /// <returns>Whether there was one.</returns>
    public bool ReadLine()
    {
        piece.SetLength(0);
        while (Next() is var b && b >= 0)
        {
            if (piece.Length == 0) Line = line;
            if (b == '\n')
            {
                line++;
                if (piece.Length > 0) return true;
            }
            else if (piece.Length > 0 || b > ' ')
            {
                piece.WriteByte((byte)b);
            }
        }

        return piece.Length > 0;
    }

    /// <summary>Takes the next object of the list.</summary>
    /// <returns>Whether there was one.</returns>
    public bool ReadObject()
    {
        piece.SetLength(0);
        bool inside = false, inString = false, escaped = false;
        var depth = 0;
        while (Next() is var b && b >= 0)
        {
            if (inside) piece.WriteByte((byte)b);
            if (b == '\n')
            {
                line++;
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
                (inside, Line, depth) = (true, line, 1);
                piece.WriteByte((byte)b);
            }
            else if (b is '{' or '[')
            {
                if (inside) depth++;
                else open.Add((byte)b);
            }
            else if (b is '}' or ']')
            {
                if (inside && --depth == 0) return true;
                if (!inside && open.Count > 0) open.RemoveAt(open.Count - 1);
            }

            if (piece.Length > ReadingLimits.MaxRowLength) break;
        }

        if (!inside) return false;
        IsBroken = true;
        position = -1;
        return true;
    }

    /// <summary>Whether an object here is a row: the first array that holds objects is the list.</summary>
    private bool IsInList()
    {
        if (open.Count == 0 || open[^1] != '[') return false;
        if (depthOfList < 0) depthOfList = open.Count;
        return open.Count == depthOfList;
    }

    private int Next()
    {
        if (position < 0) return -1;
        if (position == end)
        {
            (position, end) = (0, file.Read(buffer));
            if (end == 0) return -1;
        }

        return buffer[position++];
    }
}
