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

/// <summary>A report that comes by itself.</summary>
/// <param name="Id">Our own number.</param>
/// <param name="Kind">digest.</param>
/// <param name="Conversation">The conversation it is posted to, by our own number.</param>
/// <param name="ConversationName">What people call that.</param>
/// <param name="Day">monday, tuesday, …</param>
/// <param name="Time">As <c>09:00</c>.</param>
/// <param name="TimeZone">The zone of day, time and figures, by IANA name.</param>
/// <param name="Owner">Who set it up, by name.</param>
/// <param name="NextAt">When it comes next (UTC).</param>
/// <param name="Last">What became of the last one: done, or refused or unconfirmed with the reason.</param>
public sealed record ReportRow(
    long Id, string Kind, long Conversation, string? ConversationName, string Day, string Time, string TimeZone, string? Owner, DateTime NextAt, EffectRow? Last);
