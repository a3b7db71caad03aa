using System.Text.Json;
using System.Text.Json.Serialization;
using SupportCopilot.Tickets;
using SupportCopilot.Triage.Modelled;

namespace SupportCopilot.Triage.Runs;

/// <summary>Tells what came of a ticket in a run, and adds it to the run's sums.</summary>
internal static class RunOutcome
{
    public static void Note(TriageDone done, bool isThere, TriageRunTicket item, TriageRun run)
    {
        if (item.Outcome is not TriageRunOutcome.Pending) return;   // noted before: nothing is counted twice
        var changes = done.Job.Judged is { } judged && done.Failure is null ? Changes(judged.Ticket, done.Holding) : [];
        (item.Outcome, item.Error) = Of(done, isThere, changes.Count > 0);
        item.Milliseconds = (int)Math.Min(int.MaxValue, done.Time.TotalMilliseconds);
        item.Changes = changes.Count > 0 ? JsonSerializer.Serialize(changes, ChangeJson.Default.ListFieldChange) : null;
        if (done.Result?.Use is { } use) (item.InputTokens, item.OutputTokens, item.CostMicros) = (use.InputTokens, use.OutputTokens, use.CostMicros);
        run.Done++;
        run.InputTokens += item.InputTokens;
        run.OutputTokens += item.OutputTokens;
        run.CostMicros += item.CostMicros;
    }

    public static List<FieldChange> Read(string? json) => json is null ? [] : JsonSerializer.Deserialize(json, ChangeJson.Default.ListFieldChange)!;

    private static (TriageRunOutcome Outcome, string? Error) Of(TriageDone done, bool isThere, bool isChanged) => done switch
    {
        { Failure: { } failure } => (TriageRunOutcome.Failed, failure),
        _ when !isThere || done.Job.Judged is null => (TriageRunOutcome.Skipped, "gone"),
        { Because: { } because } => (TriageRunOutcome.Fallback, because),
        _ => (isChanged ? TriageRunOutcome.Triaged : TriageRunOutcome.Unchanged, null),
    };

    /// <summary>The fields that hold another value by this judgement; what was given stays whatever is predicted.</summary>
    private static List<FieldChange> Changes(Ticket before, Judgement after) =>
    [
        .. from field in TriageFields.Each
           where before.Given[field] is null && before.Predicted[field] != after[field]?.Value
           select new FieldChange(field.Name(), before.Predicted[field], after[field]?.Value),
    ];
}

/// <summary>A field that holds another value.</summary>
/// <param name="Field">The field's name.</param>
/// <param name="From">What triage said before; null where it said nothing.</param>
/// <param name="To">What it says now.</param>
public sealed record FieldChange(string Field, string? From, string? To);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(List<FieldChange>))]
internal sealed partial class ChangeJson : JsonSerializerContext;
