using System.Globalization;
using SupportCopilot.Questions.Planning;
using SupportCopilot.Questions.Running;
using SupportCopilot.Reports.Weeks;

namespace SupportCopilot.Reports.Composing;

/// <summary>The figures of a week beside those of the week before. They come through the same plans as answers to questions do.</summary>
internal sealed class DigestFigures(RunPlan run)
{
    // A median or a share of fewer tickets changes with each of them.
    private const int FewTickets = 10;

    private static readonly (string Name, PlanMeasure Measure, string Unit, Func<ReportedWeek, string> Question)[] Kinds =
    [
        ("New tickets", new("tickets", "created"), "tickets", week => $"tickets created {Span(week)}"),
        ("Open at the week's end", new("open", "open"), "tickets", week => $"open tickets at the end of {ReportedWeek.Text(week.Sunday)}"),
        ("Median first reply", new("medianFirstReplyMinutes", "created"), "minutes", week => $"median first reply time of tickets created {Span(week)}"),
        ("Median resolution", new("medianResolutionHours", "solved"), "hours", week => $"median resolution time of tickets solved {Span(week)}"),
        ("SLA met", new("slaMet", "created"), "share", week => $"SLA met for tickets created {Span(week)}"),
        ("CSAT", new("csat", "solved"), "share", week => $"CSAT of tickets solved {Span(week)}"),
    ];

    /// <summary>The words of questions for the days of a week.</summary>
    public static string Span(ReportedWeek week) => $"from {ReportedWeek.Text(week.Monday)} to {ReportedWeek.Text(week.Sunday)}";

    /// <summary>The plan of some measure over a week.</summary>
    public static Plan PlanOf(PlanMeasure measure, ReportedWeek week) =>
        new([measure]) { From = week.From, To = week.To, Days = week.Days, TimeZone = week.Zone.Id };

    public async Task<IReadOnlyList<DigestFigure>> OfAsync(ReportedWeek week, CancellationToken ct)
    {
        var figures = new List<DigestFigure>();
        foreach (var (name, measure, unit, question) in Kinds)
        {
            var (now, before) = (await run.RunAsync(PlanOf(measure, week), ct), await run.RunAsync(PlanOf(measure, week.Before), ct));
            figures.Add(new(name, ValueOf(now), ValueOf(before), unit, question(week)) { Tickets = now.Tickets, Note = unit == "tickets" ? null : NoteOn(now.Tickets) });
        }

        return figures;
    }

    private static double? ValueOf(PlanRun run) => run.Rows is [[{ } value, ..], ..] ? Convert.ToDouble(value, CultureInfo.InvariantCulture) : null;

    private static string? NoteOn(int tickets) => tickets switch
    {
        0 or >= FewTickets => null,
        1 => "from one ticket only",
        _ => $"from {tickets} tickets only",
    };
}
