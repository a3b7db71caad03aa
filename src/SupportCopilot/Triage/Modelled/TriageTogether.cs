using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using SupportCopilot.Models;

namespace SupportCopilot.Triage.Modelled;

/// <summary>
/// One question about several tickets. Each stands under a key of its own, which the schema demands, each once and no other;
/// each answer is held against the lists by itself, and one that is missing or wrong leaves the others as they are.
/// </summary>
internal static class TriageTogether
{
    private const int AnswerTokens = 300;   // of one ticket: seven fields of a value and a number each, twice over

    private static readonly ModelPrompt Prompt = ModelPrompt.Read(typeof(TriageTogether).Assembly, "Triage.triage.v2", TriageQuestion.Task, 2);

    /// <summary>The question; its answer has one reading for each ticket, in their order.</summary>
    public static ModelRequest<IReadOnlyList<ModelReading<ModelledTriage>>> Of(IReadOnlyList<TriageQuestion> all)
    {
        var (first, parts) = (all[0], all[0].Parts);
        var tickets = string.Join(',', all.Select((question, at) => $"\"{Key(at)}\":{question.Parts.Ticket}"));
        return new(first.Request.TenantId, Prompt, $"{{\"subcategoriesOf\":{parts.Lists},\"tickets\":{{{tickets}}}}}", SchemaOf(first.Request.Schema, all.Count), answer => Read(answer, all.Count, parts))
        {
            Items = all.Count,
            MostAnswerTokens = Math.Max(ModelTokens.UsualAnswer, AnswerTokens * all.Count),
        };
    }

    private static ModelReading<IReadOnlyList<ModelReading<ModelledTriage>>> Read(JsonElement answer, int count, TriageParts parts)
    {
        if (answer.ValueKind is not JsonValueKind.Object) return Wrong("it is no JSON object.");
        var given = answer.EnumerateObject().Select(property => property.Name).ToList();
        if (given.Distinct(StringComparer.Ordinal).Count() != given.Count) return Wrong("a ticket is answered twice.");
        if (given.Except(Enumerable.Range(0, count).Select(Key), StringComparer.Ordinal).Any()) return Wrong("it answers what was not asked; the keys are those of the tickets.");
        List<ModelReading<ModelledTriage>> read = [.. Enumerable.Range(0, count).Select(at => answer.TryGetProperty(Key(at), out var one) ? ReadTriageAnswer.Of(one, parts.Taxonomy, parts.GivenCategory) : ModelReading<ModelledTriage>.NotRight("it is missing."))];
        return read.Exists(one => one.Wrong is null) ? ModelReading<IReadOnlyList<ModelReading<ModelledTriage>>>.Right(read) : Wrong($"{Key(0)}: {read[0].Wrong}");
    }

    private static ModelSchema SchemaOf(ModelSchema one, int count)
    {
        var properties = new JsonObject(Enumerable.Range(0, count).Select(at => KeyValuePair.Create(Key(at), (JsonNode?)new JsonObject { ["$ref"] = "#/$defs/ticket" })));
        return ModelSchema.Strict(one.Name, properties, new JsonObject { ["ticket"] = JsonNode.Parse(one.Json.GetRawText()) });
    }

    private static string Key(int at) => string.Create(CultureInfo.InvariantCulture, $"t{at + 1}");

    private static ModelReading<IReadOnlyList<ModelReading<ModelledTriage>>> Wrong(string what) => ModelReading<IReadOnlyList<ModelReading<ModelledTriage>>>.NotRight(what);
}
