using System.Collections.Concurrent;
using System.Globalization;
using SupportCopilot.Tests.Questions.QuestionSet;
using SupportCopilot.Tickets;
using static SupportCopilot.Tests.Questions.QuestionSet.Demands;
using static SupportCopilot.Tests.Questions.QuestionSet.Figure;

namespace SupportCopilot.Tests.Questions.HeldOut;

/// <summary>What people ask of an export on the first day: in the words of its headings, of things that have numbers for names.</summary>
public sealed class ImportedIncidents(ImportedDesk desk, ITestOutputHelper output) : IClassFixture<ImportedDesk>
{
    /// <summary>What must be right at the least; the rest is refused or asked back, and none is wrong.</summary>
    private const double Floor = 0.9;

    private static Ask T => new(Arrived);

    private static Ask May => T.In("2026-05-01", "2026-05-31");

    private static Ask Q1 => T.In("2026-01-01", "2026-03-31");

    private static Ask Year => T.In("2026-01-01", "2026-06-18");

    private static Ask SolvedInMay => new Ask(Solved).In("2026-05-01", "2026-05-31");

    private static Func<SetDesk, Expected> Refused => _ => new("refusal");

    private static readonly (string Question, Func<SetDesk, Expected> Expected)[] All =
    [
        // the same thing under the names that a desk gives it
        ("incidents by assignment group last quarter", Q1.By(t => t.Group?.Name).Expected),
        ("how many incidents came in in May?", May.Expected),
        ("incidents per month this year", Year.Per(AsMonth).Expected),
        ("how many requests did Group 79 get in May", May.Where(Team("Group 79")).Expected),
        ("cases by location in May, top 3", May.By(Field("location")).Top(3).Expected),
        ("top 5 callers this year", Year.By(t => t.Requester?.Name).Top(5).Expected),
        ("distinct callers by assignment group in May", new Ask(Different(t => t.Requester?.Name)).In("2026-05-01", "2026-05-31").By(t => t.Group?.Name).Expected),
        ("May incidents by contact type", May.By(t => t.Channel).Expected),
        ("incidents by business service in Q1", Q1.By(t => t.Product).Expected),
        ("how many incidents does Caller 4401 have this year", Year.Where(t => t.Requester!.Name == "Caller 4401").Expected),
        ("Caller 4419 vs Caller 4408, incidents this year", Year.Where(t => t.Requester!.Name is "Caller 4419" or "Caller 4408").By(t => t.Requester!.Name).Expected),

        // numbers for names
        ("Group 79 vs Group 76 in Q1", Q1.Where(t => t.Group?.Name is "Group 79" or "Group 76").By(t => t.Group?.Name).Expected),
        ("incidents resolved by Resolver 120 in May", SolvedInMay.Where(By("Resolver 120")).Expected),
        ("Resolver 131's resolved incidents in May by category", SolvedInMay.Where(By("Resolver 131")).By(t => t.Given.Category).Expected),
        ("Location 1 incidents per week in May", May.Where(Field("location", "Location 1")).Per(AsWeek).Expected),
        ("category 57 and category 49 incidents in Q1 by assignment group", Q1.Where(Category("category 57", "category 49")).By(t => t.Group?.Name).Expected),
        ("incidents of category 57 not in Group 79, this year", Year.Where(Category("category 57"), Not(Team("Group 79"))).Expected),
        ("how many incidents did Resolver 7 resolve in May", Refused),
        ("Group 7 incidents in May", Refused),
        ("Location 99 incidents in May", Refused),
        ("median resolution time of Group 78 in Q1", new Ask(MedianResolution).In("2026-01-01", "2026-03-31").Where(Team("Group 78")).Expected),
        ("mean time to resolve by assignment group in May", new Ask(MeanResolution).In("2026-05-01", "2026-05-31").By(t => t.Group?.Name).Expected),

        // values with a number and a dash, counts as fields, and fields of the file's own
        ("critical incidents in Q1 by assignment group", Q1.Where(Priority("urgent")).By(t => t.Group?.Name).Expected),
        ("P2 incidents in May", May.Where(Priority("high")).Expected),
        ("high impact incidents in Q1", Q1.Where(Field("impact", "1 - High")).Expected),
        ("incidents by impact in May", May.By(Field("impact")).Expected),
        ("incidents with more than 2 reassignments in Q1", Q1.Where(t => Reassigned(t) > 2).Expected),
        ("incidents by reassignment count in May", May.By(Field("reassignment_count")).Expected),
        ("reassignment count over 2 in May by location, top 1", May.Where(t => Reassigned(t) > 2).By(Field("location")).Top(1).Expected),
        ("incidents by symptom in May, top 3", May.By(Field("u_symptom")).Top(3).Expected),
        ("Symptom 5 incidents in Q1", Q1.Where(Field("u_symptom", "Symptom 5")).Expected),
        ("incidents without symptom in May", May.Where(t => Field("u_symptom")(t) is null).Expected),
        ("unassigned incidents created in May", May.Where(t => t.Assignee is null).Expected),

        // rates of what the file says
        ("made SLA % by priority in Q1", new Ask(Sla).In("2026-01-01", "2026-03-31").By(t => t.Given.Priority).Expected),
        ("how many incidents missed the SLA in May?", May.Where(t => t.SlaMet == false).Expected),
        ("what share of May's incidents was reopened", new Ask(Reopened).In("2026-05-01", "2026-05-31").Expected),
        ("how many incidents were reopened in Q1", Q1.Where(t => t.Reopens > 0).Expected),
        ("incidents reopened more than once, this year, by company", Year.Where(t => t.Reopens > 1).By(t => t.Organization?.Name).Expected),
        ("Globex incidents in Q1 compared with the quarter before", Q1.Versus("2025-10-01", "2025-12-31").Where(From("Globex")).Expected),
        ("open incidents by assignment group now", T.Where(OpenAt(SetDesk.AsOf)).By(t => t.Group?.Name).Expected),
    ];

    [Fact]
    public async Task Are_right_or_honestly_none()
    {
        var verdicts = new ConcurrentDictionary<string, Verdict>();
        await Parallel.ForEachAsync(All, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (row, ct) => verdicts[row.Question] = await Judge.OfAsync(desk, row.Question, row.Expected(desk), ct));

        foreach (var (question, verdict) in verdicts.Where(row => row.Value.Mark != Mark.Right)) output.WriteLine($"{verdict.Mark}: {question}\n    {verdict.Why}");
        var (right, wrong) = (verdicts.Values.Count(verdict => verdict.Mark == Mark.Right), verdicts.Values.Count(verdict => verdict.Mark == Mark.Wrong));
        var report = $"{verdicts.Count} questions of an export: {right} right, {verdicts.Count - right - wrong} refused or asked back, {wrong} wrong";
        output.WriteLine(report);
        Assert.True(wrong == 0 && right >= Floor * verdicts.Count, report);
    }

    [Fact]
    public void Have_expectations_that_hold_something() => Assert.All(All, row => Assert.All(row.Expected(desk).AnyOf, outcome => Assert.True(outcome.Tickets.Count > 0 && outcome.Rows.Any(one => !one.IsNothing), row.Question)));

    private static int Reassigned(IncomingTicket t) => int.Parse(Field("reassignment_count")(t)!, CultureInfo.InvariantCulture);
}
