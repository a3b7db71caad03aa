using System.Text.Json;
using System.Text.RegularExpressions;
using NodaTime;
using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Dates;
using SupportCopilot.Questions.Parsing;
using SupportCopilot.Questions.Parsing.Lexicon;
using SupportCopilot.Questions.Parsing.Words;
using SupportCopilot.Tickets.Mapping;

namespace SupportCopilot.Questions.Vocabulary;

/// <summary>
/// A file's own names of columns, as names of what they were taken for: whoever brought in «Account» asks for accounts. A name
/// that says something already, or was taken for two things, is none; what an admin said holds before it.
/// </summary>
internal static partial class ColumnWords
{
    private const string CountEnding = " count";   // «more than 3 reassignments» are of «reassignment_count»
    private const int ShortestWord = 3;   // letters; «ci» or «to» is no name for anything by itself

    /// <summary>The names of columns that were taken for dimensions.</summary>
    /// <param name="mappings">The mappings of imports, as they were stored.</param>
    /// <param name="said">What admins said, with the custom fields there are.</param>
    public static IReadOnlyList<DimensionWord> Of(IEnumerable<string> mappings, VocabularyDocument said)
    {
        var taken = Taken(said);
        return [.. mappings.SelectMany(mapping => JsonSerializer.Deserialize(mapping, MappingJson.Default.MappingReport)!.Columns)
            .Select(column => (Dimension: DimensionOf(column.Field), column.Column))
            .Where(column => column.Dimension is not null)
            .SelectMany(column => NamesOf(column.Column).Select(name => (column.Dimension, Name: name)))
            .Where(column => !taken.Contains(Stems.OfPhrase(column.Name)) && IsFree(column.Name))
            .GroupBy(column => Stems.OfPhrase(column.Name), column => column.Dimension!, (name, dimensions) => (Name: name, Dimensions: dimensions.Distinct().ToList()))
            .Where(word => word.Dimensions.Count == 1)
            .Select(word => new DimensionWord(word.Name, word.Dimensions[0]))];
    }

    /// <summary>What a custom field is called besides its name: without what a desk's software puts before it, or «count» behind.</summary>
    public static IEnumerable<string> OfField(string name)
    {
        var plain = Wrapping().Match(name) is { Success: true } wrapped && wrapped.Length < name.Length ? name[wrapped.Length..].TrimEnd(')') : name;
        if (plain.Length < name.Length) yield return plain;
        if (WordReader.Key(plain) is var key && key.EndsWith(CountEnding, StringComparison.Ordinal) && key.Length > CountEnding.Length) yield return key[..^CountEnding.Length];
    }

    private static HashSet<string> Taken(VocabularyDocument said) =>
    [
        .. said.Measures.SelectMany(one => one.Synonyms)
            .Concat(said.Dimensions.SelectMany(one => one.Synonyms))
            .Concat(said.Values.SelectMany(one => one.Synonyms))
            .Concat(said.Fields.SelectMany(field => field.Synonyms.Concat(OfField(field.Name)).Prepend(field.Name)))
            .Select(word => Stems.OfPhrase(WordReader.Key(word))),
    ];

    /// <summary>The words of a column's name; also without «id», «name» or what else only says that it is a column.</summary>
    private static IEnumerable<string> NamesOf(string column)
    {
        var name = WordReader.Key(Humps().Replace(Wrapping().Replace(column, ""), " "));
        yield return name;
        if (Endings().Match(name) is { Success: true } ending) yield return name[..ending.Index];
    }

    private static bool IsFree(string name) =>
        name.Count(char.IsLetter) >= ShortestWord && name.Split(' ').Length <= TenantWords.Longest && Phrases.Find(name).Count == 0 && !IsOfDays(name);

    private static bool IsOfDays(string name)
    {
        var words = WordReader.Read(name);
        return new DateReader().Read(words, new DateContext(Instant.FromUtc(2026, 1, 1, 0, 0), DateTimeZone.Utc)).Any(days => days.Length == words.Count);
    }

    private static string? DimensionOf(string field) => TicketFieldNames.Parse(field) switch
    {
        TicketFieldName.Assignee => "agent",
        TicketFieldName.Tags => "tag",
        TicketFieldName.Type or TicketFieldName.Channel or TicketFieldName.Product or TicketFieldName.Brand or TicketFieldName.Requester or TicketFieldName.Group
            or TicketFieldName.Organization or TicketFieldName.Priority or TicketFieldName.Urgency or TicketFieldName.Category or TicketFieldName.Subcategory
            or TicketFieldName.RootCause or TicketFieldName.Sentiment or TicketFieldName.Emotion or TicketFieldName.Language or TicketFieldName.Status => Catalog.FindDimension(field)?.Name,
        _ => null,
    };

    [GeneratedRegex(@"^(u_|x_|cf_|custom_field_|custom_|custom\.|custom field \(|fields\.|ticket\.|issue\.)", RegexOptions.IgnoreCase)]
    private static partial Regex Wrapping();

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])|_")]
    private static partial Regex Humps();

    [GeneratedRegex(" (id|ids|name|key|no|number|level|code)$")]
    private static partial Regex Endings();
}
