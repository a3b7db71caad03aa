using System.ComponentModel.DataAnnotations;

namespace SupportCopilot.Databases;

/// <summary>Which database the product keeps its rows in (section <c>SupportCopilot:Database</c>).</summary>
public sealed class DatabaseOptions
{
    /// <summary>Sqlite or SqlServer.</summary>
    [Required, RegularExpression("(?i)Sqlite|SqlServer", ErrorMessage = "SupportCopilot:Database:Provider is \"Sqlite\" or \"SqlServer\".")]
    public string Provider { get; set; } = "Sqlite";

    /// <summary>The connection string; for SQLite, unset means a file under the data directory.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Whether SQL Server is used.</summary>
    public bool IsSqlServer => Provider.Equals("SqlServer", StringComparison.OrdinalIgnoreCase);
}
