using Microsoft.Data.Sqlite;
using SupportCopilot.Knowledge;
using SupportCopilot.SearchIndexes.Files;

namespace SupportCopilot.SearchIndexes.Embedded;

/// <summary>Carries what was written to the old index while the new one was being built over to the new one, and swaps them while no writer can come between.</summary>
internal static class CatchUp
{
    /// <summary>The last change written so far.</summary>
    public static long Sequence(string path)
    {
        using var connection = IndexFile.Open(path);
        return connection.Number("SELECT max(sequence) FROM changes");
    }

    public static void TakeOver(IndexFolder folder, string old, string next, long since)
    {
        using var from = IndexFile.Open(old);
        using var noWriters = from.BeginTransaction();
        using (var to = IndexFile.Open(next))
        {
            var model = IndexFile.ReadAbout(to, folder.TenantId).Model;
            using var transaction = to.BeginTransaction();
            using var writer = new DocumentWriter(to);
            foreach (var (key, document) in ChangedSince(from, since))
            {
                if (document is { } changed) writer.Put(changed, model?.Embed(changed.Meaning));
                else writer.Remove(key);
            }
            transaction.Commit();
        }
        folder.PointTo(next);
    }

    private static List<(SearchKey Key, IndexedDocument? Document)> ChangedSince(SqliteConnection from, long since)
    {
        using var command = from.Command(
            """
            SELECT DISTINCT c.kind, c.id, d.title, d.words, d.done, d.grp, d.organization, d.brand, d.segment, d.language
            FROM changes c LEFT JOIN documents d ON d.kind = c.kind AND d.id = c.id WHERE c.sequence > $since
            """, ("$since", since));
        using var row = command.ExecuteReader();
        var changed = new List<(SearchKey, IndexedDocument?)>();
        while (row.Read())
        {
            var key = new SearchKey((SearchKind)row.GetInt32(0), row.GetInt64(1));
            changed.Add((key, row.IsDBNull(2) ? null : new IndexedDocument(new(key, row.GetString(2), row.GetString(3))
            {
                IsDone = row.GetBoolean(4),
                GroupId = row.IsDBNull(5) ? null : row.GetInt64(5),
                OrganizationId = row.IsDBNull(6) ? null : row.GetInt64(6),
                Brand = Text(row, 7),
                Segment = Text(row, 8),
                Language = Text(row, 9),
            })));
        }
        return changed;
    }

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
