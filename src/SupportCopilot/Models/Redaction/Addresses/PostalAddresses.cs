using SupportCopilot.Models.Redaction.Finding;
using SupportCopilot.Models.Redaction.Names;

namespace SupportCopilot.Models.Redaction.Addresses;

/// <summary>
/// Finds postal addresses: a sure part first (a street with its number, a flat, a post box), then what stands beside it in the way
/// that addresses go on. A town or a country alone is nobody's address and stays.
/// </summary>
internal static class PostalAddresses
{
    public static void Find(Words words, List<Find> finds)
    {
        var taken = Taken(words, finds);
        var done = -1;
        for (var at = 0; at < words.Count; at++)
        {
            if (Anchors.At(words, at) is not var (first, last) || last < first) continue;
            var (from, to) = Growth.Around(words, Math.Max(first, done + 1), last, done, taken);
            if (from > to) continue;
            finds.Add(new(words[from].Start, EndOf(words, to), PersonalKind.Address));
            (done, at) = (to, Math.Max(at, to));
        }
    }

    // A phone or a card beside an address is no part of it.
    private static bool[] Taken(Words words, List<Find> finds)
    {
        var taken = new bool[words.Count];
        foreach (var find in finds)
            for (var at = words.FirstFrom(find.Start); at < words.Count && words[at].Start < find.End; at++) taken[at] = true;
        return taken;
    }

    // «Cyprus (Greek)» with its bracket.
    private static int EndOf(Words words, int last)
    {
        var end = words[last].End;
        return end < words.Text.Length && words.Text[end] == ')' && words.Before(last).Contains('(') ? end + 1 : end;
    }
}
