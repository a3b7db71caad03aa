namespace SupportCopilot.Tickets.Reading;

/// <summary>
/// Splits delimited text into records as RFC 4180 has it, linear in the text. It differs from a strict reader where people's
/// files do: text after a closing quote belongs to the cell, and a quote that is never closed costs its own line only, since
/// reading goes on at the line below instead of swallowing the rest of the file.
/// </summary>
internal sealed class CsvRecords(TextReader text, char delimiter, int maxLength = ReadingLimits.MaxRowLength)
{
    private const int End = -1;

    private readonly List<string> _cells = [];
    private char[] _buffer = new char[1 << 15];
    private int _start, _position, _end;
    private long _nextLine = 1;

    /// <summary>The line the record begins on, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>Its cells, until the next one is read.</summary>
    public IReadOnlyList<string> Cells => _cells;

    /// <summary>Whether a quote in it is never closed; its cells are then the line as it stands.</summary>
    public bool IsBroken { get; private set; }

    /// <returns>Whether there was one.</returns>
    public bool Read()
    {
        _start = _position;
        Line = _nextLine;
        IsBroken = false;
        _cells.Clear();
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
        var from = _position - _start;
        while (Peek() is var c && c != delimiter && c is not ('\r' or '\n' or End)) _position++;
        _cells.Add(new string(_buffer.AsSpan(_start + from, _position - _start - from).Trim()));
    }

    private bool ReadQuoted()
    {
        _position++;
        var from = _position - _start;
        var hasEscape = false;
        while (true)
        {
            var c = Peek();
            if (c == End || _position - _start > maxLength) return false;
            _position++;
            if (c == '\n') _nextLine++;
            if (c != '"') continue;
            if (Peek() != '"') break;
            _position++;
            hasEscape = true;
        }

        var cell = new string(_buffer, _start + from, _position - _start - from - 1);
        if (hasEscape) cell = cell.Replace("\"\"", "\"", StringComparison.Ordinal);
        var next = Peek();
        // Text after the quote of a cell of several lines: the quote belongs to another cell, and this one lost its own.
        if (next != delimiter && next is not ('\r' or '\n' or End) && cell.Contains('\n', StringComparison.Ordinal)) return false;
        var after = _position - _start;
        while (Peek() is var c && c != delimiter && c is not ('\r' or '\n' or End)) _position++;
        _cells.Add((cell + new string(_buffer, _start + after, _position - _start - after)).Trim());
        return true;
    }

    /// <returns>Whether another cell follows on this record.</returns>
    private bool TakeDelimiter()
    {
        var c = Peek();
        if (c == delimiter)
        {
            _position++;
            return true;
        }

        if (c == '\r')
        {
            _position++;
            c = Peek();
            if (c != '\n') _nextLine++;
        }

        if (c != '\n') return false;
        _position++;
        _nextLine++;
        return false;
    }

    private bool GiveUp()
    {
        var line = _buffer.AsSpan(_start, _position - _start);
        var length = line.IndexOf('\n') is >= 0 and var lineBreak ? lineBreak + 1 : line.Length;
        _cells.Clear();
        _cells.Add(new string(line[..length].Trim()));
        _position = _start + length;
        _nextLine = Line + 1;
        IsBroken = true;
        return true;
    }

    private int Peek()
    {
        if (_position < _end) return _buffer[_position];
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_position, _end, _start) = (_position - _start, _end - _start, 0);
        }

        if (_end == _buffer.Length) Array.Resize(ref _buffer, _buffer.Length * 2);
        var read = text.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        return read == 0 ? End : _buffer[_position];
    }
}
