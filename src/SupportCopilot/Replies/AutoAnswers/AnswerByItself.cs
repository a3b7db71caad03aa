using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SupportCopilot.Access;
using SupportCopilot.Replies.Threads;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Desks;

namespace SupportCopilot.Replies.AutoAnswers;

/// <summary>
/// Answers new tickets by itself where a tenant lets it, from public articles alone: at first in a note, in public where the
/// category was switched to it. Each goes through the ledger once; what may have arrived is looked for, and never sent again.
/// </summary>
public sealed class AnswerByItself
{
    private const int AtOnce = 20;

    // An older ticket has waited for a person, and gets one.
    private static readonly TimeSpan Youngest = TimeSpan.FromHours(24);

    // A request lives shorter; what is still being sent then lost its process.
    private static readonly TimeSpan Lost = TimeSpan.FromMinutes(2);

    private readonly SupportDbContext _db;
    private readonly CurrentTenant _tenant;
    private readonly Effects _effects;
    private readonly AuditLog _audit;
    private readonly AssistAgent _assist;
    private readonly ReadThread _read;
    private readonly MayAnswer _may;
    private readonly ProposalNote _note;
    private readonly AnswersLookedAt _looked;
    private readonly ITicketDesk _desk;
    private readonly IReplyAtDesk _replies;
    private readonly IOptions<AutoAnswerOptions> _options;
    private readonly TimeProvider _clock;

    internal AnswerByItself(
        SupportDbContext db, CurrentTenant tenant, Effects effects, AuditLog audit, AssistAgent assist, ReadThread read, MayAnswer may, ProposalNote note, AnswersLookedAt looked,
        ITicketDesk desk, IReplyAtDesk replies, IOptions<AutoAnswerOptions> options, TimeProvider clock)
    {
        (_db, _tenant, _effects, _audit, _assist, _read, _may, _note, _looked) = (db, tenant, effects, audit, assist, read, may, note, looked);
        (_desk, _replies, _options, _clock) = (desk, replies, options, clock);
    }

