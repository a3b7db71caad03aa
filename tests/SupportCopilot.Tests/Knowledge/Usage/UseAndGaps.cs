using System.Net;
using System.Net.Http.Json;
using SupportCopilot.Access;
using SupportCopilot.Knowledge;
using SupportCopilot.Knowledge.Articles;
using SupportCopilot.Knowledge.Proposals;
using SupportCopilot.Knowledge.Usage;
using SupportCopilot.Replies;
using SupportCopilot.Tests.Replies;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Knowledge.Usage;

public sealed class UseAndGaps : IAsyncLifetime
{
    private readonly Product product = Product.With();

    [Fact]
    public async Task An_article_counts_the_replies_that_cite_it_and_what_agents_said_of_them()
    {
        var (article, ticket, reply) = await Answered();
        await product.AssistAsync(ticket);   // the same reply is not counted twice
        await FeedbackAsync(new { ticketId = ticket, suggestionId = reply.SuggestionId, verdict = "up" });
        await FeedbackAsync(new { ticketId = ticket, suggestionId = reply.SuggestionId, verdict = "down" });

        var row = (await product.As(Role.Agent).GetAsync<ArticleDetail>($"/api/articles/{article}")).Article;

        Assert.Equal((1, 1, 1), (row.Cited, row.Helped, row.Failed));
    }

    [Fact]
    public async Task A_ticket_without_an_answer_shows_as_a_gap_until_an_article_answers_it()
    {
        var ticket = await product.HasTicketAsync(Sidebar.Ticket("Sensor battery", "How long does the battery of the Frostline sensor last?") with { Given = new TriageValues { Category = "product" } });
        await product.IndexAsync();
        await product.AssistAsync(ticket);
        await product.AssistAsync(ticket);

        var gaps = await product.As(Role.Sme).GetAsync<Gaps>("/api/articles/gaps");
        Assert.Equal(("product", 1), (Assert.Single(gaps.Items).Category, gaps.Tickets));
        Assert.Equal(ticket, Assert.Single(gaps.Items[0].Samples).Id);

        await product.HasArticleAsync("Battery of the Frostline sensor", "The battery of the Frostline sensor lasts two years. Replace the battery when the light of the sensor turns red.");
        await product.IndexAsync();
        Assert.NotNull((await product.AssistAsync(ticket)).Reply.Text);
        Assert.Empty((await product.As(Role.Sme).GetAsync<Gaps>("/api/articles/gaps")).Items);
    }

    [Fact]
    public async Task A_search_that_finds_nothing_is_counted_whatever_the_order_of_its_words()
    {
        foreach (var searched in (string[])["walrus%20licence", "Licence%20walrus"])
            await product.As(Role.Agent).GetAsync<System.Text.Json.JsonElement>($"/api/search?kind=passage&q={searched}");

        var miss = Assert.Single((await product.As(Role.Agent).GetAsync<Gaps>("/api/articles/gaps")).Searches);

        Assert.Equal(("licence walrus", 2), (miss.Words, miss.Times));
    }

    [Fact]
    public async Task A_correction_waits_for_an_expert_and_enters_no_reply_before()
    {
        var (_, ticket, reply) = await Answered();
        await FeedbackAsync(new { ticketId = ticket, suggestionId = reply.SuggestionId, verdict = "down", correction = "Choose Start anew on the sign-in page, then type your new password twice." });
        var proposal = Assert.Single((await product.As(Role.Sme).GetAsync<Listed<ProposedArticle>>("/api/articles/proposals")).Items);
        Assert.Equal(Proposal.Correction, proposal.Source);
        Assert.DoesNotContain((await product.AssistAsync(ticket)).Reply.Citations, citation => citation.ArticleId == proposal.Id);

        Assert.Equal(HttpStatusCode.BadRequest, await DecideAsync(proposal.Id, new { decision = "publish" }));   // a customer's subject is no title
        Assert.Equal(HttpStatusCode.NoContent, await DecideAsync(proposal.Id, new { decision = "publish", title = "Forgotten password" }));

        var published = (await product.As(Role.Sme).GetAsync<ArticleDetail>($"/api/articles/{proposal.Id}")).Article;
        Assert.Equal(("Forgotten password", ArticleSegment.Public, true), (published.Title, published.Segment, published.IsPublished));
        Assert.Equal(HttpStatusCode.NotFound, await DecideAsync(proposal.Id, new { decision = "reject" }));   // it is no proposal any more
    }

