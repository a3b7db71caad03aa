using SupportCopilot.Replies;
using SupportCopilot.Replies.Missing;
using SupportCopilot.Tests.Replies.Rewriting;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Replies.Missing;

/// <summary>The desk's other tickets are about parcels whose agents asked for this or that.</summary>
public sealed class WhatIsMissing : IAsyncLifetime
{
    private readonly Product product = Product.With();

    [Fact]
    public async Task Is_asked_for_where_agents_asked_for_it_on_alike_tickets()
    {
        await HasSolved(3, "Could you please send us the order number?");
        await HasSolved(1, "Thank you for writing.");

        var reply = await ReplyTo("My parcel never came. Where is my parcel?");

        Assert.Null(reply.Text);
        Assert.Equal([new MissingFact("orderNumber", "agents", 3, 4)], reply.Missing);
        Assert.Contains("please send us the order number.", reply.Ask, StringComparison.Ordinal);
        Assert.StartsWith("Hi Nia,", reply.Ask, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("de", "Mein Paket ist nie angekommen. Wo ist mein Paket?", "schicken Sie uns bitte die Bestellnummer")]
    [InlineData("ja", "荷物が届きません。どこにありますか？ parcel", "注文番号")]
    [InlineData("sv", "Where is my parcel?", "the order number")]
    public async Task Is_asked_for_in_the_customers_language(string language, string text, string words)
    {
        var ticket = await HasTicket(text, t => t with { Given = new TriageValues { Language = language, Category = "shipping" } });

        var reply = (await product.AssistAsync(ticket)).Reply;

        Assert.Equal([new MissingFact("orderNumber", "category", 0, 0)], reply.Missing);
        Assert.Contains(words, reply.Ask, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("My parcel never came, order 4711-88. Where is my parcel?")]
    [InlineData("My parcel #556677 never came. Where is my parcel?")]
    public async Task Is_not_asked_for_where_the_customer_wrote_it(string text)
    {
        await HasSolved(4, "Could you please send us the order number?");

        var reply = await ReplyTo(text);

        Assert.Empty(reply.Missing);
        Assert.Null(reply.Ask);
    }

    [Fact]
    public async Task Is_not_asked_for_where_a_field_of_the_ticket_holds_it()
    {
        await HasSolved(4, "Could you please send us the order number?");
        var ticket = await HasTicket("My parcel never came. Where is my parcel?", t => t with { Fields = new Dictionary<string, string> { ["Order number"] = "77" } });

        Assert.Empty((await product.AssistAsync(ticket)).Reply.Missing);
    }

    [Fact]
    public async Task Is_not_asked_for_where_agents_of_alike_tickets_did_well_without()
    {
        await HasSolved(4, "Your parcel waits at the post office around the corner.");
        var ticket = await HasTicket("My parcel never came. Where is my parcel?", t => t with { Given = new TriageValues { Category = "shipping" } });

        Assert.Empty((await product.AssistAsync(ticket)).Reply.Missing);
    }

    [Fact]
    public async Task Is_not_asked_for_twice_nor_while_the_desk_waits()
    {
        await HasSolved(4, "Could you please send us the order number?");
        var asked = await product.HasTicketAsync(Sidebar.Ticket("Parcel", "My parcel never came. Where is my parcel?", "Please tell us the order number.", "I do not have one, and my parcel never came."));
        var waits = await product.HasTicketAsync(Sidebar.Ticket("Parcel", "My parcel never came. Where is my parcel?", "We look at it."));
        await product.IndexAsync();

        Assert.Empty((await product.AssistAsync(asked)).Reply.Missing);
        Assert.Empty((await product.AssistAsync(waits)).Reply.Missing);
    }

    [Fact]
    public async Task Stands_below_what_the_article_says_and_stays_there_in_another_tone()
    {
        await product.HasArticleAsync("Track your parcel", "You can track your parcel on the page Orders. Where it has not moved for a week, write to support and include the order number.");
        var ticket = await HasTicket("How can I track my parcel?");

        var reply = (await product.AssistAsync(ticket)).Reply;

        Assert.Equal([new MissingFact("orderNumber", "article", 0, 0)], reply.Missing);
        Assert.Matches(@"(?s)page Orders.*\[1\].*please send us the order number\.\n\n.*Kind regards", reply.Text);
        var formal = await product.RewriteAsync(ticket, new { tone = "formal" });
        Assert.Matches(@"(?s)page Orders.*\[1\].*please send us the order number\.\n\n.*Yours sincerely", formal.Text);
    }

    [Theory]
    [InlineData("Could you send us a screenshot and the exact error message?", "errorText,screenshot")]
    [InlineData("Welche Version verwenden Sie, und auf welchem Gerät?", "version")]
    [InlineData("Merci de nous indiquer le numéro de commande.", "orderNumber")]
    [InlineData("Envíenos por favor el número de pedido.", "orderNumber")]
    [InlineData("注文番号をお知らせください。", "orderNumber")]
    [InlineData("يرجى إرسال رقم الطلب.", "orderNumber")]
    [InlineData("Which phone and system version is it, and may we read the crash report?", "device,version")]
    [InlineData("Do you have an order number and the rough time of such an attempt?", "orderNumber")]
    [InlineData("The order number stands on the invoice.", "")]
    [InlineData("Version 3 is live since this morning.", "")]
    public void Is_told_from_what_an_agent_wrote(string message, string kinds) =>
        Assert.Equal(kinds, string.Join(',', AskedFacts.In(message).Order(StringComparer.Ordinal)));

    private async Task HasSolved(int times, string agent)
    {
        for (var i = 0; i < times; i++)
            await product.HasTicketAsync(Sidebar.Ticket("Parcel", "My parcel has not come. Where is my parcel now?", agent, "It is 4711-99.", "It came today.") with { Status = TicketStatus.Solved });
    }

    private async Task<SuggestedReply> ReplyTo(string text) => (await product.AssistAsync(await HasTicket(text))).Reply;

    private async Task<long> HasTicket(string text, Func<IncomingTicket, IncomingTicket>? with = null)
    {
        foreach (var other in new[] { "The window sticks", "A lamp flickers", "Wrong door", "No parking", "Loud fan", "Cold soup" }) await product.HasTicketAsync(Sidebar.Ticket(other, $"{other} since the morning, please look at it."));
        var ticket = Sidebar.Ticket("Parcel", text);
        var id = await product.HasTicketAsync(with is null ? ticket : with(ticket));
        await product.IndexAsync();
        return id;
    }

    public ValueTask InitializeAsync() => product.InitializeAsync();

    public ValueTask DisposeAsync() => product.DisposeAsync();
}
