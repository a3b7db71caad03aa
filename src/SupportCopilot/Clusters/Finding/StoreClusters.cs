using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Clusters.Describing;
using SupportCopilot.Storage;

namespace SupportCopilot.Clusters.Finding;

/// <summary>
/// Writes what a search found, a cluster at a time and each together with the lease: a process that was paused past its hold
/// writes nothing any more, and one that is killed half-way leaves whole clusters. What a person decides in between stays.
/// </summary>
internal sealed class StoreClusters(SupportDbContext db, CurrentTenant tenant, AuditLog audit, TimeProvider clock)
{
    private const double WorthAWrite = 0.05;   // of likeness: it only orders the list of tickets

    /// <summary>Writes one cluster with its tickets.</summary>
    /// <param name="group">What was found.</param>
    /// <param name="description">What it is about; null to leave that as it is.</param>
    /// <param name="elsewhere">Its tickets that the search did not look at.</param>
    /// <param name="known">What was stored before.</param>
    /// <param name="hold">The lease.</param>
    /// <param name="ct">Cancels between two writes.</param>
    /// <returns>The cluster's number.</returns>
    public async Task<long> WriteAsync(GroupedCluster group, ClusterDescription? description, int elsewhere, KnownClusters known, LeaseHold hold, CancellationToken ct)
    {
        var id = group.ClusterId ?? await CreateAsync(description!, hold, ct);
        var joining = group.Tickets.Where(t => known.MemberOf(t.Id)?.ClusterId != id).ToList();
        var size = group.Tickets.Count + elsewhere;
        var isStored = known.All.FirstOrDefault(c => c.Id == id)?.Size == size;
        if (joining.Count == 0 && isStored && description is null) return id;

        await SaveAsync(async () =>
        {
            var now = Now;
            var cluster = await db.Clusters.SingleAsync(c => c.Id == id, ct);
            (cluster.Size, cluster.UpdatedAt) = (size, now);
            if (description is not null) Describe(cluster, description);
            foreach (var ticket in joining) Join(ticket, id, known.MemberOf(ticket.Id) is not null, now);
            foreach (var ticket in group.Tickets.Except(joining)) Move(ticket, id, known.MemberOf(ticket.Id)!);
        }, hold, ct);
        return id;
    }

    /// <summary>Marks a cluster as gone; its tickets have been given elsewhere.</summary>
    public Task EndAsync(long id, long? mergedInto, LeaseHold hold, CancellationToken ct) => SaveAsync(async () =>
    {
        var cluster = await db.Clusters.SingleAsync(c => c.Id == id, ct);
        if (cluster.State is not ClusterState.Proposed) return;   // somebody decided on it just now: it stays, and gets its tickets at the next search
        (cluster.State, cluster.MergedIntoId, cluster.Size, cluster.UpdatedAt) = (ClusterState.Gone, mergedInto, 0, Now);
        cluster.Version++;
        audit.Add(mergedInto is null ? "cluster.gone" : "cluster.merged", $"cluster/{id}", mergedInto is null ? null : $"into cluster/{mergedInto}");
    }, hold, ct);

    /// <summary>Takes tickets out of their clusters.</summary>
    public async Task ReleaseAsync(IEnumerable<long> tickets, LeaseHold hold, CancellationToken ct)
    {
        foreach (var some in tickets.Chunk(1_000))
        {
            await SaveAsync(async () =>
            {
                var ids = some.ToList();
                db.ClusterMembers.RemoveRange(await db.ClusterMembers.Where(m => ids.Contains(m.TicketId)).ToListAsync(ct));
            }, hold, ct);
        }
    }

    /// <summary>A cluster without tickets: were this process to end now, the next search would mark it as gone.</summary>
    private async Task<long> CreateAsync(ClusterDescription description, LeaseHold hold, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var cluster = db.Clusters.Add(new Cluster { Name = description.Name.Name, FoundAt = Now, UpdatedAt = Now, Version = 0 }).Entity;   // describing it makes version 1
        await hold.SaveAsync(db, ct);
        return cluster.Id;
    }

    private static void Describe(Cluster cluster, ClusterDescription description)
    {
        cluster.DescribedSize = cluster.Size;
        if (cluster.State is not ClusterState.Proposed) return;
        var before = (cluster.Name, cluster.Resolution);
        cluster.Terms = string.Join(',', description.Name.Terms);
        if (!cluster.IsNamedByPerson) cluster.Name = description.Name.Name;
        if (!cluster.IsResolutionByPerson) cluster.Resolution = description.Resolution ?? cluster.Resolution;
        if (cluster.Version == 0 || before != (cluster.Name, cluster.Resolution)) cluster.Version++;
    }

    private void Join(GroupedTicket ticket, long cluster, bool isMember, DateTime now)
    {
        var row = new ClusterMember { TenantId = tenant.Id, TicketId = ticket.Id, ClusterId = cluster, Likeness = ticket.Likeness, JoinedAt = now };
        db.Entry(row).State = isMember ? EntityState.Modified : EntityState.Added;
    }

    private void Move(GroupedTicket ticket, long cluster, Member member)
    {
        if (Math.Abs(member.Likeness - ticket.Likeness) < WorthAWrite) return;
        var row = new ClusterMember { TenantId = tenant.Id, TicketId = ticket.Id, ClusterId = cluster, Likeness = ticket.Likeness };
        db.Attach(row).Property(m => m.Likeness).IsModified = true;
    }

    private async Task SaveAsync(Func<Task> change, LeaseHold hold, CancellationToken ct)
    {
        while (true)
        {
            db.ChangeTracker.Clear();
            await change();
            try
            {
                await hold.SaveAsync(db, ct);
                db.ChangeTracker.Clear();
                return;
            }
            catch (DbUpdateConcurrencyException decided) when (decided.Entries.All(e => e.Entity is Cluster))
            {
                // Somebody decided on it just now: look again, and change what is still ours to change.
            }
        }
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;
}
