using System.Text.Json.Serialization;

namespace SupportCopilot.Triage.Runs;

/// <summary>A run, and what came of it so far.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Status">queued, running or completed.</param>
/// <param name="Progress">The share that is done, 0–1.</param>
/// <param name="Model">The model server it asks; null where it triages without one.</param>
/// <param name="DryRun">Whether it only tells what would be.</param>
/// <param name="Tickets">How many tickets it is about.</param>
/// <param name="Done">How many of them are done.</param>
/// <param name="Outcomes">How they ended.</param>
/// <param name="InputTokens">Tokens asked.</param>
/// <param name="OutputTokens">Tokens answered.</param>
/// <param name="CostUsd">US dollars.</param>
/// <param name="RequestedAt">When it was asked for (UTC).</param>
/// <param name="StartedAt">When its work began (UTC).</param>
/// <param name="FinishedAt">When it ended (UTC).</param>
public sealed record TriageRunView(
    long Id, string Status, double Progress, string? Model, bool DryRun, int Tickets, int Done, TriageRunOutcomes Outcomes,
    long InputTokens, long OutputTokens, decimal CostUsd, DateTime RequestedAt, DateTime? StartedAt, DateTime? FinishedAt)
{
    internal static TriageRunView Of(TriageRun run, IReadOnlyDictionary<TriageRunOutcome, int> outcomes) => new(
        run.Id, run.Status.ToString().ToLowerInvariant(), run.Tickets == 0 ? 1 : Math.Round((double)run.Done / run.Tickets, 3), run.Model, run.IsDryRun, run.Tickets, run.Done,
        TriageRunOutcomes.Of(outcomes), run.InputTokens, run.OutputTokens, TriageMoney.Usd(run.CostMicros), run.RequestedAt, run.StartedAt, run.FinishedAt);
}

/// <summary>How the tickets of a run ended.</summary>
/// <param name="Triaged">Some field has another value now.</param>
/// <param name="Unchanged">It was judged, and every value stayed.</param>
/// <param name="Fallback">The model failed; the embedded way judged it.</param>
/// <param name="Skipped">It is gone.</param>
/// <param name="Failed">It could not be judged.</param>
public sealed record TriageRunOutcomes(int Triaged, int Unchanged, int Fallback, int Skipped, int Failed)
{
    /// <summary>Whether every ticket was judged in the way that was asked for.</summary>
    [JsonIgnore]
    public bool AreGood => Fallback == 0 && Failed == 0;

    internal static TriageRunOutcomes Of(IReadOnlyDictionary<TriageRunOutcome, int> counts) => new(
        counts.GetValueOrDefault(TriageRunOutcome.Triaged), counts.GetValueOrDefault(TriageRunOutcome.Unchanged), counts.GetValueOrDefault(TriageRunOutcome.Fallback),
        counts.GetValueOrDefault(TriageRunOutcome.Skipped), counts.GetValueOrDefault(TriageRunOutcome.Failed));
}

/// <summary>A ticket of a run.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="Outcome">pending, triaged, unchanged, fallback, skipped or failed.</param>
/// <param name="Changes">The fields that hold another value by it, or in a dry run would.</param>
/// <param name="Milliseconds">How long it took.</param>
/// <param name="InputTokens">Tokens asked.</param>
/// <param name="OutputTokens">Tokens answered.</param>
/// <param name="CostUsd">US dollars.</param>
/// <param name="Error">What went wrong, in a word.</param>
public sealed record TriageRunTicketView(
    long TicketId, string Outcome, IReadOnlyList<FieldChange> Changes, int Milliseconds, long InputTokens, long OutputTokens, decimal CostUsd, string? Error)
{
    internal static TriageRunTicketView Of(TriageRunTicket ticket) => new(
        ticket.TicketId, ticket.Outcome.ToString().ToLowerInvariant(), RunOutcome.Read(ticket.Changes), ticket.Milliseconds, ticket.InputTokens, ticket.OutputTokens,
        TriageMoney.Usd(ticket.CostMicros), ticket.Error);
}

/// <summary>A run with a page of its tickets.</summary>
/// <param name="Run">The run.</param>
/// <param name="Items">Its tickets, in the order in which they are taken.</param>
/// <param name="Next">What to give as <c>after</c> for the next page; null on the last.</param>
public sealed record TriageRunDetail(TriageRunView Run, IReadOnlyList<TriageRunTicketView> Items, string? Next);

/// <summary>Money as people read it.</summary>
internal static class TriageMoney
{
    public static decimal Usd(long micros) => micros / 1_000_000m;
}
