using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Questions;
using SupportCopilot.Questions.Requests;
using SupportCopilot.Questions.Requests.Keeping;
using SupportCopilot.Reports.Saving;
using SupportCopilot.Storage;

namespace SupportCopilot.Reports;

/// <summary>Saves, changes, deletes and runs reports and alerts by typed fields, as the scope's caller: what sentences do, for other programs.</summary>
public sealed class EditReports
{
    private readonly SupportDbContext _db;
    private readonly CurrentCaller _caller;
    private readonly OpenTurn _open;
    private readonly RunKept _run;
    private readonly IKeepReports _keep;
    private readonly MySaved _mine;

    internal EditReports(SupportDbContext db, CurrentCaller caller, OpenTurn open, RunKept run, IKeepReports keep, MySaved mine) =>
        (_db, _caller, _open, _run, _keep, _mine) = (db, caller, open, run, keep, mine);

    /// <summary>Saves a report or an alert.</summary>
    public async Task<KeepResult> CreateAsync(NewReport wanted, CancellationToken ct)
    {
        if (wanted.Text is { } text && new Ask(text) { TimeZone = wanted.TimeZone }.Problem is { } unasked) return Not(unasked);
        var turn = await _open.RunAsync(new Ask(wanted.Text ?? "tickets") { TimeZone = wanted.TimeZone }, ct);
        var (question, problem) = wanted.QuestionId is { } asked ? await OfAskedAsync(turn, asked, ct) : KeepQuestion.OfWords(turn, wanted.Text ?? "") is var read ? (read.Kept, read.Problem) : (null, null);
        if (question is null) return Not(problem ?? "There is no question to keep.");

        var place = new RequestPlace(null, turn.Context.Dates.Zone.Id) { ConversationId = wanted.Conversation };
        if (!wanted.IsAlert) return await _keep.DoAsync(new SaveReport(question, wanted.Name ?? NameOf(question.Text), wanted.Times), place, ct);

        var plan = KeepQuestion.OfWords(turn, question.Text).Plan;
        if (plan is null || RunKept.Watchable(plan) is not { Unit: { } unit }) return Not(plan is null ? "That question cannot be watched." : RunKept.Watchable(plan).Problem!);
        var saved = await _keep.DoAsync(new WatchFigure(question, wanted.Op!, wanted.Value!.Value, unit, NameOf(question.Text)) { IsRolling = MakeRequest.IsRolling(question.Text, turn) }, place, ct);
        return saved.IsDone && wanted.Name is { } name ? await _keep.DoAsync(new RenameReport(saved.Things[0].Id, name), place, ct) : saved;
    }

    /// <summary>Changes what is given and leaves the rest; each part is a request of its own, and the first that cannot be done ends it.</summary>
    /// <returns>The thing as it is now, or what stands against it; null where there is none.</returns>
    public async Task<KeepResult?> ChangeAsync(long number, ReportEdit edit, CancellationToken ct)
    {
        if (await _mine.FindAsync(number, ct) is not { } report) return null;
        var place = new RequestPlace(null, edit.TimeZone ?? report.TimeZone) { ConversationId = edit.Conversation };
        var changes = new List<ReportRequest>();
        if (edit.Name is { } name) changes.Add(new RenameReport(number, name));
        if (edit.Times is { } times) changes.Add(new SendReport(number, times));
        if (edit.Op is not null || edit.Value is not null) changes.Add(new SetBound(number, edit.Op, edit.Value, null) { IsInUnit = true });
        if (edit.IsPaused is { } paused) changes.Add(new ChangeReport(number, paused ? ReportChange.Paused : ReportChange.Resumed));
        if (edit.SnoozedUntil is { } until) changes.Add(new SnoozeAlert(number, until.ToUniversalTime()));
        if (edit.Times is not null && edit.Conversation is null && await OnlyPlaceAsync(report.Id, ct) is { } only) place = only with { TimeZone = place.TimeZone };

        KeepResult? result = null;
        foreach (var change in changes)
            if (!(result = await _keep.DoAsync(change, place, ct)).IsDone) return result;
        return result ?? Not("Nothing to change was given: name, cron or day and time, timeZone, conversation, op, value, paused, snoozedUntil.");
    }

