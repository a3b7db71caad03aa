using System.Data;
using Microsoft.Data.SqlClient;

namespace SupportCopilot.Databases.SqlServer;

/// <summary>Carries rows to SQL Server in bulk, into temporary tables of the connection or into tables themselves.</summary>
internal sealed class SqlServerStage(SqlConnection connection, SqlTransaction transaction, int tenantId)
{
    /// <summary>Makes a temporary table and fills it.</summary>
    /// <param name="name">Its name, without the #.</param>
    /// <param name="columns">Names and types; the first, N, is the row's number.</param>
    /// <param name="rows">The values after N.</param>
    /// <param name="ct">Cancels.</param>
    public async Task FillAsync(string name, IReadOnlyList<(string Name, Type Type)> columns, IEnumerable<object?[]> rows, CancellationToken ct)
    {
        var definition = string.Join(", ", columns.Select(column => $"[{column.Name}] {SqlType(column)} NULL"));
        // Without a parameter: with one it would run inside sp_executesql, at whose end temporary tables are gone.
        await using (var create = new SqlCommand($"CREATE TABLE #{name} (N int NOT NULL PRIMARY KEY, {definition})", connection, transaction))
            await create.ExecuteNonQueryAsync(ct);
        await CopyAsync("#" + name, [("N", typeof(int)), .. columns], rows.Select((row, n) => (object?[])[n, .. row]), ct);
    }

    /// <summary>Adds rows to a table.</summary>
    public async Task CopyAsync(string table, IReadOnlyList<(string Name, Type Type)> columns, IEnumerable<object?[]> rows, CancellationToken ct)
    {
        using var data = new DataTable();
        foreach (var (name, type) in columns) data.Columns.Add(name, type);
        foreach (var row in rows) data.Rows.Add(row);
        if (data.Rows.Count == 0) return;
        using var bulk = new SqlBulkCopy(connection, SqlBulkCopyOptions.CheckConstraints, transaction) { DestinationTableName = table };
        foreach (var (name, _) in columns) bulk.ColumnMappings.Add(name, name);
        await bulk.WriteToServerAsync(data, ct);
    }

    /// <summary>Runs statements for their effect.</summary>
    public async Task RunAsync(string sql, CancellationToken ct, params (string Name, object? Value)[] parameters)
    {
        await using var command = Command(sql, parameters);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Runs statements for the rows of the last.</summary>
    public async Task ReadAsync(string sql, Action<SqlDataReader> take, CancellationToken ct, params (string Name, object? Value)[] parameters)
    {
        await using var command = Command(sql, parameters);
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct)) take(row);
    }

    private SqlCommand Command(string sql, (string Name, object? Value)[] parameters)
    {
        var command = new SqlCommand(sql, connection, transaction);
        command.Parameters.AddWithValue("@tenant", tenantId);
        foreach (var (name, value) in parameters) command.Parameters.Add(new SqlParameter(name, value ?? DBNull.Value));
        return command;
    }

    // The collation of the database, not of tempdb, so that staged keys compare as stored ones do.
    private static string SqlType((string Name, Type Type) column) => column.Type switch
    {
        var type when type == typeof(int) => "int",
        var type when type == typeof(long) => "bigint",
        var type when type == typeof(bool) => "bit",
        var type when type == typeof(double) => "float",
        _ when column.Name is "Source" => "nvarchar(20) COLLATE DATABASE_DEFAULT",
        _ when column.Name is "ExternalId" => "nvarchar(200) COLLATE DATABASE_DEFAULT",
        _ => "nvarchar(max) COLLATE DATABASE_DEFAULT",
    };
}
