using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Replies;

public sealed class SimilarTickets : IAsyncLifetime
{
    private readonly Product product = Product.With();

    [Fact]
    public async Task Show_the_desks_last_public_reply_of_a_solved_one_and_never_the_ticket_itself()
    {
        var solved = await product.HasTicketAsync(Sidebar.Ticket(
            "Export fails", "The export to Excel fails with error 500.", "Which browser?", "Firefox.", "We fixed the export; please try again. " + new string('x', 600)) with
        { Status = TicketStatus.Solved, Requester = new IncomingPerson("bo", "Bo Li") });
        var open = await product.HasTicketAsync(Sidebar.Ticket("Export error", "Export to Excel shows error 500.", "We look into it.") with { Requester = new IncomingPerson("cy", "Cy Ro") });
        var ticket = await product.HasTicketAsync(Sidebar.Ticket("Excel export", "My export to Excel fails with error 500."));
        await Noise();

        var similar = (await product.AssistAsync(ticket)).Similar;

        Assert.Equal([solved, open], similar.Select(s => s.Id).Order());
        var first = similar.Single(s => s.Id == solved);
        Assert.StartsWith("We fixed the export", first.Resolution, StringComparison.Ordinal);
        Assert.True(first.Resolution!.Length <= 400);
        Assert.InRange(first.Score, 0.25, 1);
        Assert.Null(similar.Single(s => s.Id == open).Resolution);
    }

    [Fact]
    public async Task Of_two_alike_the_solved_one_stands_first()
    {
        const string words = "The export to Excel fails with error 500.";
        await product.HasTicketAsync(Sidebar.Ticket("Export", words) with { Requester = new IncomingPerson("cy", "Cy Ro") });
        var solved = await product.HasTicketAsync(Sidebar.Ticket("Export", words, "Fixed.") with { Status = TicketStatus.Solved, Requester = new IncomingPerson("bo", "Bo Li") });
        var ticket = await product.HasTicketAsync(Sidebar.Ticket("Excel export", "My export to Excel fails with error 500."));
        await Noise();

        Assert.Equal(solved, (await product.AssistAsync(ticket)).Similar[0].Id);
    }

    [Fact]
    public async Task A_solved_one_stands_first_before_a_dozen_that_are_a_little_nearer()
    {
        const string words = "The export to Excel fails with error 500 whenever we choose more than two columns and the currency of the invoice with all its taxes";
        for (var i = 0; i < 12; i++) await product.HasTicketAsync(Sidebar.Ticket("Export", words + " today.") with { Requester = new IncomingPerson($"cy{i}", "Cy Ro") });
        var solved = await product.HasTicketAsync(Sidebar.Ticket("Export", words + ".", "Fixed.") with { Status = TicketStatus.Solved, Requester = new IncomingPerson("bo", "Bo Li") });
        var ticket = await product.HasTicketAsync(Sidebar.Ticket("Export", words + " today."));
        await Noise();

        var similar = (await product.AssistAsync(ticket)).Similar;

        Assert.Equal(solved, similar[0].Id);
        Assert.True(similar[0].Score < similar[1].Score);
    }

    [Fact]
    public async Task The_same_customers_other_ticket_is_marked()
    {
        var other = await product.HasTicketAsync(Sidebar.Ticket("Export", "The export to Excel fails with error 500."));
        var ticket = await product.HasTicketAsync(Sidebar.Ticket("Export again", "The export to Excel still fails with error 500."));
        await Noise();

        var similar = Assert.Single((await product.AssistAsync(ticket)).Similar);

        Assert.Equal((other, true), (similar.Id, similar.SameRequester));
    }

    [Theory]
    [InlineData("As I have not heard back, I am closing this for now. Just reply if you need anything else and it opens again.")]
    [InlineData("I take it that everything is fine and close this request. A reply opens it again.")]
    [InlineData("I have not heard from you, is the matter settled?")]
    [InlineData("Da ich nichts mehr gehört habe, schließe ich die Anfrage vorerst. Mit einer Antwort öffnet sie sich wieder.")]
    [InlineData("Sans nouvelles de votre part, je clos la demande. Une réponse suffit pour la rouvrir.")]
    [InlineData("Como no he tenido respuesta, cierro la consulta. Si contesta, se vuelve a abrir.")]
    [InlineData("Hi Bo,\n\nplease try that.\n\nKind regards,\nAda")]
    public async Task Show_what_solved_it_rather_than_the_courtesy_that_closed_it(string closing) =>
        Assert.Equal(Solution, await ResolutionAfter("The export fails.", [Solution, closing]));

    [Fact]
    public async Task Show_a_later_reply_where_it_says_more_or_answers_the_customer()
    {
        Assert.Equal(Solution, await ResolutionAfter("The export fails.", ["We look at the server.", Solution]));
        var ticket = Sidebar.Ticket("Export", "The export fails with error 500.", Solution, "Still error 500.", "Please use version 8.") with
        { Status = TicketStatus.Solved, Requester = new IncomingPerson("bo", "Bo Li") };
        Assert.Equal("Please use version 8.", await ResolutionOf(ticket));
    }

    [Fact]
    public async Task Show_no_resolution_where_the_desk_only_closed() =>
        Assert.Null(await ResolutionAfter("The export fails.", ["As I have not heard back, I am closing this for now."]));

    public ValueTask InitializeAsync() => product.InitializeAsync();

    public ValueTask DisposeAsync() => product.DisposeAsync();

    private const string Solution = "Exports of more than 100,000 rows fail with error 500. I have raised your limit to 200,000 rows.";

    private Task<string?> ResolutionAfter(string asked, string[] replies) => ResolutionOf(Sidebar.Ticket("Export", asked) with
    {
        Status = TicketStatus.Solved,
        Requester = new IncomingPerson("bo", "Bo Li"),
        Comments = [new IncomingComment("0", asked), .. replies.Select((text, i) => new IncomingComment($"{i + 1}", text, AuthorKind.Agent))],
    });

    private async Task<string?> ResolutionOf(IncomingTicket solved)
    {
        var id = await product.HasTicketAsync(solved);
        var ticket = await product.HasTicketAsync(Sidebar.Ticket("Export", "The export fails with an error."));
        await Noise();
        return (await product.AssistAsync(ticket)).Similar.Single(similar => similar.Id == id).Resolution;
    }

    private async Task Noise()
    {
        string[] topics = ["My invoice shows a wrong address.", "Can I change the colour of the buttons?", "The lamp I ordered is broken.", "How do I invite a colleague to the team?", "Login with a phone number is refused."];
        await product.HasTicketsAsync([.. topics.Select(topic => Sidebar.Ticket("", topic) with { Requester = new IncomingPerson("di", "Di Fo") })]);
        await product.IndexAsync();
    }
}
