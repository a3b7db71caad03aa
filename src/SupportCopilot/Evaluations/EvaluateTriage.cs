using Microsoft.EntityFrameworkCore;
using SupportCopilot.Models;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;
using SupportCopilot.Triage;

namespace SupportCopilot.Evaluations;

/// <summary>Triages the tickets of a set, and holds each field against its label.</summary>
internal sealed class EvaluateTriage(SupportDbContext db, FillDesk desk, AskModel models) : IEvaluate
{
    public string Task => "triage";

    public async Task RunAsync(EvaluationSet set, Tally tally, IProgress<double>? progress, CancellationToken ct)
    {
        var ids = await desk.TicketsAsync([.. ValuesOf(set), .. set.Cases.Select(FillDesk.TicketOf)], ct);
        await desk.TriageAsync(ct);
        var hasModel = await models.ForAsync("triage", ct) is not null;
        var modelled = await db.Verdicts.AsNoTracking().ToDictionaryAsync(v => v.TicketId, v => v.Model, ct);
        var tickets = await db.Tickets.AsNoTracking().ToDictionaryAsync(t => t.Id, ct);

        foreach (var one in set.Cases)
        {
            var predicted = tickets[ids[one.Id]].Predicted;
            if (hasModel) tally.Count(FigureNames.Modelled, modelled.GetValueOrDefault(ids[one.Id]) is not null);
            var wrong = new List<string>();
            foreach (var (name, label) in one.Labels)
            {
                var field = TriageFields.Parse(name)!.Value;
                var isRight = string.Equals(predicted[field], label, StringComparison.OrdinalIgnoreCase);
                tally.Count(field.Name(), isRight);
                tally.Count(FigureNames.Right, isRight);
                if (!isRight) wrong.Add($"{field.Name()} {predicted[field] ?? "blank"} instead of {label}");
            }

            if (wrong.Count > 0) tally.Miss(one, string.Join(", ", wrong));
        }

        progress?.Report(1);
    }

    // A desk's own values are those that its tickets have been given; the labels are not given to the tickets that are judged.
    private static IEnumerable<IncomingTicket> ValuesOf(EvaluationSet set) =>
        from label in set.Cases.SelectMany(one => one.Labels).Select(label => (Field: TriageFields.Parse(label.Key)!.Value, label.Value)).Distinct()
        where label.Field is not (TriageField.Subcategory or TriageField.Language) && Taxonomy.Default.Find(label.Field, label.Value) is null
        select FillDesk.Naming(label.Field, label.Value);
}
