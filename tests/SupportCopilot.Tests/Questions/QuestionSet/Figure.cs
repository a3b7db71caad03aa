using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Questions.QuestionSet;

/// <summary>Something counted or averaged over tickets.</summary>
/// <param name="Clock">The instant that puts a ticket into a period.</param>
/// <param name="Takes">Whether a ticket has a part in it.</param>
/// <param name="Made">The figure of some tickets.</param>
internal sealed record Figure(Func<IncomingTicket, DateTime?> Clock, Func<IncomingTicket, bool> Takes, Func<IReadOnlyList<IncomingTicket>, double?> Made)
{
    /// <summary>What it is of no tickets at all: 0 of counts, nothing of averages.</summary>
    public double? OfNone => Made([]);

    public static Figure Arrived { get; } = new(t => t.CreatedAt, _ => true, tickets => tickets.Count);

    public static Figure Solved { get; } = new(t => t.SolvedAt, Demands.IsDone, tickets => tickets.Count);

    public static Figure Updated { get; } = new(t => t.UpdatedAt, _ => true, tickets => tickets.Count);

    public static Figure RepliesSent { get; } = new(t => t.CreatedAt, _ => true, tickets => tickets.Sum(Demands.ReplyCount));

    public static Figure Comments { get; } = new(t => t.CreatedAt, _ => true, tickets => tickets.Sum(t => t.Comments!.Count));

    public static Figure Csat { get; } = Mean(t => t.Csat, t => t.SolvedAt, Demands.IsDone);

    public static Figure CsatResponse { get; } = Share(t => t.Csat is not null, t => t.CsatOffered == true) with { Clock = t => t.SolvedAt };

    public static Figure Sla { get; } = Share(t => t.SlaMet == true, t => t.SlaMet is not null);

    public static Figure Reopened { get; } = Share(t => t.Reopens > 0);

    public static Figure MeanReply { get; } = Mean(Demands.FirstReply, t => t.CreatedAt);

    public static Figure MedianReply { get; } = Quantile(0.5, Demands.FirstReply, t => t.CreatedAt);

    public static Figure P90Reply { get; } = Quantile(0.9, Demands.FirstReply, t => t.CreatedAt);

    public static Figure MeanResolution { get; } = Mean(Demands.Resolution, t => t.SolvedAt);

    public static Figure MedianResolution { get; } = Quantile(0.5, Demands.Resolution, t => t.SolvedAt);

    public static Figure P90Resolution { get; } = Quantile(0.9, Demands.Resolution, t => t.SolvedAt);

    public static Figure MeanReplies { get; } = Mean(t => Demands.ReplyCount(t), t => t.CreatedAt);

    public static Figure Mean(Func<IncomingTicket, double?> of, Func<IncomingTicket, DateTime?> clock, Func<IncomingTicket, bool>? takes = null) =>
        new(clock, t => of(t) is not null && (takes is null || takes(t)), tickets => tickets.Count == 0 ? null : tickets.Average(t => of(t)!.Value));

    /// <summary>The part of the tickets of which something holds.</summary>
    public static Figure Share(Func<IncomingTicket, bool> part, Func<IncomingTicket, bool>? among = null) =>
        new(t => t.CreatedAt, among ?? (_ => true), tickets => tickets.Count == 0 ? null : tickets.Count(part) / (double)tickets.Count);

    /// <summary>So many different values; nobody is not one.</summary>
    public static Figure Different(Func<IncomingTicket, string?> what) =>
        new(t => t.CreatedAt, t => what(t) is not null, tickets => tickets.Select(what).Distinct().Count());

    // Between the two nearest, as spreadsheets' PERCENTILE.INC has it.
    public static Figure Quantile(double share, Func<IncomingTicket, double?> of, Func<IncomingTicket, DateTime?> clock) => new(clock, t => of(t) is not null, tickets =>
    {
        if (tickets.Count == 0) return null;
        var sorted = tickets.Select(t => of(t)!.Value).Order().ToList();
        var place = (sorted.Count - 1) * share;
        var (low, high) = (sorted[(int)Math.Floor(place)], sorted[(int)Math.Ceiling(place)]);
        return low + (high - low) * (place - Math.Floor(place));
    });
}
