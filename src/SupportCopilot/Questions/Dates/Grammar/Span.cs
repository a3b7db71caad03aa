using NodaTime;

namespace SupportCopilot.Questions.Dates.Grammar;

/// <summary>Days that were read, before they are put to words. A boundary between two days is a span whose first day follows its last.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day, counted in.</param>
/// <param name="Kind">What sort of period it is.</param>
/// <param name="Label">What it means.</param>
/// <param name="Surely">How surely the words mean a time at all: what stands beside them may raise it.</param>
internal sealed record Span(LocalDate First, LocalDate Last, DateReadingKind Kind, string Label, double Surely)
{
    /// <summary>How much this meaning is preferred to others of the same words: nothing beside them changes it.</summary>
    public double Preference { get; init; } = 1;

    public double Score => Surely * Preference;

    public Instant? From { get; init; }

    public Instant? To { get; init; }

    public DayFilter? Days { get; init; }

    public bool IsBackReference { get; init; }

    /// <summary>«the month», with no word that says which.</summary>
    public bool IsBareUnit { get; init; }

    /// <summary>Of «the same 30 days last year» how many there have to be; null where that is not said.</summary>
    public int? SameDays { get; init; }

    public static Span Day(LocalDate day, string label, double score) => new(day, day, DateReadingKind.Day, label, score);

    /// <summary>The boundary before a day.</summary>
    public static Span Before(LocalDate day, string label, double score) => new(day, day.PlusDays(-1), DateReadingKind.Day, label, score);

    public Span Preferred(double preference) => this with { Preference = Preference * preference };

    public Span AtLeast(double surely) => this with { Surely = Math.Max(Surely, surely) };
}

/// <summary>What a rule read, and where it ended: the first atom after it.</summary>
internal readonly record struct Read<T>(int End, T Value);
