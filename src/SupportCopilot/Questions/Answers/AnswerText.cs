using System.Globalization;
using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Compiling;
using SupportCopilot.Questions.Planning;
using SupportCopilot.Questions.Running;

namespace SupportCopilot.Questions.Answers;

/// <summary>The answer in words: figure, period and filter, then what stands out, then what to mind.</summary>
internal sealed class AnswerText(Reading reading, PlanRun run, DateTime now)
{
    private const int NamedGroups = 3;
    private const int SmallSample = 5;   // below it an average says little

    private readonly Plan _plan = reading.Plan;
    private readonly Measure _first = Catalog.Measure(reading.Plan.Measures[0].Name);
    private readonly IReadOnlySet<string> _cut = StepsInPart.Of(reading.Plan, run, now);

    public string Make()
    {
        var isBounded = _plan is { Having: not null, Limit: null } && run.Rows.Count > 0;
        var parts = new List<string> { isBounded ? GroupsWithin.Of(reading, _first, run.Groups) : Main() };
        if (run.Rows.Count > 1 || _plan.GroupBy.Count > 0 || _plan.Grain is not null) parts.Add(Standing());
        if (isBounded) parts.Add(GroupsWithin.Together(_first, run));
        if (reading.WantsMean && run.Rows.Count > 0) parts.Insert(0, Mean());   // what was asked comes first
        if (reading.CountsGroups && !isBounded) parts.Insert(0, $"There {(run.Rows.Count == 1 ? "is" : "are")} {FigureWords.Number(Math.Max(run.Groups, run.Rows.Count))} such {(run.Rows.Count == 1 ? GroupTitle : PlanWords.Plural(GroupTitle))}.");
        parts.AddRange(ToMind());
        return string.Join(' ', parts.Where(part => part.Length > 0));
    }

    /// <summary>Whether the period compared with is about as long as this one has been.</summary>
    private bool IsCutAlike => _plan is { From: { } from, To: { } to, Before: { From: { } first } before } && Math.Abs((to - from - (before.To - first)).TotalDays) <= 4;   // months differ by three days

    private string GroupTitle => _plan.GroupBy.Count > 0 ? Catalog.Dimension(_plan.GroupBy[0]).Title : _plan.Grain ?? "group";

    private string Main()
    {
        if (_plan.GroupBy.Count > 0 || _plan.Grain is not null) return Whole();
        var row = run.Rows[0];
        var sentences = new List<string>();
        for (var i = 0; i < _plan.Measures.Count; i++)
        {
            var (measure, at) = (_plan.Measures[i], i * Width);
            var known = Catalog.Measure(measure.Name);
            var sentence = Sentence(measure, known, row[at], i == 0 ? run.Tickets : run.TicketsPerMeasure[i]);
            sentences.Add(_plan.Before is { } before ? $"{sentence[..^1]}{Compared(row, at, known, before)}." : sentence);
        }

        return string.Join(' ', sentences);
    }

    private string Sentence(PlanMeasure measure, Measure known, object? cell, long tickets)
    {
        var (when, like) = (When(measure.Clock), Like());
        if (known.Over is Aggregate.Count)
        {
            var count = Convert.ToInt64(cell, CultureInfo.InvariantCulture);
            var verb = AboutWhat.Verb(_plan, measure, count == 1);
            var noun = known.Name is "oneTouch" or "escalations" ? known.Title : "tickets";
            var number = count == 0 ? $"No {noun}" : FigureWords.Count(count, noun);
            return $"{number}{like} {verb} {when}.";
        }

        var of = FigureWords.Count(tickets, "tickets");
        if (cell is null) return $"There is no {known.Title} for tickets{like} {measure.Clock} {when}: no such ticket has one.";
        if (known.Name == "share" && measure.Part.Count > 0) return $"{FigureWords.Of(cell, known.Unit)} of {of}{like} {measure.Clock} {when}: {string.Join(" and ", measure.Part.Select(Interpretation.Filter))}.";
        if (known.Over is Aggregate.Distinct) return $"{FigureWords.Of(cell, known.Unit)} {known.Title} stood on tickets{like} {measure.Clock} {when}.";
        return $"The {known.Title} of {of}{like} {measure.Clock} {when} {(known.Name == "replies" ? "come to" : "was")} {FigureWords.Of(cell, known.Unit)}.";
    }