    /// <summary>Deletes one; false where there is none.</summary>
    public async Task<bool> DeleteAsync(long number, CancellationToken ct) =>
        (await _keep.DoAsync(new ChangeReport(number, ReportChange.Deleted), new RequestPlace(null, "UTC"), ct)).IsDone;

    /// <summary>Runs one now, with the caller's own rights.</summary>
    /// <returns>The answer, or why its question is no longer read as it was; null where there is none.</returns>
    public async Task<(Answer? Answer, string? Problem)?> RunAsync(long number, CancellationToken ct) =>
        await _keep.QuestionOfAsync(number, ct) is { } question ? await _run.AnswerAsync(question, null, null, ct) : null;

    private async Task<(KeptQuestion?, string?)> OfAskedAsync(QuestionTurn turn, string id, CancellationToken ct)
    {
        var person = _caller.Value?.PersonId;
        if (await _db.Questions.AsNoTracking().SingleOrDefaultAsync(q => q.Id == id && q.PersonId == person, ct) is not { } asked) return (null, "There is no such question, or it is not yours.");
        var before = asked.Conversation is null ? [] : await _db.Questions.AsNoTracking().Where(q => q.Conversation == asked.Conversation && q.PersonId == person && q.AskedAt < asked.AskedAt).OrderByDescending(q => q.AskedAt).Take(20).ToListAsync(ct);
        return (KeepQuestion.OfAsked(turn, asked, before), "I cannot say that question in words that would mean the same next week. Give it as text.");
    }

    /// <summary>Where a report comes already: new times without a place are for there.</summary>
    private async Task<RequestPlace?> OnlyPlaceAsync(long reportId, CancellationToken ct) =>
        await _mine.SchedulesOfAsync(reportId, ct) is [var only] ? new RequestPlace(only.Place, only.TimeZone) { ConversationId = only.ConversationId } : null;

    private static string NameOf(string text) => MakeRequest.NameOf(text);

    private static KeepResult Not(string why) => new(false, why, []);
}

/// <summary>A report or alert to be saved.</summary>
/// <param name="IsAlert">Whether a figure is to be watched.</param>
public sealed record NewReport(bool IsAlert)
{
    /// <summary>The question's words; or <see cref="QuestionId"/>.</summary>
    public string? Text { get; init; }

    /// <summary>A question asked before, by its id.</summary>
    public string? QuestionId { get; init; }

    /// <summary>What it is called; its question's words unless said.</summary>
    public string? Name { get; init; }

    /// <summary>When a report comes by itself.</summary>
    public ReportTimes? Times { get; init; }

    /// <summary>The zone of its days, by IANA name; the tenant's unless said.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The conversation it comes to, by our own number; without one its answers are kept.</summary>
    public long? Conversation { get; init; }

    /// <summary>Of an alert: moreThan, atLeast, lessThan or atMost.</summary>
    public string? Op { get; init; }

    /// <summary>Of an alert: the bound, in the figure's unit; a share between 0 and 1.</summary>
    public double? Value { get; init; }
}

/// <summary>What is to change of a report or alert; null leaves it.</summary>
public sealed record ReportEdit
{
    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>When it comes.</summary>
    public ReportTimes? Times { get; init; }

    /// <summary>The zone of its times.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Where it comes.</summary>
    public long? Conversation { get; init; }

    /// <summary>Whether it keeps still.</summary>
    public bool? IsPaused { get; init; }

    /// <summary>Of an alert: moreThan, atLeast, lessThan or atMost.</summary>
    public string? Op { get; init; }

    /// <summary>Of an alert: the bound, in the figure's unit; a share between 0 and 1.</summary>
    public double? Value { get; init; }

    /// <summary>Until when an alert keeps still (UTC).</summary>
    public DateTime? SnoozedUntil { get; init; }
}
