using SupportCopilot.Models.Redaction.Finding;

namespace SupportCopilot.Models.Redaction.Names;

/// <summary>
/// Finds people's names: the ticket's own people wherever they stand, then names by the words around them, by the dictionaries,
/// and by how they look; at last every other place where a part of a found name stands.
/// </summary>
internal static class PeoplesNames
{
    public static void Find(Words words, KnownNames known, List<Find> finds)
    {
        var firstOwn = finds.Count;
        foreach (var part in known.Unspaced)
            for (var at = words.Text.IndexOf(part, StringComparison.Ordinal); at >= 0; at = words.Text.IndexOf(part, at + part.Length, StringComparison.Ordinal))
                finds.Add(new(at, at + part.Length, PersonalKind.Person));

        var anyCase = !HasCapitals(words);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var at = 0; at < words.Count; at++)
        {
            if (Known(words, at, known) is { } ofKnown)
            {
                finds.Add(Spanning(words, ofKnown));
                at = ofKnown.Last;
            }
            else if (Evidence.NameAt(words, at, anyCase) is { } run)
            {
                finds.Add(Spanning(words, run));
                Remember(words, run, seen);
                at = run.Last;
            }
        }
        if (seen.Count > 0) AddOtherPlaces(words, seen, finds, firstOwn);
    }

    private static NameRun? Known(Words words, int at, KnownNames known)
    {
        if (!Is(at)) return null;
        var last = at;
        while (last + 1 < words.Count && words.Before(last + 1) is " " or "-" or ". " && (Is(last + 1) || (NameRun.IsInitial(words, last + 1) && last + 2 < words.Count && Is(last + 2)))) last++;
        return new(at, last);

        bool Is(int word) => !words[word].IsNumber && known.Has(words.Of(word)) && (words[word].IsCapital || !words[word].Is(Traits.Ordinary | Traits.Particle));
    }

    private static void Remember(Words words, NameRun run, HashSet<string> seen)
    {
        for (var at = run.First; at <= run.Last; at++)
            if (words[at].Length > 2 && !words[at].Is(Traits.Ordinary | Traits.Particle | Traits.Place | Traits.Calendar)) seen.Add(words.Of(at).ToString());
    }

    private static void AddOtherPlaces(Words words, HashSet<string> seen, List<Find> finds, int firstOwn)
    {
        var lookup = seen.GetAlternateLookup<ReadOnlySpan<char>>();
        var taken = finds.Skip(firstOwn).Select(find => find.Start).ToHashSet();
        for (var at = 0; at < words.Count; at++)
            if (!words[at].IsNumber && words[at].IsCapital && lookup.Contains(words.Of(at)) && taken.Add(words[at].Start)) finds.Add(new(words[at].Start, words[at].End, PersonalKind.Person));
    }

    private static Find Spanning(Words words, NameRun run) => new(words[run.First].Start, words[run.Last].End, PersonalKind.Person);

    // A text written in small letters throughout; «I» does not count.
    private static bool HasCapitals(Words words)
    {
        for (var at = 0; at < words.Count; at++)
            if (words[at].IsCapital && words[at].Length > 1) return true;
        return false;
    }
}
