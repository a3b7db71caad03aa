using SupportCopilot.Models.Redaction.Names;

namespace SupportCopilot.Models.Redaction.Addresses;

/// <summary>Finds the sure parts of addresses.</summary>
internal static class Anchors
{
    private const int MostWords = 5;   // «Rua do Doutor António Cascais 12»

    /// <summary>The part that begins at a word, by its first and last word; nothing where none does.</summary>
    public static (int First, int Last)? At(Words words, int at) =>
        PostBox(words, at) ?? Unit(words, at) ?? StreetFirst(words, at) ?? StreetInOneWord(words, at) ?? NumberFirst(words, at) ?? Said(words, at) ?? Corner(words, at) ?? Postcode(words, at);

    // P.O. Box 149; PSC 6293, Box 8158; USNV Botolen; APO AP 04336
    private static (int, int)? PostBox(Words words, int at)
    {
        if (Equal(words, at, "PSC") || Equal(words, at, "CMR")) return IsNumber(words, at + 1) ? (at, at + 1) : null;
        if (Equal(words, at, "APO") || Equal(words, at, "FPO") || Equal(words, at, "DPO"))
            return at + 2 < words.Count && words[at + 1].Length == 2 && IsNumber(words, at + 2) ? (at, at + 2) : null;
        if (Equal(words, at, "USNV") || Equal(words, at, "USNS") || Equal(words, at, "USCGC") || Equal(words, at, "USS")) return at + 1 < words.Count && !words[at + 1].IsNumber ? (at, at + 1) : null;
        if (Equal(words, at, "P") && Equal(words, at + 1, "O") && Equal(words, at + 2, "Box")) return IsNumber(words, at + 3) ? (at, at + 3) : null;
        return (Equal(words, at, "PO") && Equal(words, at + 1, "Box") && IsNumber(words, at + 2)) ? (at, at + 2)
            : (Equal(words, at, "Postfach") || Equal(words, at, "Postbus")) && IsNumber(words, at + 1) ? (at, at + 1) : null;
    }

    private static (int, int)? Unit(Words words, int at)
    {
        if (!words[at].Is(Traits.Unit) || !IsNumber(words, at + 1) || !IsNear(words, at + 1)) return null;
        var alone = Equal(words, at, "Apt") || Equal(words, at, "Suite") || Equal(words, at, "Apto") || Equal(words, at, "Appt") || Equal(words, at, "Whg") || Equal(words, at, "Wohnung") || Equal(words, at, "Lgh");
        return alone || (at > 0 && words[at - 1].IsNumber && IsNear(words, at)) ? (at, at + 1) : null;
    }

    // Via Franscini 71, Rua do Arenque 1634, C/ Señores Curas 88, 31 rue de la Hulotais
    private static (int, int)? StreetFirst(Words words, int at)
    {
        if (!words[at].Is(Traits.StreetBefore) && !(Equal(words, at, "C") && words.After(at).StartsWith("/"))) return null;
        var last = at;
        for (var next = at + 1; next < words.Count && next <= at + MostWords + 1; next++)
        {
            if (!IsNear(words, next, "/. °º")) break;
            if (words[next].IsNumber) return last > at ? (at, next) : null;
            if (!IsOfName(words, next)) break;
            last = next;
        }
        return last > at && at > 0 && words[at - 1].IsNumber && IsNear(words, at, ",") ? (at - 1, last) : null;
    }

    // Magasinsgatan 7, Hauptstr. 12, Søndergade 52
    private static (int, int)? StreetInOneWord(Words words, int at) =>
        words[at].Is(Traits.Street) && !words[at].Is(Traits.Ordinary) && words[at].Length >= 6 && IsNumber(words, at + 1) && IsNear(words, at + 1, ".") && words[at + 1].Length <= 5 ? (at, at + 1) : null;

    // 14 Crown Street, 615 Benedum Drive, 20789 Allika 46, 31195 Piazza Rezzonico 35
    private static (int, int)? NumberFirst(Words words, int at)
    {
        if (!IsNumber(words, at) || words[at].Length > 6 || IsOfThing(words, at)) return null;
        var first = at;
        var name = at + 1;
        if (IsNumber(words, name) && IsNear(words, name) && words[name].Length <= 4) name++;
        var capitals = 0;
        for (var next = name; next < words.Count && next <= name + MostWords; next++)
        {
            if (!IsNear(words, next, ".'")) return null;
            if (words[next].IsNumber) return capitals > 0 && words[next].Length <= 4 ? (first, next) : null;
            if (capitals > 0 && words[next].Is(Traits.Street) && (words[next].IsCapital || !words[next].Is(Traits.Ordinary))) return (first, next);
            if (words[next].Is(Traits.Calendar) || (!IsOfName(words, next) && !(words[next].IsCapital && capitals == 0 && IsStreetSoon(words, next)))) return null;
            if (words[next].IsCapital || !words[next].Is(Traits.Ordinary | Traits.Particle)) capitals++;
        }
        return null;
    }

