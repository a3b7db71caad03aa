using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SupportCopilot.Access;
using SupportCopilot.Storage;
using SupportCopilot.Tickets.Values;

namespace SupportCopilot.Questions.Vocabulary;

/// <summary>
/// The own words of the scope's tenant, as they are now: kept in memory under the tenant, and made anew where an admin
/// changed them, a custom field came, or a file was brought in.
/// </summary>
internal sealed class LoadVocabulary(SupportDbContext db, CurrentTenant tenant, KeptVocabularies kept)
{
    private const int MostImports = 20;   // the last ones: a desk that sends a file each night sends the same columns

    public async Task<TenantWords> RunAsync(CancellationToken ct)
    {
        var mark = await db.Tenants.Where(t => t.Id == tenant.Id).Select(t => new VocabularyMark(
            db.Vocabularies.Select(v => v.Version).FirstOrDefault(),
            db.TicketValues.Where(v => v.Dimension == ValueKinds.Field).OrderByDescending(v => v.Value).Select(v => v.Value).FirstOrDefault(),
            db.TicketValues.Count(v => v.Dimension == ValueKinds.Field || v.Dimension == ValueKinds.FieldOfText || v.Dimension == ValueKinds.FieldOfMany),
            db.Imports.Count(import => import.Mapping != null))).SingleOrDefaultAsync(ct);
        if (mark is null) return TenantWords.None;
        if (kept.Find(tenant.Id, mark) is { } words) return words;
        var said = await DocumentAsync(ct);
        return kept.Keep(tenant.Id, mark, WordsOf(said, ColumnWords.Of(await MappingsAsync(ct), said)));
    }

    private Task<List<string>> MappingsAsync(CancellationToken ct) =>
        db.Imports.Where(import => import.Mapping != null && import.Kind == "tickets").OrderByDescending(import => import.CreatedAt).Take(MostImports).Select(import => import.Mapping!).ToListAsync(ct);

    /// <summary>The document as it stands, with every custom field that tickets have.</summary>
    public async Task<VocabularyDocument> DocumentAsync(CancellationToken ct)
    {
        var row = await db.Vocabularies.AsNoTracking().SingleOrDefaultAsync(ct);
        var said = row is null ? new VocabularyDocument() : JsonSerializer.Deserialize(row.Said, VocabularyJson.Default.VocabularyDocument)!;
        return said with { Version = row?.Version ?? 0, Fields = await FieldsAsync(said, ct) };
    }

    private async Task<IReadOnlyList<FieldSaid>> FieldsAsync(VocabularyDocument said, CancellationToken ct)
    {
        var rows = await db.TicketValues.AsNoTracking()
            .Where(v => v.Dimension == ValueKinds.Field || v.Dimension == ValueKinds.FieldOfText || v.Dimension == ValueKinds.FieldOfMany || v.Dimension.StartsWith("field."))
            .GroupBy(v => new { v.Dimension, Value = v.Dimension.StartsWith("field.") ? "" : v.Value }).Select(same => new { same.Key.Dimension, same.Key.Value, Count = same.Count() }).ToListAsync(ct);
        var known = rows.ToLookup(row => row.Dimension);
        var (texts, many) = (known[ValueKinds.FieldOfText].Select(row => row.Value).ToHashSet(), known[ValueKinds.FieldOfMany].Select(row => row.Value).ToHashSet());
        var fields = known[ValueKinds.Field].Select(row => row.Value).Distinct().Order(StringComparer.Ordinal).Select(name => new FieldSaid(name)
        {
            IsNumber = !texts.Contains(name),
            Values = many.Contains(name) ? null : known[ValueKinds.Of(name)].Sum(row => row.Count),
        }).ToList();
        return [.. fields.Select(field => said.Fields.FirstOrDefault(one => one.Name == field.Name) is { } own ? field with { Synonyms = own.Synonyms, IsHidden = own.IsHidden } : field)];
    }

    private static TenantWords WordsOf(VocabularyDocument said, IReadOnlyList<DimensionWord> columns) => new(
        new TenantCalendar(said.Calendar.FiscalYearStart, Enum.Parse<IsoDayOfWeek>(said.Calendar.WeekStart, ignoreCase: true)),
        [.. said.Measures.SelectMany(one => one.Synonyms.Select(word => new MeasureWord(word, one.Name)))],
        [.. said.Dimensions.SelectMany(one => one.Synonyms.Select(word => new DimensionWord(word, one.Name))), .. columns],
        [.. said.Values.SelectMany(one => one.Synonyms.Select(word => new ValueWord(word, one.Dimension, one.Value)))],
        [.. said.Fields.Where(field => !field.IsHidden).Select(field => new FieldName(field.Name, field.IsNumber is true, [.. field.Synonyms, .. ColumnWords.OfField(field.Name)]))]);
}

/// <summary>What a tenant's words were made of.</summary>
internal sealed record VocabularyMark(int Version, string? LastField, int Fields, int Imports);

/// <summary>The words of each tenant, under its own number.</summary>
internal sealed class KeptVocabularies
{
    private readonly ConcurrentDictionary<int, (VocabularyMark Mark, TenantWords Words)> _kept = new();

    public TenantWords? Find(int tenantId, VocabularyMark mark) => _kept.TryGetValue(tenantId, out var kept) && kept.Mark == mark ? kept.Words : null;

    public TenantWords Keep(int tenantId, VocabularyMark mark, TenantWords words)
    {
        _kept[tenantId] = (mark, words);
        return words;
    }
}