    /// <summary>The same over all groups: a count, or the number of tickets that the figures are made of.</summary>
    private string Whole()
    {
        var measure = _plan.Measures[0];
        var by = Split();
        if (_plan.GroupBy is ["ticket"]) return Tickets(measure);
        if (IsWithoutAny) return $"There is no {_first.Title} for tickets{Like()} {measure.Clock} {When(measure.Clock)}: no such ticket has one.";
        if (_first.Over is Aggregate.Count && run.Total is { } total && _plan.Limit is null && _plan.Having is null && run.Groups <= RunningLimits.MostGroups)
        {
            var sentence = Sentence(measure, _first, (long)total, run.Tickets)[..^1];
            if (_plan.Before is { } before && !reading.ComparesWholeSteps && run.TotalBefore is { } was) sentence += $"{ComparedTotal(total, was, before)}";
            return $"{sentence}, {by}.";
        }

        if (_plan is { Running: true, GroupBy.Count: 0 } && run.Rows.Count > 0) return $"{Sentence(measure, _first, run.Rows[^1][1], run.Tickets)[..^1]}, added up per {_plan.Grain}.";

        var titles = string.Join(" and ", _plan.Measures.Select(each => Catalog.Measure(each.Name).Title));
        var title = measure.Part.Count > 0 ? Interpretation.ShareWith(measure.Part) : titles;
        // Of a list that is cut the tickets of its rows are not all that there are.
        var all = IsCutAtMost && run.TicketsPerMeasure.Count > 0 && run.TicketsPerMeasure[0] > run.Tickets ? $" of {FigureWords.Number(run.TicketsPerMeasure[0])}" : "";
        var (head, tickets) = ($"{char.ToUpperInvariant(title[0])}{title[1..]} {by}", all.Length > 0 ? $"{FigureWords.Number(run.Tickets)}{all} tickets{Like()}" : $"{FigureWords.Count(run.Tickets, "tickets")}{Like()}");
        if (measure.Clock != Clocks.Open) return $"{head}, {tickets} {measure.Clock} {When(measure.Clock)}.";
        // A backlog of steps has a figure for each; the tickets that can be listed are those of the last moment.
        return _plan.Grain is null ? $"{head}, {tickets} open {When(measure.Clock)}." : $"{head}, {When(measure.Clock)}; at the end {tickets} {(run.Tickets == 1 ? "was" : "were")} open.";
    }

    /// <summary>Single tickets, and what they are ranked by.</summary>
    private string Tickets(PlanMeasure measure)
    {
        var (what, most, least) = _first.Unit switch
        {
            "instant" => (_first.Title, "newest", "oldest"),
            "replies" or "comments" => (_first.Unit, "most", "fewest"),
            _ when measure.Clock == Clocks.Open => ("age", "oldest", "newest"),
            _ => (_first.Title.Split(' ', 2)[1], "longest", "shortest"),
        };
        var number = run.Rows.Count == 0 ? "No tickets" : FigureWords.Count(run.Rows.Count, "tickets");
        return $"{number}{Like()} {AboutWhat.Verb(_plan, measure, run.Rows.Count == 1)} {When(measure.Clock)}, by {what}, {(_plan.Order?.Descending is false ? least : most)} first{(_plan.Skip is { } skip ? $", without the first {FigureWords.Number(skip)}" : "")}:";
    }

