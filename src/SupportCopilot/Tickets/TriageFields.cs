namespace SupportCopilot.Tickets;

/// <summary>The triaged fields, one by one, and their names in JSON.</summary>
public static class TriageFields
{
    /// <summary>Every field once.</summary>
    public static IReadOnlyList<TriageField> Each { get; } =
        [.. Enum.GetValues<TriageField>().Where(field => field is not TriageField.None)];

    /// <summary>The name in JSON and addresses, such as <c>rootCause</c>.</summary>
    public static string Name(this TriageField field)
    {
        var name = field.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    /// <summary>The field of a name, or null when there is none.</summary>
    public static TriageField? Parse(string name) =>
        Each.Where(field => string.Equals(field.Name(), name, StringComparison.OrdinalIgnoreCase)).Select(field => (TriageField?)field).FirstOrDefault();
}
