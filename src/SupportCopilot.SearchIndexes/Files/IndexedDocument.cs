using SupportCopilot.Knowledge;
using SupportCopilot.SearchIndexes.Ranking;

namespace SupportCopilot.SearchIndexes.Files;

/// <summary>A document as the file holds it.</summary>
/// <param name="Document">The document, whose title and text are <see cref="SearchWords"/>.</param>
internal readonly record struct IndexedDocument(SearchDocument Document)
{
    /// <summary>Title and text as one, for the word index and the statistics.</summary>
    public string AllWords => AllWordsOf(Document.Title, Document.Text);

    /// <summary>What the meanings are learned from, and what is turned into a vector.</summary>
    public string Meaning => MeaningOf(Document.Title, Document.Text);

    public static IndexedDocument Of(SearchDocument document) =>
        new(document with { Title = SearchWords.Of(document.Title), Text = SearchWords.Of(document.Text) });

    public static string AllWordsOf(string title, string words) => title.Length == 0 ? words : words.Length == 0 ? title : $"{title} {words}";

    public static string MeaningOf(string title, string words) => Learning.Text.TextJoin.Of(title, words);
}
