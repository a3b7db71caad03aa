using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using SupportCopilot.Storage;

namespace SupportCopilot.Tickets.Values;

/// <summary>Adds the values that tickets bring when they are saved one by one: what triage, a person or a cluster wrote.</summary>
internal static class NoteValues
{
    private const int FewOfDimension = 3;   // more are looked up all at once

    /// <summary>Adds a row for each value that is none yet; saved together with what brings it.</summary>
    public static async Task RunAsync(SupportDbContext db, CancellationToken ct)
    {
        db.ChangeTracker.DetectChanges();
        var detects = db.ChangeTracker.AutoDetectChangesEnabled;
        db.ChangeTracker.AutoDetectChangesEnabled = false;   // not once more for each look at the entries
        var seen = Seen(db.ChangeTracker);
        db.ChangeTracker.AutoDetectChangesEnabled = detects;
        if (seen.IsEmpty) return;
        foreach (var dimension in seen.All.GroupBy(value => value.Dimension, value => value.Value).ToList()) await AddAsync(db, dimension.Key, [.. dimension], ct);
        foreach (var (name, values) in seen.Fields)
        {
            if (await db.TicketValues.AnyAsync(v => v.Dimension == ValueKinds.FieldOfMany && v.Value == name, ct)) continue;
            var dimension = ValueKinds.Of(name);
            if (await db.TicketValues.CountAsync(v => v.Dimension == dimension, ct) >= ValueKinds.MostOfField) await AddAsync(db, ValueKinds.FieldOfMany, [name], ct);
            else await AddAsync(db, dimension, values, ct);
        }
    }

    private static SeenValues Seen(ChangeTracker tracker)
    {
        var seen = new SeenValues();
        var judged = new HashSet<TriageValues>(ReferenceEqualityComparer.Instance);   // triage may change these and no column of the ticket itself
        foreach (var entry in tracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified))
        {
            if (entry.Entity is TriageValues values) judged.Add(values);
            if (entry.Entity is TicketTag tag) seen.AddTag(tag.Tag);
            if (entry.Entity is TicketField field) seen.AddField(field.Name, field.Value);
        }

        foreach (var entry in tracker.Entries<Ticket>())
            if (entry.State is EntityState.Added or EntityState.Modified || judged.Contains(entry.Entity.Given) || judged.Contains(entry.Entity.Predicted)) seen.Add(entry.Entity);
        return seen;
    }

    private static async Task AddAsync(SupportDbContext db, string dimension, IReadOnlyCollection<string> values, CancellationToken ct)
    {
        var known = new HashSet<string>();
        if (values.Count > FewOfDimension) known = [.. await db.TicketValues.Where(v => v.Dimension == dimension).Select(v => v.Value).ToListAsync(ct)];
        foreach (var value in values)
        {
            if (known.Contains(value) || db.TicketValues.Local.Any(v => v.Dimension == dimension && v.Value == value) || values.Count <= FewOfDimension && await db.TicketValues.AnyAsync(v => v.Dimension == dimension && v.Value == value, ct)) continue;
            db.TicketValues.Add(new TicketValue { Dimension = dimension, Value = value });
        }
    }
}
