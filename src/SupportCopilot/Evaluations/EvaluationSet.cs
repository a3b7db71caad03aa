using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupportCopilot.Evaluations;

/// <summary>Cases whose answers are known, of one task. The product's own are embedded; a desk's own come from a file of the same form.</summary>
public sealed record EvaluationSet
{
    /// <summary>The set's task: triage, replies, questions or summaries.</summary>
    public required string Task { get; init; }

    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>The least that will do of a figure, by its name, from 0 to 1.</summary>
    public IReadOnlyDictionary<string, double> Floors { get; set; } = new Dictionary<string, double>();

    /// <summary>The knowledge that replies are made from; null takes the tenant's own.</summary>
    public IReadOnlyList<EvaluationArticle>? Articles { get; set; }

    /// <summary>The tickets that questions are asked of; null asks them of the tenant's own desk.</summary>
    public IReadOnlyList<EvaluationTicket>? Tickets { get; set; }

    /// <summary>What relative days of questions are relative to (UTC); null for now.</summary>
    public DateTime? AsOf { get; set; }

    /// <summary>The zone of the questions' days; null takes the tenant's.</summary>
    public string? TimeZone { get; set; }

    /// <summary>Whether it is the product's own.</summary>
    [JsonIgnore]
    internal bool IsOwn { get; init; }

    /// <summary>The cases.</summary>
    public required IReadOnlyList<EvaluationCase> Cases { get; init; }
}

/// <summary>An article of a set.</summary>
/// <param name="Id">What cases name it by.</param>
/// <param name="Title">Its title.</param>
/// <param name="Body">Its text.</param>
/// <param name="Language">Two letters.</param>
public sealed record EvaluationArticle(string Id, string Title, string Body, string? Language = null);

/// <summary>A ticket that questions are asked of.</summary>
public sealed record EvaluationTicket
{
    /// <summary>Its number.</summary>
    public required string Id { get; init; }

    /// <summary>When it was created (UTC).</summary>
    public DateTime Created { get; set; }

    /// <summary>When it was solved; null where it was not.</summary>
    public DateTime? Solved { get; set; }

    /// <summary>Minutes to the first reply.</summary>
    public int? FirstReplyMinutes { get; set; }

    /// <summary>The status.</summary>
    public required string Status { get; init; }

    /// <summary>The priority that the desk gave.</summary>
    public string? Priority { get; set; }

    /// <summary>The category that the desk gave.</summary>
    public string? Category { get; set; }

    /// <summary>How it came in.</summary>
    public string? Channel { get; set; }

    /// <summary>The group that has it.</summary>
    public string? Group { get; set; }

    /// <summary>The agent who has it.</summary>
    public string? Agent { get; set; }

    /// <summary>Its tags.</summary>
    public IReadOnlyList<string> Tags { get; set; } = [];
}

/// <summary>One case. Which parts it needs is its task's; the rest is left out.</summary>
public sealed record EvaluationCase
{
    /// <summary>What reports call it.</summary>
    public required string Id { get; init; }

    /// <summary>The subject line of its ticket.</summary>
    public string? Subject { get; set; }

    /// <summary>What the customer writes, or what is asked.</summary>
    public string? Text { get; set; }

    /// <summary>A whole thread in the place of <see cref="Text"/>.</summary>
    public IReadOnlyList<EvaluationMessage>? Thread { get; set; }

    /// <summary>The ticket's status; open where it is not said.</summary>
    public string? Status { get; set; }

    /// <summary>Changes of its status.</summary>
    public IReadOnlyList<EvaluationChange> Changes { get; set; } = [];

    /// <summary>The language that is written, two letters.</summary>
    public string? Language { get; set; }

    /// <summary>Triage: the values that are right, by field.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; set; } = new Dictionary<string, string>();

    /// <summary>Replies: the articles of which each would be right; none where silence is.</summary>
    public IReadOnlyList<string> Articles { get; set; } = [];

    /// <summary>Replies and summaries: what must be said. Each is words that all occur, with a stroke between words of which one does: <c>charged/billed twice</c>.</summary>
    public IReadOnlyList<string> Facts { get; set; } = [];

    /// <summary>Summaries: what its problem must say.</summary>
    public IReadOnlyList<string> Problem { get; set; } = [];

    /// <summary>Summaries: the questions that are open.</summary>
    public IReadOnlyList<string> Open { get; set; } = [];

    /// <summary>Summaries: what is over, or beside the point, and must not be said.</summary>
    public IReadOnlyList<string> Not { get; set; } = [];

    /// <summary>Questions: the rows that are right, each its labels and then its figures, in any order; null where no figure may be given.</summary>
    public JsonElement? Rows { get; set; }
}

/// <summary>A message of a thread.</summary>
/// <param name="From">customer, agent, or note for one that customers do not see.</param>
/// <param name="Text">What it says.</param>
/// <param name="At">When (UTC); null leaves an hour between two.</param>
public sealed record EvaluationMessage(string From, string Text, DateTime? At = null);

/// <summary>A change of a ticket's status.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="From">The status before.</param>
/// <param name="To">The status after.</param>
public sealed record EvaluationChange(DateTime At, string From, string To);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true)]
[JsonSerializable(typeof(EvaluationSet))]
internal sealed partial class EvaluationSetJson : JsonSerializerContext;
