namespace SupportCopilot.Questions.Compiling;

/// <summary>Reads the packed columns of segments; for one thread at a time.</summary>
public interface IColumnReader : IDisposable
{
    /// <summary>Reads one; null where it is not there.</summary>
    byte[]? Read(int segment, int field);
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
