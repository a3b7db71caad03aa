using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access.Scopes;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;

namespace SupportCopilot.Access.People;

/// <summary>Shows who may do what: people with a role, those whom an admin has let in, and the agents of the desk.</summary>
public sealed class ShowPeople(SupportDbContext db, ResolveScope scopes)
{
    /// <summary>People in the order that they came.</summary>
    /// <param name="limit">At most so many.</param>
    /// <param name="after">The last number of the page before.</param>
    /// <param name="ct">Cancels the query.</param>
    public async Task<(IReadOnlyList<PersonView> Rows, string? Next)> ListAsync(int limit, long after, CancellationToken ct)
    {
        var found = await db.People.AsNoTracking().Where(p => p.Id > after && (p.Roles != Role.None || p.Source == KeepPerson.Entra || (p.Source == TicketSource.Zendesk && p.IsAgent))).OrderBy(p => p.Id).Take(limit + 1).ToListAsync(ct);
        var views = new List<PersonView>();
        foreach (var person in found.Take(limit)) views.Add(await ViewAsync(person, ct));
        return (views, found.Count > limit ? views[^1].Id.ToString(CultureInfo.InvariantCulture) : null);
    }

    /// <returns>One person; null when there is none of that number.</returns>
    public async Task<PersonView?> OneAsync(long id, CancellationToken ct) =>
        await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, ct) is { } person ? await ViewAsync(person, ct) : null;

    private async Task<PersonView> ViewAsync(Person person, CancellationToken ct)
    {
        var scope = await db.PersonScopes.AsNoTracking().Where(s => s.PersonId == person.Id).ToListAsync(ct);
        return new(person.Id, person.Source, person.ExternalId, person.Name, RoleWords.Of(person.Roles), await scopes.DescribeAsync(scope.Select(s => (s.Kind, s.Value)), ct));
    }
}

/// <summary>A person as an admin sees them.</summary>
/// <param name="Id">Our own number.</param>
/// <param name="Source">Where they are known: entra, dev, zendesk, …</param>
/// <param name="ExternalId">The id there.</param>
/// <param name="Name">The name.</param>
/// <param name="Roles">agent, analyst, sme, productOwner, admin.</param>
/// <param name="Scope">What they may see; empty for everything.</param>
public sealed record PersonView(long Id, string Source, string ExternalId, string Name, IReadOnlyList<string> Roles, IReadOnlyList<ScopeView> Scope);
