using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SupportCopilot.Access;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Questions;

/// <summary>What an analyst may see bounds figures, lists, values that are offered, and questions that are kept.</summary>
public sealed class RightsOnQuestions(QuestionDesk desk) : IClassFixture<QuestionDesk>
{
    [Fact]
    public async Task A_limited_analyst_counts_and_lists_what_is_in_sight()
    {
        await LimitAsync("limited", "Billing");
        var expected = desk.Live.Count(t => t.Group?.Name == "Billing" && t.CreatedAt is not null);
        var answer = await desk.AskAsync("tickets since 2020", "limited");

        Assert.Equal(expected, answer.GetProperty("rows")[0][0].GetInt32());
        var ids = await desk.DrillAsync(answer, "limited");
        Assert.Equal(desk.Live.Where(t => t.Group?.Name == "Billing" && t.CreatedAt is not null).Select(t => t.ExternalId).Order(), ids.Order());
    }

    [Fact]
    public async Task Values_out_of_sight_are_as_if_they_did_not_exist()
    {
        await LimitAsync("blind", "Billing");
        foreach (var question in new[] { "tickets in the Devices team", "tickets in the Devics team" })
        {
            var answer = await desk.AskAsync(question, "blind");
            Assert.NotEqual("answer", answer.GetProperty("kind").GetString());
            Assert.DoesNotContain(answer.GetProperty("choices").EnumerateArray(), choice => choice.ToString().Contains("Devices", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("tickets tagged secret-project", "secret-project")]
    [InlineData("tickets tagged secret-projekt", "secret-project")]
    [InlineData("tickets assigned to Hidden Harry", "Harry")]
    [InlineData("tickets assigned to Hiden", "Harry")]
    [InlineData("tickets by vault number", "vault")]
    [InlineData("tickets with vault number over 5", "vault")]
    [InlineData("tickets from Hush Holdings", "Hush Holdings")]
    [InlineData("tickets about \"Under Wraps\"", "Under Wraps (")]
    public async Task No_kind_of_value_out_of_sight_is_found_or_offered(string question, string hidden)
    {
        await LimitAsync("squint", "Billing");
        await desk.HasTicketsAsync([new IncomingTicket("file", "hidden")
        {
            Subject = "Hidden",
            Group = new("vault team", "Vault Team"),
            Tags = ["secret-project"],
            Assignee = new("hidden harry", "Hidden Harry"),
            Organization = new("hush holdings", "Hush Holdings"),
            Product = "Under Wraps",
            Fields = new Dictionary<string, string> { ["Vault number"] = "7" },
        }]);
        Assert.Equal("answer", (await desk.AskAsync("tickets tagged secret-project")).GetProperty("kind").GetString());

        var answer = await desk.AskAsync(question, "squint");

        if (answer.GetProperty("kind").GetString() == "answer") Assert.Equal("contains", answer.GetProperty("plan").GetProperty("filters")[0].GetProperty("op").GetString());
        foreach (var part in new[] { "choices", "suggestions" })
            Assert.DoesNotContain(hidden, answer.GetProperty(part).ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_narrowed_analyst_finds_every_value_in_sight()
    {
        await LimitAsync("keen", "Billing");
        var expected = desk.Live.Count(t => t.Group?.Name == "Billing" && t.Product == "Widget");

        Assert.Equal(expected, (await desk.AskAsync("Widget tickets", "keen")).GetProperty("rows")[0][0].GetInt32());
        Assert.Contains("Widget", (await desk.AskAsync("Widgget tickets", "keen")).GetProperty("choices").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_desks_values_and_tickets_stay_there()
    {
        var stranger = await desk.AskAsync("tickets from Rivalcorp");
        Assert.Equal("refusal", stranger.GetProperty("kind").GetString());
        var own = await desk.AskAsync("tickets from Rivalcorp", "rita", "rival-desk");
        Assert.Equal("answer", own.GetProperty("kind").GetString());
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(own, "anna", Role.Admin, Product.Tenant));
    }

    [Fact]
    public async Task A_kept_question_is_its_askers_and_admins()
    {
        var answer = await desk.AskAsync("tickets last week", "ben");

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(answer, "ben", Role.Analyst, Product.Tenant));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(answer, "carol", Role.Analyst, Product.Tenant));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(answer, "dora", Role.Admin, Product.Tenant));
        var kept = await desk.As(Role.Analyst, user: "ben").GetAsync<JsonElement>($"/api/questions/{answer.GetProperty("id").GetString()}");
        Assert.Equal(answer.GetProperty("rows").ToString(), kept.GetProperty("rows").ToString());
        Assert.Equal(answer.GetProperty("plan").ToString(), kept.GetProperty("plan").ToString());
    }

    [Fact]
    public async Task A_list_shows_what_its_asker_may_see_by_then()
    {
        var answer = await desk.AskAsync("tickets last month", "narrowed");
        var before = await desk.DrillAsync(answer, "narrowed");
        await LimitAsync("narrowed", "Devices");
        var after = await desk.DrillAsync(answer, "narrowed");

        Assert.Equal(answer.GetProperty("tickets").GetProperty("count").GetInt32(), before.Count);
        Assert.True(after.Count < before.Count);
        Assert.All(after, id => Assert.Equal("Devices", desk.Tickets.Single(t => t.ExternalId == id).Group?.Name));
    }

    [Fact]
    public async Task A_question_of_100000_characters_is_refused_clearly()
    {
        using var response = await desk.As(Role.Analyst).PostAsJsonAsync("/api/questions", new { text = new string('a', 100_000) }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("2,000 characters", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private async Task<HttpStatusCode> StatusAsync(JsonElement answer, string user, Role role, string tenant)
    {
        var client = desk.As(role, tenant, user);
        var question = await client.GetAsync($"/api/questions/{answer.GetProperty("id").GetString()}", TestContext.Current.CancellationToken);
        var tickets = await client.GetAsync(answer.GetProperty("tickets").GetProperty("href").GetString(), TestContext.Current.CancellationToken);
        Assert.Equal(question.StatusCode, tickets.StatusCode);
        return question.StatusCode;
    }

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
