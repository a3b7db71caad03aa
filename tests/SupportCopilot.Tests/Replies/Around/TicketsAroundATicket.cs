using SupportCopilot.Access;
using SupportCopilot.Replies;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Replies.Around;

public sealed class TicketsAroundATicket : IAsyncLifetime
{
    private const string Words = "The card reader keeps losing its connection to the till every few minutes since the update.";
    private readonly Product product = Product.With();

    [Fact]
    public async Task The_same_matter_of_the_same_customer_is_offered_for_linking_and_another_matter_is_not()
    {
        var first = await product.HasTicketAsync(Of("Reader loses connection", Words, day: 0));
        await product.HasTicketAsync(Of("Invoice for March", "Please send me the invoice for March once more.", day: 1));
        await product.HasTicketAsync(Of("Reader loses connection", Words, day: 1, by: "stranger"));
        var ticket = await product.HasTicketAsync(Of("Card reader connection lost again", "Our card reader is still losing its connection to the till.", day: 2));

        var seen = await product.AssistAsync(ticket);

        var duplicate = Assert.Single(seen.Duplicates);
        Assert.Equal(first, duplicate.Id);
        Assert.Contains("same customer", duplicate.Because, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_customers_other_tickets_are_counted_with_their_rating()
    {
        await product.HasTicketAsync(Of("One", "First matter.", day: 0) with { Status = TicketStatus.Solved, Csat = 1 });
        await product.HasTicketAsync(Of("Two", "Second matter.", day: 1));
        var ticket = await product.HasTicketAsync(Of("Three", "Third matter.", day: 2));

        var history = (await product.AssistAsync(ticket)).History!;

        Assert.Equal((2, 1, 1.0), (history.Requester.Tickets, history.Requester.Open, history.Requester.Csat));
        Assert.Equal(["Two", "One"], history.Recent.Select(recent => recent.Subject));
    }

    [Fact]
    public async Task All_of_a_customer_with_hundreds_are_counted_and_the_one_of_those_days_is_offered()
    {
        var first = await product.HasTicketAsync(Of("Reader loses connection", Words, day: 0) with { Csat = 0.5 });
        await product.HasTicketsAsync([.. Enumerable.Range(0, 210).Select(i => Of("Invoice", $"Please send me invoice {i}.", day: 60 + i / 10) with { Status = TicketStatus.Closed, Csat = 1 })]);
        var ticket = await product.HasTicketAsync(Of("Reader loses connection", Words, day: 1));

        var seen = await product.AssistAsync(ticket);

        Assert.Equal(first, Assert.Single(seen.Duplicates).Id);
        Assert.Equal((211, 1, 1.0), (seen.History!.Requester.Tickets, seen.History.Requester.Open, seen.History.Requester.Csat));
        Assert.Equal(5, seen.History.Recent.Count);
    }

    [Theory]
    [InlineData(TicketStatus.New)]
    [InlineData(TicketStatus.Open)]
    [InlineData(TicketStatus.Pending)]
    [InlineData(TicketStatus.Hold)]
    [InlineData(TicketStatus.Solved)]
    [InlineData(TicketStatus.Closed)]
    public async Task The_same_matter_of_a_colleague_is_offered_in_whatever_status(string status)
    {
        var colleague = await product.HasTicketAsync(Of("Reader loses connection", Words, day: 0, by: "bo") with { Organization = new IncomingName("inn", "The Inn"), Status = status });
        await product.HasTicketAsync(Of("Reader loses connection", Words, day: 40, by: "cy") with { Organization = new IncomingName("inn", "The Inn"), Status = status });
        await product.HasTicketAsync(Of("Reader loses connection", Words, day: 0, by: "di") with { Organization = new IncomingName("pub", "The Pub"), Status = status });
        var ticket = await product.HasTicketAsync(Of("Reader loses connection", Words, day: 1) with { Organization = new IncomingName("inn", "The Inn") });

        var duplicate = Assert.Single((await product.AssistAsync(ticket)).Duplicates);

        Assert.Equal(colleague, duplicate.Id);
        Assert.Contains("colleague", duplicate.Because, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_open_problem_in_the_same_words_is_named_and_a_solved_one_is_not()
    {
        var solved = Of("Readers lose connection since update 4", Words, day: 0, by: "desk") with { Type = "problem", Status = TicketStatus.Solved };
        await product.HasTicketAsync(solved);
        var ticket = await product.HasTicketAsync(Of("Reader", Words, day: 1));
        Assert.Null((await product.AssistAsync(ticket)).Problem);

        var open = await product.HasTicketAsync(Of("Readers lose connection since update 5", Words, day: 0, by: "desk") with { Type = "problem" });

        Assert.Equal(open, (await product.AssistAsync(ticket)).Problem!.Id);
    }

    [Fact]
    public async Task What_is_out_of_sight_is_neither_counted_nor_offered()
    {
        await product.HasTicketAsync(Of("Reader loses connection", Words, day: 0) with { Brand = "south" });
        var ticket = await product.HasTicketAsync(Of("Reader loses connection", Words, day: 1) with { Brand = "north" });
        await product.HasScopeAsync("limited", brands: ["north"]);

        var seen = await product.As(Role.Agent, user: "limited").GetAsync<Assistance>($"/api/tickets/{ticket}/assist");

        Assert.Empty(seen.Duplicates);
        Assert.Equal(0, seen.History!.Requester.Tickets);
        Assert.Empty(seen.History.Recent);
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await product.DisposeAsync();

    private static IncomingTicket Of(string subject, string words, int day, string by = "nia") => new("file", Guid.NewGuid().ToString("N"))
    {
        Subject = subject,
        Status = TicketStatus.Open,
        CreatedAt = Sidebar.Day(day),
        Requester = new IncomingPerson($"{by}@example.com", by, $"{by}@example.com"),
        Comments = [new IncomingComment("0", words)],
    };
}
