using System.Text.RegularExpressions;

namespace SupportCopilot.Replies.Templates;

/// <summary>
/// Fills the desk's placeholders of a prepared answer. What is not known here, or would be worked out by the desk alone,
/// becomes a blank that everybody sees; nothing is filled twice, and a customer cannot call themselves a placeholder.
/// </summary>
internal static partial class Placeholders
{
    private const int LongestValue = 200;

    /// <summary>What stands around a blank.</summary>
    public const string Opens = "[…", Closes = "…]";

    /// <summary>The names that can be filled.</summary>
    public static IReadOnlyList<string> Known { get; } =
    [
        "ticket.id", "ticket.title", "ticket.status", "ticket.priority", "ticket.requester.name", "ticket.requester.first_name", "ticket.requester.last_name", "ticket.requester.email",
        "ticket.assignee.name", "ticket.assignee.first_name", "ticket.assignee.last_name", "ticket.group.name", "ticket.organization.name", "ticket.brand.name",
        "current_user.name", "current_user.first_name", "current_user.last_name",
    ];

    /// <summary>Fills a text.</summary>
    /// <returns>The text, and the names of what was left blank, each once.</returns>
    public static (string Text, IReadOnlyList<string> Blanks) Fill(string text, IReadOnlyDictionary<string, string?> values)
    {
        var blanks = new List<string>();
        var filled = Pattern().Replace(text, found =>
        {
            var name = found.Groups["name"].Value.ToLowerInvariant();
            if (name.Length > 0 && Usable(values.GetValueOrDefault(Synonym(name))) is { } value) return value;
            var blank = name.Length > 0 ? name : Inside(found.Value);
            if (!blanks.Contains(blank)) blanks.Add(blank);
            return $"{Opens} {blank} {Closes}";
        });
        return (filled, blanks);
    }

    /// <summary>A text without them: their names say nothing of its matter.</summary>
    public static string Without(string text) => Pattern().Replace(text, " ");

    /// <summary>The placeholders of a text that are none of the known ones, each once.</summary>
    public static IReadOnlyList<string> UnknownIn(string text) =>
        [.. Pattern().Matches(text).Select(found => found.Groups["name"].Value.ToLowerInvariant() is { Length: > 0 } name ? name : Inside(found.Value)).Where(name => !Known.Contains(Synonym(name))).Distinct()];

    /// <summary>Zendesk knows the ticket's brand and organization by two names each.</summary>
    private static string Synonym(string name) => name switch
    {
        "ticket.requester.organization.name" => "ticket.organization.name",
        "ticket.subject" => "ticket.title",
        "agent.name" => "current_user.name",
        "agent.first_name" => "current_user.first_name",
        "agent.last_name" => "current_user.last_name",
        _ => name,
    };

    /// <summary>A value that says nothing but what it is: the desk would fill placeholders in it as if an agent had written them.</summary>
    private static string? Usable(string? value) =>
        !string.IsNullOrWhiteSpace(value) && value.Length <= LongestValue && !value.Contains("{{", StringComparison.Ordinal) && !value.Contains("{%", StringComparison.Ordinal) && !value.Any(char.IsControl) ? value.Trim() : null;

    private static string Inside(string braces) => string.Join(' ', braces.Trim('{', '}', '%').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // A plain name; else whatever else stands between braces, conditions and filters too, which only the desk can work out.
    [GeneratedRegex(@"\{\{\s*(?<name>[a-z_]+(?:\.[a-z0-9_]+)*)\s*\}\}|\{\{[^{}]{0,300}\}\}|\{%[^{}]{0,300}%\}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
