using System.Text.Json.Serialization;

namespace SupportCopilot.Questions.Quotes;

/// <summary>What tickets must speak about, in the subject or in the customer's public words.</summary>
/// <param name="Alternatives">As they were asked; one of them will do.</param>
internal sealed record Topic(IReadOnlyList<string> Alternatives)
{
    private IReadOnlyList<IReadOnlyList<string>>? _stems;

    /// <summary>As it is shown.</summary>
    [JsonIgnore]
    public string Words => string.Join(" or ", Alternatives.Select(one => $"\"{one}\""));

    /// <summary>The stems that each way of it needs.</summary>
    [JsonIgnore]
    public IReadOnlyList<IReadOnlyList<string>> Stems => _stems ??= [.. Alternatives.Select(SpokenWords.OfTopic)];

    /// <summary>Whether some words speak about it.</summary>
    public bool IsIn(HashSet<string> stems) => Stems.Any(one => one.Count > 0 && one.All(stems.Contains));

    /// <summary>
    /// Whether some texts can speak about it at all, without taking them apart: a stem stands in its word letter by letter but
    /// for its last one («tri» in «tried»), unless there are letters that are folded.
    /// </summary>
    public bool MayBeIn(IReadOnlyList<string> texts) =>
        !texts.All(text => System.Text.Ascii.IsValid(text)) || Stems.Any(one => one.Count > 0 && one.All(stem => texts.Any(text => text.Contains(stem.Length > 1 ? stem[..^1] : stem, StringComparison.OrdinalIgnoreCase))));

    /// <summary>How much of it stands in some words, 0–1.</summary>
    public double ShareIn(HashSet<string> stems) => Stems.Max(one => one.Count == 0 ? 0 : (double)one.Count(stems.Contains) / one.Count);
}
