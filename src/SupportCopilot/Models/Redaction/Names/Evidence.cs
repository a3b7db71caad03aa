namespace SupportCopilot.Models.Redaction.Names;

/// <summary>Weighs whether words are a person's name: what stands around them, what the dictionaries say, how they look.</summary>
internal static class Evidence
{
    // Chosen on half of a public set's templates and reported on the other half.
    private const double LooksLikeAName = 0.35, LooksVeryLikeAName = 0.7;

    public static NameRun? NameAt(Words words, int at, bool anyCase)
    {
        if (words[at].IsNumber) return null;
        var introduced = Introductions.Before(words, at);
        if (NameRun.From(words, at, anyCase || introduced == Introduction.Sure) is not { } run) return null;
        if (introduced == Introduction.Sure) return run;
        if (IsFirm(words, run) || IsStreet(words, run)) return null;
        return ByDictionary(words, run, anyCase) || (!anyCase && ByLooks(words, run, introduced)) ? run : null;
    }

    // A given name, or two names together; one that is also a word or a place needs a second name beside it.
    private static bool ByDictionary(Words words, NameRun run, bool anyCase)
    {
        var first = words[run.First];
        if (first.Is(Traits.Given) && !first.Is(Traits.Ordinary | Traits.Place | Traits.Calendar | Traits.Particle)) return !anyCase || first.Length >= 4;
        if (run.Count == 1) return false;
        var given = first.Is(Traits.Given);
        var initial = NameRun.IsInitial(words, run.First);
        for (var at = run.First + 1; at <= run.Last; at++)
        {
            if (words[at].Is(Traits.Given) && !words[at].Is(Traits.Ordinary | Traits.Place)) return true;
            if (words[at].Is(Traits.Family) && (given || initial || !words[at].Is(Traits.Ordinary))) return true;
            if (given && !anyCase && words[at].Traits == Traits.None && NameShape.Of(words.Of(at)) > 0) return true;
        }
        return false;
    }

    private static bool ByLooks(Words words, NameRun run, Introduction introduced)
    {
        var (score, weighed, capitals) = (0.0, 0, true);
        for (var at = run.First; at <= run.Last; at++)
        {
            if (words[at].Length < 3 || words[at].Is(Traits.Particle)) continue;
            score += NameShape.Of(words.Of(at));
            weighed++;
            capitals &= words[at].IsUpper;
        }
        if (weighed == 0 || capitals) return false;
        score /= weighed;
        if (weighed > 1 || run.Count > 1) return score > (introduced == Introduction.Likely ? 0 : LooksLikeAName);
        return introduced == Introduction.Likely ? score > LooksLikeAName
            : Introductions.After(words, run.Last) ? score > 0
            : words[run.First].Is(Traits.Family) && !words[run.First].Is(Traits.Ordinary) ? score > 0 : score > LooksVeryLikeAName && !BeginsSentence(words, run.First);
    }

    private static bool BeginsSentence(Words words, int at) => at == 0 || words.Before(at).IndexOfAny(".!?\n:") >= 0;

    private static bool IsFirm(Words words, NameRun run) =>
        (run.Last + 1 < words.Count && words[run.Last + 1].Is(Traits.Firm) && words[run.Last + 1].IsCapital && words.Before(run.Last + 1) is " " or ", ")
        || (run.Last + 2 < words.Count && words.Before(run.Last + 1) is " and " && words[run.Last + 1].IsCapital && words.Before(run.First) is [.., ',', ' ']);

    private static bool IsStreet(Words words, NameRun run) =>
        run.Last + 1 < words.Count && words[run.Last + 1].Is(Traits.Street) && words[run.Last + 1].IsCapital && words.Before(run.Last + 1) is " ";
}
