using System.Text.Json;
using SupportCopilot.Questions.Dates;
using SupportCopilot.Questions.Dates.Days;
using SupportCopilot.Questions.Parsing.Lexicon;
using SupportCopilot.Questions.Parsing.Rules;
using SupportCopilot.Questions.Parsing.Words;
using SupportCopilot.Questions.Planning;
using SupportCopilot.Questions.Values;

namespace SupportCopilot.Questions.Parsing;

/// <summary>What a question was read as.</summary>
/// <param name="Readings">Every plan that its words make, the likeliest first; those close to the first are as likely as it.</param>
/// <param name="Unplaced">The words that no reading placed; there are no readings then.</param>
/// <param name="Problem">Why words that were all placed make no plan; null or empty where there is nothing to say about it.</param>
internal sealed record ReadResult(IReadOnlyList<Reading> Readings, IReadOnlyList<string> Unplaced, string? Problem)
{
    /// <summary>The readings as likely as the first.</summary>
    public IReadOnlyList<Reading> Close => [.. Readings.TakeWhile(reading => reading.Cost < Readings[0].Cost + Covers.CloseMargin)];
}

/// <summary>Reads a question: words → chart → covers → plans. Every word is part of a plan, carries nothing, or is named as unplaced.</summary>
internal static class ReadQuestion
{
    // Beyond it a reading is so odd that nobody would be asked about it.
    private const double OddMargin = 4;

    /// <summary>What is said of words that mean so much that not all of it was looked at.</summary>
    public const string TooMuch = "That is too much for one question: its words can mean too many things. Ask it in fewer words, or as several questions.";

    public static ReadResult Of(string text, ValueIndex values, PlanContext context) => Of(WordReader.Read(text), values, context, []);

    /// <param name="words">The question's words.</param>
    /// <param name="values">The values in sight.</param>
    /// <param name="context">What plans are made for.</param>
    /// <param name="given">What words mean besides what is known of them.</param>
    public static ReadResult Of(IReadOnlyList<Word> words, ValueIndex values, PlanContext context, IReadOnlyList<Edge> given)
    {
        var chart = ChartOf(words, values, context, given);
        if (chart.IsFull) return new ReadResult([], [], TooMuch);
        var covers = Covers.Of(chart);
        if (covers.Count == 0) return new ReadResult([], [], "");

        var placed = Different(covers);
        if (NoSuchDay.In(words) is { } never) return new ReadResult([], [], never);
        if (placed.Count == 0) return (BusinessHours.In(words) ?? UnknownDays.In(words)) is { } unknown ? new ReadResult([], [], unknown) : new ReadResult([], Unplaced(chart, covers[0]), null);

        var assemble = new AssemblePlan(context);
        var (made, best) = (new List<Assembly>(), double.MaxValue);
        foreach (var cover in placed)
        {
            if (cover.Cost >= Math.Min(best, placed[0].Cost + OddMargin) + OddMargin) break;
            var assembly = assemble.Run(cover);
            if (assembly is { IsFinal: true, Problem: { } doubt } && cover.Cost < best) return new ReadResult([], [], doubt);
            made.Add(assembly);
            foreach (var reading in assembly.Readings) best = Math.Min(best, reading.Cost);
        }

        var readings = made.SelectMany(assembly => assembly.Readings)
            .GroupBy(reading => reading.Plan, SamePlan.Instance).Select(same => same.MinBy(reading => reading.Cost)!)
            .OrderBy(reading => reading.Cost).ToList();
        return readings.Count > 0
            ? new ReadResult([.. readings.TakeWhile(reading => reading.Cost < readings[0].Cost + OddMargin)], [], null)
            : new ReadResult([], [], BusinessHours.In(words) ?? UnknownDays.In(words) ?? made.Select(assembly => assembly.Problem).FirstOrDefault(problem => !string.IsNullOrEmpty(problem)) ?? "");
    }

    /// <summary>The covers that place every word; of those that differ by words without content alone the cheapest.</summary>
    private static List<Cover> Different(IReadOnlyList<Cover> covers)
    {
        var different = new List<Cover>();
        foreach (var cover in covers)
            if (!cover.HasUnplaced && !different.Exists(other => other.SaysTheSame(cover))) different.Add(cover);
        return different;
    }

    /// <summary>The words that failed; a «by» or a «not» that only lacks its word is not named beside it.</summary>
    internal static List<string> Unplaced(Chart chart, Cover cover) => [.. Failed(chart, cover).Select(edge => ((UnplacedPart)edge.Part).Word).Distinct()];

    /// <summary>The same, by their places in the question.</summary>
    internal static IReadOnlyList<int> UnplacedAt(Chart chart) => Covers.Of(chart) is [var cover, ..] ? [.. Failed(chart, cover).Select(edge => edge.Start)] : [];

    private static List<Edge> Failed(Chart chart, Cover cover)
    {
        var failed = cover.Edges.Where(edge => edge.Part is UnplacedPart).ToList();
        var strange = failed.FindAll(edge => !chart.From(edge.Start).Any(known => known.Part is ByPart or CuePart or NotPart or WithoutPart or BoundOpPart or OrPart or FillerPart or VersusPart));
        return strange.Count > 0 ? strange : failed;
    }

    /// <summary>The form by which two plans are the same.</summary>
    public static string Key(Plan plan) => JsonSerializer.Serialize(plan, PlanJson.Default.Plan);

    internal static Chart ChartOf(IReadOnlyList<Word> words, ValueIndex values, PlanContext context, IReadOnlyList<Edge>? given = null)
    {
        words = Shorthand.WrittenOut(words, values, context.Words);
        var chart = new Chart(words);
        LexicalRules.Apply(chart, values, context.Words, new DateReader().Read(words, context.Dates));
        Spans.AddOfCalendar(chart, context.Dates);
        HeadingRules.Apply(chart);
        CourtesyRules.Apply(chart);
        ClauseRules.Apply(chart);
        NameRules.Apply(chart);
        ContentRules.Apply(chart);
        foreach (var edge in given ?? []) chart.Add(edge.Start, edge.End, edge.Part, edge.Cost);
        ValueRules.Join(chart);
        PeriodRules.Apply(chart);
        AgeRules.Apply(chart, context.Dates);
        BoundRules.Apply(chart);
        IdleRules.Apply(chart);
        HourRules.Apply(chart);
        TextRules.Apply(chart, values);
        ValueRules.Demand(chart, values);
        ValueRules.CuesBeforeDemands(chart);
        NotRules.Apply(chart);
        EitherRules.Apply(chart);
        ShapeRules.Apply(chart);
        return chart;
    }
}
