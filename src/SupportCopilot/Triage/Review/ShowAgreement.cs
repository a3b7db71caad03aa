using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;

namespace SupportCopilot.Triage.Review;

/// <summary>
/// Tells how often people agree with triage, from the tickets that were drawn by lot alone: those that triage was unsure of
/// would make it look worse than it is. Within the caller's sight; deleted tickets drop out.
/// </summary>
public sealed class ShowAgreement(SupportDbContext db, CurrentCaller caller, TimeProvider clock)
{
    /// <summary>The agreement of the last days.</summary>
    /// <param name="days">How many.</param>
    /// <param name="ct">Cancels the query.</param>
    public async Task<Agreement> RunAsync(int days, CancellationToken ct)
    {
        var since = clock.GetUtcNow().UtcDateTime.AddDays(-days);
        var visible = db.Tickets.AsNoTracking().VisibleTo(caller.Visibility);
        var drawn = from item in db.ReviewItems.AsNoTracking() where item.Kind == ReviewKind.Random && item.DrawnAt >= since join ticket in visible on item.TicketId equals ticket.Id select item;
        var answers = await (
            from answer in db.ReviewAnswers.AsNoTracking()
            where answer.Kind == ReviewKind.Random && answer.At >= since
            join ticket in visible on answer.TicketId equals ticket.Id
            select new Answer(answer.TicketId, answer.Field, answer.Way, answer.Agreed, answer.At)).ToListAsync(ct);

        return new Agreement(
            since, await drawn.CountAsync(ct), await drawn.CountAsync(item => item.ReviewedAt != null, ct),
            Share(answers.GroupBy(answer => answer.TicketId).Select(ticket => ticket.All(answer => answer.Agreed))),
            [.. TriageFields.Each.Select(field => Field(field.Name(), answers)).Where(field => field.Agreed.Total > 0)],
            [.. answers.GroupBy(answer => answer.Way).OrderBy(way => way.Key).Select(way => new AgreementOf(way.Key, Share(way.Select(a => a.Agreed))))],
            [.. answers.GroupBy(answer => Monday(answer.At)).OrderBy(week => week.Key).Select(week => new AgreementInWeek(week.Key, Share(week.Select(a => a.Agreed))))]);
    }

    private static AgreementOnField Field(string name, List<Answer> answers)
    {
        var own = answers.Where(answer => answer.Field == name).ToList();
        return new(name, Share(own.Select(answer => answer.Agreed)), [.. own.GroupBy(answer => answer.Way).OrderBy(way => way.Key).Select(way => new AgreementOf(way.Key, Share(way.Select(a => a.Agreed))))]);
    }

    private static AgreedShare Share(IEnumerable<bool> agreed)
    {
        var (hits, total) = agreed.Aggregate((Hits: 0, Total: 0), (sum, one) => (sum.Hits + (one ? 1 : 0), sum.Total + 1));
        var interval = WilsonInterval.Of(hits, total);
        return new(hits, total, total == 0 ? null : Math.Round((double)hits / total, 4), Math.Round(interval.Low, 4), Math.Round(interval.High, 4));
    }

    private static DateTime Monday(DateTime at) => at.Date.AddDays(-(((int)at.DayOfWeek + 6) % 7));

    private sealed record Answer(long TicketId, string Field, string Way, bool Agreed, DateTime At);
}

/// <summary>How often people agree with triage.</summary>
/// <param name="Since">From when on (UTC).</param>
/// <param name="Drawn">Tickets that were drawn by lot since.</param>
/// <param name="Reviewed">Those of them that a person has looked at. Where it is far below <paramref name="Drawn"/>, the figures are those of the tickets that people chose.</param>
/// <param name="Tickets">Tickets that were agreed with in every field that was answered.</param>
/// <param name="Fields">Field by field; those without an answer are left out.</param>
/// <param name="Ways">By the way that judged, over all fields.</param>
/// <param name="Weeks">Week by week, over all fields.</param>
public sealed record Agreement(
    DateTime Since, int Drawn, int Reviewed, AgreedShare Tickets, IReadOnlyList<AgreementOnField> Fields, IReadOnlyList<AgreementOf> Ways, IReadOnlyList<AgreementInWeek> Weeks);

/// <summary>A share, and how far it can be trusted.</summary>
/// <param name="Agreed">How many were agreed with.</param>
/// <param name="Total">Of how many.</param>
/// <param name="Share">The share, 0–1; null where there are none.</param>
/// <param name="Low">With 95 % confidence it is not below this (Wilson's interval).</param>
/// <param name="High">Nor above this.</param>
public sealed record AgreedShare(int Agreed, int Total, double? Share, double Low, double High);

/// <summary>Agreement on one field.</summary>
/// <param name="Field">The field's name.</param>
/// <param name="Agreed">Over all ways.</param>
/// <param name="Ways">By the way that judged.</param>
public sealed record AgreementOnField(string Field, AgreedShare Agreed, IReadOnlyList<AgreementOf> Ways);

/// <summary>Agreement with one way of judging.</summary>
/// <param name="Way">rules, classifier or model.</param>
/// <param name="Agreed">How often.</param>
public sealed record AgreementOf(string Way, AgreedShare Agreed);

/// <summary>Agreement in one week.</summary>
/// <param name="Monday">The week's Monday (UTC).</param>
/// <param name="Agreed">How often.</param>
public sealed record AgreementInWeek(DateTime Monday, AgreedShare Agreed);
