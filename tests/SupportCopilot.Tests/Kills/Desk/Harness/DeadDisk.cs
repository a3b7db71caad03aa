using Microsoft.Data.Sqlite;

namespace SupportCopilot.Tests.Kills.Desk.Harness;

/// <summary>A copy of every database as a process left it; the files themselves are left to the next process, which has to recover them by itself.</summary>
public sealed class DeadDisk : IDisposable
{
    private readonly string _copies = Directory.CreateTempSubdirectory("supportcopilot-autopsy-").FullName;
    private readonly string _main;

    public DeadDisk(string folder, string main)
    {
        foreach (var file in Directory.GetFiles(folder, "*.db*", SearchOption.AllDirectories).Where(file => !file.EndsWith("-shm", StringComparison.Ordinal)))
        {
            var copy = Path.Combine(_copies, Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        _main = Path.Combine(_copies, Path.GetRelativePath(folder, main));
    }

    /// <summary>How many databases there are.</summary>
    public int Databases => Files().Length;

    /// <summary>What is wrong with them; empty when all are sound.</summary>
    public IReadOnlyList<string> Wrong(bool thoroughly) => [.. Files()
        .Select(file => (File: Path.GetFileName(file), Said: Read(file, thoroughly ? "PRAGMA integrity_check" : "PRAGMA quick_check", row => row.GetString(0))))
        .Where(checkedOne => checkedOne.Said is not ["ok"])
        .Select(checkedOne => $"{checkedOne.File}: {string.Join("; ", checkedOne.Said)}")];

    /// <summary>Reads the product's database.</summary>
    public IReadOnlyList<T> Query<T>(string sql, Func<SqliteDataReader, T> row) => File.Exists(_main) ? Read(_main, sql, row) : [];

    public void Dispose() => Directory.Delete(_copies, recursive: true);

    private string[] Files() => Directory.GetFiles(_copies, "*.db", SearchOption.AllDirectories);

    internal static List<T> Read<T>(string file, string sql, Func<SqliteDataReader, T> row)
    {
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadWrite;Pooling=False;Default Timeout=30");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(row(reader));
        return rows;
    }
}
