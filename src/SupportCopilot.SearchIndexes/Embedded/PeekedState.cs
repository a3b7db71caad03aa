using Microsoft.Data.Sqlite;
using SupportCopilot.Knowledge;
using SupportCopilot.SearchIndexes.Files;

namespace SupportCopilot.SearchIndexes.Embedded;

/// <summary>How an index stands, read from its file without its documents. Counting them is work, and is done again only where something was written.</summary>
internal sealed record PeekedState(string Path, long LastRow, long LastChange)
{
    public DateTime? BuiltAt { get; private init; }

    public long BuiltRow { get; private init; }

    public long Tickets { get; private init; }

    public long Articles { get; private init; }

    /// <param name="path">The file.</param>
    /// <param name="file">A connection to it.</param>
    /// <param name="tenantId">Whose it must be.</param>
    /// <param name="last">What the last look saw; null for the first.</param>
    /// <exception cref="InvalidDataException">It is of another version or tenant, or damaged.</exception>
    public static PeekedState Of(string path, SqliteConnection file, int tenantId, PeekedState? last)
    {
        using var snapshot = file.BeginTransaction(deferred: true);
        var (builtAt, builtRow) = IndexFile.ReadBuilt(file, tenantId);
        var now = new PeekedState(path, file.Number("SELECT max(row) FROM documents"), file.Number("SELECT max(sequence) FROM changes")) { BuiltAt = builtAt, BuiltRow = builtRow };
        if (last is not null && (last.Path, last.LastRow, last.LastChange) == (now.Path, now.LastRow, now.LastChange)) return now with { Tickets = last.Tickets, Articles = last.Articles };
        return now with { Tickets = Count(SearchKind.Ticket), Articles = Count(SearchKind.Article) };

        long Count(SearchKind kind)
        {
            using var command = file.Command("SELECT count(*) FROM documents WHERE kind = $kind", ("$kind", (int)kind));
            return (long)command.ExecuteScalar()!;
        }
    }
}
