using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;

namespace SupportCopilot.Replies.Templates;

/// <summary>Gives the prepared answers of the tenant of the scope that the caller may use. They are kept while none of them changes.</summary>
internal sealed class TenantTemplates(SupportDbContext db, CurrentTenant tenant, CurrentCaller caller, TemplatesKept kept)
{
    private const int Most = 2_000;   // beyond that a desk has more macros than agents

    public async Task<IReadOnlyList<PreparedTemplate>> ForCallerAsync(CancellationToken ct)
    {
        var all = await AllAsync(ct);
        if (!all.Any(one => one.Template.IsRestricted)) return all;
        var user = await UserAsync(ct);
        return [.. all.Where(one => one.IsFor(user))];
    }

    private async Task<IReadOnlyList<PreparedTemplate>> AllAsync(CancellationToken ct)
    {
        var stamp = await db.ReplyTemplates.GroupBy(_ => 1).Select(all => new TemplateStamp(all.Count(), all.Max(t => t.Id), all.Sum(t => t.Version))).SingleOrDefaultAsync(ct);
        if (stamp is null) return [];
        if (kept.Of(tenant.Id, stamp) is { } known) return known;
        var rows = await db.ReplyTemplates.AsNoTracking().Where(t => t.IsActive).OrderBy(t => t.Id).Take(Most).ToListAsync(ct);
        return kept.Keep(tenant.Id, stamp, [.. rows.Select(row => new PreparedTemplate(row))]);
    }

    private async Task<TemplateUser> UserAsync(CancellationToken ct)
    {
        if (caller.Value is not { } value) return TemplateUser.Nobody;
        var person = await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == value.PersonId, ct);
        var ids = value.Visibility.GroupIds;
        var groups = ids.Count == 0 ? [] : await db.Groups.Where(g => ids.Contains(g.Id) && g.Source == TicketSource.Zendesk).Select(g => g.ExternalId).ToListAsync(ct);
        return new(value.Has(Role.Admin), person is { Source: TicketSource.Zendesk } ? person.ExternalId : null, groups);
    }
}

/// <summary>Whether templates are the ones that were read: rows only ever come, go, or grow in version.</summary>
internal sealed record TemplateStamp(int Count, long LastId, int Versions);

/// <summary>The prepared answers read so far, by tenant.</summary>
internal sealed class TemplatesKept
{
    private readonly ConcurrentDictionary<int, (TemplateStamp Stamp, IReadOnlyList<PreparedTemplate> Templates)> _kept = new();

    public IReadOnlyList<PreparedTemplate>? Of(int tenantId, TemplateStamp stamp) => _kept.TryGetValue(tenantId, out var found) && found.Stamp == stamp ? found.Templates : null;

    public IReadOnlyList<PreparedTemplate> Keep(int tenantId, TemplateStamp stamp, IReadOnlyList<PreparedTemplate> templates)
    {
        _kept[tenantId] = (stamp, templates);
        return templates;
    }
}
