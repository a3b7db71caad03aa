using System.Text.Json;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Questions;

/// <summary>People who share a name, in part or in full, are never counted as one.</summary>
public sealed class NamesAlike(QuestionDesk desk) : IClassFixture<QuestionDesk>
{
    private const string Tenant = "twins-desk";

    [Fact]
    public async Task Two_agents_of_one_full_name_are_told_apart_by_their_addresses()
    {
        await FillAsync();

        var asked = await desk.AskAsync("tickets assigned to Grace Kim", "kim", Tenant);

        Assert.Equal("choices", asked.GetProperty("kind").GetString());
        var choices = asked.GetProperty("choices").EnumerateArray().ToList();
        Assert.Equal([2, 3], choices.Select(choice => choice.GetProperty("count").GetInt32()).Order());
        foreach (var choice in choices)
        {
            var answer = await desk.AskAsync(choice.GetProperty("text").GetString()!, "kim", Tenant);
            Assert.Equal("answer", answer.GetProperty("kind").GetString());
            Assert.Equal(choice.GetProperty("count").GetInt32(), answer.GetProperty("rows")[0][0].GetInt32());
            Assert.Equal(choice.GetProperty("count").GetInt32(), (await desk.DrillAsync(answer, "kim", Tenant)).Count);
        }
    }

    [Fact]
    public async Task Two_agents_of_one_full_name_are_two_rows_with_names_of_their_own()
    {
        await FillAsync();

        var rows = (await desk.AskAsync("tickets by agent", "kim", Tenant)).GetProperty("rows").EnumerateArray().Select(row => (Name: row[0].GetString(), Count: row[1].GetInt32())).ToList();

        Assert.Contains(("Grace Kim (grace.kim@example.org)", 2), rows);
        Assert.Contains(("Grace Kim (grace.b.kim@example.org)", 3), rows);
    }

    [Fact]
    public async Task One_person_known_twice_by_one_address_stays_one()
    {
        const string Desk = "merged-desk";
        await desk.HasTicketsAsync(
            [
                new IncomingTicket("file", "1") { Subject = "One", Assignee = new("ola@example.org", "Ola Nord", "ola@example.org") },
                new IncomingTicket("zendesk", "2") { Subject = "Two", Assignee = new("55", "Ola Nord", "ola@example.org") },
            ], Desk);

        Assert.Equal(2, (await desk.AskAsync("tickets assigned to Ola Nord", "kim", Desk)).GetProperty("rows")[0][0].GetInt32());
    }

    [Fact]
    public async Task Of_many_of_one_first_name_the_three_with_most_tickets_are_offered()
    {
        const string Desk = "many-jans";
        string[] names = ["Jan Aker", "Jan Berg", "Jan Dahl", "Jan Eide"];
        await desk.HasTicketsAsync([.. names.SelectMany((name, i) => Enumerable.Range(0, i + 1).Select(n => new IncomingTicket("file", $"{name}-{n}") { Subject = "One", Assignee = new(name.ToLowerInvariant(), name) }))], Desk);

        var asked = await desk.AskAsync("tickets assigned to Jan", "kim", Desk);

        Assert.Equal([4, 3, 2], asked.GetProperty("choices").EnumerateArray().Select(choice => choice.GetProperty("count").GetInt32()));
        Assert.Contains("more than three", asked.GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_brand_and_a_product_with_the_very_same_tickets_leave_nothing_to_choose()
    {
        const string Desk = "same-desk";
        await desk.HasTicketsAsync([.. Enumerable.Range(0, 3).Select(n => new IncomingTicket("file", $"{n}") { Subject = "One", Product = "Rotamoor", Brand = "Rotamoor" })], Desk);
        Assert.Equal(3, (await desk.AskAsync("tickets about Rotamoor", "kim", Desk)).GetProperty("rows")[0][0].GetInt32());

        await desk.HasTicketsAsync([new IncomingTicket("file", "4") { Subject = "One", Product = "Rotamoor" }, new IncomingTicket("file", "5") { Subject = "One", Brand = "Rotamoor" }], Desk);
        Assert.Equal("choices", (await desk.AskAsync("tickets about Rotamoor", "kim", Desk)).GetProperty("kind").GetString());
    }

    [Fact]
    public async Task A_tag_that_is_a_word_of_a_product_s_name_is_asked_about_unless_it_is_said_to_be_one()
    {
        const string Desk = "shop-desk";
        await desk.HasTicketsAsync([.. Enumerable.Range(0, 5).Select(n => new IncomingTicket("file", $"{n}") { Subject = "One", Csat = n / 5.0, Status = TicketStatus.Solved, Product = n < 3 ? "Corner Shop" : "Corner Till", Tags = n == 4 ? ["shop"] : [] })], Desk);

        foreach (var question in new[] { "avg csat for shop", "shop tickets by agent", "how many tickets about shop" })
        {
            var asked = await desk.AskAsync(question, "kim", Desk);
            Assert.Equal((question, "choices"), (question, asked.GetProperty("kind").GetString()));
            Assert.Equal([1, 3], asked.GetProperty("choices").EnumerateArray().Select(choice => choice.GetProperty("count").GetInt32()).Order());
        }

        Assert.Equal(1, (await desk.AskAsync("tickets tagged shop", "kim", Desk)).GetProperty("rows")[0][0].GetInt32());
        Assert.Equal(3, (await desk.AskAsync("tickets for Corner Shop", "kim", Desk)).GetProperty("rows")[0][0].GetInt32());
    }

    private Task FillAsync() => desk.HasTicketsAsync(
        [
            .. Enumerable.Range(0, 2).Select(n => Of($"a{n}", "1", "grace.kim@example.org")),
            .. Enumerable.Range(0, 3).Select(n => Of($"b{n}", "2", "grace.b.kim@example.org")),
        ], Tenant);

    private static IncomingTicket Of(string id, string agent, string email) => new("zendesk", id) { Subject = "One", Assignee = new(agent, "Grace Kim", email) };
}
