using SupportCopilot.Databases.Writing;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;

namespace SupportCopilot.Databases.Sqlite;

/// <summary>Thread, tags, fields and changes of single tickets in SQLite.</summary>
internal sealed class SqliteTicketDetails(Func<string, int, SqliteStatement> prepare, Func<string, SqliteWrite> write, int tenantId)
{
    private readonly SqliteStatement _thread = prepare(
        "SELECT Id, ExternalId, Position, AuthorId, AuthorKind, IsPublic, Body, CreatedAt FROM Comments WHERE TenantId = $0 AND TicketId = $1 ORDER BY Position", 2);

    private readonly SqliteWrite _putComment = write(
        """
        INSERT INTO Comments (TenantId, TicketId, ExternalId, Position, AuthorId, AuthorKind, IsPublic, Body, CreatedAt)
        VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT (TicketId, ExternalId) DO UPDATE SET Position = excluded.Position, AuthorId = excluded.AuthorId,
            AuthorKind = excluded.AuthorKind, IsPublic = excluded.IsPublic, Body = excluded.Body, CreatedAt = excluded.CreatedAt
        """);

    private readonly SqliteWrite _removeComment = write("DELETE FROM Comments WHERE TenantId = $0 AND TicketId = $1 AND ExternalId = $2");

    // The plus keeps SQLite from the index over a tenant's tags, all of which it would walk through for each ticket.
    private readonly SqliteWrite _removeTags = write("DELETE FROM TicketTags WHERE +TenantId = $0 AND TicketId = $1");
    private readonly SqliteWrite _addTag = write("INSERT OR IGNORE INTO TicketTags (TenantId, TicketId, Tag) VALUES ($0, $1, $2)");
    private readonly SqliteWrite _removeFields = write("DELETE FROM TicketFields WHERE TenantId = $0 AND TicketId = $1");
    private readonly SqliteWrite _addField = write("INSERT OR IGNORE INTO TicketFields (TenantId, TicketId, Name, Value) VALUES ($0, $1, $2, $3)");
    private readonly SqliteWrite _removeChanges = write("DELETE FROM TicketChanges WHERE TenantId = $0 AND TicketId = $1");
    private readonly SqliteWrite _addChange = write("INSERT INTO TicketChanges (TenantId, TicketId, At, Field, [From], [To]) VALUES ($0, $1, $2, $3, $4, $5)");

    public void LoadThread(TicketPlan plan)
    {
        using var row = _thread.Rows(tenantId, plan.Id);
        while (row.Read())
        {
            plan.StoredComments.Add(new Comment
            {
                Id = row.GetInt64(0),
                TicketId = plan.Id,
                ExternalId = row.GetString(1),
                Position = row.GetInt32(2),
                AuthorId = row.IsDBNull(3) ? null : row.GetInt64(3),
                AuthorKind = (AuthorKind)row.GetInt32(4),
                IsPublic = row.GetBoolean(5),
                Body = row.GetString(6),
                CreatedAt = row.IsDBNull(7) ? null : UtcMilliseconds.FromMilliseconds(row.GetInt64(7)),
            });
        }
    }

    public void Save(TicketPlan plan)
    {
        if (plan.Comments is not null) SaveThread(plan, plan.Comments);
        if (plan.Said.Tags is { } tags)
        {
            if (plan.MayHaveDetails) _removeTags.Run(tenantId, plan.Id);
            foreach (var tag in tags) _addTag.Run(tenantId, plan.Id, Clip.To(tag, 200));
        }

        if (plan.Said.Fields is { } fields)
        {
            if (plan.MayHaveDetails) _removeFields.Run(tenantId, plan.Id);
            foreach (var (name, value) in fields) _addField.Run(tenantId, plan.Id, Clip.To(name, 200), value);
        }

        if (plan.Said.Changes is { } changes)
        {
            if (plan.MayHaveDetails) _removeChanges.Run(tenantId, plan.Id);
            foreach (var change in changes)
                _addChange.Run(tenantId, plan.Id, UtcMilliseconds.ToMilliseconds(change.At), Clip.To(change.Field, 60), change.From, change.To);
        }
    }

    private void SaveThread(TicketPlan plan, IReadOnlyList<Comment> comments)
    {
        foreach (var gone in plan.StoredComments.ExceptBy(comments.Select(c => c.ExternalId), c => c.ExternalId))
            _removeComment.Run(tenantId, plan.Id, gone.ExternalId);
        var stored = plan.StoredComments.ToDictionary(c => c.ExternalId);
        foreach (var comment in comments)
        {
            if (stored.TryGetValue(comment.ExternalId, out var known) && StoredComment.Is(known, comment)) continue;
            _putComment.Run(
                tenantId, plan.Id, comment.ExternalId, comment.Position, comment.AuthorId, (int)comment.AuthorKind, comment.IsPublic, comment.Body,
                comment.CreatedAt is { } at ? UtcMilliseconds.ToMilliseconds(at) : null);
        }
    }
}
