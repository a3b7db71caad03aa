using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access.Conversations;
using SupportCopilot.Questions.Answers;
using SupportCopilot.Reports.Saving;
using SupportCopilot.Reports.Sending;
using SupportCopilot.Reports.Times;
using SupportCopilot.Storage;

namespace SupportCopilot.Reports.Alerts;

/// <summary>Tells of the last crossing of an alert, unless it was told.</summary>
internal sealed class TellCrossing(SupportDbContext db, PostOnce posts, Effects effects)
{
    private const int SmallSample = 5;

    /// <param name="report">The alert.</param>
    /// <param name="watch">Its bound, with the crossing.</param>
    /// <param name="waiting">What of this alert was put off, or is to be sent again by a person's word, and may be tried now: the ends of its intents.</param>
    /// <param name="ct">Cancels until the sending begins.</param>
    /// <returns>The ledger's row; null where there was nothing to tell.</returns>
    public async Task<EffectRow?> OweAsync(SavedReport report, AlertWatch watch, IReadOnlyList<string> waiting, CancellationToken ct)
    {
        if (watch is not { Crossings: > 0, CrossedAt: { } at, CrossedValue: { } value }) return null;
        if (await IntentAsync(watch, waiting, ct) is not { } intent) return null;

        if (watch.ConversationId is not { } id) return EffectRow.Of(await KeepAsync(report, intent, ct));
        if (await db.Conversations.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct) is not { } to) return null;
        return EffectRow.Of(await posts.RunAsync(intent, to, _ => Task.FromResult<IPost>(Post(report, watch, at, value)), ct));
    }

    /// <summary>What is to be told now: the crossing that the ledger does not know, or one that waits.</summary>
    private async Task<string?> IntentAsync(AlertWatch watch, IReadOnlyList<string> waiting, CancellationToken ct)
    {
        var crossing = ReportIntent.Crossing(watch.Id, watch.Crossings);
        if (!await db.Effects.AnyAsync(e => e.Intent == crossing, ct)) return crossing;
        var number = watch.Crossings.ToString(CultureInfo.InvariantCulture);
        return waiting.Where(tail => tail == number || tail.StartsWith($"{number}/", StringComparison.Ordinal)).Select(tail => $"{ReportIntent.Alerts}{watch.Id}/{tail}").FirstOrDefault();
    }

    private static AlertPost Post(SavedReport report, AlertWatch watch, DateTime at, double value)
    {
        var rule = CrossingRule.Of(watch);
        var small = rule.Unit is "share" or "minutes" or "hours" && watch.CrossedTickets < SmallSample ? $"The figure is made of {FigureWords.Count(watch.CrossedTickets, "tickets")} only. " : "";
        return new(report.Name, report.Number, $"{FigureWords.Of(value, watch.Unit)}, which is {rule.Words}: {report.Question}, seen on {CronWords.Moment(at, report.TimeZone)}.")
        {
            Question = report.Question,
            Note = $"{small}I tell again after it has come back to {rule.BackWords}.",
        };
    }

    private async Task<Effect> KeepAsync(SavedReport report, string intent, CancellationToken ct)
    {
        var effect = await effects.MeanAsync(report.TenantId, intent, "kept", ct);
        return await effects.TryBeginAsync(effect, ct) ? await effects.CloseAsync(effect, EffectState.Done, null, null, CancellationToken.None) : effect;
    }
}
