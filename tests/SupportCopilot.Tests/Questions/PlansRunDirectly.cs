using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Questions.Planning;
using SupportCopilot.Questions.Running;

namespace SupportCopilot.Tests.Questions;

/// <summary>Reports run typed plans without any words.</summary>
public sealed class PlansRunDirectly(QuestionDesk desk) : IClassFixture<QuestionDesk>
{
    private static readonly DateTime March = new(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task Count_by_a_dimension()
    {
        var run = await RunAsync(new Plan([new("tickets", "created")]) { From = March, To = QuestionDesk.AsOf, GroupBy = ["category"], TimeZone = QuestionDesk.Zone });

        var expected = desk.Live.Where(t => t.CreatedAt >= March && t.CreatedAt < QuestionDesk.AsOf).GroupBy(t => t.Given.Category).ToDictionary(g => g.Key ?? "", g => (long)g.Count());
        Assert.Equal(expected, run.Rows.ToDictionary(row => (string?)row[0] ?? "", row => (long)row[1]!));
        Assert.Equal(expected.Values.Sum(), run.Total);
        Assert.Equal(expected.Values.Sum(), run.Tickets);
    }

    [Fact]
    public async Task Refuse_what_the_catalogue_does_not_have()
    {
        var wrong = await Assert.ThrowsAsync<ArgumentException>(() => RunAsync(new Plan([new("tickets; DROP TABLE Tickets", "created")])));
        Assert.Contains("There is no measure", wrong.Message);
    }

    private Task<PlanRun> RunAsync(Plan plan) => desk.InsideAsync(services => services.GetRequiredService<RunPlan>().RunAsync(plan, CancellationToken.None));
}
