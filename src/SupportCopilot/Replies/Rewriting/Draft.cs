using System.Text.RegularExpressions;

namespace SupportCopilot.Replies.Rewriting;

/// <summary>A reply in its paragraphs, each with the numbers of the citations that it stands on.</summary>
/// <param name="Parts">The paragraphs.</param>
/// <param name="Citations">What is cited.</param>
/// <param name="Language">Two letters, where known.</param>
internal sealed partial record Draft(IReadOnlyList<DraftPart> Parts, IReadOnlyList<Citation> Citations, string? Language)
{
    private const string Between = "\n\n";

    public string Text => string.Join(Between, Parts.Select(part => part.Cites.Count == 0 ? part.Text : $"{part.Text} {string.Concat(part.Cites.Select(number => $"[{number}]"))}"));

    /// <summary>The words alone.</summary>
    public string Words => string.Join(Between, Parts.Select(part => part.Text));

    public static Draft Of(string text, IReadOnlyList<Citation> citations, string? language)
    {
        var known = citations.Select(citation => citation.Number).ToHashSet();
        return new([.. text.Split(Between, StringSplitOptions.RemoveEmptyEntries).Select(part => PartOf(part, known))], citations, language);
    }

    private static DraftPart PartOf(string paragraph, HashSet<int> known)
    {
        var cites = Numbers().Matches(paragraph).Select(found => int.Parse(found.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)).Where(known.Contains).Distinct().ToList();
        return new(Numbers().Replace(paragraph, "").Trim(), cites);
    }

    [GeneratedRegex(@"[ \t]*\[(\d{1,3})\]")]
    private static partial Regex Numbers();
}

/// <summary>A paragraph of a reply.</summary>
/// <param name="Text">Its words, without the numbers.</param>
/// <param name="Cites">The numbers of its citations; none for courtesies.</param>
internal sealed record DraftPart(string Text, IReadOnlyList<int> Cites);
