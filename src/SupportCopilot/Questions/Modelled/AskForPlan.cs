using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using SupportCopilot.Access;
using SupportCopilot.Models;
using SupportCopilot.Questions.Answers;
using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Estimates;
using SupportCopilot.Questions.Parsing;
using SupportCopilot.Questions.Parsing.Words;
using SupportCopilot.Questions.Values;

namespace SupportCopilot.Questions.Modelled;

/// <summary>The model's turn: a question with words that the parser could not place is put into a plan by the model that is set, if there is one, and its plan is held against the words.</summary>
internal sealed partial class AskForPlan(AskModel models, CurrentTenant tenant, OfferChoices offer, AnswerInTime answer, ILogger<AskForPlan> log)
{
    /// <summary>Longer nobody waits for a figure: after it the answer is what it would be without a model.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    private const int MostUnknown = 6;   // a text of strange words is no question

    private static readonly ModelPrompt Prompt = ModelPrompt.Read(typeof(AskForPlan).Assembly, "Questions.plan.v1", "plan", 1);

    // Words in any script cost one token, not six; the text is data in a request and never part of a page.
    private static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>The answer, and what was paid; no outcome where no model is set, or its plan is not what the words say.</returns>
    public async Task<(Outcome? Outcome, decimal CostUsd)> TryAsync(QuestionTurn turn, CancellationToken ct)
    {
        if (await models.ForAsync(Prompt.Task, ct) is null) return (null, 0);
        var words = WordReader.Read(turn.Ask.Text);
        var chart = ReadQuestion.ChartOf(words, turn.Values, turn.Context);
        var unknown = ReadQuestion.UnplacedAt(chart);
        if (unknown.Count is 0 or > MostUnknown) return (null, 0);

        List<int> content = [.. ContentWords.Of(chart).Union(unknown).Order()];
        var given = RetrieveValues.Of(turn.Values, content.Select(at => words[at].Text));
        var request = new ModelRequest<ModelledPlan>(tenant.Id, Prompt, Data(turn, words, content, unknown, given), PlanSchema.Of(given), json => ReadModelledPlan.Of(json, given, content)) { Within = Patience };
        var result = await models.RunAsync(request, ct);
        var cost = result.Use.CostMicros / 1_000_000m;
        if (result is not ModelResult<ModelledPlan>.Answered { Value: { Answerable: true } plan })
        {
            LogNoPlan(log, result.Use.Server, result.Because ?? "not answerable");
            return (null, cost);
        }

        var justified = JustifyPlan.Of(plan, words, unknown, turn.Values, given, turn.Context);
        if (justified.Readings.Count == 0)
        {
            LogNoPlan(log, result.Use.Server, "not justified by the words");
            return (null, cost);
        }

        var outcome = justified.Readings.Count > 1 && await offer.BetweenAsync(turn.Ask.Text, justified.Readings, turn.Values, turn.Context, ct) is { } choices
            ? new Outcome(choices, null)
            : await answer.RunAsync(turn, justified.Readings[0], justified.Readings, ct);
        return (outcome with { Answer = outcome.Answer with { Source = "model", CostUsd = cost, Text = $"{outcome.Answer.Text} The model read {string.Join(", ", justified.Said)}." } }, cost);
    }

    private static string Data(QuestionTurn turn, IReadOnlyList<Word> words, List<int> content, IReadOnlyList<int> unknown, IReadOnlyList<KnownValue> given) => new JsonObject
    {
        ["question"] = turn.Ask.Text,
        ["today"] = turn.Context.Dates.Today.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        ["words"] = new JsonArray([.. content.Select(at => (JsonNode)new JsonObject { ["number"] = at, ["word"] = words[at].Raw })]),
        ["unknown"] = new JsonArray([.. unknown.Select(at => (JsonNode)at)]),
        ["measures"] = new JsonObject(Catalog.Measures.Select(measure => KeyValuePair.Create(measure.Name, (JsonNode?)$"{measure.Title}; usual clock {measure.Clock}"))),
        ["dimensions"] = new JsonArray([.. PlanSchema.Splits.Select(name => (JsonNode)name)]),
        ["values"] = new JsonObject(given.GroupBy(value => value.Dimension).Select(field => KeyValuePair.Create(field.Key, (JsonNode?)new JsonArray([.. field.Select(value => (JsonNode)value.Value)])))),
    }.ToJsonString(AsWritten);

    [LoggerMessage(Level = LogLevel.Information, Message = "Model server {Server} made no plan of a question: {Because}")]
    private static partial void LogNoPlan(ILogger log, string server, string because);
}
