using Microsoft.EntityFrameworkCore;
using NodaTime;
using SupportCopilot.Access;
using SupportCopilot.Access.Conversations;
using SupportCopilot.Storage;

namespace SupportCopilot.Reports;

/// <summary>Sets up, changes and stops the weekly digest of a conversation, as the scope's caller.</summary>
public sealed class ScheduleDigest(SupportDbContext db, CurrentTenant tenant, CurrentCaller caller, AuditLog audit, TimeProvider clock)
{
    /// <summary>Sets the digest of a conversation up, or changes the one that it has.</summary>
    public async Task<ScheduleResult> SetAsync(long conversationId, DigestTimes times, CancellationToken ct)
    {
        if (await db.Conversations.AsNoTracking().SingleOrDefaultAsync(c => c.Id == conversationId, ct) is not { } conversation)
            return new(ScheduleOutcome.NotFound, null, $"There is no conversation {conversationId}.");
        if (WhyNotTo(conversation) is { } notAllowed) return notAllowed;
        if (WhyNotAt(times) is { } invalid) return invalid;

        var digest = await db.Digests.SingleOrDefaultAsync(d => d.ConversationId == conversationId, ct);
        if (digest is { IsOn: true } && !MayChange(digest)) return NotYours;

        var isNew = digest is not { IsOn: true };
        if (digest is null) db.Digests.Add(digest = new Digest { ConversationId = conversationId, TimeZone = "", CreatedAt = Now, Version = 0 });
        if (isNew) digest.OwnerId = caller.Value?.PersonId;
        return await SetAsync(digest, times, isNew, ct);
    }

    /// <summary>Changes the times of a digest.</summary>
    public async Task<ScheduleResult> ChangeAsync(long digestId, DigestTimes times, CancellationToken ct)
    {
        if (await db.Digests.SingleOrDefaultAsync(d => d.Id == digestId && d.IsOn, ct) is not { } digest || !MayChange(digest)) return None;
        return WhyNotAt(times) ?? await SetAsync(digest, times, isNew: false, ct);
    }

    /// <summary>Stops a digest.</summary>
    public async Task<ScheduleResult> StopAsync(long digestId, CancellationToken ct) =>
        await StopAsync(await db.Digests.SingleOrDefaultAsync(d => d.Id == digestId && d.IsOn, ct), None, ct);

    /// <summary>Stops the digest of a conversation.</summary>
    public async Task<ScheduleResult> StopInAsync(long conversationId, CancellationToken ct) =>
        await StopAsync(await db.Digests.SingleOrDefaultAsync(d => d.ConversationId == conversationId && d.IsOn, ct), NotYours, ct);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private static ScheduleResult None { get; } = new(ScheduleOutcome.NotFound, null, "There is no such digest, or none that is yours.");

    private static ScheduleResult NotYours { get; } = new(ScheduleOutcome.NotAllowed, null, "Somebody else set this digest up: they or an admin can change it.");

    private async Task<ScheduleResult> SetAsync(Digest digest, DigestTimes times, bool isNew, CancellationToken ct)
    {
        (digest.Day, digest.MinuteOfDay, digest.TimeZone, digest.IsOn) = (times.Day, times.MinuteOfDay, await ZoneAsync(digest, times, ct), true);
        digest.OnSince = Now;   // a change never makes up for times that it put into the past
        digest.Version++;
        audit.Add(isNew ? "digest.scheduled" : "digest.changed", $"conversation/{digest.ConversationId}", times.Text);
        return await SaveAsync(digest, isNew ? ScheduleOutcome.Created : ScheduleOutcome.Changed,
            $"A digest of the week before comes here every {times.Text} ({digest.TimeZone}). Say «stop the digest» to end it.", ct);
    }

    private async Task<ScheduleResult> StopAsync(Digest? digest, ScheduleResult otherwise, CancellationToken ct)
    {
        if (digest is null) return new(ScheduleOutcome.NotFound, null, "No digest is posted here.");
        if (!MayChange(digest)) return otherwise;

        digest.IsOn = false;
        digest.Version++;
        audit.Add("digest.stopped", $"conversation/{digest.ConversationId}");
        return await SaveAsync(digest, ScheduleOutcome.Stopped, "The digest is stopped.", ct);
    }