    /// <summary>Looks at the new tickets of the tenant of the scope.</summary>
    /// <returns>How many were answered, or had an answer proposed.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        await LookForLostAsync(ct);
        if (await PolicyAsync(ct) is not { } policy) return 0;
        var done = 0;
        foreach (var ticketId in await NextAsync(policy, ct)) done += await AnswerAsync(ticketId, ct) ? 1 : 0;
        return done;
    }

    /// <summary>What the tenant lets be done now; null where that is nothing. Asked before each ticket: a stop holds at once.</summary>
    private async Task<AutoAnswerPolicy?> PolicyAsync(CancellationToken ct)
    {
        if (!_options.Value.Enabled || await _desk.ModeAsync(_tenant.Id, ct) is not WriteBackMode.Full) return null;
        return await _db.AutoAnswerPolicies.AsNoTracking().SingleOrDefaultAsync(p => !p.IsStopped && (p.Documentation != AutoAnswerPolicy.Off || p.Feature != AutoAnswerPolicy.Off), ct);
    }

    private async Task<List<long>> NextAsync(AutoAnswerPolicy policy, CancellationToken ct)
    {
        var since = _clock.GetUtcNow().UtcDateTime - Youngest;
        var (documentation, feature) = (policy.Documentation != AutoAnswerPolicy.Off, policy.Feature != AutoAnswerPolicy.Off);
        var young = await _db.Tickets.AsNoTracking()
            .Where(t => t.Source == TicketSource.Zendesk && (t.Status == TicketStatus.New || t.Status == TicketStatus.Open) && t.CreatedAt >= since && t.AssigneeId == null && t.FirstReplyAt == null
                && (t.Owed & Owed.Triage) == Owed.Nothing && t.Effective.Urgency == "low"
                && (documentation && t.Effective.Category == "documentation" || feature && t.Effective.Category == "feature")
                && !_db.AutoAnswers.Any(a => a.TicketId == t.Id))
            .OrderBy(t => t.Id).Select(t => new { t.Id, t.Version }).ToListAsync(ct);
        return [.. young.Where(t => _looked.IsNew(_tenant.Id, t.Id, t.Version)).Take(AtOnce).Select(t => t.Id)];
    }

    private async Task<bool> AnswerAsync(long ticketId, CancellationToken ct)
    {
        _db.ChangeTracker.Clear();
        if (await _read.RunAsync(ticketId, ct) is not { } thread || await _assist.RunAsync(ticketId, ct) is not { } seen) return false;
        if (await _may.WhyNotAsync(thread, seen, ct) is not null) return false;
        if ((await PolicyAsync(ct))?.Of(thread.Ticket.Effective.Category) is not { } mode || mode is AutoAnswerPolicy.Off) return false;

        var effect = await _effects.MeanAsync(_tenant.Id, IntentOf(ticketId), $"ticket/{ticketId.ToString(CultureInfo.InvariantCulture)}", ct);
        if (effect.State is not EffectState.Meant) return false;
        var answer = await KeepAsync(thread, seen.Reply, mode is AutoAnswerPolicy.Public, ct);
        if (answer is null || !await _effects.TryBeginAsync(effect, ct)) return false;
        effect = await _db.Effects.AsNoTracking().SingleAsync(e => e.Id == effect.Id, ct);
        await CloseAsync(effect, await SendAsync(thread.Ticket, answer, ct));
        return true;
    }

    /// <summary>Writes down what will be sent, with the audit row; one row a ticket. Null where another process has.</summary>
    private async Task<AutoAnswer?> KeepAsync(TicketThread thread, SuggestedReply reply, bool isPublic, CancellationToken ct)
    {
        var toCustomer = ComposeAutoAnswer.ForCustomer(thread, reply);
        var answer = new AutoAnswer
        {
            TicketId = thread.Ticket.Id,
            SuggestionId = reply.SuggestionId!.Value,
            IsPublic = isPublic,
            Body = isPublic ? toCustomer : await _note.OfAsync(toCustomer, reply, ct),
            At = _clock.GetUtcNow().UtcDateTime,
        };
        _db.AutoAnswers.Add(answer);
        _audit.Add(isPublic ? "reply.autoAnswered" : "reply.autoProposed", $"ticket/{thread.Ticket.Id}", $"suggestion {answer.SuggestionId}, articles {string.Join(", ", reply.Citations.Select(citation => citation.ArticleId).Distinct())}");
        try
        {
            await _db.SaveChangesAsync(ct);
            return answer;
        }
        catch (DbUpdateException)
        {
            _db.ChangeTracker.Clear();
            if (await _db.AutoAnswers.AnyAsync(a => a.TicketId == thread.Ticket.Id, ct)) return null;
            throw;
        }
    }

    private async Task<DeskAnswer> SendAsync(Ticket ticket, AutoAnswer answer, CancellationToken ct)
    {
        try
        {
            return await _replies.ReplyAsync(ToDesk(ticket, answer), ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return new(DeskOutcome.Unknown, Detail: "It was cut short.");
        }
    }

    // Not cancelled: what the desk said must not be forgotten. What certainly did not arrive is not tried again either: by then a person may be at it.
    private Task<Effect> CloseAsync(Effect effect, DeskAnswer answer) => _effects.CloseAsync(effect, answer.Outcome switch
    {
        DeskOutcome.Written => EffectState.Done,
        DeskOutcome.Unknown => EffectState.Unconfirmed,
        _ => EffectState.Refused,
    }, answer.AuditId, answer.Outcome is DeskOutcome.Written ? null : answer.Detail, CancellationToken.None);

    /// <summary>What may have arrived is looked for; what is not found stays unconfirmed and is shown, and nobody sends it again.</summary>
    private async Task LookForLostAsync(CancellationToken ct)
    {
        var (now, day) = (_clock.GetUtcNow().UtcDateTime - Lost, _clock.GetUtcNow().UtcDateTime - Youngest);
        var lost = await _db.Effects.AsNoTracking()
            .Where(e => e.Intent.StartsWith(Intent) && (e.State == EffectState.Sending || e.State == EffectState.Unconfirmed) && e.UpdatedAt < now && e.CreatedAt > day).OrderBy(e => e.Id).Take(AtOnce).ToListAsync(ct);
        foreach (var effect in lost)
        {
            if (!long.TryParse(effect.Intent.AsSpan(Intent.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var ticketId)) continue;
            var ticket = await _db.Tickets.AsNoTracking().SingleOrDefaultAsync(t => t.Id == ticketId, ct);
            var answer = await _db.AutoAnswers.AsNoTracking().SingleOrDefaultAsync(a => a.TicketId == ticketId, ct);
            var found = ticket is null || answer is null ? new DeskAnswer(DeskOutcome.NotNow) : await _replies.TraceAsync(ToDesk(ticket, answer), ct);
            if (found.Outcome is DeskOutcome.Written) await _effects.CloseAsync(effect, EffectState.Done, found.AuditId, null, ct);
            else if (effect.State is EffectState.Sending) await _effects.CloseAsync(effect, EffectState.Unconfirmed, null, "The process that sent it ended before the answer came: it may or may not have arrived.", ct);
        }
    }

    private DeskReply ToDesk(Ticket ticket, AutoAnswer answer) => new(_tenant.Id, ticket.ExternalId, answer.Body, answer.IsPublic, answer.At);

    private const string Intent = "auto-answer/";

    private static string IntentOf(long ticketId) => $"{Intent}{ticketId.ToString(CultureInfo.InvariantCulture)}";
}
