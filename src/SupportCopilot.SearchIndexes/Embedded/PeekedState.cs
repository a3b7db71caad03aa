using Microsoft.Data.Sqlite;
using SupportCopilot.Knowledge;
using SupportCopilot.SearchIndexes.Files;

namespace SupportCopilot.SearchIndexes.Embedded;

/// <summary>
/// How an index stands, read from its file without its documents. Counting them is work: it is done again where much was
/// written, and else once a minute.
/// </summary>
internal sealed record PeekedState(string Path, long LastRow, long LastChange)
{
    private const double Much = 0.01;   // of all rows
    private static readonly TimeSpan CountEvery = TimeSpan.FromMinutes(1);

    private (long Row, long At) _counted;

    public DateTime? BuiltAt { get; private init; }

    public long BuiltRow { get; private init; }

    public long Tickets { get; private init; }

    public long Articles { get; private init; }

    /// <param name="path">The file.</param>
    /// <param name="file">A connection to it.</param>
    /// <param name="tenantId">Whose it must be.</param>
    /// <param name="last">What the last look saw; null for the first.</param>
    /// <param name="clock">The time.</param>
    /// <exception cref="InvalidDataException">It is of another version or tenant, or damaged.</exception>
    public static PeekedState Of(string path, SqliteConnection file, int tenantId, PeekedState? last, TimeProvider clock)
    {
        using var snapshot = file.BeginTransaction(deferred: true);
        var (builtAt, builtRow) = IndexFile.ReadBuilt(file, tenantId);
        var now = new PeekedState(path, file.Number("SELECT max(row) FROM documents"), file.Number("SELECT max(sequence) FROM changes")) { BuiltAt = builtAt, BuiltRow = builtRow };
        var isKnown = last is not null && last.Path == now.Path && (last.LastChange == now.LastChange && last.LastRow == now.LastRow
            || clock.GetElapsedTime(last._counted.At) < CountEvery && now.LastRow < last._counted.Row * (1 + Much));
        if (isKnown) return now with { Tickets = last!.Tickets, Articles = last.Articles, _counted = last._counted };
        return now with { Tickets = Count(SearchKind.Ticket), Articles = Count(SearchKind.Article), _counted = (now.LastRow, clock.GetTimestamp()) };

        long Count(SearchKind kind)
        {
            using var command = file.Command("SELECT count(*) FROM documents WHERE kind = $kind", ("$kind", (int)kind));
            return (long)command.ExecuteScalar()!;
        }
    }
}
