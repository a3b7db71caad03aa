using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Clusters.Deciding;
using SupportCopilot.Storage;

namespace SupportCopilot.Clusters;

/// <summary>
/// Takes a decision about a cluster: rights, version, change, article and audit, all or nothing. The same press again finds
/// the row of the first and changes nothing; of two people who press at once exactly one wins.
/// </summary>
public sealed class DecideCluster(SupportDbContext db, CurrentCaller caller, ShowClusters show, AuditLog audit, TimeProvider clock)
{
    /// <summary>Decides as the scope's caller.</summary>
    public async Task<DecisionResult> RunAsync(long clusterId, Decision decision, CancellationToken ct)
    {
        if (await show.OneAsync(clusterId, ct) is not { } seen) return DecisionResults.NotFound;
        if (caller.Value is not { } person || !person.Has(Role.ProductOwner)) return DecisionResults.NotAllowed(seen);
        if (await EarlierAsync(seen, person, decision, ct) is { } earlier) return earlier;
        if (seen.Version != decision.Version) return DecisionResults.Changed(seen);

        var cluster = await db.Clusters.Include(c => c.Article).SingleAsync(c => c.Id == clusterId, ct);
        if (cluster.Version != decision.Version) return DecisionResults.Changed(await StateAsync(clusterId, ct));
        if (ApplyDecision.To(cluster, decision) is { } refusal)
        {
            db.ChangeTracker.Clear();   // nothing half-changed may travel with a later save of this scope
            return new(DecisionOutcome.Invalid, seen, refusal);
        }
        await RecordAsync(cluster, person, decision, ct);

        return await TrySaveAsync(ct)
            ? new(DecisionOutcome.Done, await StateAsync(clusterId, ct), DecisionResults.InWords(decision.Verb))
            : await LostAsync(clusterId, person, decision, ct);
    }

    private async Task RecordAsync(Cluster cluster, Caller person, Decision decision, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        cluster.Version++;
        cluster.DecidedBy = person.PersonId;
        cluster.DecidedAt = now;
        ResolutionArticle.Keep(cluster, await LanguageAsync(cluster, ct), now);
        db.ClusterDecisions.Add(new ClusterDecision
        {
            ClusterId = cluster.Id,
            Version = decision.Version,
            Verb = decision.VerbName,
            PersonId = person.PersonId,
            At = now,
            ContentHash = decision.ContentHash,
        });
        audit.Add($"cluster.{decision.VerbName}", $"cluster/{cluster.Id}", $"version {decision.Version}, now {cluster.State}");
    }

    /// <summary>Saves everything in one transaction; false when somebody else was faster.</summary>
    private async Task<bool> TrySaveAsync(CancellationToken ct)
    {
        var cluster = db.ChangeTracker.Entries<Cluster>().Single().Entity;
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await db.Clusters.AnyAsync(c => c.Id == cluster.Id && c.Version == cluster.Version - 1, ct)) throw;   // nobody was: the database failed
            return false;
        }
    }

    /// <summary>Somebody was faster: the same person's other device, or somebody else.</summary>
    private async Task<DecisionResult> LostAsync(long clusterId, Caller person, Decision decision, CancellationToken ct)
    {
        var now = await StateAsync(clusterId, ct);
        return await EarlierAsync(now, person, decision, ct) ?? DecisionResults.Changed(now);
    }

    /// <summary>What the same person, verb and version came to before; null when it is the first time.</summary>
    private async Task<DecisionResult?> EarlierAsync(ClusterDetail seen, Caller person, Decision decision, CancellationToken ct)
    {
        var verb = decision.VerbName;
        var earlier = await db.ClusterDecisions.AsNoTracking().SingleOrDefaultAsync(
            d => d.ClusterId == seen.Id && d.Version == decision.Version && d.Verb == verb && d.PersonId == person.PersonId, ct);
        if (earlier is null) return null;
        return earlier.ContentHash == decision.ContentHash ? DecisionResults.AlreadyDone(seen) : DecisionResults.Changed(seen);
    }

    private async Task<ClusterDetail> StateAsync(long clusterId, CancellationToken ct) =>
        await show.OneAsync(clusterId, ct) ?? throw new InvalidOperationException($"Cluster {clusterId} went out of sight while it was decided on.");

    /// <summary>The language that nearly all its tickets are written in; null where there is none.</summary>
    private async Task<string?> LanguageAsync(Cluster cluster, CancellationToken ct)
    {
        const double nearlyAll = 0.8;
        var languages = await db.ClusterMembers.Where(m => m.ClusterId == cluster.Id)
            .Join(db.Tickets, m => m.TicketId, t => t.Id, (_, t) => t.Given.Language ?? t.Predicted.Language).ToListAsync(ct);
        var most = languages.OfType<string>().CountBy(l => l).OrderByDescending(l => l.Value).ThenBy(l => l.Key, StringComparer.Ordinal).FirstOrDefault();
        return most.Value > 0 && most.Value >= nearlyAll * languages.Count ? most.Key : null;
    }
}
