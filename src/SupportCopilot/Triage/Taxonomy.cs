using Microsoft.EntityFrameworkCore;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;
using SupportCopilot.Triage.Reading;

namespace SupportCopilot.Triage;

/// <summary>The values a tenant's triaged fields may have: the default lists, and what its desk has given to tickets.</summary>
public sealed class Taxonomy
{
    // A free-text column that was taken for a category has thousands of values; the ones used most are its list.
    private const int MostValues = 500;

    private static readonly Dictionary<string, string[]> DefaultSubcategories = new()
    {
        ["account"] = ["access rights", "account closure", "login", "newsletter", "password reset", "profile change", "registration", "security"],
        ["billing"] = ["cancellation", "double charge", "invoice", "payment failure", "payment methods", "plan change", "pricing", "refund request"],
        ["documentation"] = ["missing documentation", "wrong documentation"],
        ["feature"] = ["feature request", "improvement"],
        ["general"] = ["complaint", "contact request", "feedback"],
        ["integration"] = ["API issue", "single sign-on", "third-party app", "webhook"],
        ["product"] = ["availability", "compatibility", "defect", "how to use", "order change", "warranty"],
        ["shipping"] = ["address change", "delivery options", "delivery status", "late delivery", "lost or damaged", "return"],
        ["technical"] = ["connectivity", "data issue", "error or crash", "hardware", "installation", "outage", "performance"],
    };

    private static readonly Dictionary<TriageField, string[]> Defaults = new()
    {
        [TriageField.Category] = [.. DefaultSubcategories.Keys],
        [TriageField.RootCause] = ["bug", "feature", "refund", "other"],
        [TriageField.Priority] = ["low", "normal", "high", "urgent"],
        [TriageField.Urgency] = ["low", "normal", "high", "urgent"],
        [TriageField.Sentiment] = ["negative", "neutral", "positive"],
        [TriageField.Emotion] = ["angry", "confused", "frustrated", "grateful", "happy", "neutral"],
        [TriageField.Language] = [.. LanguageGuess.Known],
    };

    private readonly Dictionary<TriageField, List<string>> _values;
    private readonly Dictionary<string, List<string>> _subcategories;

    private Taxonomy(Dictionary<TriageField, List<string>> values, Dictionary<string, List<string>> subcategories)
    {
        _values = values;
        _subcategories = subcategories;
    }

    /// <summary>The default lists alone.</summary>
    public static Taxonomy Default { get; } = Of([]);

    /// <summary>The subcategories of each category.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Subcategories => _subcategories.ToDictionary(pair => pair.Key, pair => (IReadOnlyList<string>)pair.Value);

    /// <summary>The values of a field; of the subcategory those within a category, or all of them without one.</summary>
    public IReadOnlyList<string> Values(TriageField field, string? category = null)
    {
        if (field is not TriageField.Subcategory) return _values.GetValueOrDefault(field) ?? [];
        if (category is not null) return _subcategories.GetValueOrDefault(category) ?? [];
        return [.. _subcategories.Values.SelectMany(values => values).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>A value in the spelling of the lists, or null where they do not have it.</summary>
    public string? Find(TriageField field, string value, string? category = null) =>
        Values(field, category).FirstOrDefault(known => string.Equals(known, value.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads what the desk of the tenant in scope has given. One pass over its tickets.</summary>
    public static async Task<Taxonomy> LoadAsync(SupportDbContext db, CancellationToken ct)
    {
        var given = await db.Tickets.AsNoTracking()
            .Select(t => new { t.Given.Category, t.Given.Subcategory, t.Given.RootCause, t.Given.Priority, t.Given.Urgency, t.Given.Sentiment, t.Given.Emotion })
            .GroupBy(values => values)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToListAsync(ct);
        return Of([.. given.Select(row => (
            new TriageValues
            {
                Category = row.Key.Category, Subcategory = row.Key.Subcategory, RootCause = row.Key.RootCause, Priority = row.Key.Priority,
                Urgency = row.Key.Urgency, Sentiment = row.Key.Sentiment, Emotion = row.Key.Emotion,
            }, row.Count))]);
    }

    private static Taxonomy Of(List<(TriageValues Values, int Count)> given)
    {
        var values = Defaults.ToDictionary(pair => pair.Key, pair => Merged(pair.Value, given.Select(row => (row.Values[pair.Key], row.Count))));
        var subcategories = new Dictionary<string, List<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var category in values[TriageField.Category])
        {
            var used = given.Where(row => string.Equals(row.Values.Category, category, StringComparison.OrdinalIgnoreCase)).Select(row => (row.Values.Subcategory, row.Count));
            subcategories[category] = Merged(DefaultSubcategories.GetValueOrDefault(category.ToLowerInvariant()) ?? [], used);
        }

        return new Taxonomy(values, subcategories);
    }

    /// <summary>The defaults, then what the desk uses, the commonest first to be kept, in alphabetical order; the desk's spelling wins.</summary>
    private static List<string> Merged(string[] defaults, IEnumerable<(string? Value, int Count)> used)
    {
        var inUse = used.Where(row => !string.IsNullOrWhiteSpace(row.Value))
            .GroupBy(row => row.Value!, StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(same => same.Sum(row => row.Count))
            .Take(MostValues)
            .Select(same => same.MaxBy(row => row.Count).Value!)
            .ToList();
        return
        [
            .. defaults.Select(value => inUse.Find(own => string.Equals(own, value, StringComparison.OrdinalIgnoreCase)) ?? value),
            .. inUse.Where(own => !defaults.Contains(own, StringComparer.OrdinalIgnoreCase)).Order(StringComparer.OrdinalIgnoreCase),
        ];
    }
}
