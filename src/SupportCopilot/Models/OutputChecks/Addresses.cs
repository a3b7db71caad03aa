using System.Text.RegularExpressions;
using SupportCopilot.Models.Redaction.Finding;

namespace SupportCopilot.Models.OutputChecks;

/// <summary>
/// Finds the links, hosts and mail addresses of a text, in one place for all that is held against sources. It takes too much
/// for an address rather than too little: a host needs no known ending here, as no list of endings is complete.
/// </summary>
internal static partial class Addresses
{
    /// <summary>Each with all of its letters, without the punctuation behind it; what overlaps is one.</summary>
    public static IReadOnlyList<Range> In(string text)
    {
        if (!text.AsSpan().ContainsAny('.', '@', ':')) return [];

        var found = Shapes().Matches(text).Select(one => (Start: one.Index, End: one.Index + one.Length)).ToList();
        found.AddRange(Links.In(text).Select(link => (link.Start.Value, link.End.Value)));
        for (var at = text.IndexOf('@'); at >= 0; at = text.IndexOf('@', at + 1))
            if (MailAddresses.Around(text, at) is { } mail) found.Add((mail.Start, mail.End));
        return Joined(text, found);
    }

    /// <summary>The addresses themselves.</summary>
    public static HashSet<string> Of(string text) => new(In(text).Select(place => text[place]), StringComparer.OrdinalIgnoreCase);

    private static List<Range> Joined(string text, List<(int Start, int End)> found)
    {
        var joined = new List<Range>(found.Count);
        var (start, end) = (0, 0);
        foreach (var next in found.OrderBy(one => one.Start))
        {
            if (next.Start < end)
            {
                end = Math.Max(end, next.End);
                continue;
            }

            Add();
            (start, end) = next;
        }

        Add();
        return joined;

        void Add()
        {
            while (end > start && Behind.Contains(text[end - 1], StringComparison.Ordinal)) end--;
            if (end > start) joined.Add(start..end);
        }
    }

    private const string Behind = ".,;:!?)»”\"'\u3002";

    // A scheme, «www.», or labels with dots between them. Scripts without spaces have sentences in their place.
    [GeneratedRegex(@"\b(?:[a-z][a-z0-9+.-]{1,12}://|www\.)[^\s\u3000-\u303f\u3040-\u30ff\u4e00-\u9fff]+|(?<![\p{L}\p{N}@]|[\p{L}\p{N}]\p{Pd})(?:[\p{L}\p{N}-[\u3040-\u30ff\u4e00-\u9fff]][\p{L}\p{N}\p{Pd}-[\u3040-\u30ff\u4e00-\u9fff]]*\.)+[\p{L}-[\u3040-\u30ff\u4e00-\u9fff]]{2,24}(?![\p{L}\p{N}])(?:/[^\s\u3000-\u303f\u3040-\u30ff\u4e00-\u9fff]*)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Shapes();
}
