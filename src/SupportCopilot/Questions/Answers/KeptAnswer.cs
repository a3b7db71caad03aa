using System.Text.Json;
using System.Text.Json.Serialization;
using SupportCopilot.Access;
using SupportCopilot.Questions.Planning;
using SupportCopilot.Questions.Running;

namespace SupportCopilot.Questions.Answers;

/// <summary>An answer as it is kept: the list behind its figure and later follow-ups start from it.</summary>
internal static class KeptAnswer
{
    private const string Sight = "sight";

    public static AskedQuestion Of(Ask ask, Answer answer, PlanRun? run, Caller? asker, DateTime at) => new()
    {
        Id = answer.Id,
        PersonId = asker?.PersonId,
        Conversation = ask.Conversation,
        Text = ask.Text,
        Plan = Plan(answer, run),
        Answer = Text(answer, asker?.Visibility ?? Visibility.Everything),
        AskedAt = at,
    };

    public static string? Plan(Answer answer, PlanRun? run) =>
        answer.Plan is null || run is null ? null : JsonSerializer.Serialize(new KeptPlan(answer.Plan, KeptRestriction.Of(run.Only)), PlanJson.Default.KeptPlan);

    /// <summary>The answer, with the sight it was made in beside it where that is not everything.</summary>
    public static string Text(Answer answer, Visibility madeIn)
    {
        var text = JsonSerializer.Serialize(answer, AnswerJson.Default.Answer);
        return madeIn.IsEverything ? text : $$"""{"{{Sight}}":{{JsonSerializer.Serialize(madeIn, AnswerJson.Default.Visibility)}},{{text[1..]}}""";
    }

    /// <summary>Whether somebody may be shown it: nothing stands in it that they could not see now. A plain refusal holds nothing but the asker's own words.</summary>
    public static bool IsFor(AskedQuestion question, Answer answer, Visibility shownTo) =>
        shownTo.IsEverything || answer is { Kind: AnswerKind.Refusal, Choices.Count: 0 } || shownTo.Includes(SightOf(question));

    private static Visibility SightOf(AskedQuestion question)
    {
        using var kept = JsonDocument.Parse(question.Answer);
        return kept.RootElement.TryGetProperty(Sight, out var sight) ? sight.Deserialize(AnswerJson.Default.Visibility)! : Visibility.Everything;
    }

    public static KeptPlan? PlanOf(AskedQuestion question) => question.Plan is { } kept ? JsonSerializer.Deserialize(kept, PlanJson.Default.KeptPlan) : null;

    public static Answer AnswerOf(AskedQuestion question) => JsonSerializer.Deserialize(question.Answer, AnswerJson.Default.Answer)!;
}

/// <summary>How answers are written, in the contract's spelling.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Answer))]
[JsonSerializable(typeof(Visibility))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(double))]
[JsonSerializable(typeof(JsonElement))]
public sealed partial class AnswerJson : JsonSerializerContext;