    [Fact]
    public async Task A_rejected_correction_is_gone_and_agents_decide_nothing()
    {
        var (_, ticket, reply) = await Answered();
        await FeedbackAsync(new { ticketId = ticket, suggestionId = reply.SuggestionId, verdict = "down", correction = "Just wait." });
        var proposal = Assert.Single((await product.As(Role.Sme).GetAsync<Listed<ProposedArticle>>("/api/articles/proposals")).Items);

        var byAgent = await product.As(Role.Agent).PostAsJsonAsync($"/api/articles/{proposal.Id}/decision", new { decision = "reject" }, Ct);
        Assert.Equal(HttpStatusCode.Forbidden, byAgent.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, await DecideAsync(proposal.Id, new { decision = "reject" }));

        Assert.Empty((await product.As(Role.Sme).GetAsync<Listed<ProposedArticle>>("/api/articles/proposals")).Items);
    }

    [Fact]
    public async Task The_start_set_is_ten_proposals_once_and_none_is_published_with_blanks()
    {
        for (var time = 0; time < 2; time++) (await product.As(Role.Sme).PostAsync("/api/articles/start-set", null, Ct)).EnsureSuccessStatusCode();
        var proposals = (await product.As(Role.Sme).GetAsync<Listed<ProposedArticle>>("/api/articles/proposals")).Items;

        Assert.Equal(10, proposals.Count);
        Assert.All(proposals, proposal => Assert.Contains(Proposal.Blank, proposal.Body, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.BadRequest, await DecideAsync(proposals[0].Id, new { decision = "publish", title = "Reset your password" }));
        Assert.Equal(HttpStatusCode.NoContent, await DecideAsync(proposals[0].Id, new { decision = "publish", title = "Reset your password", body = "Choose Forgot password." }));
    }

    [Fact]
    public async Task A_reply_from_an_internal_article_asks_before_it_goes_out()
    {
        await product.HasArticleAsync("Reset a customer's password", "Open the admin page and reset the password there.", with: a => a with { Segment = ArticleSegment.Internal });
        var ticket = await product.HasTicketAsync(Sidebar.Ticket("Password", "How do I reset my password?"));
        await product.IndexAsync();

        var reply = (await product.AssistAsync(ticket)).Reply;

        Assert.Contains("Reset a customer's password", reply.Confirm, StringComparison.Ordinal);
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await product.DisposeAsync();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private async Task<(long Article, long Ticket, SuggestedReply Reply)> Answered()
    {
        var article = await product.HasArticleAsync("Reset your password", "Choose Forgot password on the sign-in page to reset your password.");
        var ticket = await product.HasTicketAsync(Sidebar.Ticket("Password", "How do I reset my password?"));
        await product.IndexAsync();
        var reply = (await product.AssistAsync(ticket)).Reply;
        Assert.NotNull(reply.Text);
        Assert.Null(reply.Confirm);
        return (article, ticket, reply);
    }

    private async Task FeedbackAsync(object given) => (await product.As(Role.Agent).PostAsJsonAsync("/api/feedback", given, Ct)).EnsureSuccessStatusCode();

    private async Task<HttpStatusCode> DecideAsync(long id, object decision) => (await product.As(Role.Sme).PostAsJsonAsync($"/api/articles/{id}/decision", decision, Ct)).StatusCode;

    private sealed record Listed<T>(IReadOnlyList<T> Items);
}
