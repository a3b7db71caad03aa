using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Dates;
using SupportCopilot.Questions.Parsing;
using SupportCopilot.Questions.Parsing.Words;
using SupportCopilot.Questions.Planning;
using SupportCopilot.Questions.Values;

namespace SupportCopilot.Questions.Modelled;

/// <summary>
/// Holds a model's plan against the question, word by word. Words that the parser knows mean what they mean to it; of the
/// others each takes the part that the model says it stands for, and the question is read again. What comes of it must be
/// the model's plan: so nothing is in it that no word asks for, and no word is left without its part.
/// </summary>
internal static class JustifyPlan
{
    private const double Cost = 1;

    /// <param name="Readings">Readings by words that are the model's plan, the likeliest first; none where it is not justified.</param>
    /// <param name="Said">What the model read words as, in words.</param>
    internal sealed record Justified(IReadOnlyList<Reading> Readings, IReadOnlyList<string> Said);

    public static Justified Of(ModelledPlan plan, IReadOnlyList<Word> words, IReadOnlyList<int> unknown, ValueIndex values, IReadOnlyList<KnownValue> given, PlanContext context)
    {
        var edges = new List<Edge>();
        var said = new List<string>();
        foreach (var (start, end, place) in Spans(plan, unknown))
        {
            if (PartsOf(plan, place, given, context) is not { Count: > 0 } parts || !Counts(plan, place)) return new Justified([], []);
            edges.AddRange(parts.Select(part => new Edge(start, end, part.Part, part.Cost)));
            said.Add($"\"{string.Join(' ', words.Skip(start).Take(end - start).Select(word => word.Raw))}\" as {Named(plan, place)}");
        }

        var read = ReadQuestion.Of(words, values, context, edges);
        var close = read.Readings.Count == 0 ? [] : read.Close;
        return close.Any(reading => IsSame(reading.Plan, plan)) ? new Justified(close, said) : new Justified([], []);
    }

    /// <summary>Unknown words side by side that stand for one part are one phrase.</summary>
    private static IEnumerable<(int Start, int End, PlanPlace Place)> Spans(ModelledPlan plan, IReadOnlyList<int> unknown)
    {
        for (var i = 0; i < unknown.Count;)
        {
            var j = i;
            while (j + 1 < unknown.Count && unknown[j + 1] == unknown[j] + 1 && plan.Words[unknown[j + 1]] == plan.Words[unknown[i]]) j++;
            yield return (unknown[i], unknown[j] + 1, plan.Words[unknown[i]]);
            i = j + 1;
        }
    }

    /// <summary>A word must change what is asked: «tickets», counted as they came in, is what every question means without it, and would let a word be dropped.</summary>
    private static bool Counts(ModelledPlan plan, PlanPlace place) =>
        place.Part != "measures" || plan.Measures[place.At] is var measure && (measure.Name != "tickets" || measure.Clock != Catalog.Measure("tickets").Clock);

    private static List<(Part Part, double Cost)> PartsOf(ModelledPlan plan, PlanPlace place, IReadOnlyList<KnownValue> given, PlanContext context)
    {
        switch (place.Part)
        {
            case "measures":
                var measure = plan.Measures[place.At];
                return measure.Name is "tickets" ? [(new ClockPart(measure.Clock), Cost)] : [(new MeasurePart(measure.Name), Cost)];
            case "groupBy":
                var name = plan.GroupBy[place.At];
                return [(new DimensionPart(name, false), Cost), (new GroupPart(new Names([name]), null), Cost + 0.1)];
            case "grain":
                return [(new GrainPart(plan.Grain!), Cost), (new GroupPart(new Names([]), plan.Grain), Cost + 0.1)];
            case "filters":
                var filter = plan.Filters[place.At];
                return filter.Op == "is" ? [(new ValuesPart(filter.Field, new Names(filter.Values), false), 0)] : [(new FilterPart(filter.Field, filter.Op, [.. filter.Values]), Cost)];
            case "period":
                var phrase = WordReader.Read(plan.Period!);
                var readings = new DateReader().Read(phrase, context.Dates).Where(reading => reading.Start == 0 && reading.Length == phrase.Count && !reading.IsFuture).ToList();
                return readings is [var days] ? [(new PeriodPart(days), Cost)] : [];   // words that mean two things are for the asker to choose
            case "compare":
                return [(new ComparePart(plan.Compare!, null), Cost)];
            default:
                return [(new RankPart(null, plan.Rank == "least" ? RankWay.Least : RankWay.Most), Cost)];
        }
    }

    private static bool IsSame(Plan read, ModelledPlan plan) =>
        read.Measures.Select(measure => (measure.Name, measure.Clock)).Order().SequenceEqual(plan.Measures.Select(measure => (measure.Name, measure.Clock)).Order())
        && read.GroupBy.Order(StringComparer.Ordinal).SequenceEqual(plan.GroupBy.Order(StringComparer.Ordinal))
        && read.Grain == plan.Grain
        && (read.Compare is null) == (plan.Compare is null)
        && (read.Order is null && read.Limit is null) == plan.Rank is null
        && (read.Days is null) == plan.Period is null
        && read.Filters.Where(filter => !(filter.Op == "notEmpty" && read.GroupBy.Contains(filter.Field))).Select(Key).Order(StringComparer.Ordinal).SequenceEqual(plan.Filters.Select(Key).Order(StringComparer.Ordinal));

    private static string Key(PlanFilter filter) => $"{filter.Field}\n{filter.Op}\n{string.Join('\n', filter.Values.Select(value => value.ToLowerInvariant()).Distinct().Order(StringComparer.Ordinal))}";

    private static string Named(ModelledPlan plan, PlanPlace place) => place.Part switch
    {
        "measures" => plan.Measures[place.At] is { Name: "tickets" } counted ? counted.Clock : Catalog.Measure(plan.Measures[place.At].Name).Title,
        "groupBy" => Catalog.Dimension(plan.GroupBy[place.At]).Title,
        "grain" => plan.Grain!,
        "filters" => Answers.Interpretation.Filter(plan.Filters[place.At]),
        "period" => plan.Period!,
        "compare" => "a comparison",
        _ => plan.Rank!,
    };
}
