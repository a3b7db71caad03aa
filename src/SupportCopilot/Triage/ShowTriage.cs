using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Access.Languages;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;
using SupportCopilot.Triage.Training;

namespace SupportCopilot.Triage;

/// <summary>Shows what is known of a ticket: what the desk or a person said, and where they said nothing what triage made of it.</summary>
public sealed class ShowTriage(SupportDbContext db, CurrentCaller caller, AgentWords say)
{
    /// <returns>Null when the ticket is not there or not in the caller's sight.</returns>
    public async Task<TicketTriage?> RunAsync(long ticketId, CancellationToken ct)
    {
        var ticket = await db.Tickets.AsNoTracking().VisibleTo(caller.Visibility).SingleOrDefaultAsync(t => t.Id == ticketId, ct);
        return ticket is null ? null : await OfAsync(ticket, ct);
    }

    /// <summary>What is known of a ticket that was already read, and that the caller may see.</summary>
    public async Task<TicketTriage> OfAsync(Ticket ticket, CancellationToken ct)
    {
        var detail = await db.Verdicts.AsNoTracking().Where(v => v.TicketId == ticket.Id).Select(v => v.Detail).SingleOrDefaultAsync(ct);
        var judgement = detail is null ? new Judgement() : JsonSerializer.Deserialize(detail, JudgementJson.Default.Judgement)!;
        var borneOut = await BorneOutAsync(ticket, judgement, ct);

        return new TicketTriage(
            Of(TriageField.Category), Of(TriageField.Subcategory), Of(TriageField.RootCause), Of(TriageField.Priority),
            Of(TriageField.Urgency), Of(TriageField.Sentiment), Of(TriageField.Emotion), Of(TriageField.Language))
        {
            SentimentScore = ticket.SentimentScore,
            UrgencyWords = judgement.UrgencyWords,
            KeyPhrases = judgement.KeyPhrases,
            Signals = judgement.Signals,
            Entities = judgement.Entities,
            Pending = ticket.Owed.HasFlag(Owed.Triage),
        };

        ShownField Of(TriageField field) => Shown(ticket, field, judgement[field], borneOut);
    }

    private ShownField Shown(Ticket ticket, TriageField field, FieldJudgement? judgement, HashSet<GivenReason> borneOut)
    {
        if (ticket.Given[field] is { } given)
        {
            var source = ticket.Corrected.HasFlag(field) ? TriageSource.Correction : TriageSource.Given;
            return new ShownField(given, given, 1, ConfidenceLevel.Of(1), source, []);
        }

        // A prediction can be taken back after it was judged: a corrected category takes its subcategory with it.
        if (ticket.Predicted[field] is not { } predicted || judgement is null) return new ShownField(null, null, 0, ConfidenceLevel.Of(0), null, []);
        return new ShownField(predicted, null, Math.Round(judgement.Confidence, 2), ConfidenceLevel.Of(judgement.Confidence), judgement.Source,
            [.. judgement.Because, .. (judgement.Given ?? []).Where(borneOut.Contains).Select(Said)]);
    }

    /// <summary>The reasons that the ticket still bears out: what was taken out of it since must not show up here.</summary>
    private async Task<HashSet<GivenReason>> BorneOutAsync(Ticket ticket, Judgement judgement, CancellationToken ct)
    {
        var reasons = judgement.Fields.Values.SelectMany(field => field.Given ?? []).ToHashSet();
        if (reasons.Count == 0) return reasons;
        var fields = reasons.Any(reason => GivenBeside.CustomNameOf(reason.Field) is not null)
            ? await db.TicketFields.AsNoTracking().Where(f => f.TicketId == ticket.Id).ToListAsync(ct)
            : [];
        reasons.IntersectWith(GivenBeside.Of(GivenColumns.Of(ticket), fields).Select(value => new GivenReason(value.Field, value.Value)));
        return reasons;
    }

    private string Said(GivenReason reason) => reason.Field switch
    {
        "type" => say[$"type is {reason.Value}"],
        "channel" => say[$"channel is {reason.Value}"],
        "product" => say[$"product is {reason.Value}"],
        "brand" => say[$"brand is {reason.Value}"],
        "category" => say[$"category is {reason.Value}"],
        "subcategory" => say[$"subcategory is {reason.Value}"],
        _ => say[$"{GivenBeside.CustomNameOf(reason.Field)} is {reason.Value}"],
    };
}
