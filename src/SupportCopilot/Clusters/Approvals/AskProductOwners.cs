using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Access.Conversations;
using SupportCopilot.Storage;

namespace SupportCopilot.Clusters.Approvals;

/// <summary>
/// Brings undecided resolutions to the product owners who may decide on them: each cluster once to each, a few a day,
/// those that grow most first. What each owner gets is looked up with that owner's own sight.
/// </summary>
public sealed class AskProductOwners(SupportDbContext db, IServiceScopeFactory scopes, Leases leases)
{
    // Longer than one round takes: it only keeps two processes from giving the same owner twice their share.
    private static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(10);

    /// <summary>Asks every product owner of the scope's tenant who has a personal conversation with the bot.</summary>
    public async Task RunAsync(int tenantId, CancellationToken ct)
    {
        await using var lease = await leases.TryTakeAsync($"approvals/{tenantId}", LeaseTime, ct);
        if (lease is null) return;

        foreach (var (conversation, person) in await OwnersAsync(ct))
        {
            await using var scope = scopes.CreateAsyncScope();   // a sight of its own
            await scope.ServiceProvider.GetRequiredService<SignIn>().RunAsync(tenantId, person.Source, person.ExternalId, grants: null, ct);
            await scope.ServiceProvider.GetRequiredService<AskProductOwner>().RunAsync(conversation, ct);
            await lease.RenewAsync(ct);
        }
    }

    private async Task<IReadOnlyList<(Conversation Conversation, Tickets.Person Person)>> OwnersAsync(CancellationToken ct)
    {
        var found = await db.Conversations.AsNoTracking().Where(c => c.Kind == ConversationKind.Personal && c.IsLive)
            .Join(db.People.AsNoTracking().Where(p => (p.Roles & Role.ProductOwner) != Role.None), c => c.PersonId, p => p.Id, (c, p) => new { Conversation = c, Person = p })
            .ToListAsync(ct);
        return [.. found.GroupBy(f => f.Person.Id).Select(own => own.OrderByDescending(f => f.Conversation.SeenAt).First()).Select(f => (f.Conversation, f.Person))];
    }
}
