using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Values;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Values;

namespace SupportCopilot.Tests.Questions;

/// <summary>The index of values is kept up with the tickets: what is new can be asked for in the next question, what is gone is gone.</summary>
public sealed class KeptValues(QuestionDesk desk) : IClassFixture<QuestionDesk>
{
    [Theory]
    [InlineData("Gizmo Max tickets", "product is Gizmo Max")]
    [InlineData("tickets tagged brand-new-tag", "tag is brand-new-tag")]
    [InlineData("tickets assigned to Wilhelmina", "agent is Wilhelmina Fresh")]
    [InlineData("tickets in the Night Shift team", "group is Night Shift")]
    [InlineData("tickets from Freshly Founded", "organization is Freshly Founded")]
    public async Task A_value_that_has_just_come_can_be_asked_for(string question, string filter)
    {
        await desk.AskAsync("tickets");   // the index is in memory before
        await desk.HasTicketsAsync([new IncomingTicket("file", "new-values")
        {
            Subject = "New",
            Product = "Gizmo Max",
            Tags = ["brand-new-tag"],
            Assignee = new("wilhelmina fresh", "Wilhelmina Fresh"),
            Group = new("night shift", "Night Shift"),
            Organization = new("freshly founded", "Freshly Founded"),
            Requester = new("nora novice", "Nora Novice"),
        }]);

        var answer = await desk.AskAsync(question);

        Assert.Equal("answer", answer.GetProperty("kind").GetString());
        Assert.Contains(filter, answer.GetProperty("interpretation").GetString());
        Assert.Equal(1, answer.GetProperty("rows")[0][0].GetInt32());
    }

    [Fact]
    public async Task A_corrected_category_can_be_asked_for_at_once()
    {
        await desk.AskAsync("tickets");
        var ticket = await desk.HasTicketAsync("Where are the docs", "I cannot find the manual");
        await desk.DatabaseAsync(async db =>
        {
            var row = db.Tickets.Single(t => t.Id == ticket);
            row.Given.Category = "documentation";
            return await db.SaveChangesAsync();
        });

        var answer = await desk.AskAsync("documentation tickets");

        Assert.Equal("answer", answer.GetProperty("kind").GetString());
        Assert.Equal(1, answer.GetProperty("rows")[0][0].GetInt32());
    }

    [Fact]
    public async Task A_renamed_agent_is_found_by_the_new_name()
    {
        await desk.HasTicketsAsync([new IncomingTicket("zendesk", "r-1") { Subject = "One", Assignee = new("900", "Olga Before") }]);
        Assert.Equal("answer", (await desk.AskAsync("tickets assigned to Olga Before")).GetProperty("kind").GetString());
        await desk.HasTicketsAsync([new IncomingTicket("zendesk", "r-1") { Subject = "Two", Assignee = new("900", "Olga Afterwards") }]);
        var answer = await desk.AskAsync("tickets assigned to Olga Afterwards");
        for (var waited = 0; waited < 40 && answer.GetProperty("kind").GetString() != "answer"; waited++)
        {
            await Task.Delay(TimeSpan.FromSeconds(.5), TestContext.Current.CancellationToken);   // names are read again a tenth of the time at most
            answer = await desk.AskAsync("tickets assigned to Olga Afterwards");
        }

        Assert.Equal(1, answer.GetProperty("rows")[0][0].GetInt32());
    }

    [Fact]
    public async Task What_no_ticket_has_any_more_goes_with_the_next_count()
    {
        const string Tenant = "shrinking-desk";
        await desk.HasTicketsAsync([new IncomingTicket("file", "1") { Subject = "One", Product = "Oldie", Tags = ["leaving"] }, new IncomingTicket("file", "2") { Subject = "Two", Product = "Goldie" }], Tenant);
        await desk.HasTicketsAsync([new IncomingTicket("file", "1") { Subject = "One", Product = "Goldie", Tags = [] }], Tenant);
        await desk.InsideAsync(services => services.GetRequiredService<CountValues>().RunAsync(CancellationToken.None), Tenant);

        var left = await desk.DatabaseAsync(db => Task.FromResult(db.TicketValues.Select(v => v.Value).ToList()), Tenant);

        Assert.Contains("Goldie", left);
        Assert.DoesNotContain("Oldie", left);
        Assert.DoesNotContain("leaving", left);
    }

