using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access.Conversations;
using SupportCopilot.Questions;
using SupportCopilot.Questions.Requests.Keeping;
using SupportCopilot.Reports.Saving;
using SupportCopilot.Reports.Times;
using SupportCopilot.Storage;

namespace SupportCopilot.Reports.Sending;

/// <summary>Posts a saved report for one of its due times, once; where its answers are only kept, keeps it.</summary>
internal sealed class PostReport(SupportDbContext db, AsOwner owners, PostOnce posts, Effects effects, TimeProvider clock)
{
    /// <summary>What the ledger calls the place of an answer that is only kept.</summary>
    public const string Kept = "kept";

    // A report that is made soon after its time is of now; one that is late is of the time it was due at.
    private static readonly TimeSpan OnTime = TimeSpan.FromMinutes(10);

    /// <returns>The ledger's row, or null where the owner is gone and the schedule has to end.</returns>
    public async Task<Effect?> RunAsync(SavedReport report, ReportSchedule schedule, string intent, DateTime due, CancellationToken ct)
    {
        if (await EffectAsync(intent, ct) is { State: not EffectState.Meant } known) return known;
        var to = schedule.ConversationId is { } id ? await db.Conversations.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct) : null;
        if (schedule.ConversationId is not null && to is null) return await GiveUpAsync(report, intent, "The conversation is gone.", ct);

        DateTime? asOf = clock.GetUtcNow().UtcDateTime - due > OnTime ? due : null;
        var made = await owners.RunAsync(report.OwnerId, to, services => services.GetRequiredService<RunKept>().AnswerAsync(report.Kept, to?.ExternalId ?? schedule.Place, asOf, ct), ct);
        return made switch
        {
            { Obstacle: OwnersObstacle.Removed } => null,
            { Obstacle: OwnersObstacle.NothingShown } => await GiveUpAsync(report, intent, "Nobody has said what may be shown in this conversation.", ct),
            _ when to is null => await KeepAsync(report, intent, made.Result, ct),
            _ => await posts.RunAsync(intent, to, _ => Task.FromResult(PostOf(report, schedule, made.Result)), ct),
        };
    }

    private static IPost PostOf(SavedReport report, ReportSchedule schedule, (Answer? Answer, string? Problem) made) => made.Answer is { } answer
        ? new ReportPost(report.Name, report.Number, CronWords.Of(Cron.Of(schedule.Cron)), answer)
        : new NoticePost($"«{report.Name}» could not be made: it asks «{report.Question}», and {made.Problem}. I post no figure that may be another than the one that was saved. Ask it anew and save it again, or say «delete {report.Name}».");

    private async Task<Effect> KeepAsync(SavedReport report, string intent, (Answer? Answer, string? Problem) made, CancellationToken ct)
    {
        var effect = await effects.MeanAsync(report.TenantId, intent, Kept, ct);
        if (!await effects.TryBeginAsync(effect, ct)) return effect;
        return made.Answer is { } answer
            ? await effects.CloseAsync(effect, EffectState.Done, answer.Id, null, CancellationToken.None)
            : await effects.CloseAsync(effect, EffectState.Refused, null, "Its question is no longer read as it was when it was saved.", CancellationToken.None);
    }

    private async Task<Effect> GiveUpAsync(SavedReport report, string intent, string why, CancellationToken ct) =>
        await effects.GiveUpAsync(await effects.MeanAsync(report.TenantId, intent, Kept, ct), why, ct);

    private Task<Effect?> EffectAsync(string intent, CancellationToken ct) => db.Effects.AsNoTracking().SingleOrDefaultAsync(e => e.Intent == intent, ct);
}
