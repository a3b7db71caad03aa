namespace SupportCopilot.Models.Redaction.Names;

/// <summary>What a word's ending says where no dictionary knows it.</summary>
internal static class Endings
{
    // Endings that English words have and names have not.
    private static readonly string[] OfWords =
        ["tion", "tions", "sion", "ment", "ments", "ness", "able", "ible", "ally", "ings", "ful", "less", "ship", "ology", "ances", "ences", "izing", "ising", "ized", "ised", "ization", "ware", "ality", "ility", "ction", "iously", "ously"];

    // Endings of streets' names in one word.
    private static readonly string[] OfStreets =
        ["straße", "strasse", "str", "gasse", "platz", "allee", "gatan", "gata", "gate", "gade", "gaten", "vej", "vei", "vegen", "veien", "vägen", "väg", "straat", "laan", "plein", "gracht", "kade", "weg", "dreef", "singel", "stræti", "vegur", "götu", "braut", "gerði",
        "katu", "tie", "kuja", "polku", "ulice", "utca", "vangen", "bakken", "stien", "marken", "stræde", "stien", "torget", "torg", "gränd", "backe"];

    public static Traits Of(ReadOnlySpan<char> word)
    {
        if (word.Length < 6) return Traits.None;
        foreach (var ending in OfStreets)
            if (word.Length > ending.Length + 2 && word.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) return Traits.Street;
        if (word.Length < 7) return Traits.None;
        foreach (var ending in OfWords)
            if (word.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) return Traits.Ordinary;
        return Traits.None;
    }
}
