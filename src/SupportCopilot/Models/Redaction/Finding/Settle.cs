namespace SupportCopilot.Models.Redaction.Finding;

/// <summary>
/// Settles overlaps so that nothing found is left over: credentials first, then the longer find, then the surer kind; of a find
/// that is partly taken, the rest stays a find. One mark for each character of the text, so the cost is the length of text and finds.
/// </summary>
internal static class Settle
{
    public static List<Find> Overlaps(string text, List<Find> finds)
    {
        if (finds.Count < 2) return finds;

        finds.Sort(static (a, b) =>
            a.Kind == PersonalKind.Secret != (b.Kind == PersonalKind.Secret) ? (a.Kind == PersonalKind.Secret ? -1 : 1)
            : a.Length != b.Length ? b.Length.CompareTo(a.Length)
            : a.Kind != b.Kind ? a.Kind.CompareTo(b.Kind)
            : a.Start.CompareTo(b.Start));
        var taken = new bool[text.Length];
        var settled = new List<Find>(finds.Count);
        foreach (var find in finds) TakeWhatIsFree(text, find, taken, settled);
        settled.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        return settled;
    }

    private static void TakeWhatIsFree(string text, Find find, bool[] taken, List<Find> settled)
    {
        var at = find.Start;
        while (at < find.End)
        {
            while (at < find.End && taken[at]) at++;
            var start = at;
            while (at < find.End && !taken[at]) taken[at++] = true;
            var end = at;
            while (start < end && !char.IsLetterOrDigit(text[start]) && start > find.Start) start++;
            while (start < end && !char.IsLetterOrDigit(text[end - 1]) && end < find.End) end--;
            if (start < end) settled.Add(find with { Start = start, End = end });
        }
    }
}
