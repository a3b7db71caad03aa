using System.Text.Json.Serialization;

namespace SupportCopilot.Questions.Vocabulary;

/// <summary>A tenant's own words, as an admin reads and writes them. What is left out is empty: only properties that can be set keep that where JSON is read by generated code.</summary>
public sealed record VocabularyDocument
{
    /// <summary>The version that was read; a change of an older one is refused. 0 before the first.</summary>
    public int Version { get; set; }

    /// <summary>How days are counted.</summary>
    public CalendarSaid Calendar { get; set; } = new();

    /// <summary>Words for measures.</summary>
    public IReadOnlyList<MeasureSaid> Measures { get; set; } = [];

    /// <summary>Words for dimensions.</summary>
    public IReadOnlyList<DimensionSaid> Dimensions { get; set; } = [];

    /// <summary>Words for values.</summary>
    public IReadOnlyList<ValueSaid> Values { get; set; } = [];

    /// <summary>The custom fields of the tickets, with words for them.</summary>
    public IReadOnlyList<FieldSaid> Fields { get; set; } = [];
}

/// <summary>How a tenant counts its days.</summary>
public sealed record CalendarSaid
{
    /// <summary>The month that fiscal years begin in, 1–12; a fiscal year is named after the calendar year it ends in.</summary>
    public int FiscalYearStart { get; set; } = 1;

    /// <summary>monday to sunday: the day that weeks begin on.</summary>
    public string WeekStart { get; set; } = "monday";
}

/// <summary>Words for a measure.</summary>
/// <param name="Name">The measure's name in the catalogue, as <c>csat</c>.</param>
/// <param name="Synonyms">What the tenant calls it.</param>
public sealed record MeasureSaid(string Name, IReadOnlyList<string> Synonyms);

/// <summary>Words for a dimension.</summary>
/// <param name="Name">The dimension's name in the catalogue, as <c>organization</c>.</param>
/// <param name="Synonyms">What the tenant calls it.</param>
public sealed record DimensionSaid(string Name, IReadOnlyList<string> Synonyms);

/// <summary>Words for a value.</summary>
/// <param name="Dimension">The dimension's name in the catalogue, or <c>field.</c> and the name of a custom field.</param>
/// <param name="Value">The value, as tickets have it.</param>
/// <param name="Synonyms">What the tenant calls it.</param>
public sealed record ValueSaid(string Dimension, string Value, IReadOnlyList<string> Synonyms);

/// <summary>A custom field.</summary>
/// <param name="Name">Its name, as its source writes it.</param>
public sealed record FieldSaid(string Name)
{
    /// <summary>What else the tenant calls it.</summary>
    public IReadOnlyList<string> Synonyms { get; set; } = [];

    /// <summary>Whether questions leave it alone.</summary>
    public bool IsHidden { get; set; }

    /// <summary>Told, not taken: whether all of its values are numbers.</summary>
    public bool? IsNumber { get; set; }

    /// <summary>Told, not taken: how many values it has; null for too many to be asked for by name.</summary>
    public int? Values { get; set; }
}

/// <summary>The JSON of vocabularies.</summary>
[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(VocabularyDocument))]
public sealed partial class VocabularyJson : JsonSerializerContext;
