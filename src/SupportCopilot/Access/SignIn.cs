using Microsoft.EntityFrameworkCore;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;

namespace SupportCopilot.Access;

/// <summary>Turns a known identity into the caller of this scope, with the rights that stand in the database now.</summary>
public sealed class SignIn(SupportDbContext db, CurrentTenant tenant, CurrentCaller caller)
{
    /// <summary>A page asks for several things at once, and its first requests would all add the same person: each failure stood in the log as an error.</summary>
    private static readonly SemaphoreSlim AddingPeople = new(1, 1);

    /// <summary>Signs a person in.</summary>
    /// <param name="tenantId">The tenant, established by the token or header.</param>
    /// <param name="source">Where the identity is known: <c>dev</c>, <c>entra</c>, <c>zendesk</c>.</param>
    /// <param name="externalId">The id there.</param>
    /// <param name="grants">Roles that the identity itself carries (Development only); null takes those of the database.</param>
    /// <param name="ct">Cancels the look-up.</param>
    /// <param name="name">What the identity itself says the person is called; for somebody who is not known yet.</param>
    /// <returns>The caller; a person who is not known and carries no grants has no role.</returns>
    public async Task<Caller> RunAsync(int tenantId, string source, string externalId, Role? grants, CancellationToken ct, string? name = null)
    {
        tenant.Set(tenantId);
        await db.StayConnectedAsync(ct);
        var person = await db.People.SingleOrDefaultAsync(p => p.Source == source && p.ExternalId == externalId, ct);
        if (grants is not { } roles) return await SetAsync(tenantId, person, name ?? externalId, ct);
        if (person is not null) return await SetAsync(tenantId, await GrantedAsync(person, source, externalId, name, roles, ct), person.Name, ct);

        await AddingPeople.WaitAsync(ct);
        try
        {
            person = await db.People.SingleOrDefaultAsync(p => p.Source == source && p.ExternalId == externalId, ct);
            person = await GrantedAsync(person, source, externalId, name, roles, ct);
        }
        finally
        {
            AddingPeople.Release();
        }

        return await SetAsync(tenantId, person, person.Name, ct);
    }

    /// <summary>Signs in somebody whose session names them by our own number.</summary>
    public async Task<Caller> RunAsync(int tenantId, long personId, CancellationToken ct)
    {
        tenant.Set(tenantId);
        await db.StayConnectedAsync(ct);
        return await SetAsync(tenantId, await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == personId, ct), "", ct);
    }

    private async Task<Caller> SetAsync(int tenantId, Person? person, string name, CancellationToken ct)
    {
        var signedIn = person is null
            ? new Caller(tenantId, 0, name, Role.None, Visibility.Nothing)
            : new Caller(tenantId, person.Id, person.Name, RolesOf(person), await VisibilityOfAsync(person.Id, ct));
        caller.Set(signedIn);
        return signedIn;
    }

    /// <summary>
    /// Whoever works at the desk is an agent here, by the desk's own word, and an admin may give them more. Who has ceased to
    /// work there has no rights, whatever they were given: nobody would think of taking them away here as well.
    /// </summary>
    private static Role RolesOf(Person person) =>
        person.Source != TicketSource.Zendesk ? person.Roles : person.IsAgent ? person.Roles | Role.Agent : Role.None;

    private async Task<Person> GrantedAsync(Person? person, string source, string externalId, string? name, Role roles, CancellationToken ct)
    {
        if (person is null) db.People.Add(person = new Person { Source = source, ExternalId = externalId, Name = name ?? externalId });
        if (person.Roles == roles && person.Id != 0) return person;

        person.Roles = roles;
        try
        {
            await db.SaveChangesAsync(ct);
            return person;
        }
        catch (DbUpdateException) when (person.Id == 0)   // two first requests of one person at once, to two servers
        {
            db.Entry(person).State = EntityState.Detached;
            return await db.People.SingleAsync(p => p.Source == source && p.ExternalId == externalId, ct);
        }
    }

    private async Task<Visibility> VisibilityOfAsync(long personId, CancellationToken ct)
    {
        var scopes = await db.PersonScopes.AsNoTracking().Where(s => s.PersonId == personId).ToListAsync(ct);
        return Visibility.Of(scopes.Select(s => (s.Kind, s.Value)));
    }
}
