using SupportCopilot.Access;
using SupportCopilot.Questions.Answers;
using SupportCopilot.Questions.Requests;
using SupportCopilot.Reports.Alerts;
using SupportCopilot.Storage;

namespace SupportCopilot.Reports.Saving;

/// <summary>Gives an alert another bound.</summary>
internal sealed class ChangeBound(SupportDbContext db, MySaved mine, SavedNames names, DescribeSaved describe, AuditLog audit)
{
    public async Task<KeepResult> RunAsync(SetBound request, CancellationToken ct)
    {
        if (await mine.FindAsync(request.Id, ct) is not { } report) return Not("There is no such alert, or none that is yours.");
        if (await mine.WatchOfAsync(report.Id, ct) is not { } watch) return Not($"«{report.Name}» is a report, which has no bound.");
        if (Value(request, watch) is not { } value || !double.IsFinite(value)) return Not($"«{report.Name}» is counted in {MakeRequest.UnitWords(watch.Unit)}; give the bound in that.");

        var before = CrossingRule.Of(watch);
        (watch.Op, watch.Threshold) = (request.Op ?? watch.Op, value);
        var rule = CrossingRule.Of(watch);
        watch.IsCrossed = watch.LastValue is { } last && rule.IsBeyond(last);   // what is beyond already does not cross
        watch.Version++;
        if (report.Name.EndsWith(" " + before.Words, StringComparison.Ordinal)) report.Rename(await names.FreeAsync(report.OwnerId, report.Name[..^before.Words.Length] + rule.Words, ct));
        audit.Add("alert.bound", $"report/{report.Number}", rule.Words);
        await db.SaveChangesAsync(ct);
        return new(true, Words(rule, watch, report.Name), [await describe.OneAsync(report, ct)]);
    }

    private static double? Value(SetBound request, AlertWatch watch) =>
        request.Value is not { } value ? watch.Threshold
        : !request.IsInUnit ? MakeRequest.BoundIn(watch.Unit, value, request.Unit)
        : watch.Unit != "share" || value is >= 0 and <= 1 ? value : null;

    private static string Words(CrossingRule rule, AlertWatch watch, string name)
    {
        var stands = watch.LastValue is { } value ? $" It was {FigureWords.Of(value, rule.Unit)} when I last looked{(rule.IsBeyond(value) ? ", which is beyond it already: I tell of the next crossing" : "")}." : "";
        return $"«{name}» tells from now on when the figure is {rule.Words}.{stands} After a crossing it has to come back to {rule.BackWords} before I tell again.";
    }

    private static KeepResult Not(string why) => new(false, why, []);
}
