using SupportCopilot.Models.Redaction.Names;

namespace SupportCopilot.Models.OutputChecks;

/// <summary>Holds the words and numbers of a sentence against those of its sources.</summary>
internal static class Grounding
{
    // Of ten words that mean something six stand in what is cited, and eight there or in the ticket. A sentence that was
    // disguised (letters changed, turned round, put together) or made up has few of them.
    private const double InCited = 0.6, InAll = 0.8, InTicket = 0.75;

    public static DropReason? Fault(string sentence, IReadOnlyList<string> cites, KnownSources known)
    {
        var plain = PlainText.Of(sentence);
        if (!HasItsNumbers(plain, cites.Select(id => known.Passages[id]), known)) return DropReason.Number;
        if (!known.Sources.IsSameLanguage) return null;

        var cited = cites.Select(known.StemsOf).ToList();
        var meant = Stems.Meant(plain);
        var inCited = meant.Count(word => cited.Any(stems => stems.Contains(Stems.Cut(word))));
        var missing = meant.Where(word => !known.ThreadStems.Contains(Stems.Cut(word)) && !cited.Any(stems => stems.Contains(Stems.Cut(word)))).ToList();
        return meant.Count == 0 || inCited < InCited * meant.Count || missing.Count > Math.Max(1, (1 - InAll) * meant.Count) || missing.Any(IsNoWord) || HasOtherNames(plain, cited, known) ? DropReason.Ungrounded : null;
    }

    // What stands in no source and in no dictionary is a slip that was asked for, or a thing that nobody spoke of.
    /// <summary>Whether no dictionary knows a word, in none of its forms.</summary>
    public static bool IsNoWord(string word) => word.Length > 3 && !IsKnown(word) && !Endings.Any(ending => word.EndsWith(ending, StringComparison.Ordinal) && (IsKnown(word[..^ending.Length]) || IsKnown(word[..^ending.Length] + "e") || IsKnown(word[..^ending.Length] + "y")));

    private static bool IsKnown(string word) => WordTraits.Of(word) != Traits.None;

    private static readonly string[] Endings = ["s", "es", "ed", "d", "ing", "ly", "er", "ied", "ies", "r"];

    public static DropReason? FaultAnywhere(string sentence, KnownSources known)
    {
        var plain = PlainText.Of(sentence);
        if (!HasItsNumbers(plain, known.Passages.Values, known)) return DropReason.Number;
        if (!known.Sources.IsSameLanguage) return null;

        var all = known.Passages.Keys.Select(known.StemsOf).ToList();
        var meant = Stems.Meant(plain);
        var found = meant.Count(word => known.ThreadStems.Contains(Stems.Cut(word)) || all.Any(stems => stems.Contains(Stems.Cut(word))));
        return meant.Count == 0 || found < InTicket * meant.Count || HasOtherNames(plain, all, known) ? DropReason.Ungrounded : null;
    }

    // Names are facts, as numbers are: a word with a capital within a sentence stands in a source.
    private static bool HasOtherNames(string plain, List<HashSet<string>> passages, KnownSources known) =>
        known.Sources.CapitalsAreNames && Stems.CapitalsWithin(plain).Any(word => !known.ThreadStems.Contains(word) && !passages.Any(stems => stems.Contains(word)));

    /// <summary>The numbers of a text, digit after digit, without what stands between thousands.</summary>
    public static HashSet<string> NumbersIn(string plain)
    {
        var numbers = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at < plain.Length; at++)
        {
            if (!char.IsDigit(plain[at])) continue;
            var start = at;
            while (at < plain.Length && char.IsDigit(plain[at])) at++;
            numbers.Add(plain[start..at]);
        }
        return numbers;
    }

    private static bool HasItsNumbers(string plain, IEnumerable<string> passages, KnownSources known)
    {
        var numbers = NumbersIn(plain);
        if (numbers.Count == 0) return true;
        numbers.ExceptWith(known.ThreadNumbers);
        foreach (var passage in passages) numbers.ExceptWith(NumbersIn(passage));
        return numbers.Count == 0;
    }
}
