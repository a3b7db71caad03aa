namespace SupportCopilot.Tickets.Desks;

/// <summary>The tags that triage writes to a desk: <c>copilot_category_billing</c>. An agent may change them there, and is then right.</summary>
public static class OwnTags
{
    /// <summary>What every tag of ours begins with.</summary>
    public const string Prefix = "copilot_";

    /// <summary>On every ticket that was triaged; triggers leave such tickets alone, so that our own writes wake nobody.</summary>
    public const string Triaged = Prefix + "triaged";

    /// <summary>On a ticket that was triaged without the model that is set, because it failed.</summary>
    public const string WithoutModel = Prefix + "without_model";

    /// <summary>The fields that are written as tags.</summary>
    public static IReadOnlyList<TriageField> Fields { get; } = [TriageField.Category, TriageField.Subcategory, TriageField.RootCause, TriageField.Urgency, TriageField.Sentiment];

    /// <summary>Whether a tag is ours to change.</summary>
    public static bool IsOwn(string tag) => tag.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The tag of a field's value: lower case, with an underscore for all that is neither letter nor digit.</summary>
    public static string Of(TriageField field, string value) => $"{Prefix}{Word(field)}_{Slug(value)}";

    /// <summary>The tag of a confidence: <c>copilot_confidence_high</c>.</summary>
    public static string OfConfidence(string level) => $"{Prefix}confidence_{level}";

    /// <summary>The field and the slug of a tag of ours that names a field's value; null for any other tag.</summary>
    public static (TriageField Field, string Slug)? Read(string tag)
    {
        foreach (var field in Fields)
        {
            var start = $"{Prefix}{Word(field)}_";
            if (tag.Length > start.Length && tag.StartsWith(start, StringComparison.Ordinal)) return (field, tag[start.Length..]);
        }

        return null;
    }

    /// <summary>The tags of a text that holds them with a space between each two.</summary>
    public static HashSet<string> In(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>The text of tags: each once, in one order, with a space between each two.</summary>
    public static string Joined(IEnumerable<string> tags) => string.Join(' ', tags.Distinct().Order(StringComparer.Ordinal));

    /// <summary>A value as it stands in a tag.</summary>
    public static string Slug(string value) => string.Create(value.Length, value, (into, from) =>
    {
        for (var i = 0; i < into.Length; i++) into[i] = char.IsLetterOrDigit(from[i]) ? char.ToLowerInvariant(from[i]) : '_';
    });

    private static string Word(TriageField field) => field.Name().ToLowerInvariant();
}
