using System.Globalization;
using System.Text;

namespace SupportCopilot.Zendesk.Syncing;

/// <summary>
/// Looks into the cursor of an export, which is a second and an id in base64 (<c>1576613539.0||467</c>), only so far as to
/// see that it never leads back; one that reads otherwise is taken as it is.
/// </summary>
internal static class ExportCursor
{
    public static bool IsBefore(string cursor, string other) => SecondOf(cursor) is { } one && SecondOf(other) is { } two && one < two;

    private static double? SecondOf(string cursor)
    {
        Span<byte> bytes = stackalloc byte[256];
        if (cursor.Length > 256 || !Convert.TryFromBase64String(cursor, bytes, out var length)) return null;
        var text = Encoding.ASCII.GetString(bytes[..length]);
        return text.IndexOf("||", StringComparison.Ordinal) is > 0 and var end && double.TryParse(text.AsSpan(0, end), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var second) ? second : null;
    }
}
