using SupportCopilot.Questions.Segments;

namespace SupportCopilot.Questions.Compiling;

/// <summary>What is read from and for segments. Their tenant is always the first value.</summary>
internal static class SegmentSql
{
    /// <summary>One packed column, by tenant, segment and field.</summary>
    public const string Column = "SELECT c.Data FROM SegmentColumns AS c WHERE c.TenantId = @p0 AND c.Segment = @p1 AND c.Field = @p2";

    /// <summary>How many columns <see cref="Heads"/> has.</summary>
    public const int HeadColumns = 11;

    /// <summary>All segments of a tenant, with the ranges of their clocks.</summary>
    public static SqlQuery Heads(int tenantId) => new(
        "SELECT s.Number, s.FirstId, s.Rows, s.Shape, s.CreatedFrom, s.CreatedTo, s.SolvedFrom, s.SolvedTo, s.UpdatedFrom, s.UpdatedTo, s.Stamp FROM Segments AS s WHERE s.TenantId = @p0 ORDER BY s.Number", [tenantId]);

    /// <summary>The tickets that segments do not tell of, by number; no more than so many.</summary>
    public static SqlQuery Changed(int tenantId, long from, int most) => new(
        "SELECT d.TicketId FROM ChangedTickets AS d WHERE d.TenantId = @p0 AND d.TicketId >= @p1 ORDER BY d.TicketId LIMIT @p2", [tenantId, from, most]);

    /// <summary>The tickets of a range of numbers, column by column. By the sign SQLite goes by the number, not by an index of the tenant.</summary>
    public static SqlQuery Rows(int tenantId, long from, long to, int most) => new(
        $"""
        SELECT t.Id, {string.Join(", ", SegmentFields.Computed)}
        FROM Tickets AS t
        WHERE +t.TenantId = @p0 AND t.Id >= @p1 AND t.Id < @p2 AND +t.Status <> 'deleted'
        ORDER BY t.Id LIMIT @p3
        """, [tenantId, from, to, most]);

    /// <summary>The tags of a range of numbers.</summary>
    public static SqlQuery Tags(int tenantId, long from, long to) => new(
        "SELECT g.TicketId, g.Tag FROM TicketTags AS g WHERE +g.TenantId = @p0 AND g.TicketId >= @p1 AND g.TicketId < @p2 ORDER BY g.TicketId, g.Tag", [tenantId, from, to]);
}
