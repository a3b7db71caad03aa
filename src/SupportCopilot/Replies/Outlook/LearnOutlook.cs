using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Storage;

namespace SupportCopilot.Replies.Outlook;

/// <summary>Learns from the tenant's done tickets how likely its open ones go wrong and how long they take, and keeps what it learned.</summary>
public sealed class LearnOutlook(SupportDbContext db, TimeProvider clock)
{
    private static readonly TimeSpan Daily = TimeSpan.FromDays(1);
    private const double Growth = 1.2;

    /// <summary>Whether there is something to learn: enough tickets, and a day or a fifth more of them since the last time.</summary>
    public async Task<bool> IsDueAsync(CancellationToken ct)
    {
        var done = Math.Min(await new ReadFacts(db).CountAsync(ct), ReadFacts.Most);
        if (done < LearnFromDone.LeastTickets) return false;
        var last = await db.Outlooks.AsNoTracking().Select(o => new { o.LearnedAt, o.Tickets }).SingleOrDefaultAsync(ct);
        return last is null || clock.GetUtcNow().UtcDateTime - last.LearnedAt >= Daily || done >= Growth * last.Tickets;
    }

    /// <summary>Learns anew.</summary>
    /// <returns>How it did on tickets it had not seen.</returns>
    public async Task<OutlookFigures> RunAsync(CancellationToken ct)
    {
        var done = await new ReadFacts(db).DoneAsync(ct);
        var model = LearnFromDone.From(done);
        var row = await db.Outlooks.SingleOrDefaultAsync(ct) ?? db.Outlooks.Add(new LearnedOutlook { Model = "" }).Entity;
        row.LearnedAt = clock.GetUtcNow().UtcDateTime;
        row.Tickets = done.Count;
        row.Model = JsonSerializer.Serialize(model, OutlookJson.Default.OutlookModel);
        await db.SaveChangesAsync(ct);
        return new OutlookFigures(done.Count, model.Risk?.Figures, model.Time?.Figures);
    }
}

/// <summary>How what was learned did on the newest fifth of the tickets, which it had not seen.</summary>
/// <param name="Tickets">Done tickets it was learned from.</param>
/// <param name="Risk">Null where too few went wrong to tell.</param>
/// <param name="Time">Null where too few were solved to tell.</param>
public sealed record OutlookFigures(int Tickets, RiskFigures? Risk, TimeFigures? Time);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(OutlookModel))]
internal sealed partial class OutlookJson : JsonSerializerContext;
