namespace SupportCopilot.Tickets.Speech;

/// <summary>Shortens a text for show.</summary>
internal static class Clip
{
    /// <summary>The text, cut between two words and marked with … where it is longer than so many characters.</summary>
    public static string To(string text, int length)
    {
        if (text.Length <= length) return text;
        var end = text.LastIndexOf(' ', length - 1);
        return text[..(end > length / 2 ? end : length - 1)].TrimEnd(' ', ',', ';', ':', '-') + "…";
    }
}
