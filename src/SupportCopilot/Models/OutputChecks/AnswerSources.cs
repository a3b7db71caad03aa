namespace SupportCopilot.Models.OutputChecks;

/// <summary>What an answer may stand on.</summary>
/// <param name="Passages">What was retrieved for it, by the ids that it may cite: the desk's own words. Links, addresses and facts may come from here.</param>
/// <param name="Thread">The ticket's words: strangers'. They may be spoken of, but no link of theirs is carried on, and what they tell a model to do is nothing that an answer can stand on.</param>
public sealed record AnswerSources(IReadOnlyDictionary<string, string> Passages, string Thread)
{
    /// <summary>The instructions that the model was given: they are not to be told.</summary>
    public string Instructions { get; init; } = "";

    /// <summary>Mail addresses and links beyond those of the passages that may be named, such as the requester's own address.</summary>
    public IReadOnlyCollection<string> Allowed { get; init; } = [];

    /// <summary>Whether the answer speaks the language of the passages: then its words are held against theirs. Of a translation the citations, quotes, numbers and links alone can be.</summary>
    public bool IsSameLanguage { get; init; } = true;

    /// <summary>Whether a capital letter within a sentence makes a name of a word; in German it makes a noun. Names are facts: they have to stand in a source.</summary>
    public bool CapitalsAreNames { get; init; } = true;
}
