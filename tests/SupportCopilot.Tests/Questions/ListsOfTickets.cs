using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using SupportCopilot.Access;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Questions;

/// <summary>Answers whose rows are tickets say what these are called, to whoever may see them.</summary>
public sealed class ListsOfTickets(QuestionDesk desk) : IClassFixture<QuestionDesk>
{
    private const string Oldest = "10 oldest open tickets";

    [Theory]
    [InlineData(Oldest)]
    [InlineData("the 3 slowest billing tickets")]
    public async Task Say_what_each_row_is_called(string question)
    {
        var answer = await desk.AskAsync(question);
        var (rows, listed) = (answer.GetProperty("rows").EnumerateArray().ToList(), answer.GetProperty("listed").EnumerateArray().ToList());

        Assert.NotEmpty(rows);
        Assert.Equal(rows.Select(row => row[0].GetString()), listed.Select(ticket => ticket.GetProperty("externalId").GetString()));
        var known = desk.Tickets.ToDictionary(ticket => ticket.ExternalId);
        foreach (var ticket in listed) Assert.Equal(known[ticket.GetProperty("externalId").GetString()!].Subject, ticket.GetProperty("subject").GetString());
        Assert.Equal(await desk.DatabaseAsync(db => Task.FromResult(db.Tickets.Single(t => t.ExternalId == rows[0][0].GetString()).Id)), listed[0].GetProperty("id").GetInt64());
    }

    [Theory]
    [InlineData("tickets by category")]
    [InlineData("how many tickets are open?")]
    public async Task Are_not_made_of_what_lists_no_tickets(string question) =>
        Assert.Equal(JsonValueKind.Null, (await desk.AskAsync(question)).GetProperty("listed").ValueKind);

    [Fact]
    public async Task Show_subjects_in_one_line_cut_and_in_files_beside_the_id()
    {
        await using var own = new Product();
        await own.InitializeAsync();
        await HasAsync(own, "1", "=cmd|' /C calc'!A0\r\nsecond \u202Eline", 2);
        await HasAsync(own, "2", string.Concat(Enumerable.Repeat("👩‍👩‍👧 long ", 60)), 3);
        var client = own.As(Role.Analyst);
        var answer = await (await client.PostAsJsonAsync("/api/questions", new { text = Oldest }, TestContext.Current.CancellationToken)).Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        var subjects = answer.GetProperty("listed").EnumerateArray().Select(ticket => ticket.GetProperty("subject").GetString()!).ToList();

        Assert.Equal("=cmd|' /C calc'!A0 second line", subjects[0]);
        Assert.InRange(subjects[1].Length, 100, 120);
        Assert.EndsWith("…", subjects[1]);
        Assert.DoesNotContain('\uFFFD', Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(subjects[1])));

        var csv = Encoding.UTF8.GetString(await client.GetByteArrayAsync($"/api/questions/{answer.GetProperty("id").GetString()}/export?format=csv&about=false", TestContext.Current.CancellationToken)).TrimStart('\uFEFF').Split("\r\n");
        Assert.StartsWith("ticket,subject,", csv[0]);
        Assert.StartsWith("1,'=cmd|' /C calc'!A0 second line,", csv[1]);
    }

    [Fact]
    public async Task Hold_nothing_out_of_their_askers_sight_now_or_when_shown_again()
    {
        await desk.AskAsync("tickets", "lister");   // makes the person known
        await desk.DatabaseAsync(async db =>
        {
            var person = db.People.Single(p => p.Source == "dev" && p.ExternalId == "lister");
            db.PersonScopes.Add(new PersonScope { PersonId = person.Id, Kind = ScopeKind.Group, Value = db.Groups.Single(g => g.Name == "Billing").Id.ToString(CultureInfo.InvariantCulture) });
            return await db.SaveChangesAsync();
        });
        var answer = await desk.AskAsync(Oldest, "lister");
        var path = $"/api/questions/{answer.GetProperty("id").GetString()}";
        var listed = answer.GetProperty("listed").EnumerateArray().ToList();
        Assert.NotEmpty(listed);
        Assert.All(listed, row => Assert.Equal("Billing", desk.Tickets.Single(ticket => ticket.ExternalId == row.GetProperty("externalId").GetString()).Group?.Name));
        Assert.Equal("answer", (await desk.As(Role.Analyst, user: "lister").GetAsync<JsonElement>(path)).GetProperty("kind").GetString());

        await desk.DatabaseAsync(async db =>
        {
            var gone = listed[0].GetProperty("id").GetInt64();
            db.Tickets.Single(t => t.Id == gone).GroupId = db.Groups.Single(g => g.Name == "Devices").Id;
            return await db.SaveChangesAsync();
        });
        Assert.Equal("refusal", (await desk.As(Role.Analyst, user: "lister").GetAsync<JsonElement>(path)).GetProperty("kind").GetString());
    }

    private static Task HasAsync(Product product, string id, string subject, int day) =>
        product.HasTicketAsync(new IncomingTicket("file", id) { Subject = subject, Status = TicketStatus.Open, CreatedAt = new(2026, 3, day, 8, 0, 0, DateTimeKind.Utc), Comments = [new("0", "x")] });
}
