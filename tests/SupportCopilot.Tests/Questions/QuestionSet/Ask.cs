using System.Globalization;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Questions.QuestionSet;

/// <summary>
/// How the answer to a question is worked out here, in LINQ over the tickets that came in: which figures, of which days, of
/// which tickets, split by what. Nothing of the product's catalogue, plans or statements has a part in it.
/// </summary>
internal sealed record Ask(params Figure[] Figures)
{
    private (string First, string Last)? Days { get; init; }

    private (string First, string Last)? Before { get; init; }

    private IReadOnlyList<Func<IncomingTicket, bool>> Like { get; init; } = [];

    private IReadOnlyList<Func<IncomingTicket, IEnumerable<string?>>> Splits { get; init; } = [];

    private Func<DateTime, string>? Step { get; init; }

    private Func<double, bool>? Bound { get; init; }

    private (int Count, int Sign)? Rank { get; init; }

    /// <summary>How many of the first ones are left out before the ranked ones.</summary>
    private int Passed { get; init; }

    /// <summary>Whether the rank holds within each value of the first split.</summary>
    private bool IsWithin { get; init; }

    private bool IsPart { get; init; }

    private bool IsRunning { get; init; }

    private bool IsMean { get; init; }

    /// <summary>Local days, first and last included.</summary>
    public Ask In(string first, string? last = null) => this with { Days = (first, last ?? first) };

    /// <summary>With the figure of other days and the change since.</summary>
    public Ask Versus(string first, string? last = null) => this with { Before = (first, last ?? first) };

    public Ask Where(params Func<IncomingTicket, bool>[] like) => this with { Like = [.. Like, .. like] };

    public Ask By(Func<IncomingTicket, string?> key) => this with { Splits = [.. Splits, t => [key(t)]] };

    public Ask ByEach(Func<IncomingTicket, IEnumerable<string>> keys) => this with { Splits = [.. Splits, keys] };

    /// <summary>Every step of the days, empty ones too.</summary>
    public Ask Per(Func<DateTime, string> step) => this with { Step = step };

    /// <summary>The largest groups; «none» is no group to be ranked.</summary>
    public Ask Top(int count) => this with { Rank = (count, -1) };

    public Ask Least(int count) => this with { Rank = (count, 1) };

    /// <summary>The second, the third, … largest one.</summary>
    public Ask Nth(int place) => this with { Rank = (1, -1), Passed = place - 1 };

    /// <summary>The largest ones for each value of what was split by first.</summary>
    public Ask TopOfEach(int count) => this with { Rank = (count, -1), IsWithin = true };

    public Ask Having(Func<double, bool> bound) => this with { Bound = bound };

    /// <summary>Each group's part of all of them.</summary>
    public Ask AsPart() => this with { IsPart = true };

    /// <summary>Each step with those before it.</summary>
    public Ask Running() => this with { IsRunning = true };

    /// <summary>The mean over the steps or groups, which the text states.</summary>
    public Ask OnAverage() => this with { IsMean = true };

    public Func<SetDesk, Expected> Expected => desk => new("answer") { AnyOf = [Answer(desk)] };

    /// <summary>Either of several readings, which the interpretation tells apart.</summary>
    public static Func<SetDesk, Expected> Either(params Ask[] asks) => desk => new("answer") { AnyOf = [.. asks.Select(ask => ask.Answer(desk))] };

    /// <summary>Either of two readings, neither of which is much likelier: to be asked which one is right as well.</summary>
    public static Func<SetDesk, Expected> EitherOrAsked(params Ask[] asks) => desk => Either(asks)(desk) with { MayBeAsked = true };

    private Outcome Answer(SetDesk desk)
    {
        var now = Figures.Select(figure => Found(desk, figure, Days)).ToList();
        var before = Before is null ? [] : Figures.Select(figure => Found(desk, figure, Before)).ToList();
        var (rows, tickets) = (Rows(now, before), now[0].Where(HasGroups).ToList());
        if (IsPart) rows = [.. rows.Select(row => row with { Figures = [row.Figures[0] / rows.Where(other => Step is null || Splits.Count == 0 || other.Labels[0] == row.Labels[0]).Sum(other => other.Figures[0])] })];
        if (IsRunning) rows = [.. rows.Select((row, i) => row with { Figures = [rows.Take(i + 1).Sum(other => other.Figures[0])] })];
        if (IsMean) return new(rows, tickets) { IsOrdered = Step is not null, Says = rows.Average(row => row.Figures[0]) };
        if (IsWithin) return Within(rows, tickets);
        if (Bound is not null || Rank is not null) (rows, tickets) = Chosen(rows, tickets);
        return new(rows, tickets) { IsOrdered = Step is not null && Bound is null && Rank is null, IsRanked = Rank is not null };
    }

    private List<IncomingTicket> Found(SetDesk desk, Figure figure, (string First, string Last)? days) =>
        [.. desk.Live.Where(t => figure.Takes(t) && Like.All(like => like(t)) && (days is not { } span || Demands.Within(figure.Clock, span.First, span.Last)(t)))];

