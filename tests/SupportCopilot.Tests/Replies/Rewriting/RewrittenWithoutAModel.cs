using System.Net;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Replies.Rewriting;

public sealed class RewrittenWithoutAModel : IAsyncLifetime
{
    private readonly Product product = Product.With();

    [Theory]
    [InlineData("friendly", "Hi Nia!", "Best wishes")]
    [InlineData("formal", "Dear Nia,", "Yours sincerely")]
    [InlineData("apologetic", "Hi Nia,", "sorry")]
    public async Task Another_tone_changes_the_courtesies_and_no_word_of_the_source(string tone, string greeting, string closing)
    {
        var (ticket, shown) = await product.HasSuggestionAsync();

        var reply = await product.RewriteAsync(ticket, new { tone });

        Assert.StartsWith(greeting, reply.Text, StringComparison.Ordinal);
        Assert.Contains(closing, reply.Text, StringComparison.Ordinal);
        Assert.Contains($"{shown.Citations[0].Quote} [1]", reply.Text, StringComparison.Ordinal);
        Assert.Equal(shown.Citations, reply.Citations);
        Assert.Equal("extractive", reply.Source);
        Assert.Empty(reply.NotDone);
    }

    [Fact]
    public async Task Another_tone_keeps_the_name_of_the_agent_under_it()
    {
        var (ticket, _) = await product.HasSuggestionAsync();
        await product.DatabaseAsync(async db =>
        {
            var agent = new Person { Source = "file", ExternalId = "agent-1", Name = "Ada Jones", IsAgent = true };
            db.People.Add(agent);
            await db.SaveChangesAsync();
            (await db.Tickets.SingleAsync(t => t.Id == ticket)).AssigneeId = agent.Id;
            return await db.SaveChangesAsync();
        });

        Assert.EndsWith("Yours sincerely\nAda Jones", (await product.RewriteAsync(ticket, new { tone = "formal" })).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shorter_leaves_out_the_courtesies_alone_and_then_says_that_there_is_nothing_less()
    {
        var (ticket, shown) = await product.HasSuggestionAsync();

        var shorter = await product.RewriteAsync(ticket, new { length = "shorter" });
        var again = await product.RewriteAsync(ticket, new { length = "shorter", suggestionId = shorter.SuggestionId });

        Assert.Equal($"Hi Nia,\n\n{shown.Citations[0].Quote} [1]\n\nKind regards", shorter.Text);
        Assert.Equal(shorter.Text, again.Text);
        Assert.Equal(("length", "nothingLess"), Assert.Single(again.NotDone) is var missed ? (missed.Wish, missed.Because) : default);
    }

    [Fact]
    public async Task Longer_goes_on_with_the_source_and_cites_all_of_it()
    {
        var (ticket, shown) = await product.HasSuggestionAsync();
        Assert.DoesNotContain("24 hours", shown.Text, StringComparison.Ordinal);

        var (before, last) = (shown.Text!, await product.RewriteAsync(ticket, new { length = "longer" }));
        for (var times = 0; last.NotDone.Count == 0; times++)
        {
            Assert.True(last.Text!.Length > before.Length && times < 5);
            (before, last) = (last.Text, await product.RewriteAsync(ticket, new { length = "longer", suggestionId = last.SuggestionId }));
        }

        Assert.Equal("nothingMore", Assert.Single(last.NotDone).Because);
        Assert.Contains("lock it for 24 hours. [1]", last.Text, StringComparison.Ordinal);
        Assert.EndsWith("lock it for 24 hours.", last.Citations[0].Quote, StringComparison.Ordinal);
        Assert.DoesNotContain("Every plan", last.Text, StringComparison.Ordinal);   // another heading is another matter
    }

    [Fact]
    public async Task What_needs_a_model_is_said_and_the_rest_is_done()
    {
        var (ticket, _) = await product.HasSuggestionAsync();

        var reply = await product.RewriteAsync(ticket, new { tone = "formal", language = "fr", instruction = "Mention the summer sale." });

        Assert.StartsWith("Dear Nia,", reply.Text, StringComparison.Ordinal);
        Assert.Equal(["language noModel", "instruction noModel"], reply.NotDone.Select(missed => $"{missed.Wish} {missed.Because}"));
    }

    [Fact]
    public async Task Each_rewriting_is_kept_so_that_a_verdict_can_name_it()
    {
        var (ticket, shown) = await product.HasSuggestionAsync();

        var reply = await product.RewriteAsync(ticket, new { tone = "formal" });

        Assert.NotEqual(shown.SuggestionId, reply.SuggestionId);
        Assert.Equal(reply.Text, await product.DatabaseAsync(db => db.Suggestions.Where(s => s.Id == reply.SuggestionId).Select(s => s.Text).SingleAsync()));
    }

    [Fact]
    public async Task Where_nothing_is_suggested_there_is_nothing_to_rewrite_and_the_reason_is_given()
    {
        var ticket = await product.HasTicketAsync(Sidebar.Ticket("Pizza", "My parrot ate the pizza."));
        await product.IndexAsync();

        var reply = await product.RewriteAsync(ticket, new { tone = "formal" });

        Assert.Null(reply.Text);
        Assert.NotEmpty(reply.SilentBecause!);
    }

    [Theory]
    [InlineData("{}", "Say what is to be other")]
    [InlineData("""{"tone":"rude"}""", "tone is one of")]
    [InlineData("""{"length":"endless"}""", "length is one of")]
    [InlineData("""{"language":"French"}""", "two small letters")]
    [InlineData("""{"tone":"formal","suggestionId":"7f0c8a4e-3d0e-4d0e-9a4e-3d0e4d0e9a4e"}""", "names no suggestion")]
    public async Task A_wish_that_cannot_be_tried_is_refused_in_words(string wish, string words)
    {
        var (ticket, _) = await product.HasSuggestionAsync();

        using var answer = await product.PostRewriteAsync(ticket, System.Text.Json.JsonDocument.Parse(wish).RootElement);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(words, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_suggestion_whose_source_was_taken_back_is_not_rewritten()
    {
        var (ticket, shown) = await product.HasSuggestionAsync();
        await product.DatabaseAsync(async db =>
        {
            var article = shown.Citations[0].ArticleId;
            (await db.Articles.SingleAsync(a => a.Id == article)).IsPublished = false;
            return await db.SaveChangesAsync();
        });

        using var answer = await product.PostRewriteAsync(ticket, new { tone = "formal", suggestionId = shown.SuggestionId });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("has changed since", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ticket_out_of_sight_or_of_another_tenant_is_not_there()
    {
        var (ticket, _) = await product.HasSuggestionAsync();
        using var warm = await product.PostRewriteAsync(ticket, new { tone = "formal" }, "limited");
        Assert.Equal(HttpStatusCode.OK, warm.StatusCode);
        await product.DatabaseAsync(async db =>
        {
            var person = await db.People.SingleAsync(p => p.Source == "dev" && p.ExternalId == "limited");
            db.PersonScopes.Add(new PersonScope { PersonId = person.Id, Kind = ScopeKind.Brand, Value = "south" });
            return await db.SaveChangesAsync();
        });

        using var hidden = await product.PostRewriteAsync(ticket, new { tone = "formal" }, "limited");

        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
    }

    public ValueTask InitializeAsync() => product.InitializeAsync();

    public ValueTask DisposeAsync() => product.DisposeAsync();
}
