using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Knowledge;
using SupportCopilot.Replies;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Replies;

public sealed partial class SuggestedReplies : IAsyncLifetime
{
    private readonly Product product = Product.With();

    [Fact]
    public async Task Cite_the_article_that_answers_and_greet_the_customer_by_name()
    {
        var article = await HasHelpCenter();
        var ticket = await HasTicket("Password", "Hi there, I forgot my password and cannot log in any more. How do I reset my password?");

        var reply = (await product.AssistAsync(ticket)).Reply;

        Assert.Null(reply.SilentBecause);
        Assert.StartsWith("Hi Nia,", reply.Text, StringComparison.Ordinal);
        Assert.Contains("Forgot password", reply.Text, StringComparison.Ordinal);
        Assert.Equal(article, Assert.Single(reply.Citations).ArticleId);
        await EveryQuoteStandsInItsArticle(reply);
    }

    [Fact]
    public async Task Are_signed_by_the_agent_who_has_the_ticket()
    {
        await HasHelpCenter();
        var ticket = await product.HasTicketAsync(Sidebar.Ticket("Password", "How do I reset my password?") with { Assignee = new IncomingPerson("mia", "Mia Chen", "mia@example.com") });
        await product.IndexAsync();

        Assert.EndsWith("Kind regards\nMia Chen", (await product.AssistAsync(ticket)).Reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_silent_with_a_reason_where_no_article_is_near()
    {
        await HasHelpCenter();
        var ticket = await HasTicket("Pizza", "My parrot ate the pizza that your drone dropped on our roof. Who pays for the parrot's doctor?");

        var reply = (await product.AssistAsync(ticket)).Reply;

        Assert.Null(reply.Text);
        Assert.Null(reply.SuggestionId);
        Assert.Empty(reply.Citations);
        Assert.NotEmpty(reply.SilentBecause!);
    }

    [Fact]
    public async Task Are_silent_once_the_customer_is_content()
    {
        await HasHelpCenter();
        var ticket = await product.HasTicketAsync(Sidebar.Ticket(
            "Password", "How do I reset my password?", "Choose «Forgot password» on the sign-in page.", "Thanks, that worked!"));
        await product.IndexAsync();

        var seen = await product.AssistAsync(ticket);

        Assert.Contains("content", seen.Reply.SilentBecause, StringComparison.Ordinal);
        Assert.StartsWith("Solve the ticket", seen.Summary.NextStep, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("wrote last", "How do I reset my password?", "Choose «Forgot password» on the sign-in page.")]
    [InlineData("has not helped", "How do I reset my password?", "Choose «Forgot password» on the sign-in page.", "It is still not working.")]
    [InlineData("given what was asked for", "How do I reset my password?", "Which address do you type in?", "nia@example.com")]
    public async Task Are_silent_where_an_article_would_say_it_again(string because, params string[] messages)
    {
        await HasHelpCenter();
        var ticket = await product.HasTicketAsync(Sidebar.Ticket("Password", messages));
        await product.IndexAsync();

        var reply = (await product.AssistAsync(ticket)).Reply;

        Assert.Null(reply.Text);
        Assert.Contains(because, reply.SilentBecause, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Brilliant. You can close this.", true)]
    [InlineData("all clear now, you can close this", true)]
    [InlineData("U marked this as solved, but it is not", false)]
    public async Task Take_leave_to_close_for_content(string last, bool isContent)
    {
        await HasHelpCenter();
        var ticket = await product.HasTicketAsync(Sidebar.Ticket("Password", "How do I reset my password?", "Choose «Forgot password» on the sign-in page.", last));
        await product.IndexAsync();

        Assert.Equal(isContent, (await product.AssistAsync(ticket)).Reply.SilentBecause?.Contains("content", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Never_use_what_is_not_published()
    {
        await product.HasArticleAsync("Reset your password", "Choose Forgot password on the sign-in page to reset your password.", with: a => a with { IsPublished = false });
        var ticket = await HasTicket("Password", "How do I reset my password?");

        var seen = await product.AssistAsync(ticket);

        Assert.Null(seen.Reply.Text);
        Assert.Empty(seen.Articles);
    }

    [Fact]
    public async Task Use_internal_articles_only_where_no_public_one_answers_and_mark_them()
    {
        const string asked = "How do I reset my password?";
        await product.HasArticleAsync("Reset a customer's password", "Open the admin page and reset the password there.", with: a => a with { Segment = ArticleSegment.Internal });
        var ticket = await HasTicket("Password", asked);
        Assert.Equal(ArticleSegment.Internal, Assert.Single((await product.AssistAsync(ticket)).Reply.Citations).Segment);

        await product.HasArticleAsync("Reset your password", "Choose Forgot password on the sign-in page to reset your password.");
        await product.IndexAsync();

        Assert.All((await product.AssistAsync(ticket)).Reply.Citations, citation => Assert.Equal(ArticleSegment.Public, citation.Segment));
    }

    [Fact]
    public async Task Speak_the_language_of_the_ticket_where_an_article_does()
    {
        await product.HasArticleAsync("Reset your password", "Choose Forgot password on the sign-in page to reset your password. Passwort zurücksetzen.", with: a => a with { Language = "en" });
        await product.HasArticleAsync("Passwort zurücksetzen", "Wählen Sie auf der Anmeldeseite «Passwort vergessen», um Ihr Passwort zurückzusetzen.", with: a => a with { Language = "de" });
        var ticket = await product.HasTicketAsync(Sidebar.Ticket("Passwort", "Wie kann ich mein Passwort zurücksetzen?") with { Given = new TriageValues { Language = "de" } });
        await product.IndexAsync();

        var reply = (await product.AssistAsync(ticket)).Reply;

        Assert.StartsWith("Hallo Nia,", reply.Text, StringComparison.Ordinal);
        Assert.Contains("Anmeldeseite", reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("sign-in page", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Do_not_take_an_articles_own_bracketed_numbers_for_citations()
    {
        await product.HasArticleAsync("Reset your password", "Choose Forgot password [7] on the sign-in page to reset your password.");
        var ticket = await HasTicket("Password", "How do I reset my password?");

        await EveryQuoteStandsInItsArticle((await product.AssistAsync(ticket)).Reply);
    }

    [Fact]
    public async Task Are_kept_once_for_each_state_of_the_ticket()
    {
        await HasHelpCenter();
        var ticket = await HasTicket("Password", "How do I reset my password?");

        var first = (await product.AssistAsync(ticket)).Reply.SuggestionId;
        var again = (await product.AssistAsync(ticket)).Reply.SuggestionId;

        Assert.Equal(first, again);
        var kept = await product.DatabaseAsync(db => db.Suggestions.SingleAsync(s => s.TicketId == ticket));
        Assert.Equal(first, kept.Id);
        Assert.Contains("\"quote\"", kept.Citations, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_ticket_is_found_by_its_id_at_the_source()
    {
        var ticket = Sidebar.Ticket("Password", "How do I reset my password?");
        var id = await product.HasTicketAsync(ticket);

        var seen = await product.As(Role.Agent).GetAsync<Assistance>($"/api/tickets/by-source/file/{ticket.ExternalId}/assist");

        Assert.Equal(id, seen.Ticket.Id);
        Assert.Equal("Nia Obi", seen.Ticket.Requester);
    }

    [Fact]
    public async Task Come_with_the_tickets_triage()
    {
        var ticket = await product.HasTicketAsync(Sidebar.Ticket("Password", "How do I reset my password?") with { Given = new TriageValues { Priority = "high" } });

        var seen = await product.AssistAsync(ticket);

        Assert.Equal(("high", "given"), (seen.Triage.Priority.Value, seen.Triage.Priority.Source));
        Assert.True(seen.Triage.Pending);
    }

    [Fact]
    public async Task A_ticket_out_of_sight_is_not_there()
    {
        var ticket = await product.HasTicketAsync(Sidebar.Ticket("Secret", "How do I reset my password?") with { Brand = "north" });
        var agent = product.As(Role.Agent, user: "limited");
        Assert.Equal(HttpStatusCode.OK, (await agent.GetAsync($"/api/tickets/{ticket}/assist", TestContext.Current.CancellationToken)).StatusCode);

        await Sees("limited", "south");

        Assert.Equal(HttpStatusCode.NotFound, (await agent.GetAsync($"/api/tickets/{ticket}/assist", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task A_similar_ticket_out_of_sight_is_not_shown()
    {
        await product.HasTicketAsync(Sidebar.Ticket("Password reset fails", "The password reset mail never arrives.") with { Brand = "north" });
        var near = await product.HasTicketAsync(Sidebar.Ticket("Password reset mail", "No password reset mail arrives.") with { Brand = "south" });
        var ticket = await product.HasTicketAsync(Sidebar.Ticket("Password reset", "I get no password reset mail.") with { Brand = "south" });
        await product.IndexAsync();
        var agent = product.As(Role.Agent, user: "southerner");
        await agent.GetAsync<Assistance>($"/api/tickets/{ticket}/assist");
        await Sees("southerner", "south");

        var seen = await agent.GetAsync<Assistance>($"/api/tickets/{ticket}/assist");

        Assert.Equal(near, Assert.Single(seen.Similar).Id);
    }

    public ValueTask InitializeAsync() => product.InitializeAsync();

    public ValueTask DisposeAsync() => product.DisposeAsync();

    private async Task<long> HasTicket(string subject, string text)
    {
        var ticket = await product.HasTicketAsync(Sidebar.Ticket(subject, text));
        await product.IndexAsync();
        return ticket;
    }

    private async Task<long> HasHelpCenter()
    {
        await product.HasArticleAsync("Plans and prices", "# Pro\n\nThe Pro plan costs 20 euros a month and covers ten seats.\n\n# Free\n\nThe Free plan has one seat.");
        await product.HasArticleAsync("Delivery times", "Parcels take two to four working days within Europe.\n\nYou get a tracking link by mail as soon as the parcel has left.");
        return await product.HasArticleAsync("Reset your password", "# When you forgot it\n\nTo reset your password:\n\n1. Choose «Forgot password» on the sign-in page.\n2. Open the link in the mail we send you.\n3. Set a new password.");
    }

    private async Task EveryQuoteStandsInItsArticle(SuggestedReply reply)
    {
        Assert.Equal(Marker().Matches(reply.Text!).Select(match => match.Groups[1].Value).Distinct(), reply.Citations.Select(c => $"{c.Number}"));
        foreach (var citation in reply.Citations)
            Assert.Contains(citation.Quote, await product.DatabaseAsync(db => db.Articles.Where(a => a.Id == citation.ArticleId).Select(a => a.Body).SingleAsync()), StringComparison.Ordinal);
    }

    private Task Sees(string user, string brand) => product.DatabaseAsync(async db =>
    {
        var person = await db.People.SingleAsync(p => p.Source == "dev" && p.ExternalId == user);
        db.PersonScopes.Add(new PersonScope { PersonId = person.Id, Kind = ScopeKind.Brand, Value = brand });
        return await db.SaveChangesAsync();
    });

    [GeneratedRegex(@"\[(\d+)\]")]
    private static partial Regex Marker();
}