    private List<Row> Rows(List<List<IncomingTicket>> now, List<List<IncomingTicket>> before)
    {
        var keys = now.SelectMany((tickets, i) => tickets.SelectMany(t => Labels(t, Figures[i]))).Concat(before.SelectMany((tickets, i) => Step is null ? tickets.SelectMany(t => Labels(t, Figures[i])) : []));
        var labels = (Splits.Count == 0 && Step is null ? [""] : Step is not null && Splits.Count == 0 ? Steps(now) : keys).Distinct().ToList();
        return [.. labels.Select(label => new Row(label.Length == 0 ? [] : [.. label.Split('\u001f').Select(part => part == "\u0000" ? null : part)],
            [.. Figures.SelectMany((figure, i) => Cells(figure, now[i], before.Count == 0 ? null : before[i], label))]))];
    }

    private IEnumerable<double?> Cells(Figure figure, List<IncomingTicket> now, List<IncomingTicket>? before, string label)
    {
        var value = figure.Made([.. now.Where(t => Labels(t, figure).Contains(label))]);
        yield return value;
        if (before is null) yield break;
        var earlier = figure.Made([.. before.Where(t => Labels(t, figure).Contains(label))]);
        yield return earlier;
        yield return earlier is null or 0 ? null : (value - earlier) / earlier;
    }

    private IEnumerable<string> Labels(IncomingTicket t, Figure figure)
    {
        IEnumerable<string> labels = [Step is null ? "" : figure.Clock(t) is { } at ? Step(Demands.Local(at)) : ""];
        if (Step is not null && labels.First().Length == 0) return [];
        foreach (var split in Splits) labels = [.. labels.SelectMany(label => split(t).Select(part => label.Length == 0 ? part ?? "\u0000" : $"{label}\u001f{part ?? "\u0000"}"))];
        return labels;
    }

    private bool HasGroups(IncomingTicket t) => Labels(t, Figures[0]).Any();

    /// <summary>Every step of the days, or from the first ticket to the last where no days are given.</summary>
    private IEnumerable<string> Steps(List<List<IncomingTicket>> now)
    {
        var days = now.SelectMany((tickets, i) => tickets.Select(t => Demands.Day(Figures[i].Clock(t)))).OfType<string>().Order(StringComparer.Ordinal).ToList();
        var (first, last) = Days ?? (days[0], days[^1]);
        for (var day = DateTime.Parse(first, CultureInfo.InvariantCulture); string.CompareOrdinal(Demands.AsDay(day), last) <= 0; day = day.AddHours(1)) yield return Step!(day);
    }

    /// <summary>The largest of each; of those that share the last place any will do.</summary>
    private Outcome Within(List<Row> rows, List<IncomingTicket> tickets)
    {
        var groups = rows.Where(row => row.Labels.All(label => label is not null) && row.Figures[0] is not null).GroupBy(row => row.Labels[0]!).ToDictionary(same => same.Key, same => same.OrderByDescending(row => row.Figures[0]).ToList());
        return Of([.. groups.Values.SelectMany(same => same.Take(Rank!.Value.Count))]) with { Choosing = got => IsChoice(got) ? Of(got) : null };

        Outcome Of(IReadOnlyList<Row> chosen)
        {
            var shown = chosen.Select(row => string.Join('\u001f', row.Labels)).ToHashSet();
            return new(chosen, [.. tickets.Where(t => Labels(t, Figures[0]).Any(shown.Contains))]);
        }

        bool IsChoice(IReadOnlyList<Row> got) => got.All(row => row.Labels.Count == 2 && groups.TryGetValue(row.Labels[0] ?? "", out var same) && same.Exists(one => one.Key == row.Key))
            && groups.All(one => one.Value.Take(Rank!.Value.Count).Select(row => row.Figures[0]).Zip(got.Where(row => row.Labels[0] == one.Key).Select(row => row.Figures[0])).All(pair => Math.Abs(pair.First!.Value - (pair.Second ?? -1)) < 0.0001)
                && got.Count(row => row.Labels[0] == one.Key) == Math.Min(Rank!.Value.Count, one.Value.Count));
    }

    /// <summary>Who ranks wants no toss-up: a question with a tie at the cut would have two right answers.</summary>
    private static List<Row> Cut(List<Row> rows, int count)
    {
        if (rows.Count > count && rows[count - 1].Figures[0] == rows[count].Figures[0]) throw new InvalidOperationException($"A tie at place {count}: {rows[count].Key}");
        return [.. rows.Take(count)];
    }

    private (List<Row> Rows, List<IncomingTicket> Tickets) Chosen(List<Row> rows, List<IncomingTicket> tickets)
    {
        rows = [.. rows.Where(row => row.Labels[0] is not null && row.Figures[0] is { } figure && (Bound is null || Bound(figure)))];
        if (Rank is { } rank)
        {
            rows = [.. rows.OrderBy(row => rank.Sign * row.Figures[0])];
            rows = Cut([.. rows.Skip(Passed)], rank.Count);
        }

        var shown = rows.Select(row => string.Join('\u001f', row.Labels)).ToHashSet();
        return (rows, [.. tickets.Where(t => Labels(t, Figures[0]).Any(shown.Contains))]);
    }
}
