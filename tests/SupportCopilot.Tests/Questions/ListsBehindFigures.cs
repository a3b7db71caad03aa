using System.Globalization;
using System.Text.Json;
using SupportCopilot.Access;
using SupportCopilot.Questions.Answers;
using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Planning;

namespace SupportCopilot.Tests.Questions;

/// <summary>The list behind any figure, page by page over HTTP, has exactly as many tickets as the figure says, whoever looks.</summary>
public sealed class ListsBehindFigures(QuestionDesk desk) : IClassFixture<QuestionDesk>
{
    [Theory]
    [InlineData("anna", 31)]
    [InlineData("narrowed", 32)]
    public async Task Have_as_many_tickets_as_the_figure(string user, int seed)
    {
        if (user == "narrowed") await NarrowAsync(user);
        var (asked, measures, wrong) = (0, new HashSet<string>(), new List<string>());
        foreach (var (plan, n) in RandomPlans.Of(260, seed).Select((plan, n) => (Shaped(plan, n), n)))
        {
            if (CheckPlan.ProblemOf(plan) is not null || PlanWords.Of(plan) is not { } words) continue;
            var answer = await desk.AskAsync(words, user);
            if (answer.GetProperty("kind").GetString() != "answer") continue;
            asked++;
            measures.Add(plan.Measures[0].Name);
            var listed = await desk.DrillAsync(answer, user);
            var count = answer.GetProperty("tickets").GetProperty("count").GetInt32();
            if (listed.Count != count || listed.Distinct().Count() != count) wrong.Add($"{words}: {count} said, {listed.Count} listed, {listed.Distinct().Count()} of them different");
            if (IsCount(plan) && answer.GetProperty("total").ValueKind is JsonValueKind.Number && answer.GetProperty("total").GetDouble() != count) wrong.Add($"{words}: total {answer.GetProperty("total")}, {count} tickets");
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {asked}:\n{string.Join('\n', wrong.Take(8))}");
        Assert.True(asked > 60 && measures.Count > 15, $"Only {asked} questions about {measures.Count} measures were asked.");
    }

    private static bool IsCount(Plan plan) => Catalog.Measure(plan.Measures[0].Name).Over is Aggregate.Count && plan.Grain is null;

    /// <summary>Some with the largest groups alone, some with a bound.</summary>
    private static Plan Shaped(Plan plan, int n)
    {
        var dated = plan.From is { } from && plan.To is { } to ? plan with { Days = string.Create(CultureInfo.InvariantCulture, $"{Tables.Expecting.Day(from)} – {Tables.Expecting.Day(to.AddTicks(-1))}") }
            : plan.Measures[0].Clock == "open" && plan.To is { } at ? plan with { Days = Tables.Expecting.Day(at.AddTicks(-1)) } : plan with { From = null, To = null };
        if (dated.GroupBy.Count == 0 || dated.Grain is not null || dated.Measures[0].Clock == "open") return dated;
        return (n % 4) switch
        {
            0 => dated with { Limit = 2, Order = new PlanOrder(dated.Measures[0].Name, true) },
            1 when Catalog.Measure(dated.Measures[0].Name).Name == "tickets" => dated with { Having = new PlanHaving("moreThan", 3) },
            _ => dated,
        };
    }

    private async Task NarrowAsync(string user)
    {
        await desk.AskAsync("tickets in 2026", user);
        await desk.DatabaseAsync(async db =>
        {
            var (person, group) = (db.People.Single(p => p.Source == "dev" && p.ExternalId == user).Id, db.Groups.Single(g => g.Name == "Billing").Id);
            db.PersonScopes.Add(new PersonScope { PersonId = person, Kind = ScopeKind.Group, Value = group.ToString(CultureInfo.InvariantCulture) });
            return await db.SaveChangesAsync();
        });
    }
}
