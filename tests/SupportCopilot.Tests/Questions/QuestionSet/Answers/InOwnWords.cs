using static SupportCopilot.Tests.Questions.QuestionSet.Demands;
using static SupportCopilot.Tests.Questions.QuestionSet.Figure;

namespace SupportCopilot.Tests.Questions.QuestionSet.Answers;

/// <summary>Asked of the desk with words, custom fields, weeks and fiscal years of its own.</summary>
internal static class InOwnWords
{
    private static Ask T => new(Arrived);

    private static Ask May => T.In("2026-05-01", "2026-05-31");

    private static Ask FiscalYear => T.In("2026-02-01", "2026-06-18");

    private static Ask LastFiscalQuarter => T.In("2026-02-01", "2026-04-30");

    private static Ask FiscalQuarter => T.In("2026-05-01", "2026-06-18");

    public static IReadOnlyList<(string Question, Func<SetDesk, Expected> Expected)> All { get; } =
    [
        // custom fields
        ("tickets per turf in May", May.By(Field("Sales Region")).Expected),
        ("How many Bavaria tickets came in last month?", May.Where(Field("Sales Region", "Bavaria")).Expected),
        ("tickets from Bavaria in May by channel", May.Where(Field("Sales Region", "Bavaria")).By(t => t.Channel).Expected),
        ("open tickets by contract", T.Where(OpenAt(SetDesk.AsOf)).By(Field("Contract")).Expected),
        ("gold contract tickets in March", T.In("2026-03-01", "2026-03-31").Where(Field("Contract", "gold")).Expected),
        ("How many tickets did we get in May without a sales region?", May.Where(t => Field("Sales Region")(t) is null).Expected),
        ("tickets in May where the contract is not gold", May.Where(Not(Field("Contract", "gold"))).Expected),
        ("tickets with more than 5 story points in May", May.Where(t => Field("Story points")(t) is { } points && int.Parse(points, System.Globalization.CultureInfo.InvariantCulture) > 5).Expected),
        ("tickets with exactly 3 story points in May", May.Where(Field("Story points", "3")).Expected),
        ("tickets by sales region and contract in May", May.By(Field("Sales Region")).By(Field("Contract")).Expected),
        ("which turf had the most tickets in May?", May.By(Field("Sales Region")).Top(1).Expected),
        ("What percentage of the Bavaria tickets met the SLA in May?", new Ask(Sla).In("2026-05-01", "2026-05-31").Where(Field("Sales Region", "Bavaria")).Expected),
        ("Bavaria vs Tyrol in May", May.Where(t => Field("Sales Region")(t) is "Bavaria" or "Tyrol").By(Field("Sales Region")).Expected),
        ("tickets by shoe size in May", _ => new Expected("refusal") { Names = "shoe" }),
        ("tickets from Bavarria in May", _ => new Expected("choices") { Names = "Bavaria" }),

        // words of its own
        ("smile index by crew in May", new Ask(Csat).In("2026-05-01", "2026-05-31").By(t => t.Group?.Name).Expected),
        ("money matters tickets by mandant in May", May.Where(Category("billing")).By(t => t.Organization?.Name).Expected),
        ("How many hotline tickets did Globex send us in May?", May.Where(Channel("phone"), From("Globex")).Expected),
        ("pick-up delay per channel in May", new Ask(MedianReply).In("2026-05-01", "2026-05-31").By(t => t.Channel).Expected),
        ("money matters tickets without the hotline in May", May.Where(Category("billing"), Not(Channel("phone"))).Expected),
        ("top 3 mandants this fiscal year", FiscalYear.By(t => t.Organization?.Name).Top(3).Expected),

        // its calendar
        ("tickets last week", T.In("2026-06-07", "2026-06-13").Expected),
        ("tickets this fiscal year per month", FiscalYear.Per(AsMonth).Expected),
        ("How many tickets were solved last fiscal quarter?", new Ask(Solved).In("2026-02-01", "2026-04-30").Expected),
        ("tickets in Q2 of FY26", T.In("2025-05-01", "2025-07-31").Expected),
        ("FY27 tickets of the mandant Globex", FiscalYear.Where(From("Globex")).Expected),
        ("tickets last fiscal quarter compared with the fiscal quarter before", LastFiscalQuarter.Versus("2025-11-01", "2026-01-31").Expected),
        ("busiest weekday this fiscal quarter", FiscalQuarter.By(t => Local(t.CreatedAt!.Value).DayOfWeek.ToString()).Top(1).Expected),
        ("tickets per quarter in 2025", T.In("2025-01-01", "2025-12-31").Per(AsQuarter).Expected),

        // steps by its calendar
        ("tickets per week in May", May.Per(AsSundayWeek).Expected),
        ("weekly money matters volume this fiscal quarter", FiscalQuarter.Where(Category("billing")).Per(AsSundayWeek).Expected),
        ("tickets per fiscal quarter since February 2025", T.In("2025-02-01", "2026-06-18").Per(AsFiscalQuarter).Expected),
        ("tickets per quarter this fiscal year", FiscalYear.Per(AsFiscalQuarter).Expected),
        ("tickets by fiscal year and channel since February 2025", T.In("2025-02-01", "2026-06-18").Per(AsFiscalYear).By(t => t.Channel).Expected),
    ];
}
