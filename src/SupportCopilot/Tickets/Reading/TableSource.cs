namespace SupportCopilot.Tickets.Reading;

/// <summary>A file of one format, read from its beginning to its end, once.</summary>
internal abstract class TableSource : IDisposable
{
    /// <summary>What it is, for people: <c>CSV, semicolon, windows-1252</c>.</summary>
    public abstract string Format { get; }

    /// <summary>The names of the columns as they stand, repeated ones included. In JSON they grow as rows bring new ones.</summary>
    public List<string> Headers { get; } = [];

    /// <summary>The rows in order; broken ones carry their problem.</summary>
    public abstract IEnumerable<TableRow> Rows();

    public abstract void Dispose();
}
