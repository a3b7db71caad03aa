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
        var done = -1;
        for (var at = 0; at < words.Count; at++)
        {
            if (Anchors.At(words, at) is not var (first, last) || last < first) continue;
            var (from, to) = Growth.Around(words, Math.Max(first, done + 1), last, done);
            if (from > to) continue;
            finds.Add(new(words[from].Start, EndOf(words, to), PersonalKind.Address));
            (done, at) = (to, Math.Max(at, to));
        }
    }

    // «Cyprus (Greek)» with its bracket.
    private static int EndOf(Words words, int last)
    {
        var end = words[last].End;
        return end < words.Text.Length && words.Text[end] == ')' && words.Before(last).Contains('(') ? end + 1 : end;
    }
}
