using SupportCopilot.Storage;

namespace SupportCopilot.Access;

/// <summary>Writes down who did what. The row is added to the caller's own unit of work, so that act and audit are saved together or not at all.</summary>
public sealed class AuditLog(SupportDbContext db, CurrentCaller caller, TimeProvider clock)
{
    /// <summary>Adds a row; the caller saves.</summary>
    /// <param name="action">What was done, such as <c>triage.corrected</c>.</param>
    /// <param name="subject">On what, such as <c>ticket/1207</c>.</param>
    /// <param name="detail">Field names, counts and ids; never customers' words.</param>
    public void Add(string action, string subject, string? detail = null) => db.Audit.Add(new AuditEntry
    {
        At = clock.GetUtcNow().UtcDateTime,
        PersonId = caller.Value?.PersonId,
        Action = action,
        Subject = subject,
        Detail = detail,
    });
}
