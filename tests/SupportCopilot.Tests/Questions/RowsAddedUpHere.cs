using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Compiling;
using SupportCopilot.Questions.Planning;
using SupportCopilot.Questions.Running;
using SupportCopilot.Questions.Running.Splitting;
using SupportCopilot.Questions.Running.Tallying;

namespace SupportCopilot.Tests.Questions;

/// <summary>On SQLite rows are added up by the program; the statements that group by themselves, which SQL Server runs, give the same.</summary>
public sealed class RowsAddedUpHere(QuestionDesk desk) : IClassFixture<QuestionDesk>
{
    private static readonly DateTime From = new(2025, 10, 1, 0, 0, 0, DateTimeKind.Utc), To = QuestionDesk.AsOf;

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Give_what_grouping_statements_give(int threads)
    {
        var different = new List<string>();
        var plans = Plans().ToList();
        foreach (var plan in plans)
        {
            var (here, there) = (await RunAsync(plan, threads, grouping: false), await RunAsync(plan, threads, grouping: true));
            if (Text(here) != Text(there)) different.Add($"{plan.Measures[0].Name} by {string.Join(", ", plan.GroupBy)} {plan.Grain} {plan.Compare} {plan.Limit} {plan.From}\n{Text(here)}\n{Text(there)}");
        }

        Assert.True(plans.Count > 350);
        Assert.True(different.Count == 0, $"{different.Count} of {plans.Count}:\n{string.Join('\n', different.Take(5))}");
    }

    [Theory]
    [InlineData(50)]
    [InlineData(90)]
    [InlineData(1)]
    [InlineData(99)]
    public void Percentiles_are_those_of_the_sorted_values(int percent)
    {
        var random = new Random(percent);
        for (var i = 0; i < 400; i++)
        {
            double[] values = [.. Enumerable.Range(0, random.Next(1, 400)).Select(_ => (double)random.Next(i % 3 == 0 ? 5 : 100_000))];
            double[] sorted = [.. values.Order()];
            var rank = (sorted.Length - 1) * percent / 100.0;
            var expected = sorted[(int)rank] + (rank - (int)rank) * (sorted[Math.Min((int)rank + 1, sorted.Length - 1)] - sorted[(int)rank]);
            Assert.Equal(expected, Percentiles.Of(values, percent), 6);
        }
    }

    [Fact]
    public void Parts_of_the_rows_make_up_the_whole()
    {
        var random = new Random(4);
        var median = Catalog.Measure("medianFirstReplyMinutes");
        var shape = new RowShape(2, true, true);
        var (whole, parts) = (new RowTally(median, shape), new[] { new RowTally(median, shape), new RowTally(median, shape) });
        foreach (var i in Enumerable.Range(0, 5000))
        {
            var (text, number, step, value) = ($"group {random.Next(7)}", random.Next(5), random.Next(3), random.Next(1000));
            foreach (var tally in (RowTally[])[whole, parts[i % 2]])
                tally.Add(tally.CodeOf(System.Text.Encoding.UTF8.GetBytes(text)), number == 0 ? 0 : tally.CodeOf(number), step, value, i, i);
        }
        parts[0].TakeOver(parts[1]);

        Assert.Equal(Text(whole.Figures(999)), Text(parts[0].Figures(999)));
        Assert.Equal(whole.Total(), parts[0].Total() with { Group = whole.Total().Group });

        static string Text(List<Figure> figures) => string.Join('\n', figures.Select(f => $"{f.Group.Values[0]}/{f.Group.Values[1]}/{f.Step}: {f.Value} of {f.Tickets}").Order());
    }

    private static IEnumerable<Plan> Plans()
    {
        string[][] groups = [[], ["category"], ["agent"], ["channel", "priority"], ["tag"], ["weekday"], ["hourOfDay"], ["requester"], ["tag", "group"], ["organization"], ["sla"], ["product"]];
        var n = 0;
        foreach (var measure in Catalog.Measures)
            foreach (var by in groups)
                foreach (var (from, grain) in ((DateTime?, string?)[])[(From, null), (null, null), (From, "month"), (From.AddDays(150), "day"), (null, "quarter")])
                {
                    var plan = new Plan([new(measure.Name, measure.Clock)])
                    {
                        From = measure.Clock == "open" && grain is null ? null : from,
                        To = To,
                        GroupBy = by,
                        Grain = grain,
                        TimeZone = QuestionDesk.Zone,
                        Filters = by is ["agent"] ? [new("priority", "is", ["high", "urgent"])] : by is ["product"] ? [new("tag", "isNot", ["vip"])] : [],
                    };
                    if (measure.Name == "share" && by.Length == 0) plan = plan with { Measures = [new("share", "created") { Part = [new("priority", "is", ["urgent"])] }] };
                    if (by is ["category"] && from is not null) plan = plan with { Compare = "previousPeriod", Before = new(From.AddDays(-180), From, "before") };
                    if (by is ["organization"]) plan = plan with { Limit = 2 };
                    if (by is ["requester"]) plan = plan with { Having = new("moreThan", 3) };
                    if (CheckPlan.ProblemOf(plan) is null && (measure.Clock == "open" || ++n % 3 == 0)) yield return plan;
                }
    }

    private Task<PlanRun> RunAsync(Plan plan, int threads, bool grouping) => desk.InsideAsync(services =>
    {
        var dialect = services.GetRequiredService<ISqlDialect>();
        return ActivatorUtilities.CreateInstance<RunPlan>(services, grouping ? new Grouping(dialect) : dialect, new ScanParts(threads, 0), KeptAnswers.None).RunAsync(plan, CancellationToken.None);
    });

    private static string Text(PlanRun run) => string.Join('\n', run.Rows.Select(row => string.Join(" | ", row.Select(cell => cell is double number ? number.ToString("0.######") : cell?.ToString() ?? "none"))).Order()
        .Append($"total {run.Total:0.######}, before {run.TotalBefore:0.######}, {run.Tickets} tickets, {string.Join(',', run.Sample)}, {run.Groups} groups, {run.TiedWithLast} tied, {string.Join(',', run.TicketsPerRow.Order())}"));

    /// <summary>SQLite that groups by itself.</summary>
    private sealed class Grouping(ISqlDialect inner) : ISqlDialect
    {
        public IRowScan? Rows => null;

        public string First(int rows) => inner.First(rows);

        public string Last(int rows) => inner.Last(rows);

        public string Number(string column) => inner.Number(column);

        public string Containing(string text) => inner.Containing(text);

        public Task<DbTransaction> BeginReadAsync(DbConnection connection, CancellationToken ct) => inner.BeginReadAsync(connection, ct);

        public IDisposable StopOn(DbConnection connection, CancellationToken ct) => inner.StopOn(connection, ct);
    }
}
