namespace SupportCopilot.Tickets.Text;

/// <summary>Cuts the writer's own name below their words, where no sign-off stands before it: «It worked once.» and «Sean» in the next line.</summary>
internal static class SignedName
{
    private const int LongestLine = 60;   // a name with a firm behind it; what is longer says something

    /// <summary>The words without the name; as they are where nothing else would be left, or the last line is no such name.</summary>
    public static string Cut(string words, string? name)
    {
        if (string.IsNullOrWhiteSpace(name) || words.LastIndexOf('\n') is not (> 0 and var at)) return words;
        var last = words[(at + 1)..].Trim();
        return Signs(last, name.Trim()) ? words[..at].TrimEnd() : words;
    }

    private static bool Signs(string line, string name)
    {
        if (line.Length > LongestLine) return false;
        return name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(part => part.Length > 1).Append(name).Any(own => Begins(line, own));
    }

    // «Hannes», «Hannes from Tillwell», «Niamh Murphy - Driftwood Butchers», «Aisha, Support»
    private static bool Begins(string line, string name)
    {
        if (!line.StartsWith(name, StringComparison.OrdinalIgnoreCase)) return false;
        var rest = line[name.Length..].TrimStart();
        return rest.Length == 0 || rest is "." or "," || rest[0] is ',' or '-' or '–' or '|' or '/' or '(' || Joins.Any(word => rest.StartsWith(word, StringComparison.OrdinalIgnoreCase));
    }

    private static readonly string[] Joins = ["from ", "at ", "von ", "aus ", "de ", "du ", "del ", "da ", "di ", "van "];
}