    private string Split()
    {
        var names = _plan.GroupBy.Select(name => Catalog.Dimension(name).Title).ToList();
        var by = names.Count > 0 ? "by " + string.Join(" and ", names) : "";
        if (PlanSteps.InWords(_plan) is { } grain) by = $"per {grain}{(by.Length > 0 ? " " + by : "")}";
        if (_plan.Order is { By: "difference" } grown) by = $"{by}, by {(grown.Descending ? "growth" : "decline")} in number, not in percent";
        if (_plan.Limit is { } limit) by = $"{by}, the {PlanWords.Rank(_plan, limit)}";
        if (_plan.Having is { } having) by = $"{by}, where {PlanWords.Bound(having.Op)} {FigureWords.Of(having.Value, _first.Unit)}";
        return by;
    }

    /// <summary>The groups or steps that stand out.</summary>
    private string Standing()
    {
        if (run.Rows.Count == 0) return _plan.GroupBy is ["ticket"] || IsWithoutAny ? "" : "No group is like that.";
        if (_plan.Running) return "";   // it only grows
        var column = (_plan.Grain is null ? 0 : 1) + _plan.GroupBy.Count;
        string Name(IReadOnlyList<object?> row) => string.Join(", ", row.Take(column).Select((cell, i) => cell?.ToString() ?? None(i)));
        string One(IReadOnlyList<object?> row, int at, string unit) => FigureWords.Of(row[at], unit) + (_plan.Before is null ? "" : _plan.Grain is null ? $" (before {FigureWords.Of(row[at + 1], unit)})" : $", before {FigureWords.Of(row[at + 1], unit)}");
        string Figure(IReadOnlyList<object?> row) => _plan.Measures.Count == 1 ? One(row, column, _first.Unit)
            : string.Join(", ", _plan.Measures.Select((measure, i) => $"{Catalog.Measure(measure.Name).Title} {One(row, column + i * Width, Catalog.Measure(measure.Name).Unit)}"));

        if (_plan.Grain is not null && _plan.Limit is null && _plan.Having is null)
        {
            var known = run.Rows.Where(row => row[column] is not null && !_cut.Contains((string)row[0]!)).ToList();   // a step cut short is neither high nor low
            if (known.Count < 2) return "";
            var (high, low) = (known.MaxBy(row => Value(row[column]))!, known.MinBy(row => Value(row[column]))!);
            return Value(high[column]) == Value(low[column]) ? "" : $"Highest: {Name(high)} ({Figure(high)}); lowest: {Name(low)} ({Figure(low)}).";
        }

        var shown = run.Rows.Take(_plan.Limit is { } limit && limit <= 5 ? limit : NamedGroups).ToList();
        var rest = run.Rows.Count - shown.Count;
        return string.Join(_plan.Measures.Count == 1 ? ", " : "; ", shown.Select(row => $"{Name(row)}: {Figure(row)}")) + (rest > 0 ? $", and {FigureWords.Number(rest)} more." : ".");
    }

    private string None(int column)
    {
        var at = column - (_plan.Grain is null ? 0 : 1);
        return at >= 0 && at < _plan.GroupBy.Count ? $"no {Catalog.Dimension(_plan.GroupBy[at]).Title}" : "none";
    }

    private string Mean()
    {
        var column = (_plan.Grain is null ? 0 : 1) + _plan.GroupBy.Count;
        if (column == 0) return "";
        // Per agent and week: each agent counts in each week, with tickets in it or without.
        var isGrid = _plan.Grain is not null && _plan.GroupBy.Count > 0;
        var cells = isGrid ? run.Rows.Select(row => row[0]).Distinct().Count() * run.Rows.Select(row => row[1]).Distinct().Count() : run.Rows.Count;
        var mean = run.Rows.Sum(row => Value(row[column])) / cells;
        var each = isGrid ? $"{Catalog.Dimension(_plan.GroupBy[0]).Title} and {_plan.Grain}" : _plan.Grain ?? Catalog.Dimension(_plan.GroupBy[0]).Title;
        return $"On average {(_first.Over is Aggregate.Count ? FigureWords.Number(Math.Round(mean, 2)) + " tickets" : FigureWords.Of(mean, _first.Unit))} per {each}.";
    }

