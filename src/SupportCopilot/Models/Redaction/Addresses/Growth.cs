using SupportCopilot.Models.Redaction.Names;

namespace SupportCopilot.Models.Redaction.Addresses;

/// <summary>Lets the sure part of an address grow over what goes on in the way of addresses: numbers, flats, towns, codes, countries.</summary>
internal static class Growth
{
    private const int MostToTheLeft = 7, MostToTheRight = 14;

    public static (int From, int To) Around(Words words, int first, int last, int done, bool[] taken)
    {
        while (first - 1 > done && first > 0 && last - first < MostToTheLeft + 8 && !taken[first - 1] && GoesBefore(words, first - 1, first)) first--;
        while (first < last && !words[first].IsNumber && !words[first].IsCapital && words[first].Is(Traits.Particle) && !words[first].Is(Traits.StreetBefore)) first++;
        var to = last;
        for (var next = last + 1; next < words.Count && next <= last + MostToTheRight && !taken[next] && GoesOn(words, next); next++) to = next;
        while (to > last && !words[to].IsNumber && (words[to].Is(Traits.Particle) || (words[to].Is(Traits.Ordinary) && !words[to].Is(Traits.Place)))) to--;
        return (first, to);
    }

    private static bool GoesBefore(Words words, int at, int next)
    {
        var gap = words.Before(next);
        if (gap.Length > 5 || gap.ContainsAny("?!;:()\"")) return false;
        if (gap.Contains('\n') && (gap.Count('\n') > 1 || words[next].IsNumber || !words[next].Is(Traits.Unit))) return false;
        if (gap.Contains('.') && words[at].Length > 4) return false;
        if (words[at].IsNumber) return words[at].Length <= 6 && !SaysThing(words, at);
        if (gap.Contains(',') && !words[next].Is(Traits.Unit)) return false;
        return words[at].Length == 1 ? words[at].IsCapital : Anchors.IsOfName(words, at) && !words[at].Is(Traits.Title | Traits.Calling) && (words[at].IsCapital || words[at].Is(Traits.Particle | Traits.StreetBefore | Traits.Street) || gap.IndexOfAnyExcept(' ') < 0);
    }

    private static bool SaysThing(Words words, int at) => at > 0 && Numbers.Surroundings.Before(words.Text, words[at].Start) is Numbers.Sense.Card or Numbers.Sense.Thing or Numbers.Sense.Account;

    private static bool GoesOn(Words words, int at)
    {
        var gap = words.Before(at);
        if (gap.Length > 6 || gap.ContainsAny("?!;:\"")) return false;
        if (IsLabel(words, at)) return false;
        var line = gap.Contains('\n');
        if (gap.Contains('.') && !line && !words[at].Is(Traits.Unit) && !words[at].IsNumber) return false;
        if (gap.Count('\n') > 1 && !words[at].IsNumber && !words[at].Is(Traits.Place)) return false;
        if (words[at].IsNumber) return words[at].Length <= 8 && !Numbers.NumberRunAhead.IsLong(words.Text, words[at].Start);
        if (words[at].Is(Traits.Unit | Traits.Place) && (words[at].IsCapital || words[at].Is(Traits.Unit))) return true;
        if (words[at].Is(Traits.Street) && words[at].IsCapital) return true;
        if (words[at].Is(Traits.Calendar | Traits.Doing) || (words[at].Is(Traits.Ordinary) && !IsWithin(words, at))) return false;
        if (words[at].Is(Traits.Given) && !words[at].Is(Traits.Family) && line && !gap.Contains(',')) return false;
        if (words[at].Is(Traits.Particle)) return !line && at + 1 < words.Count && words[at + 1].IsCapital && !words[at + 1].Is(Traits.Ordinary);
        return words[at].IsCapital || Anchors.Equal(words, at, "nan") || words[at].Traits == Traits.None;
    }

    // «SAINT-PRIEST», «New Zealand», «West Brook»: an ordinary word in capitals, or before a town's.
    private static bool IsWithin(Words words, int at) =>
        words[at].IsCapital && (words[at].IsUpper || (at + 1 < words.Count && words[at + 1].IsCapital && !words[at + 1].Is(Traits.Ordinary) && Anchors.IsNear(words, at + 1)) || words.Before(at).Contains('\n') || Anchors.Equal(words, at, "West") || Anchors.Equal(words, at, "East") || Anchors.Equal(words, at, "North") || Anchors.Equal(words, at, "South"));

    // «Mobile:» begins something else.
    private static bool IsLabel(Words words, int at) => words.After(at).StartsWith(":");
}
