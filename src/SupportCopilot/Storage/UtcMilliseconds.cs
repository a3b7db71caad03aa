using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace SupportCopilot.Storage;

/// <summary>
/// Instants are stored as milliseconds since 1970-01-01 UTC in both databases: they sort, subtract and bucket as
/// plain integers, so that one SQL text means the same in SQLite and SQL Server.
/// </summary>
public sealed class UtcMilliseconds() : ValueConverter<DateTime, long>(
    instant => ToMilliseconds(instant),
    stored => FromMilliseconds(stored))
{
    /// <summary>Milliseconds since 1970-01-01 UTC.</summary>
    /// <exception cref="ArgumentException">The instant is not marked as UTC.</exception>
    public static long ToMilliseconds(DateTime instant) => instant.Kind is DateTimeKind.Utc
        ? (instant.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond
        : throw new ArgumentException("Only UTC instants are stored.", nameof(instant));

    /// <summary>The UTC instant of a stored number.</summary>
    public static DateTime FromMilliseconds(long stored) => DateTime.UnixEpoch.AddTicks(stored * TimeSpan.TicksPerMillisecond);
}
