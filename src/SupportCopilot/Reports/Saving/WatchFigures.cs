using SupportCopilot.Access;
using SupportCopilot.Questions.Answers;
using SupportCopilot.Questions.Requests;
using SupportCopilot.Questions.Requests.Keeping;
using SupportCopilot.Reports.Alerts;
using SupportCopilot.Storage;

namespace SupportCopilot.Reports.Saving;

/// <summary>Sets up an alert: which figure, which bound, and on which side of it the figure is now.</summary>
internal sealed class WatchFigures(SupportDbContext db, MySaved mine, SavedNames names, FindPlace places, RunKept run, DescribeSaved describe, AuditLog audit, TimeProvider clock)
{
    public async Task<KeepResult> RunAsync(WatchFigure request, RequestPlace said, CancellationToken ct)
    {
        if (mine.OwnerId is not { } owner) return Not("An alert belongs to a person.");
        if (await names.IsFullAsync(owner, ct)) return Not("You have as many reports and alerts as one person can have; delete one first.");
        var place = await places.RunAsync(said, ct);
        if (place.Problem is { } noPlace) return Not(noPlace);

        var rule = new CrossingRule(request.Op, request.Threshold, request.Unit);
        var name = $"{request.Name} {rule.Words}";
        if (SavedNames.ProblemOf(name) is { } problem) return Not(problem);
        if (await run.FigureAsync(request.Question, ct) is not { Problem: null } now) return Not("That figure cannot be computed now.");

        var report = new SavedReport { OwnerId = owner, IsAlert = true, Name = "", NameKey = "", Question = request.Question.Text, Shape = request.Question.Shape, TimeZone = request.Question.TimeZone, CreatedAt = clock.GetUtcNow().UtcDateTime };
        report.Rename(await names.FreeAsync(owner, name, ct));
        db.SavedReports.Add(report);
        audit.Add("alert.saved", "alert", rule.Words);
        await using var both = await db.Database.BeginTransactionAsync(ct);   // an alert without its bound would be nothing
        await db.SaveChangesAsync(ct);
        db.AlertWatches.Add(Watch(request, report, place, said, now, rule));
        await db.SaveChangesAsync(ct);
        await both.CommitAsync(ct);
        return new(true, Words(rule, now, report.Name, place), [await describe.OneAsync(report, ct)]);
    }

    private AlertWatch Watch(WatchFigure request, SavedReport report, Place place, RequestPlace said, KeptFigure now, CrossingRule rule) => new()
    {
        ReportId = report.Id,
        ConversationId = place.Conversation?.Id,
        Place = place.Conversation is null ? said.Conversation : null,
        Op = request.Op,
        Threshold = request.Threshold,
        Unit = request.Unit,
        IsRolling = request.IsRolling,
        IsCrossed = now.Value is { } value && rule.IsBeyond(value),   // what is beyond already does not cross
        PeriodEnd = now.Plan?.To,
        LastValue = now.Value,
        CheckedAt = clock.GetUtcNow().UtcDateTime,
    };

    private static string Words(CrossingRule rule, KeptFigure now, string name, Place place)
    {
        var where = place.Conversation is { } to ? DescribeSaved.WordsOf(to) : "kept here, to be fetched";
        var stands = now.Value is { } value ? $"It is {FigureWords.Of(value, rule.Unit)} now{(rule.IsBeyond(value) ? ", which is beyond it already: I tell of the next crossing" : "")}." : "There is no such figure yet.";
        return $"I watch «{name}» every minute and tell once for each crossing ({where}). {stands} After a crossing it has to come back to {rule.BackWords} before I tell again.";
    }

    private static KeepResult Not(string why) => new(false, why, []);
}
