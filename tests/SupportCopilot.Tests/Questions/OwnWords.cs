using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SupportCopilot.Access;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Questions;

/// <summary>A tenant's own words for measures, dimensions and values, its custom fields, and its calendar.</summary>
public sealed class OwnWords(QuestionDesk desk) : IClassFixture<QuestionDesk>
{
    private const string Theirs = "rival-desk";

    [Fact]
    public async Task Are_read_as_what_they_were_given_for()
    {
        await SetAsync(new
        {
            version = await VersionAsync(),
            measures = new[] { new { name = "csat", synonyms = new[] { "smile index" } } },
            dimensions = new[] { new { name = "organization", synonyms = new[] { "mandant" } } },
            values = new[] { new { dimension = "category", value = "billing", synonyms = new[] { "moolah matters" } } },
        });

        Assert.Equal((await desk.AskAsync("billing tickets since 2020")).GetProperty("rows")[0][0].GetInt32(), (await desk.AskAsync("moolah matters tickets since 2020")).GetProperty("rows")[0][0].GetInt32());
        Assert.Equal("organization", (await desk.AskAsync("tickets by mandant")).GetProperty("plan").GetProperty("groupBy")[0].GetString());
        Assert.Equal("csat", (await desk.AskAsync("smile index by channel")).GetProperty("plan").GetProperty("measures")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task Never_reach_another_tenant()
    {
        await SetAsync(new { version = await VersionAsync(), values = new[] { new { dimension = "category", value = "billing", synonyms = new[] { "gribble" } } } });
        Assert.Equal("answer", (await desk.AskAsync("gribble tickets")).GetProperty("kind").GetString());

        var other = await desk.AskAsync("gribble tickets", "rita", Theirs);

        Assert.Equal("refusal", other.GetProperty("kind").GetString());
        Assert.Equal("gribble", other.GetProperty("unplaced")[0].GetString());
        Assert.Empty((await desk.As(Role.Admin, Theirs).GetAsync<JsonElement>("/api/vocabulary")).GetProperty("values").EnumerateArray());
    }

    [Theory]
    [InlineData("""{"version":V,"measures":[{"name":"nonsense","synonyms":["x-factor"]}]}""", "measures[0]", "There is no measure")]
    [InlineData("""{"version":V,"dimensions":[{"name":"agent","synonyms":["backlog"]}]}""", "dimensions[0].synonyms[0]", "already says something")]
    [InlineData("""{"version":V,"dimensions":[{"name":"agent","synonyms":["last week"]}]}""", "dimensions[0].synonyms[0]", "date")]
    [InlineData("""{"version":V,"values":[{"dimension":"category","value":"biling","synonyms":["dosh"]}]}""", "values[0]", "billing")]
    [InlineData("""{"version":V,"measures":[{"name":"csat","synonyms":["dosh"]}],"dimensions":[{"name":"agent","synonyms":["Dosh"]}]}""", "dimensions[0].synonyms[0]", "one word has one meaning")]
    [InlineData("""{"version":V,"calendar":{"fiscalYearStart":13,"weekStart":"someday"}}""", "calendar.fiscalYearStart", "1 to 12")]
    [InlineData("""{"version":V,"fields":[{"name":"No such","synonyms":["dosh"]}]}""", "fields[0]", "No ticket has")]
    [InlineData("""{"version":V,"measures":null}""", "", "must not be null")]
    public async Task Are_refused_with_the_place_and_the_reason(string document, string place, string reason)
    {
        using var response = await PutAsync(document.Replace("V", (await VersionAsync()).ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal), Role.Admin);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var errors = (await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("errors");
        Assert.Contains(reason, errors.GetProperty(place)[0].GetString());
    }

    [Fact]
    public async Task Are_for_admins_and_for_the_version_that_was_read()
    {
        using var analyst = await PutAsync("""{"version":0}""", Role.Analyst);
        Assert.Equal(HttpStatusCode.Forbidden, analyst.StatusCode);
        using var stale = await PutAsync("""{"version":-1}""", Role.Admin);
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
    }

    [Fact]
    public async Task Are_written_down_in_the_audit()
    {
        await SetAsync(new { version = await VersionAsync(), measures = new[] { new { name = "csat", synonyms = new[] { "cheer level" } } } });
        Assert.Contains(await desk.DatabaseAsync(db => Task.FromResult(db.Audit.Where(entry => entry.Action == "vocabulary.changed").Select(entry => entry.Detail).ToList())), detail => detail!.Contains("1 measures", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Hold_the_fiscal_year_and_the_weeks()
    {
        const string Tenant = "calendar-desk";
        await BringAsync(Tenant, Ticket("1", new DateTime(2026, 3, 22, 12, 0, 0, DateTimeKind.Utc), []));   // a Sunday
        using var put = await desk.As(Role.Admin, Tenant).PutAsJsonAsync("/api/vocabulary", new { version = 0, calendar = new { fiscalYearStart = 2, weekStart = "sunday" } }, TestContext.Current.CancellationToken);
        put.EnsureSuccessStatusCode();

        Assert.Equal("2026-03-22 – 2026-03-28", Days(await desk.AskAsync("tickets last week", "kim", Tenant)));
        Assert.StartsWith("2026-02-01", Days(await desk.AskAsync("tickets this fiscal year", "kim", Tenant)));
    }

    [Fact]
    public async Task Name_custom_fields_to_split_and_filter_by()
    {
        const string Tenant = "fields-desk";
        var at = new DateTime(2026, 3, 20, 12, 0, 0, DateTimeKind.Utc);
        await BringAsync(
            Tenant,
            Ticket("1", at, new() { ["Sales Region"] = "Bavaria", ["Story points"] = "3" }),
            Ticket("2", at, new() { ["Sales Region"] = "Bavaria", ["Story points"] = "8" }),
            Ticket("3", at, new() { ["Sales Region"] = "Upper Saxony", ["Story points"] = "13.5" }),
            Ticket("4", at, []));

        Assert.Equal(2, await CountAsync("tickets with sales region Bavaria", Tenant));
        Assert.Equal(1, await CountAsync("Upper Saxony tickets", Tenant));
        Assert.Equal(2, await CountAsync("tickets with sales region not Bavaria", Tenant));
        Assert.Equal(1, await CountAsync("tickets without a sales region", Tenant));
        Assert.Equal(2, await CountAsync("tickets with story points over 5", Tenant));
        Assert.Equal(2, await CountAsync("tickets with at least 8 story points", Tenant));
        var split = await desk.AskAsync("tickets by sales region", "kim", Tenant);
        Assert.Equal("field.Sales Region", split.GetProperty("columns")[0].GetProperty("name").GetString());
        Assert.Equal([("Bavaria", 2), ("Upper Saxony", 1), (null, 1)], split.GetProperty("rows").EnumerateArray().Select(row => (row[0].GetString(), row[1].GetInt32())));
        Assert.Equal("refusal", (await desk.AskAsync("tickets by sales region", "rita", Theirs)).GetProperty("kind").GetString());

        var shown = (await desk.As(Role.Admin, Tenant).GetAsync<JsonElement>("/api/vocabulary")).GetProperty("fields").EnumerateArray().ToList();
        Assert.Equal(["Sales Region", "Story points"], shown.Select(field => field.GetProperty("name").GetString()));
        Assert.Equal([false, true], shown.Select(field => field.GetProperty("isNumber").GetBoolean()));
        using var put = await desk.As(Role.Admin, Tenant).PutAsJsonAsync("/api/vocabulary", new { version = 0, fields = new[] { new { name = "Sales Region", synonyms = new[] { "turf" } } } }, TestContext.Current.CancellationToken);
        put.EnsureSuccessStatusCode();
        Assert.Equal("field.Sales Region", (await desk.AskAsync("tickets by turf", "kim", Tenant)).GetProperty("plan").GetProperty("groupBy")[0].GetString());
    }

    private static string? Days(JsonElement answer) => answer.GetProperty("plan").GetProperty("days").GetString();

    private static IncomingTicket Ticket(string id, DateTime at, Dictionary<string, string> fields) => new("file", id) { Subject = "One", CreatedAt = at, Fields = fields };

    private Task BringAsync(string tenant, params IncomingTicket[] tickets) => desk.HasTicketsAsync(tickets, tenant);

    private async Task<int> CountAsync(string question, string tenant)
    {
        var answer = await desk.AskAsync(question, "kim", tenant);
        Assert.True(answer.GetProperty("kind").GetString() == "answer", $"{question}: {answer}");
        return answer.GetProperty("rows")[0][0].GetInt32();
    }

    private async Task<int> VersionAsync() => (await desk.As(Role.Admin).GetAsync<JsonElement>("/api/vocabulary")).GetProperty("version").GetInt32();

    private async Task SetAsync(object document)
    {
        using var response = await PutAsync(JsonSerializer.Serialize(document), Role.Admin);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private async Task<HttpResponseMessage> PutAsync(string document, Role role) =>
        await desk.As(role).PutAsync("/api/vocabulary", new StringContent(document, System.Text.Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);
}
