namespace SupportCopilot.Models.Redaction.Names;

/// <summary>Words that can be one person's name: capital words, initials, and small words between them, on one line.</summary>
internal readonly record struct NameRun(int First, int Last)
{
    private const int MostWords = 5;

    public int Count => Last - First + 1;

    /// <summary>The longest one that begins at a word; null where the word cannot begin one.</summary>
    /// <param name="words">The text.</param>
    /// <param name="at">Where it begins.</param>
    /// <param name="anyCase">Small letters do as well, for what was written without capitals or right after «my name is».</param>
    public static NameRun? From(Words words, int at, bool anyCase)
    {
        if (at >= words.Count || !CanBegin(words, at, anyCase)) return null;
        var last = at;
        for (var next = at + 1; next < words.Count && next - at < MostWords; next++)
        {
            if (!IsNear(words, next)) break;
            if (IsInitial(words, next) || CanGoOn(words, next, anyCase)) last = next;
            else if (!(words[next].Is(Traits.Particle) && !words[next].IsCapital && next + 1 < words.Count && IsNear(words, next + 1) && (CanGoOn(words, next + 1, anyCase: false) || words[next + 1].Is(Traits.Particle)))) break;
        }
        while (last > at && words[last].Is(Traits.Particle) && !words[last].IsCapital) last--;
        return new(at, last);
    }

    public static bool IsInitial(Words words, int at) => words[at].Length == 1 && words[at].IsCapital && !words[at].IsNumber && !(words.Of(at) is "I" && !words.After(at).StartsWith("."));

    private static bool CanBegin(Words words, int at, bool anyCase) => IsInitial(words, at) ? at + 1 < words.Count && IsNear(words, at + 1) && CanGoOn(words, at + 1, anyCase) : CanGoOn(words, at, anyCase) || (words[at].Is(Traits.Particle) && words[at].IsCapital && at + 1 < words.Count && CanGoOn(words, at + 1, anyCase) && IsNear(words, at + 1));

    private static bool CanGoOn(Words words, int at, bool anyCase)
    {
        var word = words[at];
        if (word.IsNumber || word.Length < 2 || (!word.IsCapital && !anyCase)) return false;
        if (!word.Is(Traits.Given | Traits.Family)) return !word.Is(Traits.Ordinary | Traits.Place | Traits.Calendar | Traits.Firm | Traits.Title | Traits.Unit | Traits.StreetBefore | Traits.Doing | Traits.Calling) && !(word.Is(Traits.Street) && word.Is(Traits.Ordinary)) && !word.Is(Traits.Particle);
        return word.IsCapital || !word.Is(Traits.Ordinary);
    }

    // A space, the dot of an initial, the hyphen of a double name.
    private static bool IsNear(Words words, int at)
    {
        var gap = words.Before(at);
        if (gap is " " or "-" or "‐" or "\u00A0") return true;
        return gap is ". " or "." && words[at - 1].Length <= 2 && words[at - 1].IsCapital;
    }
}
