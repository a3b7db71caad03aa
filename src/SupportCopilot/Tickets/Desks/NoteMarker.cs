using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace SupportCopilot.Tickets.Desks;

/// <summary>The words at the end of each internal note of ours: by them a note is found again, and known when it comes back.</summary>
public static partial class NoteMarker
{
    /// <summary>A marker that no other note has.</summary>
    public static string New() => $"copilot-note-{RandomNumberGenerator.GetHexString(16, lowercase: true)}";

    /// <summary>Whether a comment is a note of ours. Only what the requester cannot read may be: anybody can write the words into a mail.</summary>
    public static bool IsOurs(string body, bool isPublic) => !isPublic && Words().IsMatch(body);

    [GeneratedRegex(@"\bcopilot-note-[0-9a-f]{16}\b", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
