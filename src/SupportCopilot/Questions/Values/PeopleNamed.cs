namespace SupportCopilot.Questions.Values;

/// <summary>
/// Tells people of one name apart. Whoever the desk knows twice under one name and address, or in two sources of which one
/// gives no address, is one person; others are shown with what sets them apart.
/// </summary>
internal static class PeopleNamed
{
    /// <summary>The values that people are, each with all of its numbers.</summary>
    public static IEnumerable<KnownValue> Of(string dimension, IEnumerable<NamedPerson> people)
    {
        foreach (var same in people.Where(person => person.Name.Length > 0).GroupBy(person => person.Name, StringComparer.OrdinalIgnoreCase))
        {
            var spellings = same.Select(person => person.Name).Distinct().Order(StringComparer.Ordinal).ToArray();   // not lists: there may be a million customers
            var different = Different([.. same]);
            foreach (var one in different)
            {
                long[] ids = [.. one.Select(person => person.Id)];
                yield return different.Count == 1
                    ? new KnownValue(dimension, spellings[0], spellings) { Ids = ids }
                    : new KnownValue(dimension, Shown(one[0]), [Shown(one[0])]) { Called = spellings[0], Ids = ids };
            }
        }
    }

    /// <summary>How one of several of a name is shown.</summary>
    public static string Shown(NamedPerson person) => $"{person.Name} ({(string.IsNullOrEmpty(person.Email) ? $"#{person.Id}" : person.Email)})";

    /// <summary>The name of what is shown, without what sets one person apart; null where nothing does.</summary>
    public static string? NameIn(string shown) => shown.EndsWith(')') && shown.LastIndexOf(" (", StringComparison.Ordinal) is > 0 and var at ? shown[..at] : null;

    /// <summary>The different people among some of one name.</summary>
    public static List<List<NamedPerson>> Different(IReadOnlyList<NamedPerson> same)
    {
        var different = same.Where(person => !string.IsNullOrEmpty(person.Email)).GroupBy(person => person.Email!, StringComparer.OrdinalIgnoreCase).Select(one => one.ToList()).ToList();
        foreach (var bare in same.Where(person => string.IsNullOrEmpty(person.Email)))
        {
            var one = different.Find(known => different.Count == 1 && !known.Exists(other => other.Source == bare.Source));
            if (one is null) different.Add([bare]);
            else one.Add(bare);
        }

        return different;
    }
}

/// <summary>A person as far as telling people apart goes.</summary>
internal sealed record NamedPerson(long Id, string Source, string Name, string? Email);
