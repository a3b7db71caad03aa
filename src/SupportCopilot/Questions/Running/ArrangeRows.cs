using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Compiling;

namespace SupportCopilot.Questions.Running;

/// <summary>Puts figures into the rows of an answer.</summary>
internal static class ArrangeRows
{
    public static PlanRun Of(RawFigures raw, Func<GroupKey, IReadOnlyList<string?>> labels)
    {
        var rows = new List<IReadOnlyList<object?>>();
        var tickets = new List<long>();
        foreach (var (group, step) in Places(raw))
        {
            rows.Add(Row(raw, group, step, labels(group)));
            tickets.Add(step is { } at ? raw.Now[0].TicketsAt(group, raw.Now[0].Buckets!.All[at].Key) : raw.Now[0].TicketsOf(group));
        }

        return new PlanRun(raw.Plan, Columns(raw), rows, Total(raw, raw.Now[0], rows), raw.Tickets, raw.Sample)
        {
            TotalBefore = raw.Before.Count > 0 && raw.Chosen.IsAll ? TotalOf(raw, raw.Before[0]) : null,
            Groups = raw.Chosen.Within,
            TiedWithLast = raw.Chosen.TiedWithLast,
            TicketsPerMeasure = [.. raw.Now.Select(measure => measure.Total.Tickets)],
            TicketsPerRow = tickets,
            Undated = raw.Undated,
            Only = raw.Only,
        };
    }

    private static IEnumerable<(GroupKey Group, int? Step)> Places(RawFigures raw) => raw.Now[0].Buckets is null
        ? raw.Chosen.Groups.Select(group => (group, (int?)null))
        : raw.Chosen.Steps.SelectMany(step => raw.Chosen.Groups.Select(group => (group, (int?)step)));

    private static List<AnswerColumn> Columns(RawFigures raw)
    {
        var columns = new List<AnswerColumn>();
        if (raw.Plan.Grain is { } grain) columns.Add(new AnswerColumn(grain, "dimension"));
        columns.AddRange(raw.Plan.GroupBy.Select(name => new AnswerColumn(name, "dimension")));
        foreach (var measure in raw.Now)
        {
            columns.Add(new AnswerColumn(measure.Known.Name, "measure", measure.Known.Unit));
            if (raw.Before.Count == 0) continue;
            columns.Add(new AnswerColumn(measure.Known.Name, "before", measure.Known.Unit));
            columns.Add(new AnswerColumn(measure.Known.Name, "change", "share"));
        }

        return columns;
    }

    private static List<object?> Row(RawFigures raw, GroupKey group, int? step, IReadOnlyList<string?> labels)
    {
        var row = new List<object?>();
        if (step is { } at) row.Add(raw.Now[0].Buckets!.All[at].Label);
        row.AddRange(labels);
        for (var i = 0; i < raw.Now.Count; i++)
        {
            var now = Value(raw.Now[i], group, step);
            row.Add(raw.Now[i].Known.Unit == "instant" ? Rounding.Moment(now, raw.Plan.TimeZone) : Rounding.Cell(now, raw.Now[i].Known));
            if (raw.Before.Count == 0) continue;
            var before = Value(raw.Before[i], group, step);
            row.Add(Rounding.Cell(before, raw.Now[i].Known));
            row.Add(Rounding.Change(now, before));
        }

        return row;
    }

    // Steps of two periods meet by their place: the first Monday with the first Monday.
    private static double? Value(MeasureFigures measure, GroupKey group, int? step) => step is not { } at
        ? measure.OfGroup(group)
        : at < measure.Buckets!.All.Count ? measure.At(group, measure.Buckets.All[at].Key) : null;

    private static double? Total(RawFigures raw, MeasureFigures first, List<IReadOnlyList<object?>> rows)
    {
        if (TotalOf(raw, first) is not { } total) return null;
        if (raw.Chosen.IsAll) return total;
        var column = raw.Plan.GroupBy.Count + (raw.Plan.Grain is null ? 0 : 1);
        return Math.Round(rows.Sum(row => row[column] is { } cell ? Convert.ToDouble(cell, System.Globalization.CultureInfo.InvariantCulture) : 0), 6);
    }

    /// <summary>What all groups and steps add up to; null where that means nothing: averages, tickets under several tags, what is open at several instants.</summary>
    private static double? TotalOf(RawFigures raw, MeasureFigures measure)
    {
        var isPart = measure.IsPartOfWhole;
        if (!measure.Known.AddsUp && !isPart) return null;
        if (raw.Plan.GroupBy.Any(name => Catalog.Dimension(name).IsMany)) return null;
        if (measure.Buckets is not null && (measure.Measure.Clock == Clocks.Open || raw.Plan.Running || isPart && raw.Plan.GroupBy.Count > 0)) return null;
        return isPart ? (measure.Total.Value > 0 ? 1 : null) : measure.Total.Value ?? 0;
    }
}
