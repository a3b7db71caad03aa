using Microsoft.EntityFrameworkCore;
using SupportCopilot.Models.Scores;
using SupportCopilot.Storage;

namespace SupportCopilot.Triage.Modelled;

/// <summary>Tells of each model how many of its verdicts people let stand: those of tickets of which nobody set a field right.</summary>
internal sealed class ScoreTriageModels(SupportDbContext db) : IScoreModels
{
    public string Task => TriageQuestion.Task;

    public async Task<IReadOnlyList<ModelQuality>> RunAsync(DateTime since, CancellationToken ct)
    {
        var judged = db.Verdicts.AsNoTracking().Where(v => v.Model != null && v.MadeAt >= since);
        var all = await judged.GroupBy(v => v.Model!).Select(g => new { Model = g.Key, Tickets = g.Count() }).ToListAsync(ct);
        var corrected = await judged.Where(v => db.Corrections.Any(c => c.TicketId == v.TicketId)).GroupBy(v => v.Model!).Select(g => new { Model = g.Key, Tickets = g.Count() }).ToDictionaryAsync(g => g.Model, g => g.Tickets, ct);
        return [.. all.Select(of => new ModelQuality(of.Model, 1 - ((double)corrected.GetValueOrDefault(of.Model) / of.Tickets), of.Tickets))];
    }
}