    /// <summary>Counting all tickets finds what their writers noted, nothing more and nothing less.</summary>
    [Fact]
    public async Task What_writers_note_is_what_a_count_of_all_tickets_finds()
    {
        var noted = await RowsAsync();
        await desk.InsideAsync(services => services.GetRequiredService<CountValues>().RunAsync(CancellationToken.None));
        var counted = await RowsAsync();

        Assert.Equal(counted, noted);
        Assert.All(counted, value => Assert.True(value.Dimension.StartsWith("field", StringComparison.Ordinal) || Catalog.FindDimension(value.Dimension) is not null, value.Dimension));

        Task<List<(string Dimension, string Value)>> RowsAsync() => desk.DatabaseAsync(db => Task.FromResult(db.TicketValues
            .Where(v => v.Dimension != ValueKinds.Counted && v.Dimension != ValueKinds.Requester).Select(v => new { v.Dimension, v.Value }).AsEnumerable().Select(v => (v.Dimension, v.Value)).Distinct().Order().ToList()));
    }

    /// <summary>Two processes may write one new value in the same moment: neither save fails for it, and it is one value.</summary>
    [Fact]
    public async Task A_value_that_two_writers_bring_at_once_is_kept_once_and_disturbs_neither()
    {
        const string Tenant = "racing-desk";
        await desk.HasTicketsAsync([.. Enumerable.Range(0, 16).Select(n => new IncomingTicket("file", $"{n}") { Subject = "One" })], Tenant);
        for (var round = 0; round < 5; round++)
        {
            using var start = new Barrier(2);
            await Task.WhenAll(Enumerable.Range(0, 2).Select(writer => Task.Run(() => desk.DatabaseAsync(async db =>
            {
                var row = db.Tickets.OrderBy(t => t.Id).Skip(round * 2 + writer).First();
                row.Given.Category = $"raced {round}";
                start.SignalAndWait(TimeSpan.FromSeconds(5));
                return await db.SaveChangesAsync();
            }, Tenant))));
            Assert.Equal(2, (await desk.AskAsync($"raced {round} tickets", "kim", Tenant)).GetProperty("rows")[0][0].GetInt32());
        }
    }

    [Fact]
    public async Task Two_counts_at_once_take_away_the_same_rows_without_failing()
    {
        const string Tenant = "twice-counted-desk";
        await desk.HasTicketsAsync([new IncomingTicket("file", "1") { Subject = "One", Product = "Stays" }], Tenant);
        for (var round = 0; round < 4; round++)
        {
            await desk.DatabaseAsync(db =>
            {
                db.TicketValues.AddRange(Enumerable.Range(0, 50).Select(n => new TicketValue { Dimension = "product", Value = $"Gone {n}" }));
                return db.SaveChangesAsync();
            }, Tenant);
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => desk.InsideAsync(services => services.GetRequiredService<CountValues>().RunAsync(CancellationToken.None), Tenant))));
            Assert.Equal(["Stays"], await desk.DatabaseAsync(db => Task.FromResult(db.TicketValues.Where(v => v.Dimension == "product").Select(v => v.Value).Distinct().ToList()), Tenant));
        }
    }

    [Fact]
    public async Task A_field_with_a_value_of_its_own_for_each_ticket_is_not_asked_for_by_value()
    {
        const string Tenant = "order-desk";
        for (var first = 0; first < 8000; first += 2000)
            await desk.HasTicketsAsync([.. Enumerable.Range(first, 2000).Select(n => new IncomingTicket("file", $"{n}") { Subject = "One", Fields = new Dictionary<string, string> { ["Order no"] = $"A-{n:D5}" } })], Tenant);

        Assert.True(await desk.DatabaseAsync(db => Task.FromResult(db.TicketValues.Any(v => v.Dimension == ValueKinds.FieldOfMany && v.Value == "Order no")), Tenant));
        var unnamed = await desk.AskAsync("tickets with order no A-00017", "kim", Tenant);
        Assert.NotEqual("answer", unnamed.GetProperty("kind").GetString());
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("-12.50", true)]
    [InlineData("1.2.3", false)]
    [InlineData("-", false)]
    [InlineData("5.", false)]
    [InlineData("1e5", false)]
    [InlineData("٣", false)]
    [InlineData("", false)]
    public void A_number_is_digits_and_nothing_else(string value, bool isNumber) => Assert.Equal(isNumber, ValueKinds.IsNumber(value));
}
