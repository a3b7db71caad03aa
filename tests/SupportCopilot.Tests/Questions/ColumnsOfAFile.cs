using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using SupportCopilot.Access;
using SupportCopilot.Tests.Importing;

namespace SupportCopilot.Tests.Questions;

/// <summary>Whoever brought a file in asks by the names of its columns.</summary>
public sealed class ColumnsOfAFile(Product product) : IClassFixture<Product>
{
    private static readonly string[] Accounts = ["Alpine Bakery", "Harbour Foods", "Union Mills"];
    private static readonly string[] Severities = ["High", "Low"];

    [Theory]
    [InlineData("tickets by account", "organization")]
    [InlineData("tickets per severity", "priority")]
    [InlineData("tickets by assignment group", "group")]
    [InlineData("top 2 callers", "requester")]
    [InlineData("tickets by contact type", "channel")]
    [InlineData("tickets by symptom", "field.u_symptom")]
    public async Task Split_by_what_they_were_taken_for(string question, string dimension)
    {
        var tenant = await BroughtInAsync("split-" + dimension.Replace("field.", "", StringComparison.Ordinal).Replace("_", "-", StringComparison.Ordinal), File());

        var answer = await AskAsync(question, tenant);

        Assert.Equal(("answer", dimension), (answer.GetProperty("kind").GetString(), answer.GetProperty("plan").GetProperty("groupBy")[0].GetString()));
    }

    [Theory]
    [InlineData("tickets with severity high", 12)]
    [InlineData("tickets where account is Union Mills", 8)]
    [InlineData("tickets with more than 1 reassignment", 12)]
    public async Task Demand_a_value_of_what_they_were_taken_for(string question, int tickets)
    {
        var tenant = await BroughtInAsync("demand", File());

        var answer = await AskAsync(question, tenant);

        Assert.Equal(("answer", tickets), (answer.GetProperty("kind").GetString(), answer.GetProperty("rows")[0][0].GetInt32()));
    }

    [Fact]
    public async Task Are_nothing_to_a_tenant_that_did_not_bring_the_file_in()
    {
        await BroughtInAsync("theirs", File());
        var tenant = await BroughtInAsync("others", File().Replace("caller_id", "requester", StringComparison.Ordinal));

        Assert.Contains("callers", (await AskAsync("top 2 callers", tenant)).GetProperty("unplaced").EnumerateArray().Select(word => word.GetString()));
    }

    [Fact]
    public async Task Give_way_to_what_an_admin_said()
    {
        var tenant = await BroughtInAsync("admin", File());
        using var said = await product.As(Role.Admin, tenant).PutAsJsonAsync("/api/vocabulary", new { version = 0, dimensions = new[] { new { name = "brand", synonyms = new[] { "account" } } } }, TestContext.Current.CancellationToken);
        said.EnsureSuccessStatusCode();

        Assert.Equal("brand", (await AskAsync("tickets by account", tenant)).GetProperty("plan").GetProperty("groupBy")[0].GetString());
    }

    [Fact]
    public async Task Say_nothing_where_two_files_disagree()
    {
        var tenant = await BroughtInAsync("disagree", File());
        await product.ImportAsync("id,subject,created,marque,account\n900,Hello,2026-03-01,North,x\n", tenant, "second.csv", "map:brand=account");

        Assert.NotEqual("answer", (await AskAsync("tickets by account", tenant)).GetProperty("kind").GetString());
    }

    [Fact]
    public async Task Never_take_the_place_of_a_word_of_the_catalogue()
    {
        var tenant = await BroughtInAsync("catalogue", File().Replace("Account", "backlog", StringComparison.Ordinal), "map:organization=backlog");

        Assert.Equal("open", (await AskAsync("backlog", tenant)).GetProperty("plan").GetProperty("measures")[0].GetProperty("name").GetString());
    }

    private async Task<string> BroughtInAsync(string tenant, string file, params string[] fields)
    {
        Assert.Equal("completed", (await product.ImportAsync(file, tenant, "tickets.csv", fields)).Status);
        return tenant;
    }

    private async Task<JsonElement> AskAsync(string text, string tenant)
    {
        using var response = await product.As(Role.Analyst, tenant).PostAsJsonAsync("/api/questions", new { text, asOf = new DateTime(2026, 4, 1, 0, 0, 0, DateTimeKind.Utc) }, TestContext.Current.CancellationToken);
        return await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    private static string File()
    {
        var file = new StringBuilder("number,short_description,opened_at,Account,Severity,assignment_group,caller_id,contact_type,u_symptom,reassignment_count\n");
        for (var n = 0; n < 24; n++)
            file.AppendLine(CultureInfo.InvariantCulture, $"{n + 1},Printer {n} is offline,2026-03-{n + 1:00} 10:00,{Accounts[n % 3]},{Severities[n % 2]},Group {n % 2 + 70},Caller {n % 5},Phone,Symptom {n % 3},{n % 4}");
        return file.ToString();
    }
}
