using System.Text.Json;
using System.Text.RegularExpressions;

namespace SupportCopilot.Tickets.Mapping.Cells;

/// <summary>A person as files tell them: a name, an address, both in one cell, or each in its own.</summary>
internal static partial class PersonCell
{
    private static readonly HashSet<string> Nobody = new(StringComparer.OrdinalIgnoreCase)
    {
        "unknown", "unassigned", "nobody", "no one", "not assigned", "anonymous", "unbekannt", "nicht zugewiesen", "no agent", "non assigné", "sin asignar", "0",
    };

    /// <returns>The person, named by address where there is one, else by name; null when the cells name nobody.</returns>
    public static IncomingPerson? Read(string? nameCell, string? emailCell = null)
    {
        var name = Blank.Is(nameCell) || Nobody.Contains(nameCell!.Trim()) ? null : nameCell.Trim();
        var email = emailCell is not null && Address().Match(emailCell) is { Success: true } found ? found.Value : null;
        if (name is not null && Address().Match(name) is { Success: true } within)
        {
            email ??= within.Value;
            name = name.Replace(within.Value, "", StringComparison.Ordinal).Trim(' ', '<', '>', '(', ')', '"', ',', ';');
            if (name.Length == 0) name = null;
        }

        if (email is null && name is null) return null;
        email = email?.ToLowerInvariant();
        return new IncomingPerson(email ?? name!.ToLowerInvariant(), name ?? email!, email);
    }

    /// <returns>A group or an organization; null when the cell names none.</returns>
    public static IncomingName? ReadName(string? cell) =>
        Blank.Is(cell) || Nobody.Contains(cell!.Trim()) ? null : new IncomingName(cell.Trim().ToLowerInvariant(), cell.Trim());

    /// <returns>A person within JSON: text, or an object with name and address.</returns>
    public static IncomingPerson? Read(JsonElement json)
    {
        if (json.ValueKind is not JsonValueKind.Object) return Read(Reading.FlatJson.Text(json));
        string? Of(params string[] names) => names.Select(name => json.TryGetProperty(name, out var value) ? Reading.FlatJson.Text(value) : null).FirstOrDefault(value => value is { Length: > 0 });
        return Read(Of("name", "displayName", "fullName", "username"), Of("email", "emailAddress", "address"));
    }

    /// <summary>Whether a cell is an address and nothing else.</summary>
    public static bool IsEmail(string cell) => Address().Match(cell) is { Success: true } found && found.Length == cell.Trim().Length;

    [GeneratedRegex(@"[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(\.[\w-]+)+", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
