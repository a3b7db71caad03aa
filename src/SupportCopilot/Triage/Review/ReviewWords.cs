using SupportCopilot.Tickets;

namespace SupportCopilot.Triage.Review;

/// <summary>What a person says of one field.</summary>
/// <param name="Field">The field.</param>
/// <param name="Judged">What triage said; null where it said nothing.</param>
/// <param name="Said">What the person said; empty where only that triage was wrong is known.</param>
/// <param name="Sets">Whether it is to hold from now on.</param>
internal sealed record ReviewWord(TriageField Field, JudgedField? Judged, string Said, bool Sets);

/// <summary>Reads what a person says, field by field, the category before its subcategory.</summary>
internal static class ReviewWords
{
    /// <returns>The words, or what is wrong with them.</returns>
    public static (IReadOnlyList<ReviewWord> Words, string? Wrong) Read(ReviewSaid said, Ticket ticket, IReadOnlyList<JudgedField> judged, Taxonomy taxonomy)
    {
        var named = new Dictionary<TriageField, string>();
        foreach (var (name, value) in said.Fields)
        {
            if (TriageFields.Parse(name) is not { } field) return ([], $"There is no triage field of that name; there are {string.Join(", ", TriageFields.Each.Select(f => f.Name()))}.");
            if (string.IsNullOrWhiteSpace(value)) return ([], $"Say the right {field.Name()}, or leave it out.");
            named[field] = value;
        }

        var words = new List<ReviewWord>();
        var category = ticket.Given.Category ?? ticket.Predicted.Category;
        foreach (var field in TriageFields.Each)
        {
            var found = judged.FirstOrDefault(j => j.Field == field.Name());
            if (named.TryGetValue(field, out var value))
            {
                if (taxonomy.Find(field, value, category) is not { } known) return ([], CorrectTriage.Refuse(field, taxonomy.Values(field, category), category).Message);
                words.Add(new(field, found, known, Sets: true));
                if (field is TriageField.Category) category = known;
            }
            else if (found is not null && said.Agree)
            {
                words.Add(Agreed(field, found, ticket, taxonomy, category));
            }
        }

        return words.Count > 0 ? (words, null) : ([], "Say what is right: fields with their values, or agree.");
    }

    /// <summary>
    /// A field that is agreed with by not being named. What the desk or a person has said since is not undone by that; a
    /// subcategory cannot be right within a category that was wrong; and where triage has judged otherwise since, in the light
    /// of later words, the old value is agreed with, but does not take the new one's place.
    /// </summary>
    private static ReviewWord Agreed(TriageField field, JudgedField judged, Ticket ticket, Taxonomy taxonomy, string? category)
    {
        if (ticket.Given[field] is { } given) return new(field, judged, given, Sets: false);
        if (field is TriageField.Subcategory && taxonomy.Find(field, judged.Value, category) is null) return new(field, judged, "", Sets: false);
        return new(field, judged, judged.Value, Sets: ticket.Predicted[field] == judged.Value);
    }
}
