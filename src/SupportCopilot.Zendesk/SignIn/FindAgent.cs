using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;
using SupportCopilot.Zendesk.Client;

namespace SupportCopilot.Zendesk.SignIn;

/// <summary>
/// Finds the person of a Zendesk agent. Whom the sync knows as an agent is taken at its word; of anybody else the desk itself
/// is asked, for a token tells who opened the app and not what they are. End users never get in.
/// </summary>
internal sealed class FindAgent(SupportDbContext db, ZendeskClients clients)
{
    // The agent looks at an empty panel meanwhile.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    /// <returns>Our number of the person; null where they are no agent.</returns>
    /// <exception cref="ZendeskException">The desk cannot say now.</exception>
    /// <exception cref="TimeoutException">The desk did not answer in time.</exception>
    public async Task<long?> RunAsync(int tenantId, long userId, CancellationToken ct)
    {
        var externalId = userId.ToString(CultureInfo.InvariantCulture);
        var known = await PersonAsync(externalId, ct);
        if (known is { IsAgent: true }) return known.Id;
        return await NameOfAgentAsync(tenantId, userId, ct) is { } name ? await KeepAsync(known, externalId, name, ct) : null;
    }

    private async Task<string?> NameOfAgentAsync(int tenantId, long userId, CancellationToken ct)
    {
        if (await clients.OfAsync(tenantId, ct) is not { } client) return null;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        try
        {
            var user = await client.UserAsync(userId, Lane.Person, limit.Token);
            return user is { IsAgent: true, Suspended: not true, Active: not false } && user.Id == userId ? user.Name ?? "" : null;
        }
        catch (ZendeskException gone) when (gone.Kind is ZendeskFailure.Gone)
        {
            return null;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new TimeoutException("Zendesk did not say in time who opened the app.");
        }
    }

    private async Task<long> KeepAsync(Person? known, string externalId, string name, CancellationToken ct)
    {
        var person = known ?? new Person { Source = TicketSource.Zendesk, ExternalId = externalId, Name = name };
        person.IsAgent = true;
        if (known is null) db.People.Add(person);
        try
        {
            await db.SaveChangesAsync(ct);
            return person.Id;
        }
        catch (DbUpdateException) when (known is null)   // the sync, or another tab of theirs, was faster
        {
            db.Entry(person).State = EntityState.Detached;
            return await PersonAsync(externalId, ct) is { IsAgent: true } other ? other.Id : throw new TimeoutException("The person was being written by somebody else.");
        }
    }

    private Task<Person?> PersonAsync(string externalId, CancellationToken ct) =>
        db.People.SingleOrDefaultAsync(p => p.Source == TicketSource.Zendesk && p.ExternalId == externalId, ct);
}
