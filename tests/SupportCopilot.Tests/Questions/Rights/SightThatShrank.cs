using System.Globalization;
using System.Text.Json;
using SupportCopilot.Access;

namespace SupportCopilot.Tests.Questions.Rights;

/// <summary>Somebody who saw more when they asked, or who looks at what another asked: nothing that was kept tells them more than they may see now.</summary>
public sealed class SightThatShrank(QuestionDesk desk) : IClassFixture<QuestionDesk>
{
    private static readonly string[] OutOfSight = ["Billing", "Logistics Team", "Customer Support"];

    [Theory]
    [InlineData("tickets last month by group")]
    [InlineData("open tickets by group")]
    [InlineData("top 2 groups by csat this year")]
    public async Task Shows_no_kept_figure_of_before(string question)
    {
        var user = $"shrunk-{question.Length}";
        var answer = await desk.AskAsync(question, user);
        Assert.Contains(OutOfSight, group => answer.ToString().Contains(group, StringComparison.Ordinal));
        await LimitAsync(user, "Devices");

        var shown = await ShowAsync(answer, user);

        Assert.Equal("refusal", shown.GetProperty("kind").GetString());
        Assert.DoesNotContain(OutOfSight, group => shown.ToString().Contains(group, StringComparison.Ordinal));
        Assert.Equal("answer", (await ShowAsync(answer, "boss", Role.Admin)).GetProperty("kind").GetString());
    }

    [Fact]
    public async Task Shows_no_kept_choice_with_its_count()
    {
        var choices = await desk.AskAsync("urgent tickets", "chooser");
        Assert.Equal("choices", choices.GetProperty("kind").GetString());
        await LimitAsync("chooser", "Devices");

        var shown = await ShowAsync(choices, "chooser");

        Assert.Equal("refusal", shown.GetProperty("kind").GetString());
        Assert.Equal(0, shown.GetProperty("choices").GetArrayLength());
    }

    [Fact]
    public async Task Shows_what_was_answered_in_the_same_sight_or_in_a_narrower_one()
    {
        await LimitAsync("steady", "Devices");
        var answer = await desk.AskAsync("tickets last month", "steady");

        Assert.Equal(answer.GetProperty("rows").ToString(), (await ShowAsync(answer, "steady")).GetProperty("rows").ToString());
        await LimitAsync("steady", "Billing");   // one group more
        Assert.Equal(answer.GetProperty("rows").ToString(), (await ShowAsync(answer, "steady")).GetProperty("rows").ToString());
    }

    [Fact]
    public async Task Shows_an_admin_of_few_groups_no_figure_of_all()
    {
        var answer = await desk.AskAsync("tickets last month by group", "wide");
        await LimitAsync("narrow-admin", "Devices");

        Assert.Equal("refusal", (await ShowAsync(answer, "narrow-admin", Role.Admin)).GetProperty("kind").GetString());
    }

    [Fact]
    public async Task Forgets_a_remembered_reading_whose_value_is_out_of_sight()
    {
        var seen = desk.Live.First(t => t.Assignee?.Name == "Jonas Brandt");
        await desk.HasTicketsAsync([seen with { ExternalId = "hideaway-1", Organization = new("hideaway", "Hideaway") }]);
        var choices = await desk.AskAsync("tickets of Jonas", "fond");
        var keller = choices.GetProperty("choices").EnumerateArray().Single(choice => choice.GetProperty("label").GetString()!.Contains("Keller", StringComparison.Ordinal));
        await desk.AskAsync(keller.GetProperty("text").GetString()!, "fond");
        Assert.Contains("Keller", (await desk.AskAsync("tickets of Jonas this year", "fond")).GetProperty("interpretation").GetString());
        await desk.DatabaseAsync(async db =>
        {
            var person = db.People.Single(p => p.Source == "dev" && p.ExternalId == "fond");
            var only = db.Organizations.Single(o => o.Name == "Hideaway");
            db.PersonScopes.Add(new PersonScope { PersonId = person.Id, Kind = ScopeKind.Organization, Value = only.Id.ToString(CultureInfo.InvariantCulture) });
            return await db.SaveChangesAsync();
        });

        var answer = await desk.AskAsync("tickets of Jonas this year", "fond");

        Assert.DoesNotContain("Keller", answer.ToString());
    }

    /// <summary>Names that stand in no ticket in sight come up nowhere: not in rows, not in texts, not in suggestions, not in choices.</summary>
    [Fact]
    public async Task Names_nothing_out_of_sight_whatever_is_asked()
    {
        await LimitAsync("peeping", "Devices");
        var most = desk.Live.Count(t => t.Group?.Name == "Devices");
        foreach (var question in Asked)
        {
            var answer = await desk.AskAsync(question, "peeping");
            var told = answer.ToString();
            Assert.DoesNotContain(OutOfSight, group => told.Contains(group, StringComparison.Ordinal) && !question.Contains(group, StringComparison.OrdinalIgnoreCase));
            if (answer.GetProperty("tickets") is { ValueKind: JsonValueKind.Object } tickets) Assert.True(tickets.GetProperty("count").GetInt32() <= most, $"{question}: {told}");
            Assert.All(answer.GetProperty("choices").EnumerateArray(), choice => Assert.True(choice.GetProperty("count") is not { ValueKind: JsonValueKind.Number } count || count.GetInt32() <= most, told));
        }
    }

    private static readonly string[] Asked =
    [
        "tickets", "tickets by group", "open tickets by group", "tickets by team and priority", "top 10 groups this year", "which group has the most tickets", "slowest group to first reply", "tickets by group last month vs the month before",
        "running total of tickets per month this year by group", "share of tickets by group", "median resolution time by group", "tickets in the Biling team", "tickets in Logistics", "tickets of Customer", "tickets not in the Devices team",
        "urgent tickets", "tickets by agent", "tickets of Jonas", "tickets about order", "groups with more than 3 tickets", "why did tickets rise last month?", "tickets without a group", "how many groups have tickets", "different organizations",
    ];

    private async Task<JsonElement> ShowAsync(JsonElement answer, string user, Role role = Role.Analyst) =>
        await desk.As(role, user: user).GetAsync<JsonElement>($"/api/questions/{answer.GetProperty("id").GetString()}");

    private async Task LimitAsync(string user, string group)
    {
        await desk.AskAsync("tickets", user);   // makes the person known
        await desk.DatabaseAsync(async db =>
        {
            var person = db.People.Single(p => p.Source == "dev" && p.ExternalId == user);
            var id = db.Groups.Single(g => g.Name == group).Id;
            db.PersonScopes.Add(new PersonScope { PersonId = person.Id, Kind = ScopeKind.Group, Value = id.ToString(CultureInfo.InvariantCulture) });
            return await db.SaveChangesAsync();
        });
    }
}
