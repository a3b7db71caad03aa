using System.Text.Json;
using System.Text.Json.Serialization;
using SupportCopilot.Questions.Planning;
using SupportCopilot.Questions.Quotes;

namespace SupportCopilot.Questions.Reasons.Asking;

/// <summary>A question for reasons or quotes as it was understood: all that its work needs, with every date resolved.</summary>
/// <param name="Kind">What is asked for.</param>
/// <param name="Plan">The tickets it is about, or the figure that changed with the period it is compared with.</param>
internal sealed record WhyAsk(WhyKind Kind, Plan Plan)
{
    /// <summary>What they must speak about, all of it.</summary>
    public IReadOnlyList<Topic> Topics { get; init; } = [];

    /// <summary>The words that named a value: quotes which hold them come first.</summary>
    public IReadOnlyList<Topic> Hints { get; init; } = [];

    /// <summary>The same figure over the period before; null where no period was named.</summary>
    public PlanPeriod? Before { get; init; }

    /// <summary>Which way it is said to have gone; null where that was not said.</summary>
    public bool? Up { get; init; }

    /// <summary>How many quotes were asked for; null where no number was said.</summary>
    public int? Count { get; init; }

    /// <summary>Whether only unhappy customers are meant.</summary>
    public bool IsComplaint { get; init; }

    /// <summary>The period as it was said: «last week».</summary>
    public string? Period { get; init; }

    /// <summary>Whether the period is not over yet.</summary>
    public bool IsPartial { get; init; }

    /// <summary>The plan as it is shown: the topics stand in it as words that are to be contained.</summary>
    [JsonIgnore]
    public Plan Shown => Topics.Count == 0 ? Plan : Plan with { Filters = [.. Plan.Filters, .. Topics.Select(topic => new PlanFilter("text", "contains", topic.Alternatives))] };

    public string ToJson() => JsonSerializer.Serialize(this, WhyJson.Default.WhyAsk);

    public static WhyAsk FromJson(string json) => JsonSerializer.Deserialize(json, WhyJson.Default.WhyAsk)!;
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(WhyAsk))]
internal sealed partial class WhyJson : JsonSerializerContext;
