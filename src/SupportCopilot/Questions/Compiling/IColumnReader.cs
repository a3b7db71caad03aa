namespace SupportCopilot.Questions.Compiling;

/// <summary>Reads the packed columns of segments.</summary>
public interface IColumnReader : IDisposable
{
    /// <summary>Reads one into a buffer, which grows where it is too short.</summary>
    /// <returns>Whether it is there.</returns>
    bool Read(int segment, int field, ref byte[] buffer);
}

/// <summary>Takes the values of rows.</summary>
public interface IValueSink
{
    /// <summary>A row begins; what is not told of it has no value.</summary>
    void Begin();

    /// <summary>A column has a whole number.</summary>
    void Take(int column, long whole);

    /// <summary>A column has another number.</summary>
    void Take(int column, double real);

    /// <summary>A column has a text.</summary>
    void Take(int column, ReadOnlySpan<byte> utf8);
}
