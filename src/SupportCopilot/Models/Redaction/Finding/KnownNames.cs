using SupportCopilot.Models.Redaction.Names;

namespace SupportCopilot.Models.Redaction.Finding;

/// <summary>The names of a ticket's people, whole and by their parts.</summary>
internal sealed class KnownNames
{
    public static readonly KnownNames None = new([]);

    // A part that is also a word («May», «Will») counts as a name where it is written as one.
    private readonly HashSet<string> _parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly string[] _unspaced;

    private KnownNames(IEnumerable<string> names)
    {
        var unspaced = new List<string>();
        foreach (var name in names)
            foreach (var part in name.Split([' ', ',', '.', '(', ')', '"', '-', '\t', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                if (part.Length < 2 || part.Contains('@', StringComparison.Ordinal) || !part.Any(char.IsLetter)) continue;
                if (part.Any(Scripts.HasNoSpaces)) unspaced.Add(part);
                else if (!WordTraits.IsParticle(part)) _parts.Add(part);
            }
        _lookup = _parts.GetAlternateLookup<ReadOnlySpan<char>>();
        _unspaced = [.. unspaced.Distinct(StringComparer.Ordinal).OrderByDescending(part => part.Length)];
    }

    public static KnownNames Of(IEnumerable<string> names)
    {
        var known = new KnownNames(names);
        return known._parts.Count == 0 && known._unspaced.Length == 0 ? None : known;
    }

    public bool Has(ReadOnlySpan<char> word) => _parts.Count > 0 && _lookup.Contains(word);

    /// <summary>The names in scripts that put no space between words: they are looked for letter by letter.</summary>
    public IReadOnlyList<string> Unspaced => _unspaced;
}
