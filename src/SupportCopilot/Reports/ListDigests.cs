using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Reports.Weeks;
using SupportCopilot.Storage;

namespace SupportCopilot.Reports;

/// <summary>Shows the digests that the scope's caller may change: their own, all for an admin or a command.</summary>
public sealed class ListDigests(SupportDbContext db, CurrentCaller caller, TimeProvider clock)
{
    /// <param name="limit">How many, 1–200.</param>
    /// <param name="after">The id that the page before ended with.</param>
    /// <param name="ct">Cancels the look-up.</param>
    public async Task<(IReadOnlyList<ReportRow> Rows, string? Next)> RunAsync(int limit, long? after, CancellationToken ct)
    {
        var found = await Own().Where(d => after == null || d.Id > after).OrderBy(d => d.Id).Take(limit + 1).ToListAsync(ct);
        var next = found.Count > limit ? found[limit - 1].Id.ToString(CultureInfo.InvariantCulture) : null;
        return (await RowsAsync([.. found.Take(limit)], ct), next);
    }

    /// <summary>One digest, or null.</summary>
    public async Task<ReportRow?> OneAsync(long id, CancellationToken ct) =>
        (await RowsAsync(await Own().Where(d => d.Id == id).ToListAsync(ct), ct)).SingleOrDefault();

    private IQueryable<Digest> Own()
    {
        var digests = db.Digests.AsNoTracking().Where(d => d.IsOn);
        return caller.Value is { } person && !person.Has(Role.Admin) ? digests.Where(d => d.OwnerId == person.PersonId) : digests;
    }

    private async Task<IReadOnlyList<ReportRow>> RowsAsync(IReadOnlyList<Digest> digests, CancellationToken ct)
    {
        var places = digests.Select(d => d.ConversationId).ToArray();
        var names = await db.Conversations.Where(c => places.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Name, ct);
        var owners = digests.Select(d => d.OwnerId).OfType<long>().Distinct().ToArray();
        var people = await db.People.Where(p => owners.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        var rows = new List<ReportRow>();
        foreach (var digest in digests)
        {
            var prefix = DigestIntent.PrefixOf(digest.Id);
            var last = await db.Effects.AsNoTracking().Where(e => e.Intent.StartsWith(prefix)).OrderByDescending(e => e.Id).FirstOrDefaultAsync(ct);
            rows.Add(new(digest.Id, "digest", digest.ConversationId, names.GetValueOrDefault(digest.ConversationId), digest.Day.ToString().ToLowerInvariant(),
                string.Create(CultureInfo.InvariantCulture, $"{digest.MinuteOfDay / 60:00}:{digest.MinuteOfDay % 60:00}"), digest.TimeZone,
                digest.OwnerId is { } owner ? people.GetValueOrDefault(owner) : null,
                new DueTimes(digest).NextAfter(clock.GetUtcNow().UtcDateTime), last is null ? null : EffectRow.Of(last)));
        }

        return rows;
    }
}

/// <summary>A report that comes by itself, a report that was saved, or an alert.</summary>
/// <param name="Id">The number that names it.</param>
/// <param name="Kind">digest, report or alert.</param>
/// <param name="Conversation">The conversation it is posted to, by our own number; null where it is to none.</param>
/// <param name="ConversationName">What people call that.</param>
/// <param name="Day">Of a digest: monday, tuesday, …</param>
/// <param name="Time">Of a digest: as <c>09:00</c>.</param>
/// <param name="TimeZone">The zone of days, times and figures, by IANA name.</param>
/// <param name="Owner">Who set it up, by name.</param>
/// <param name="NextAt">When it comes next (UTC).</param>
/// <param name="Last">What became of the last one: done, or refused or unconfirmed with the reason.</param>
public sealed record ReportRow(
    long Id, string Kind, long? Conversation, string? ConversationName, string? Day, string? Time, string TimeZone, string? Owner, DateTime? NextAt, EffectRow? Last)
{
    /// <summary>What it is called; of digests nothing.</summary>
    public string? Name { get; init; }

    /// <summary>The question behind it.</summary>
    public string? Text { get; init; }

    /// <summary>Its times, or its bound, in words.</summary>
    public string? When { get; init; }

    /// <summary>saved, on, paused, snoozed or stopped.</summary>
    public string State { get; init; } = "on";

    /// <summary>Why it was stopped by itself.</summary>
    public string? StoppedBecause { get; init; }

    /// <summary>Each of a report's times.</summary>
    public IReadOnlyList<ScheduleRow> Schedules { get; init; } = [];

    /// <summary>An alert's bound and where its figure stands.</summary>
    public AlertRow? Alert { get; init; }

    /// <summary>The last answer that was kept rather than posted, by its id.</summary>
    public string? LastAnswer { get; init; }
}

/// <summary>When a report comes to one place.</summary>
/// <param name="Cron">minute hour day-of-month month day-of-week.</param>
/// <param name="TimeZone">By whose clocks.</param>
/// <param name="Conversation">Where, by our own number; null where its answers are kept.</param>
/// <param name="IsOn">Whether it comes.</param>
/// <param name="NextAt">When next (UTC).</param>
public sealed record ScheduleRow(string Cron, string TimeZone, long? Conversation, bool IsOn, DateTime? NextAt);

/// <summary>An alert's bound and where its figure stands.</summary>
/// <param name="Op">moreThan, atLeast, lessThan or atMost.</param>
/// <param name="Value">The bound, in the unit.</param>
/// <param name="Unit">tickets, share, minutes, hours, …</param>
/// <param name="IsCrossed">Whether it is beyond it and has not come back.</param>
/// <param name="BackAt">Where it has to come back to before a crossing is told again.</param>
/// <param name="Last">The figure when it was last seen to change.</param>
/// <param name="Crossings">How often it was crossed.</param>
/// <param name="CrossedAt">When last (UTC).</param>
/// <param name="SnoozedUntil">Until when it keeps still (UTC).</param>
public sealed record AlertRow(string Op, double Value, string Unit, bool IsCrossed, double BackAt, double? Last, int Crossings, DateTime? CrossedAt, DateTime? SnoozedUntil);
