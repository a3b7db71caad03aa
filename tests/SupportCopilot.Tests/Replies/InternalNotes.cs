using SupportCopilot.Replies;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Replies;

/// <summary>What the desk keeps to itself decides nothing that a customer may read: canaries stand in notes, and an article and a ticket that only they would find.</summary>
public sealed class InternalNotes : IAsyncLifetime
{
    private const string Note = "Zeppelin hangar: how do I book the zeppelin hangar? The zeppelin hangar booking fails.";

    private readonly Product product = Product.With();

    [Theory]
    [InlineData(AuthorKind.Agent)]
    [InlineData(AuthorKind.Requester)]
    public async Task Reach_neither_the_problem_nor_the_search_nor_the_reply(AuthorKind by)
    {
        await product.HasArticleAsync("Book the zeppelin hangar", "To book the zeppelin hangar open Hangar, Book. A zeppelin hangar booking fails without a pilot.");
        await product.HasArticleAsync("Reset your password", "To reset your password choose Forgot password on the sign-in page.");
        var ticket = await product.HasTicketAsync(WithNote("Password", "How do I reset my password?", by));
        await product.IndexAsync();

        var seen = await product.AssistAsync(ticket);

        Assert.Equal("How do I reset my password?", seen.Summary.Problem);
        Assert.Equal(["How do I reset my password?"], seen.Summary.OpenQuestions);
        Assert.Equal("Reset your password", Assert.Single(seen.Reply.Citations).Title);
        Assert.DoesNotContain("zeppelin", seen.Reply.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(seen.Articles, article => article.Title.Contains("zeppelin", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Let_no_other_ticket_find_theirs_and_are_no_resolution()
    {
        var solved = await product.HasTicketAsync(WithNote("Password", "The password reset mail never arrives.", AuthorKind.Agent) with { Status = TicketStatus.Solved });
        var alike = await product.HasTicketAsync(Sidebar.Ticket("Password", "No password reset mail arrives."));
        var other = await product.HasTicketAsync(Sidebar.Ticket("Zeppelin", "How do I book the zeppelin hangar?"));
        await product.IndexAsync();

        var found = Assert.Single((await product.AssistAsync(alike)).Similar);

        Assert.Equal((solved, null), (found.Id, found.Resolution));
        Assert.DoesNotContain((await product.AssistAsync(other)).Similar, similar => similar.Id == solved);
    }

    public ValueTask InitializeAsync() => product.InitializeAsync();

    public ValueTask DisposeAsync() => product.DisposeAsync();

    private static IncomingTicket WithNote(string subject, string asked, AuthorKind by) => Sidebar.Ticket(subject, asked) with
    {
        Comments = [new IncomingComment("0", asked), new IncomingComment("1", Note, by, IsPublic: false)],
    };
}
