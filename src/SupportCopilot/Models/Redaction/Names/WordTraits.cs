using System.Collections.Frozen;
using SupportCopilot.Models.Redaction.Finding;

namespace SupportCopilot.Models.Redaction.Names;

/// <summary>Looks words up in the dictionaries, with and without their accents.</summary>
internal static class WordTraits
{
    private static readonly FrozenDictionary<string, Traits> All = Gathered();
    private static readonly FrozenDictionary<string, Traits>.AlternateLookup<ReadOnlySpan<char>> Lookup = All.GetAlternateLookup<ReadOnlySpan<char>>();

    public static Traits Of(ReadOnlySpan<char> word)
    {
        if (Lookup.TryGetValue(word, out var traits)) return traits;
        traits = Endings.Of(word);
        return word.Length is > 2 and < 30 && word.ContainsAnyExceptInRange('\0', '\u007F') && Lookup.TryGetValue(LettersWithoutSigns.Of(word), out var plain) ? plain | traits : traits;
    }

    public static bool IsParticle(ReadOnlySpan<char> word) => (Of(word) & Traits.Particle) != 0;

    private static FrozenDictionary<string, Traits> Gathered()
    {
        var all = new Dictionary<string, Traits>(StringComparer.OrdinalIgnoreCase);
        Add(all, Traits.Given, GivenNames.All);
        Add(all, Traits.Family, FamilyNames.All);
        Add(all, Traits.Ordinary, OrdinaryWords.All);
        Add(all, Traits.Ordinary, WordsOfSupport.All);
        Add(all, Traits.Place, Places.All);
        Add(all, Traits.Calendar, WordsAround.Calendar);
        Add(all, Traits.Firm, WordsAround.Firms);
        Add(all, Traits.Title, WordsAround.Titles);
        Add(all, Traits.Particle, WordsAround.Particles);
        Add(all, Traits.Street, WordsAround.Streets);
        Add(all, Traits.StreetBefore, WordsAround.StreetsBefore);
        Add(all, Traits.Unit, WordsAround.Units);
        Add(all, Traits.Doing, WordsAround.Doings);
        Add(all, Traits.Calling, WordsAround.Callings);
        return all.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    private static void Add(Dictionary<string, Traits> all, Traits traits, string words)
    {
        foreach (var word in words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) all[word] = all.GetValueOrDefault(word) | traits;
    }
}
