using System.Globalization;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Questions.Tables;

/// <summary>What a question must be answered with, counted in the incoming tickets by this file alone.</summary>
public sealed record Expected(IReadOnlyList<Row> Rows, IReadOnlyList<IncomingTicket> Tickets)
{
    /// <summary>Whether the order of the rows matters.</summary>
    public bool Ordered { get; init; }

    /// <summary>The total; null for none, NaN where the test does not say.</summary>
    public double? Total { get; init; } = double.NaN;
}

/// <summary>One row: the labels of its groups, then figures.</summary>
public sealed record Row(IReadOnlyList<string?> Labels, IReadOnlyList<double?> Figures)
{
    public string Key => string.Join(" | ", Labels.Select(label => label ?? "(none)"));
}

/// <summary>Words to write expectations in.</summary>
public static class Expecting
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>The local day of an instant, as 2026-03-09.</summary>
    public static string? Day(DateTime? instant) => instant is { } at ? TimeZoneInfo.ConvertTimeFromUtc(at, London).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    public static DateTime Local(DateTime instant) => TimeZoneInfo.ConvertTimeFromUtc(instant, London);

    public static Func<IncomingTicket, bool> Created(string first, string last) => t => Between(Day(t.CreatedAt), first, last);

    public static Func<IncomingTicket, bool> Solved(string first, string last) => t => IsDone(t) && Between(Day(t.SolvedAt), first, last);

    public static bool IsDone(IncomingTicket t) => t.Status is "solved" or "closed";

    public static bool IsOpen(IncomingTicket t) => !IsDone(t);

    /// <summary>Open at the moment of asking.</summary>
    public static bool IsOpenNow(IncomingTicket t) => t.CreatedAt < QuestionDesk.AsOf && (!IsDone(t) || t.SolvedAt >= QuestionDesk.AsOf);

    /// <summary>Open at the very end of a local day.</summary>
    public static Func<IncomingTicket, bool> OpenAfter(string day) => t =>
        t.CreatedAt is not null && string.CompareOrdinal(Day(t.CreatedAt), day) <= 0 && (!IsDone(t) || t.SolvedAt is not null && string.CompareOrdinal(Day(t.SolvedAt), day) > 0);

    public static Func<IncomingTicket, bool> Not(Func<IncomingTicket, bool> that) => t => !that(t);

    public static Func<IncomingTicket, bool> Mentions(string text) => t =>
        t.Subject!.Contains(text, StringComparison.OrdinalIgnoreCase) || t.Comments!.Any(comment => comment.Body.Contains(text, StringComparison.OrdinalIgnoreCase));

    public static Func<QuestionDesk, Expected> Count(params Func<IncomingTicket, bool>[] like) => desk =>
    {
        var found = desk.Like(like);
        return new([new([], [found.Count])], found) { Total = found.Count };
    };

    public static Func<QuestionDesk, Expected> Figure(Func<IncomingTicket, double?> of, Func<IReadOnlyList<double>, double?> made, params Func<IncomingTicket, bool>[] like) => desk =>
    {
        var found = desk.Like(like).Where(t => of(t) is not null).ToList();
        return new([new([], [made([.. found.Select(t => of(t)!.Value)])])], found);
    };

    /// <summary>The share of some among those that are like the rest.</summary>
    public static Func<QuestionDesk, Expected> Share(Func<IncomingTicket, bool> part, params Func<IncomingTicket, bool>[] like) =>
        Figure(t => part(t) ? 1 : 0, Mean, like);

    public static Func<QuestionDesk, Expected> By(Func<IncomingTicket, string?> key, params Func<IncomingTicket, bool>[] like) => By(t => [key(t)], like);

    public static Func<QuestionDesk, Expected> By(Func<IncomingTicket, string?[]> keys, params Func<IncomingTicket, bool>[] like) => desk =>
    {
        var found = desk.Like(like);
        return new([.. Groups(found, keys).Select(group => new Row(group.Key, [group.Tickets.Count]))], found) { Total = found.Count };
    };

    public static Func<QuestionDesk, Expected> FigureBy(
        Func<IncomingTicket, string?> key, Func<IncomingTicket, double?> of, Func<IReadOnlyList<double>, double?> made, params Func<IncomingTicket, bool>[] like) => desk =>
    {
        var found = desk.Like(like).Where(t => of(t) is not null).ToList();
        return new([.. Groups(found, t => [key(t)]).Select(group => new Row(group.Key, [made([.. group.Tickets.Select(t => of(t)!.Value)])]))], found);
    };

    /// <summary>Each tag of each ticket.</summary>
    public static Func<QuestionDesk, Expected> ByTag(params Func<IncomingTicket, bool>[] like) => desk =>
    {
        var found = desk.Like(like);
        var rows = found.SelectMany(t => t.Tags!).GroupBy(tag => tag).Select(group => new Row([group.Key], [group.Count()]));
        return new([.. rows], [.. found.Where(t => t.Tags!.Count > 0)]) { Total = null };
    };

    /// <summary>The largest (or smallest) groups; the rows and the tickets are theirs alone.</summary>
    public static Func<QuestionDesk, Expected> Top(int count, Func<QuestionDesk, Expected> by, Func<IncomingTicket, string?> key, bool least = false) => desk =>
    {
        var all = by(desk);
        all = all with { Rows = [.. all.Rows.Where(row => row.Labels[0] is not null)] };   // who ranks organizations does not mean «none»
        var sorted = (least ? all.Rows.OrderBy(row => row.Figures[0]) : all.Rows.OrderByDescending(row => row.Figures[0])).ThenBy(row => row.Labels[0], StringComparer.Ordinal).Take(count).ToList();
        return new(sorted, [.. all.Tickets.Where(t => sorted.Any(row => row.Labels[0] == key(t)))]) { Ordered = true, Total = all.Total is double.NaN ? double.NaN : sorted.Sum(row => row.Figures[0]) };
    };

    public static Func<QuestionDesk, Expected> Only(Func<double, bool> bound, Func<QuestionDesk, Expected> by, Func<IncomingTicket, string?> key) => desk =>
    {
        var all = by(desk);
        var rows = all.Rows.Where(row => row.Labels[0] is not null && row.Figures[0] is { } figure && bound(figure)).ToList();
        return new(rows, [.. all.Tickets.Where(t => rows.Any(row => row.Labels[0] == key(t)))]);
    };

    /// <summary>Every step of a period, empty ones with 0.</summary>
    public static Func<QuestionDesk, Expected> PerDay(string first, string last, Func<DateTime, string> step, Func<IncomingTicket, DateTime?> clock, params Func<IncomingTicket, bool>[] like) => desk =>
    {
        var found = desk.Like(like).Where(t => Between(Day(clock(t)), first, last)).ToList();
        var counts = found.GroupBy(t => step(Local(clock(t)!.Value))).ToDictionary(group => group.Key, group => group.Count());
        var days = new List<string>();
        for (var day = DateTime.Parse(first, CultureInfo.InvariantCulture); day <= DateTime.Parse(last, CultureInfo.InvariantCulture); day = day.AddDays(1)) days.Add(step(day));
        return new([.. days.Distinct().Select(label => new Row([label], [counts.GetValueOrDefault(label)]))], found) { Ordered = true, Total = found.Count };
    };

    /// <summary>A figure, the one before, and the change.</summary>
    public static Func<QuestionDesk, Expected> Compared(Func<IncomingTicket, bool> now, Func<IncomingTicket, bool> before, params Func<IncomingTicket, bool>[] like) => desk =>
    {
        var (found, earlier) = (desk.Like([.. like, now]), desk.Like([.. like, before]));
        return new([new([], [found.Count, earlier.Count, earlier.Count == 0 ? null : (found.Count - earlier.Count) / (double)earlier.Count])], found) { Total = found.Count };
    };

    public static string AsDay(DateTime local) => local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string AsWeek(DateTime local) => AsDay(local.Date.AddDays(-(((int)local.DayOfWeek + 6) % 7)));

    public static string AsMonth(DateTime local) => local.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    public static string AsQuarter(DateTime local) => $"{local.Year}-Q{(local.Month + 2) / 3}";

    public static double? Mean(IReadOnlyList<double> values) => values.Count == 0 ? null : values.Average();

    public static double? Sum(IReadOnlyList<double> values) => values.Sum();

    public static double? Median(IReadOnlyList<double> values) => Quantile(values, 0.5);

    public static double? P90(IReadOnlyList<double> values) => Quantile(values, 0.9);

    public static double? FirstReply(IncomingTicket t) => t.FirstReplyAt is { } reply ? Math.Floor((reply - t.CreatedAt!.Value).TotalMinutes) : null;

    public static double? ResolutionHours(IncomingTicket t) => IsDone(t) && t.SolvedAt is { } solved && t.CreatedAt is { } created ? Math.Floor((solved - created).TotalMinutes) / 60 : null;

    public static bool Between(string? day, string first, string last) => day is not null && string.CompareOrdinal(day, first) >= 0 && string.CompareOrdinal(day, last) <= 0;

    // Spreadsheets' PERCENTILE.INC, written anew.
    public static double? Quantile(IReadOnlyList<double> values, double share)
    {
        if (values.Count == 0) return null;
        var sorted = values.Order().ToList();
        var place = (sorted.Count - 1) * share;
        var (low, high) = (sorted[(int)Math.Floor(place)], sorted[(int)Math.Ceiling(place)]);
        return low + (high - low) * (place - Math.Floor(place));
    }

    private static IEnumerable<(IReadOnlyList<string?> Key, List<IncomingTicket> Tickets)> Groups(IEnumerable<IncomingTicket> tickets, Func<IncomingTicket, string?[]> keys) =>
        tickets.GroupBy(t => string.Join('\u001f', keys(t).Select(key => key ?? "\u0000"))).Select(group => ((IReadOnlyList<string?>)keys(group.First()), group.ToList()));

    private static List<IncomingTicket> Like(this QuestionDesk desk, Func<IncomingTicket, bool>[] like) => [.. desk.Live.Where(t => like.All(condition => condition(t)))];
}
