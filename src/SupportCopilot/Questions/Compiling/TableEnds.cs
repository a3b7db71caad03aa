namespace SupportCopilot.Questions.Compiling;

/// <summary>
/// The highest numbers of the tables that values come from, of all tenants together: what the end of each key says at once.
/// Within one tenant SQLite would sort all of its rows for that. It only tells whether to look for news, which are the tenant's own.
/// Beside them the version of the tenant's data: all in one statement, for every question asks it.
/// </summary>
internal static class TableEnds
{
    public static SqlQuery OfValues(int tenantId) => new(
        """
        SELECT (SELECT MAX(Id) FROM TicketValues) AS a, (SELECT MAX(Id) FROM People) AS b, (SELECT MAX(Id) FROM Organizations) AS c, (SELECT MAX(Id) FROM Clusters) AS d,
            (SELECT v.Version FROM DataVersions AS v WHERE v.TenantId = @p0) AS n
        """, [tenantId]);
}
