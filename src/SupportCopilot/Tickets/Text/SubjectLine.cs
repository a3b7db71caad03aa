using System.Text.RegularExpressions;

namespace SupportCopilot.Tickets.Text;

/// <summary>Frees subject lines of what mail programs put before them.</summary>
public static partial class SubjectLine
{
    /// <summary>The subject without Re:, Fwd: (and AW:, WG:, TR:, RV:, …) and without [External] and ticket marks in front.</summary>
    public static string Clean(string subject) => Prefixes().Replace(subject, "").Trim();

    [GeneratedRegex(@"^(\s*((re|fwd?|aw|wg|tr|rv|rif|enc|antw|sv|vs)(\[\d{1,3}\])?\s*:|\[(external|extern|externe|ext|ticket[^\]]{0,30})\]:?))+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Prefixes();
}