    private async Task<ScheduleResult> SaveAsync(Digest digest, ScheduleOutcome outcome, string message, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return new(outcome, digest, message);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (!await db.Digests.AsNoTracking().AnyAsync(d => d.ConversationId == digest.ConversationId && d.Version >= digest.Version, ct)) throw;
            return new(ScheduleOutcome.Contested, null, "Somebody else changed this digest at the same moment; look at it and try again.");
        }
    }

    /// <summary>The caller's own digest, or anybody's for an admin; a command has every right.</summary>
    private bool MayChange(Digest digest) => caller.Value is not { } person || person.Has(Role.Admin) || digest.OwnerId == person.PersonId;

    private ScheduleResult? WhyNotTo(Conversation conversation)
    {
        if (caller.Value is { } person && !person.Has(Role.Analyst)) return new(ScheduleOutcome.NotAllowed, null, "Digests are for analysts; an admin can give you that role.");
        if (caller.Value is { } other && conversation.Kind is ConversationKind.Personal && conversation.PersonId != other.PersonId)
            return new(ScheduleOutcome.NotFound, null, $"There is no conversation {conversation.Id}.");
        if (!conversation.IsLive) return new(ScheduleOutcome.Invalid, null, "The bot is no longer in this conversation.");
        return conversation.Kind is ConversationKind.Personal || conversation.HasScope ? null
            : new(ScheduleOutcome.Invalid, null, "Nobody has said yet what may be shown here: an admin sets this conversation's scope first.");
    }

    private static ScheduleResult? WhyNotAt(DigestTimes times)
    {
        if (times.MinuteOfDay is < 0 or >= 24 * 60) return new(ScheduleOutcome.Invalid, null, "The time is between 00:00 and 23:59.");
        return times.TimeZone is null || DateTimeZoneProviders.Tzdb.GetZoneOrNull(times.TimeZone) is not null ? null
            : new(ScheduleOutcome.Invalid, null, $"\"{times.TimeZone}\" is no time zone; write one as Europe/London.");
    }

    private async Task<string> ZoneAsync(Digest digest, DigestTimes times, CancellationToken ct) =>
        times.TimeZone ?? (digest.TimeZone.Length > 0 ? digest.TimeZone : await db.Tenants.Where(t => t.Id == tenant.Id).Select(t => t.TimeZone).SingleAsync(ct));
}

/// <summary>When a digest comes.</summary>
/// <param name="Day">The day of the week.</param>
/// <param name="MinuteOfDay">Minutes after midnight, 0–1439.</param>
/// <param name="TimeZone">The zone of both, by IANA name; null takes the tenant's.</param>
public sealed record DigestTimes(DayOfWeek Day, int MinuteOfDay, string? TimeZone = null)
{
    /// <summary>As <c>Monday at 09:00</c>.</summary>
    public string Text => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Day} at {MinuteOfDay / 60:00}:{MinuteOfDay % 60:00}");
}

/// <summary>What became of a wish about a digest.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Digest">The digest as it is now; null where nothing was done.</param>
/// <param name="Message">In words, what happened or what to do.</param>
public sealed record ScheduleResult(ScheduleOutcome Outcome, Digest? Digest, string Message);

/// <summary>How scheduling ended.</summary>
public enum ScheduleOutcome
{
    /// <summary>It is new.</summary>
    Created,

    /// <summary>It comes at other times now.</summary>
    Changed,

    /// <summary>It comes no more.</summary>
    Stopped,

    /// <summary>There is none, or none that the caller may see.</summary>
    NotFound,

    /// <summary>The caller's role does not allow it, or it is somebody else's.</summary>
    NotAllowed,

    /// <summary>It cannot be done like this.</summary>
    Invalid,

    /// <summary>Somebody else changed it at the same moment.</summary>
    Contested,
}
