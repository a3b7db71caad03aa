using System.Text.Json;
using System.Text.Json.Serialization;
using SupportCopilot.Questions.Planning;
using SupportCopilot.Questions.Running;

namespace SupportCopilot.Questions.Answers;

/// <summary>An answer as it is kept: the list behind its figure and later follow-ups start from it.</summary>
internal static class KeptAnswer
{
    public static AskedQuestion Of(Ask ask, Answer answer, PlanRun? run, long? personId, DateTime at) => new()
    {
        Id = answer.Id,
        PersonId = personId,
        Conversation = ask.Conversation,
        Text = ask.Text,
        Plan = Plan(answer, run),
        Answer = Text(answer),
        AskedAt = at,
    };

    public static string? Plan(Answer answer, PlanRun? run) =>
        answer.Plan is null || run is null ? null : JsonSerializer.Serialize(new KeptPlan(answer.Plan, KeptRestriction.Of(run.Only)), PlanJson.Default.KeptPlan);

    public static string Text(Answer answer) => JsonSerializer.Serialize(answer, AnswerJson.Default.Answer);

    public static KeptPlan? PlanOf(AskedQuestion question) => question.Plan is { } kept ? JsonSerializer.Deserialize(kept, PlanJson.Default.KeptPlan) : null;

    public static Answer AnswerOf(AskedQuestion question) => JsonSerializer.Deserialize(question.Answer, AnswerJson.Default.Answer)!;
}

/// <summary>How answers are written, in the contract's spelling.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Answer))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(double))]
[JsonSerializable(typeof(JsonElement))]
public sealed partial class AnswerJson : JsonSerializerContext;