    private IEnumerable<string> ToMind()
    {
        if (reading.IsPartial) yield return $"{(reading.Period is { Length: > 0 } period ? char.ToUpperInvariant(period[0]) + period[1..] : "The period")} is not over yet{(_plan.Before is null || reading.ComparesWholeSteps ? "" : IsCutAlike ? "; both are counted up to the same point" : "; what it is compared with is")}.";
        if (_plan.Before is { } before && before.To > now && !reading.IsPartial) yield return $"{DayWords.Of(before.Days)} is not over yet.";
        if (StepsInPart.Said(_plan, run, _cut) is { } cut) yield return reading.ComparesWholeSteps ? $"{cut[..^1]}, and still stands against a whole one." : cut;
        if (run.TiedWithLast > 0) yield return $"{FigureWords.Number(run.TiedWithLast)} more {(run.TiedWithLast == 1 ? "is" : "are")} tied with the last one shown.";
        if (_plan.GroupBy.Any(name => Catalog.Dimension(name).IsMany)) yield return "A ticket with several tags counts under each.";
        if (IsCutAtMost) yield return $"Only the {RunningLimits.MostGroups} largest of {FigureWords.Number(run.Groups)} groups are shown.";
        if (!_first.AddsUp && _first.Over is not Aggregate.Distinct && _plan.GroupBy is not ["ticket"] && run.TicketsPerRow.Any(count => count is > 0 and < SmallSample)) yield return $"Some figures are made of fewer than {SmallSample} tickets.";
        if (run.Undated > 0) yield return $"{FigureWords.Count(run.Undated, "tickets")} solved without a known date {(run.Undated == 1 ? "is" : "are")} left out.";
        foreach (var how in _plan.Measures.Select(measure => Catalog.Measure(measure.Name).How).OfType<string>().Distinct()) yield return how;
        if (reading.CountsHolidays) yield return "Public holidays count as working days here.";
    }

    /// <summary>Whether there are more groups than are ever shown.</summary>
    private bool IsCutAtMost => _plan.Limit is null && _plan.GroupBy.Count > 0 && run.Rows.Count > 0 && run.Groups > RunningLimits.MostGroups;

    /// <summary>Whether nothing is recorded that could be averaged.</summary>
    private bool IsWithoutAny => run.Rows.Count == 0 && _plan.Having is null && _plan.Measures.Count == 1 && !_first.AddsUp && _first.Over is not (Aggregate.Count or Aggregate.Distinct) && _plan.Measures[0] is { Part.Count: 0, Clock: not Clocks.Open };

    /// <summary>How many columns a measure has.</summary>
    private int Width => _plan.Before is null ? 1 : 3;

    private string When(string clock) => AboutWhat.When(reading, clock);

    private string Like() => AboutWhat.Like(_plan);

    private string Compared(IReadOnlyList<object?> row, int at, Measure known, PlanPeriod before) => row[at + 2] is double change
        ? $", {FigureWords.Change(change, known.Unit)} than {DayWords.Of(before.Days)} ({FigureWords.Of(row[at + 1], known.Unit)})".Replace("the same than", "the same as", StringComparison.Ordinal)
        : $", against {FigureWords.Of(row[at + 1], known.Unit)} {DayWords.Of(before.Days)}";

    private static string ComparedTotal(double total, double was, PlanPeriod before) => was > 0
        ? $", {FigureWords.Change((total - was) / was, null)} than {DayWords.Of(before.Days)} ({FigureWords.Number(was)})".Replace("the same than", "the same as", StringComparison.Ordinal)
        : $", against none {DayWords.Of(before.Days)}";

    private static double Value(object? cell) => cell is null or string ? 0 : Convert.ToDouble(cell, CultureInfo.InvariantCulture);
}
