using System.Data;
using System.Data.Common;
using System.Globalization;
using SupportCopilot.Questions.Compiling;

namespace SupportCopilot.Databases.SqlServer;

/// <summary>What T-SQL says in its own way.</summary>
internal sealed class SqlServerDialect : ISqlDialect
{
    public string First(int rows) => string.Create(CultureInfo.InvariantCulture, $"TOP ({rows}) ");

    public string Last(int rows) => "";

    public string Number(string column) => $"TRY_CAST({column} AS float)";

    public string Containing(string text) => $"%{text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal).Replace("[", @"\[", StringComparison.Ordinal)}%";

    // It hashes, in parallel, over the columnstore.
    public IRowScan? Rows => null;

    /// <summary>A snapshot, where the database allows it (Azure SQL does from the start); else reads hold their rows until the end, so that figure and list agree either way.</summary>
    public async Task<DbTransaction> BeginReadAsync(DbConnection connection, CancellationToken ct)
    {
        await using var ask = connection.CreateCommand();
        ask.CommandText = "SELECT snapshot_isolation_state FROM sys.databases WHERE database_id = DB_ID()";
        var allows = Convert.ToInt32(await ask.ExecuteScalarAsync(ct), CultureInfo.InvariantCulture) == 1;
        return await connection.BeginTransactionAsync(allows ? IsolationLevel.Snapshot : IsolationLevel.Serializable, ct);
    }

    // SqlClient cancels by the token of the call itself.
    public IDisposable StopOn(DbConnection connection, CancellationToken ct) => ct.Register(() => { });
}
