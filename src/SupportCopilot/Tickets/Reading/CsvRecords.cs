namespace SupportCopilot.Tickets.Reading;

/// <summary>
/// Splits delimited text into records as RFC 4180 has it, linear in the text. It differs from a strict reader where people's
/// files do: text after a closing quote belongs to the cell, and a quote that is never closed costs its own line only, since
/// reading goes on at the line below instead of swallowing the rest of the file.
/// </summary>
internal sealed class CsvRecords(TextReader text, char delimiter, int maxLength = ReadingLimits.MaxRowLength)
{
    private const int End = -1;

    private readonly List<string> cells = [];
    private char[] buffer = new char[1 << 15];
    private int start, position, end;
    private long nextLine = 1;

    /// <summary>The line the record begins on, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>Its cells, until the next one is read.</summary>
    public IReadOnlyList<string> Cells => cells;

    /// <summary>Whether a quote in it is never closed; its cells are then the line as it stands.</summary>
    public bool IsBroken { get; private set; }

    /// <returns>Whether there was one.</returns>
    public bool Read()
    {
        start = position;
        Line = nextLine;
        IsBroken = false;
        cells.Clear();
        if (Peek() == End) return false;
        do
        {
            if (Peek() != '"') ReadPlain();
            else if (!ReadQuoted()) return GiveUp();
        }
        while (TakeDelimiter());
        return true;
    }

    private void ReadPlain()
    {
        var from = position - start;
        while (Peek() is var c && c != delimiter && c is not ('\r' or '\n' or End)) position++;
        cells.Add(new string(buffer.AsSpan(start + from, position - start - from).Trim()));
    }

    private bool ReadQuoted()
    {
        position++;
        var from = position - start;
        var hasEscape = false;
        while (true)
        {
            var c = Peek();
            if (c == End || position - start > maxLength) return false;
            position++;
            if (c == '\n') nextLine++;
            if (c != '"') continue;
            if (Peek() != '"') break;
            position++;
            hasEscape = true;
        }

        var cell = new string(buffer, start + from, position - start - from - 1);
        if (hasEscape) cell = cell.Replace("\"\"", "\"", StringComparison.Ordinal);
        var next = Peek();
        // Text after the quote of a cell of several lines: the quote belongs to another cell, and this one lost its own.
        if (next != delimiter && next is not ('\r' or '\n' or End) && cell.Contains('\n', StringComparison.Ordinal)) return false;
        var after = position - start;
        while (Peek() is var c && c != delimiter && c is not ('\r' or '\n' or End)) position++;
        cells.Add((cell + new string(buffer, start + after, position - start - after)).Trim());
        return true;
    }

    /// <returns>Whether another cell follows on this record.</returns>
    private bool TakeDelimiter()
    {
        var c = Peek();
        if (c == delimiter)
        {
            position++;
            return true;
        }

        if (c == '\r')
        {
            position++;
            c = Peek();
            if (c != '\n') nextLine++;
        }

        if (c != '\n') return false;
        position++;
        nextLine++;
        return false;
    }

    private bool GiveUp()
    {
        var line = buffer.AsSpan(start, position - start);
        var length = line.IndexOf('\n') is >= 0 and var lineBreak ? lineBreak + 1 : line.Length;
        cells.Clear();
        cells.Add(new string(line[..length].Trim()));
        position = start + length;
        nextLine = Line + 1;
        IsBroken = true;
        return true;
    }

    private int Peek()
    {
        if (position < end) return buffer[position];
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (position, end, start) = (position - start, end - start, 0);
        }

        if (end == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
        var read = text.Read(buffer, end, buffer.Length - end);
        end += read;
        return read == 0 ? End : buffer[position];
    }
}
