namespace SupportCopilot.Replies.Outlook;

/// <summary>
/// Learns from done tickets in the order of time, as it will be used: means from the oldest three fifths, weights from the
/// next fifth, judged on the newest. What is kept then takes its means from all of them. Cost: linear in the tickets.
/// </summary>
internal static class LearnFromDone
{
    public const int LeastTickets = 200;    // forty to judge by; fewer and luck looks like skill
    private const int LeastWrong = 30;
    private const int Quantiles = 100;
    private const double Low = 0.1, High = 0.9;

    public static OutlookModel From(IReadOnlyList<TicketFacts> done)
    {
        var tickets = done.OrderBy(ticket => ticket.CreatedAt).ThenBy(ticket => ticket.Id).ToList();
        var solved = tickets.Where(ticket => ticket.ResolutionMinutes is > 0).ToList();
        return new OutlookModel
        {
            Risk = tickets.Count >= LeastTickets && tickets.Count(ticket => ticket.WentWrong) >= LeastWrong ? Risk(tickets) : null,
            Time = solved.Count >= LeastTickets ? Time(solved) : null,
        };
    }

    private static RiskModel Risk(List<TicketFacts> tickets)
    {
        var (oldest, next, newest) = InTime(tickets);
        var before = new RiskModel { Means = FieldMeans.Of(oldest, Wrong), Weights = [], Figures = new(0, 0, 0, 1) };
        var weights = Regression.Logistic([.. next.Select(ticket => before.Inputs(ticket.Values))], [.. next.Select(ticket => ticket.WentWrong)]);
        var judged = new RiskModel { Means = before.Means, Weights = weights, Figures = before.Figures };
        var usual = oldest.Concat(next).Average(Wrong);
        var figures = new RiskFigures(newest.Count, newest.Average(Wrong),
            newest.Average(ticket => Square(judged.ChanceOf(ticket.Values) - Wrong(ticket))), newest.Average(ticket => Square(usual - Wrong(ticket))));
        return new RiskModel { Means = FieldMeans.Of(tickets, Wrong), Weights = weights, Figures = figures };
    }

    private static TimeModel Time(List<TicketFacts> tickets)
    {
        var (oldest, next, newest) = InTime(tickets);
        var before = new TimeModel { Means = FieldMeans.Of(oldest, LogMinutes), Weights = [], Misses = [0], Figures = new(0, 0, 0, 0, 1) };
        var weights = Regression.Linear([.. next.Select(ticket => before.Inputs(ticket.Values))], [.. next.Select(LogMinutes)]);
        var misses = Cut(Unseen(next, before));
        var judged = new TimeModel { Means = before.Means, Weights = weights, Misses = misses, Figures = before.Figures };

        var naive = Cut(next.Select(LogMinutes));
        var figures = new TimeFigures(newest.Count,
            Share(newest, ticket => IsWithin(ticket, judged.Quantile(ticket.Values, Low, 0), judged.Quantile(ticket.Values, High, 0))),
            Share(newest, ticket => IsWithin(ticket, Math.Exp(naive[(int)(Low * Quantiles)]), Math.Exp(naive[(int)(High * Quantiles)]))),
            MedianFactor(newest, ticket => Math.Log(judged.Quantile(ticket.Values, 0.5, 0))), MedianFactor(newest, _ => naive[Quantiles / 2]));
        var usual = tickets.Average(LogMinutes);
        var latest = Cut(Unseen([.. next, .. newest], before));
        return new TimeModel
        {
            Means = FieldMeans.Of(tickets, LogMinutes),
            Weights = weights,
            Figures = figures,
            Misses = figures.IsBetter ? latest : Cut(tickets.Select(ticket => LogMinutes(ticket) - usual)),
        };
    }

    /// <summary>By how much tickets miss what weights tell that were learned without them (cross-validation): what was learned from misses too little.</summary>
    private static IEnumerable<double> Unseen(List<TicketFacts> tickets, TimeModel before)
    {
        var (inputs, outcomes) = (tickets.ConvertAll(ticket => before.Inputs(ticket.Values)), tickets.ConvertAll(LogMinutes));
        for (var fold = 0; fold < Folds; fold++)
        {
            var part = fold;
            var others = Enumerable.Range(0, tickets.Count).Where(i => i % Folds != part).ToList();
            var weights = Regression.Linear(others.ConvertAll(i => inputs[i]), others.ConvertAll(i => outcomes[i]));
            for (var i = part; i < tickets.Count; i += Folds) yield return outcomes[i] - Regression.Sum(weights, inputs[i]);
        }
    }

    private const int Folds = 5;

    private static (List<TicketFacts> Oldest, List<TicketFacts> Next, List<TicketFacts> Newest) InTime(List<TicketFacts> tickets)
    {
        var (first, second) = (tickets.Count * 3 / 5, tickets.Count * 4 / 5);
        return (tickets[..first], tickets[first..second], tickets[second..]);
    }

    private static double[] Cut(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return [.. Enumerable.Range(0, Quantiles + 1).Select(i => sorted[(int)Math.Round((sorted.Length - 1) * i / (double)Quantiles)])];
    }

    private static double MedianFactor(List<TicketFacts> tickets, Func<TicketFacts, double> told) =>
        Math.Exp(Cut(tickets.Select(ticket => Math.Abs(LogMinutes(ticket) - told(ticket))))[Quantiles / 2]);

    private static bool IsWithin(TicketFacts ticket, double low, double high) => ticket.ResolutionMinutes >= low && ticket.ResolutionMinutes <= high;

    private static double Share(List<TicketFacts> tickets, Func<TicketFacts, bool> which) => tickets.Average(ticket => which(ticket) ? 1.0 : 0);

    private static double Wrong(TicketFacts ticket) => ticket.WentWrong ? 1 : 0;

    private static double LogMinutes(TicketFacts ticket) => Math.Log(Math.Max(1, ticket.ResolutionMinutes!.Value));

    private static double Square(double value) => value * value;
}
