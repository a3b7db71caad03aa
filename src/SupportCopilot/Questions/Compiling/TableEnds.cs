namespace SupportCopilot.Questions.Compiling;

/// <summary>
/// The highest numbers of the tables that values come from, of all tenants together: what the end of each key says at once.
/// Within one tenant SQLite would sort all of its rows for that. It only tells whether to look for news, which are the tenant's own.
/// </summary>
internal static class TableEnds
{
    public static SqlQuery OfValues { get; } = new("SELECT (SELECT MAX(Id) FROM TicketValues) AS a, (SELECT MAX(Id) FROM People) AS z, (SELECT COALESCE(MAX(Id), 0) FROM Organizations) AS n", []);

    public static SqlQuery OfClusters { get; } = new("SELECT COALESCE(MAX(Id), 0) AS n FROM Clusters", []);
}
