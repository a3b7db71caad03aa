using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Storage;

namespace SupportCopilot.Replies.AutoAnswers;

/// <summary>Shows and sets what a tenant lets be answered by itself, with an audit row. A category proposes before it answers customers.</summary>
public sealed class KeepAutoAnswerPolicy(SupportDbContext db, CurrentTenant tenant, AuditLog audit, TimeProvider clock)
{
    private static readonly string[] Modes = [AutoAnswerPolicy.Off, AutoAnswerPolicy.Propose, AutoAnswerPolicy.Public];

    /// <summary>As it stands.</summary>
    public async Task<AutoAnswerSetting> ShowAsync(CancellationToken ct) => Shown(await db.AutoAnswerPolicies.AsNoTracking().SingleOrDefaultAsync(ct));

    /// <summary>Sets it; what is null stays as it is.</summary>
    public async Task<AutoAnswerKept> RunAsync(AutoAnswerSetting wanted, CancellationToken ct)
    {
        var row = await db.AutoAnswerPolicies.SingleOrDefaultAsync(ct);
        if (wanted.Version is { } seen && seen != (row?.Version ?? 0)) return new(null, Changed: true);
        if (Fault(row, wanted) is { } fault) return new(null, fault);

        row ??= db.AutoAnswerPolicies.Add(new AutoAnswerPolicy { TenantId = tenant.Id }).Entity;
        (row.IsStopped, row.Documentation, row.Feature) = (wanted.Stopped ?? row.IsStopped, wanted.Documentation ?? row.Documentation, wanted.Feature ?? row.Feature);
        row.UpdatedAt = clock.GetUtcNow().UtcDateTime;
        row.Version++;
        audit.Add("autoAnswer.set", $"autoAnswer/{row.Version}", $"stopped {row.IsStopped}, documentation {row.Documentation}, feature {row.Feature}");
        try
        {
            await db.SaveChangesAsync(ct);
            return new(Shown(row));
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return new(null, Changed: true);   // another admin was faster
        }
    }

    private static string? Fault(AutoAnswerPolicy? row, AutoAnswerSetting wanted)
    {
        if (!IsMode(wanted.Documentation) || !IsMode(wanted.Feature)) return $"A category is {string.Join(", ", Modes)}.";
        return Skips(row?.Documentation, wanted.Documentation) || Skips(row?.Feature, wanted.Feature)
            ? "A category goes public after it has proposed: set it to propose first, and look at the notes it writes." : null;
    }

    private static bool IsMode(string? mode) => mode is null || Modes.Contains(mode);

    private static bool Skips(string? from, string? to) => to is AutoAnswerPolicy.Public && from is null or AutoAnswerPolicy.Off && to is AutoAnswerPolicy.Public;

    private static AutoAnswerSetting Shown(AutoAnswerPolicy? row) =>
        new(row?.IsStopped ?? false, row?.Documentation ?? AutoAnswerPolicy.Off, row?.Feature ?? AutoAnswerPolicy.Off, row?.Version ?? 0);
}

/// <summary>What a tenant lets be answered by itself.</summary>
/// <param name="Stopped">Whether everything is stopped, whatever else stands here.</param>
/// <param name="Documentation">off, propose or public.</param>
/// <param name="Feature">off, propose or public.</param>
/// <param name="Version">The version that was read; null sets it whatever it was, as when all is to be stopped.</param>
public sealed record AutoAnswerSetting(bool? Stopped, string? Documentation, string? Feature, int? Version);

/// <summary>What came of it: one of the three is set.</summary>
/// <param name="Now">How it stands now.</param>
/// <param name="Refused">What is wrong, in words.</param>
/// <param name="Changed">Whether somebody else changed it since it was read.</param>
public sealed record AutoAnswerKept(AutoAnswerSetting? Now, string? Refused = null, bool Changed = false);
