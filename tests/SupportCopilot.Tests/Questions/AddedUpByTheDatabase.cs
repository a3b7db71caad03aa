using System.Data.Common;
using SupportCopilot.Questions.Compiling;

namespace SupportCopilot.Tests.Questions;

/// <summary>SQLite left to add up by itself, as SQL Server does: so the statements that both share are run and not only read.</summary>
internal sealed class AddedUpByTheDatabase(ISqlDialect sqlite) : ISqlDialect
{
    public IRowScan? Rows => null;

    public string First(int rows) => sqlite.First(rows);

    public string Last(int rows) => sqlite.Last(rows);

    public string Number(string column) => sqlite.Number(column);

    public string Containing(string text) => sqlite.Containing(text);

    public Task<DbTransaction> BeginReadAsync(DbConnection connection, CancellationToken ct) => sqlite.BeginReadAsync(connection, ct);

    public IDisposable StopOn(DbConnection connection, CancellationToken ct) => sqlite.StopOn(connection, ct);
}
