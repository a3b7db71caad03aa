namespace SupportCopilot.Databases.Writing;

/// <summary>Brings text to the length its column holds, which SQL Server enforces and SQLite does not.</summary>
internal static class Clip
{
    /// <summary>At most so many UTF-16 units, never half a surrogate pair.</summary>
    public static string To(string text, int length)
    {
        if (text.Length <= length) return text;
        return text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
    }

    /// <summary>The same; null for what is blank, because a blank says nothing.</summary>
    public static string? Said(string? text, int length) => string.IsNullOrWhiteSpace(text) ? null : To(text, length);
}
