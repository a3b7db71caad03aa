using System.Text.Json;
using System.Text.Json.Serialization;
using SupportCopilot.Questions.Compiling;

namespace SupportCopilot.Questions.Planning;

/// <summary>A plan as it is kept, with what its answer showed.</summary>
internal sealed record KeptPlan(Plan Plan, KeptRestriction? Only);

/// <summary>What was shown: the groups by their values, or the steps by their instants.</summary>
internal sealed record KeptRestriction(IReadOnlyList<IReadOnlyList<JsonElement?>>? Groups, IReadOnlyList<StepSpan>? Steps)
{
    public IReadOnlyList<long>? Tickets { get; init; }

    public static KeptRestriction? Of(Restriction? shown) => shown is null ? null : new(
        shown.Groups?.Select(group => (IReadOnlyList<JsonElement?>)[.. group.Values.Select(ToJson)]).ToList(), shown.Steps)
    { Tickets = shown.Tickets };

    public Restriction ToRestriction() => new(Groups?.Select(group => new GroupKey([.. group.Select(FromJson)])).ToList(), Steps) { Tickets = Tickets };

    private static JsonElement? ToJson(object? value) => value switch
    {
        string text => JsonSerializer.SerializeToElement(text, PlanJson.Default.String),
        long number => JsonSerializer.SerializeToElement(number, PlanJson.Default.Int64),
        _ => null,
    };

    private static object? FromJson(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Number } number => number.GetInt64(),
        _ => null,
    };
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(KeptPlan))]
[JsonSerializable(typeof(Plan))]
[JsonSerializable(typeof(PlanFilter))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(long))]
internal sealed partial class PlanJson : JsonSerializerContext;
