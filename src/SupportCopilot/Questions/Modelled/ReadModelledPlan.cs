using System.Text.Json;
using SupportCopilot.Models;
using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Planning;
using SupportCopilot.Questions.Values;

namespace SupportCopilot.Questions.Modelled;

/// <summary>Holds a model's answer against the schema it was given, whatever its server promised: known names, retrieved values of their own dimension, every word placed once. Says what is wrong without quoting.</summary>
internal static class ReadModelledPlan
{
    private const int MostOfEach = 20;
    private const int LongestPeriod = 60;

    /// <param name="answer">The answer.</param>
    /// <param name="values">The values that were given.</param>
    /// <param name="words">The numbers of the words that must be placed.</param>
    public static ModelReading<ModelledPlan> Of(JsonElement answer, IReadOnlyList<KnownValue> values, IReadOnlyList<int> words)
    {
        if (answer.ValueKind is not JsonValueKind.Object) return Wrong("it is no JSON object.");
        if (!answer.TryGetProperty("answerable", out var can) || can.ValueKind is not (JsonValueKind.True or JsonValueKind.False)) return Wrong("answerable is missing.");
        if (can.ValueKind is JsonValueKind.False) return ModelReading<ModelledPlan>.Right(new ModelledPlan { Answerable = false });

        if (Items(answer, "measures") is not { Count: > 0 } named || named.Select(Measure).ToList() is var measures && measures.Contains(null)) return Wrong("measures are not those of the schema.");
        if (Items(answer, "groupBy") is not { } groups || groups.Select(Text).ToList() is var splits && !splits.All(name => name is not null && PlanSchema.Splits.Contains(name))) return Wrong("groupBy is not of the schema.");
        if (Items(answer, "filters") is not { } demands || demands.Select(demand => Filter(demand, values)).ToList() is var filters && filters.Contains(null)) return Wrong("filters have a field, an operator or a value that was not given.");
        if (!OneOf(answer, "grain", Catalog.Grains, out var grain)) return Wrong("grain is not of the schema.");
        if (!OneOf(answer, "compare", PlanSchema.Comparisons, out var compare)) return Wrong("compare is not of the schema.");
        if (!OneOf(answer, "rank", ["most", "least"], out var rank)) return Wrong("rank is not of the schema.");
        if (!OneOf(answer, "period", null, out var period) || period?.Length > LongestPeriod) return Wrong("period is no short text.");

        var plan = new ModelledPlan { Answerable = true, Measures = measures!, GroupBy = splits!, Grain = grain, Filters = filters!, Period = period, Compare = compare, Rank = rank };
        if (Places(answer, plan) is not { } places) return Wrong("words points at parts that are not in the plan.");
        return words.All(places.ContainsKey) ? ModelReading<ModelledPlan>.Right(plan with { Words = places }) : Wrong("words leaves out a word of the question; each must stand for a part of the plan. If one cannot, answerable is false.");
    }

    private static Dictionary<int, PlanPlace>? Places(JsonElement answer, ModelledPlan plan)
    {
        if (Items(answer, "words", 400) is not { } items) return null;
        var places = new Dictionary<int, PlanPlace>();
        foreach (var item in items)
        {
            if (item.ValueKind is not JsonValueKind.Object || Text(item, "part") is not { } part || Number(item, "word") is not { } word || Number(item, "at") is not { } at) return null;
            var count = part switch { "measures" => plan.Measures.Count, "groupBy" => plan.GroupBy.Count, "filters" => plan.Filters.Count, "grain" => One(plan.Grain), "period" => One(plan.Period), "compare" => One(plan.Compare), "rank" => One(plan.Rank), _ => 0 };
            if (at < 0 || at >= count || !places.TryAdd(word, new PlanPlace(part, at))) return null;
        }

        return places;
    }

    private static int One(string? part) => part is null ? 0 : 1;

    private static PlanMeasure? Measure(JsonElement item) =>
        Text(item, "name") is { } name && Catalog.FindMeasure(name) is not null && Text(item, "clock") is { } clock && PlanSchema.Clocks.Contains(clock) ? new PlanMeasure(name, clock) : null;

    private static PlanFilter? Filter(JsonElement item, IReadOnlyList<KnownValue> values)
    {
        if (Text(item, "field") is not { } field || Text(item, "op") is not ("is" or "isNot") || Items(item, "values") is not { Count: > 0 } named) return null;
        var known = named.Select(name => Text(name) is { } text ? values.FirstOrDefault(value => value.Dimension == field && value.Value == text) : null).ToList();
        return known.Contains(null) ? null : new PlanFilter(field, Text(item, "op")!, [.. known.SelectMany(value => value!.Spellings)]);
    }

    private static bool OneOf(JsonElement of, string name, IReadOnlyList<string>? choices, out string? value)
    {
        value = null;
        if (!of.TryGetProperty(name, out var found)) return false;
        if (found.ValueKind is JsonValueKind.Null) return true;
        value = Text(found);
        return value is not null && (choices is null || choices.Contains(value));
    }

    private static List<JsonElement>? Items(JsonElement of, string name, int most = MostOfEach) =>
        of.ValueKind is JsonValueKind.Object && of.TryGetProperty(name, out var list) && list.ValueKind is JsonValueKind.Array && list.GetArrayLength() <= most ? [.. list.EnumerateArray()] : null;

    private static string? Text(JsonElement value) => value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    private static string? Text(JsonElement of, string name) => of.ValueKind is JsonValueKind.Object && of.TryGetProperty(name, out var value) ? Text(value) : null;

    private static int? Number(JsonElement of, string name) => of.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;

    private static ModelReading<ModelledPlan> Wrong(string what) => ModelReading<ModelledPlan>.NotRight(what);
}