    // «lives on Sludevej 13», «my address is: …»
    private static (int, int)? Said(Words words, int at)
    {
        if (!SaysPlace(words, at)) return null;
        var last = at;
        for (var next = at + 1; next < words.Count && next <= at + MostWords + 2; next++)
        {
            if (!IsNear(words, next, ".:,")) break;
            if (words[next].IsNumber)
            {
                if (words[next].Length <= 6 && !IsTime(words, next) && (last > at || IsCapitalName(words, next + 1))) return last > at ? (at + 1, next) : null;
                break;
            }
            if (!IsOfName(words, next) || (last == at && !words[next].IsCapital && !words[next].Is(Traits.StreetBefore))) break;
            last = next;
        }
        return null;
    }

    private static (int, int)? Corner(Words words, int at)
    {
        if (!Equal(words, at, "corner") || !Equal(words, at + 1, "of")) return null;
        var last = at + 1;
        for (var next = at + 2; next < words.Count && next <= at + 12 && IsNear(words, next, "."); next++)
        {
            if (!words[next].IsNumber && !IsOfName(words, next) && !Equal(words, next, "and") && !words[next].Is(Traits.Street)) break;
            last = next;
        }
        return last > at + 2 ? (at > 0 && Equal(words, at - 1, "the") ? at - 1 : at, last) : null;
    }

    private static (int, int)? Postcode(Words words, int at)
    {
        if (!Equal(words, at, "zip") && !Equal(words, at, "zipcode") && !Equal(words, at, "postcode") && !Equal(words, at, "plz") && !Equal(words, at, "cep")) return null;
        var number = Equal(words, at + 1, "code") || Equal(words, at + 1, "is") ? at + 2 : at + 1;
        if (number >= words.Count || !IsNear(words, number, ":#=") || (!words[number].IsNumber && !words[number].IsUpper)) return null;
        var more = number + 1 < words.Count && words[number + 1].Length <= 4 && (words[number + 1].IsNumber || words[number + 1].IsUpper) && IsNear(words, number + 1, "-");
        return words[number].IsNumber || (more && words[number + 1].IsNumber) ? (number, more ? number + 1 : number) : null;
    }

    private static bool SaysPlace(Words words, int at)
    {
        if (words[at].IsNumber || words[at].IsCapital) return false;
        if (Equal(words, at, "address") || Equal(words, at, "adresse") || Equal(words, at, "dirección")) return true;
        var isOf = Equal(words, at, "at") || Equal(words, at, "on") || Equal(words, at, "to") || Equal(words, at, "in") || Equal(words, at, "of") || Equal(words, at, "is");
        if (!isOf || at == 0) return false;
        foreach (var before in (ReadOnlySpan<string>)["lives", "live", "living", "located", "address", "office", "is", "side", "enter", "moved", "meet", "off", "ship", "shipped", "deliver", "delivered", "return", "send", "sent", "resides", "staying", "refers"])
            if (Equal(words, at - 1, before) || (at > 1 && Equal(words, at - 2, before) && Equal(words, at - 1, "it"))) return true;
        return false;
    }

    private static bool IsStreetSoon(Words words, int at)
    {
        for (var next = at + 1; next < words.Count && next <= at + 2; next++)
            if (words[next].Is(Traits.Street) && words[next].IsCapital) return true;
        return false;
    }

    private static bool IsOfThing(Words words, int at) =>
        Numbers.Surroundings.Before(words.Text, words[at].Start) is Numbers.Sense.Thing or Numbers.Sense.Account && at > 0 && IsNear(words, at, ":#.");

    private static bool IsTime(Words words, int at) => words.After(at).StartsWith(":") || Equal(words, at + 1, "am") || Equal(words, at + 1, "pm");

    private static bool IsCapitalName(Words words, int at) => at < words.Count && words[at].IsCapital && IsOfName(words, at);

    /// <summary>A word that a street's name may have: capital and not of ordinary language, or a small word within names.</summary>
    internal static bool IsOfName(Words words, int at) =>
        !words[at].IsNumber && (words[at].Is(Traits.Particle | Traits.StreetBefore | Traits.Street) || (words[at].IsCapital && !words[at].Is(Traits.Ordinary | Traits.Calendar)) || words[at].Length == 1
        || (!words[at].IsCapital && words[at].Traits == Traits.None));

    internal static bool IsNumber(Words words, int at) => at < words.Count && words[at].IsNumber;

    internal static bool Equal(Words words, int at, string word) => at < words.Count && words.Of(at).Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Nothing but a space, and once what is allowed besides, stands before the word.</summary>
    internal static bool IsNear(Words words, int at, string allowed = "")
    {
        var gap = words.Before(at);
        if (gap.Length > 4) return false;
        foreach (var letter in gap)
            if (letter is not (' ' or '\u00A0') && !allowed.Contains(letter, StringComparison.Ordinal)) return false;
        return true;
    }
}
