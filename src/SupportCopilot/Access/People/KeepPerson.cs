using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access.Conversations;
using SupportCopilot.Access.Scopes;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;

namespace SupportCopilot.Access.People;

/// <summary>Lets people in, and changes what they may do and see. Each change is audited with what it came to.</summary>
public sealed class KeepPerson(SupportDbContext db, ResolveScope scopes, AuditLog audit)
{
    /// <summary>The source of people who sign in by Entra.</summary>
    public const string Entra = "entra";

    /// <summary>Lets somebody in by their Entra object id; who is known already is changed.</summary>
    public async Task<KeptPerson> AddAsync(string entraObjectId, PersonChange change, CancellationToken ct)
    {
        if (!Guid.TryParse(entraObjectId, out var id)) return KeptPerson.Refused($"\"{entraObjectId}\" is no Entra object id: that is a GUID, shown on the user's page in the Entra admin center.");
        if (string.IsNullOrWhiteSpace(change.Name)) return KeptPerson.Refused("A person needs a name.");
        var externalId = id.ToString("D");
        var known = await db.People.SingleOrDefaultAsync(p => p.Source == Entra && p.ExternalId == externalId, ct);
        var person = known ?? new Person { Source = Entra, ExternalId = externalId, Name = change.Name };
        return await SaveAsync(person, isNew: known is null, change, ct);
    }

    /// <summary>Changes somebody who is known.</summary>
    /// <returns>What came of it; null when there is nobody of that number.</returns>
    public async Task<KeptPerson?> ChangeAsync(long personId, PersonChange change, CancellationToken ct) =>
        await db.People.SingleOrDefaultAsync(p => p.Id == personId, ct) is { } person ? await SaveAsync(person, isNew: false, change, ct) : null;

    private async Task<KeptPerson> SaveAsync(Person person, bool isNew, PersonChange change, CancellationToken ct)
    {
        var (roles, unknown) = RoleWords.Read(change.Roles ?? RoleWords.Of(person.Roles));
        if (unknown is not null) return KeptPerson.Refused($"\"{unknown}\" is no role; there are agent, analyst, sme, productOwner and admin.");
        var scope = await scopes.RunAsync(change.Scope ?? [], ct);
        if (scope.Problem is { } problem) return KeptPerson.Refused(problem);

        person.Name = change.Name?.Trim() ?? person.Name;
        if (isNew)
        {
            // Scope and audit need the person's number. A crash right after this leaves somebody without a role, who may do nothing.
            db.People.Add(person);
            await db.SaveChangesAsync(ct);
        }

        person.Roles = roles;
        if (change.Scope is not null) await ReplaceScopeAsync(person.Id, scope.Items, ct);
        audit.Add(isNew ? "person.added" : "person.changed", $"person/{person.Id}", Detail(roles, change, scope.Items));
        await db.SaveChangesAsync(ct);
        return new(person.Id, isNew, null);
    }

    private async Task ReplaceScopeAsync(long personId, IReadOnlyList<(ScopeKind Kind, string Value)> items, CancellationToken ct)
    {
        db.PersonScopes.RemoveRange(await db.PersonScopes.Where(s => s.PersonId == personId).ToListAsync(ct));
        db.PersonScopes.AddRange(items.Select(item => new PersonScope { PersonId = personId, Kind = item.Kind, Value = item.Value }));
    }

    private static string Detail(Role roles, PersonChange change, IReadOnlyList<(ScopeKind, string)> scope)
    {
        var sight = change.Scope is null ? "scope as before" : scope.Count == 0 ? "sees everything" : "sees " + string.Join(", ", scope.Select(ScopeConversation.AuditWords));
        var words = $"roles {string.Join(", ", RoleWords.Of(roles))}; {sight}";
        return words.Length > 2000 ? words[..2000] : words;
    }
}

/// <summary>What is to be said of a person; what is null stays as it is.</summary>
/// <param name="Name">The name.</param>
/// <param name="Roles">All their roles.</param>
/// <param name="Scope">All they may see; empty for everything.</param>
public sealed record PersonChange(string? Name, IReadOnlyList<string>? Roles, IReadOnlyList<ScopeWord>? Scope);

/// <summary>What came of a change.</summary>
/// <param name="Id">Our own number of the person; 0 where nothing was done.</param>
/// <param name="IsNew">Whether the person was not known before.</param>
/// <param name="Refusal">Why nothing was done.</param>
public sealed record KeptPerson(long Id, bool IsNew, string? Refusal)
{
    internal static KeptPerson Refused(string why) => new(0, false, why);
}
