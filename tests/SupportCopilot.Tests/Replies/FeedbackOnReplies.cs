using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Replies;

namespace SupportCopilot.Tests.Replies;

public sealed class FeedbackOnReplies(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task Is_kept_with_an_audit_row_that_holds_no_words_of_it()
    {
        var ticket = await product.HasTicketAsync("Help", "Words");
        var suggestion = await HasSuggestion(ticket);

        var answer = await Give(new { ticketId = ticket, suggestionId = suggestion, verdict = "down", reason = "too long", correction = "Better words" });

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var kept = await product.DatabaseAsync(db => db.Feedback.SingleAsync(f => f.TicketId == ticket));
        Assert.Equal((suggestion, false, "too long", "Better words"), (kept.SuggestionId, kept.IsUp, kept.Reason, kept.Correction));
        var audit = await product.DatabaseAsync(db => db.Audit.SingleAsync(a => a.Subject == $"ticket/{ticket}"));
        Assert.Equal(("reply.feedback", kept.PersonId), (audit.Action, audit.PersonId));
        Assert.DoesNotContain("words", audit.Detail, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task May_be_on_the_silence()
    {
        var ticket = await product.HasTicketAsync("Help", "Words");

        Assert.Equal(HttpStatusCode.Created, (await Give(new { ticketId = ticket, verdict = "up" })).StatusCode);
    }

    [Fact]
    public async Task On_another_tickets_suggestion_is_refused()
    {
        var suggestion = await HasSuggestion(await product.HasTicketAsync("Help", "Words"));
        var other = await product.HasTicketAsync("Other", "Words");

        Assert.Equal(HttpStatusCode.BadRequest, (await Give(new { ticketId = other, suggestionId = suggestion, verdict = "up" })).StatusCode);
    }

    [Fact]
    public async Task On_another_tenants_ticket_is_refused()
    {
        var theirs = await product.HasTicketAsync("Help", "Words", "stranger");

        Assert.Equal(HttpStatusCode.NotFound, (await Give(new { ticketId = theirs + 1000, verdict = "up" })).StatusCode);
        Assert.Empty(await product.DatabaseAsync(db => db.Feedback.ToListAsync(), "stranger"));
    }

    [Theory]
    [InlineData("sideways", null)]
    [InlineData(null, null)]
    [InlineData("up", 1001)]
    public async Task That_makes_no_sense_is_refused(string? verdict, int? reasonLength)
    {
        var ticket = await product.HasTicketAsync("Help", "Words");

        var answer = await Give(new { ticketId = ticket, verdict, reason = reasonLength is { } length ? new string('x', length) : null });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    private Task<HttpResponseMessage> Give(object feedback) =>
        product.As(Role.Agent).PostAsJsonAsync("/api/feedback", feedback, TestContext.Current.CancellationToken);

    private Task<Guid> HasSuggestion(long ticket) => product.DatabaseAsync(async db =>
    {
        var suggestion = db.Suggestions.Add(new Suggestion { Id = Guid.NewGuid(), TicketId = ticket, TicketVersion = 1, Text = "Hi", Citations = "[]", MadeBy = "extractive", CreatedAt = Sidebar.Day(0) });
        await db.SaveChangesAsync();
        return suggestion.Entity.Id;
    });
}
