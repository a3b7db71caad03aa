using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Questions.Values;
using SupportCopilot.Storage;

namespace SupportCopilot.Questions.Vocabulary;

/// <summary>Shows a tenant's own words, and puts others in their place: checked, all or none, and written down in the audit.</summary>
public sealed class SetVocabulary
{
    private readonly SupportDbContext _db;
    private readonly LoadVocabulary _load;
    private readonly ValuesInSight _values;
    private readonly AuditLog _audit;
    private readonly TimeProvider _clock;

    internal SetVocabulary(SupportDbContext db, LoadVocabulary load, ValuesInSight values, AuditLog audit, TimeProvider clock) =>
        (_db, _load, _values, _audit, _clock) = (db, load, values, audit, clock);

    /// <summary>The words as they stand, with every custom field that tickets have.</summary>
    public Task<VocabularyDocument> ShowAsync(CancellationToken ct) => _load.DocumentAsync(ct);

    /// <summary>Puts a document in the place of what was.</summary>
    /// <returns>The new state; or what is wrong with it, by the place in the document; or neither where somebody else changed it meanwhile.</returns>
    public async Task<(VocabularyDocument? Now, IReadOnlyDictionary<string, string[]>? Problems)> RunAsync(VocabularyDocument wanted, CancellationToken ct)
    {
        var before = await _load.DocumentAsync(ct);
        if (wanted.Version != before.Version) return (null, null);
        var (values, _) = await _values.ForAsync(Named(wanted.Values), atOnce: true, ct);
        var problems = new CheckVocabulary(before, values).Run(wanted);
        if (problems.Count > 0) return (null, problems);

        var row = await _db.Vocabularies.SingleOrDefaultAsync(ct);
        if (row is null) _db.Vocabularies.Add(row = new TenantVocabulary { Said = "" });
        row.Said = JsonSerializer.Serialize(wanted with { Fields = [.. wanted.Fields.Select(field => field with { IsNumber = null, Values = null })] }, VocabularyJson.Default.VocabularyDocument);
        row.Version = before.Version + 1;
        row.ChangedAt = _clock.GetUtcNow().UtcDateTime;
        _audit.Add("vocabulary.changed", $"vocabulary/{row.Version}", $"words for {wanted.Measures.Count} measures, {wanted.Dimensions.Count} dimensions, {wanted.Values.Count} values, {wanted.Fields.Count(field => field.Synonyms.Count > 0)} fields; fiscal year from month {wanted.Calendar.FiscalYearStart}, weeks from {wanted.Calendar.WeekStart}");
        try
        {
            await _db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)   // somebody else's change came first; theirs holds
        {
            _db.ChangeTracker.Clear();
            if ((await _load.DocumentAsync(ct)).Version == before.Version) throw;
            return (null, null);
        }

        return (await _load.DocumentAsync(ct), null);
    }

    private static List<string> Named(IReadOnlyList<ValueSaid?>? values) => [.. (values ?? []).Select(value => $"\"{value?.Value}\"")];
}
