using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Replies;
using SupportCopilot.Replies.Sent;
using SupportCopilot.Replies.Templates;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Replies.Sent;

public sealed class WhatWasSent : IAsyncLifetime
{
    private readonly Product product = Product.With();

    [Theory]
    [InlineData("one two three four", "one two three four", 0, 1.0)]
    [InlineData("one two [1] three, four", "one two three four", 0, 1.0)]
    [InlineData("one two three four", "one two THREE four", 1, 0.75)]
    [InlineData("one two", "", 2, 0.0)]
    [InlineData("a b c d e f g h", "b c d e f g h i", 2, 0.75)]
    [InlineData("パスワード", "パスワート", 1, 0.8)]
    public void Is_measured_by_the_words_that_changed(string proposed, string sent, int changed, double kept)
    {
        var measured = WordEdits.Between(proposed, sent);

        Assert.Equal((changed, kept), (measured.Changed, Math.Round(measured.Kept, 2)));
    }

    [Fact]
    public async Task Is_measured_when_the_sidebar_tells_of_it_and_its_words_are_not_kept()
    {
        var (ticket, reply) = await HasReply();

        var measure = await Sent(ticket, reply.SuggestionId, reply.Text!.Replace("Nia", "Zebra", StringComparison.Ordinal));

        Assert.Equal(1, measure.ChangedWords);
        Assert.InRange(measure.Kept, 0.9, 0.999);
        var row = await product.DatabaseAsync(db => db.SentReplies.SingleAsync());
        Assert.Equal((reply.SuggestionId, ticket, (long?)null), (row.SuggestionId, row.TicketId, row.CommentId));
    }

    [Fact]
    public async Task Is_measured_by_the_public_comment_that_followed()
    {
        var (ticket, reply) = await HasReply();
        await Comes(ticket, reply.Text!.Replace(" [1]", "", StringComparison.Ordinal), isPublic: true);

        Assert.Equal(1, await Measure());
        Assert.Equal(0, await Measure());   // once

        var row = await product.DatabaseAsync(db => db.SentReplies.SingleAsync());
        Assert.Equal((0, 1.0), (row.ChangedWords, row.Kept));
        Assert.NotNull(row.CommentId);
    }

    [Fact]
    public async Task Is_no_internal_note_and_nothing_from_before()
    {
        var (ticket, reply) = await HasReply();
        await Comes(ticket, reply.Text!, isPublic: false);
        await Comes(ticket, reply.Text!, isPublic: true, at: Now.AddDays(-1));

        Assert.Equal(0, await Measure());
    }

    [Fact]
    public async Task Makes_the_rates_of_makers_prompts_and_articles()
    {
        var (ticket, reply) = await HasReply();
        await Sent(ticket, reply.SuggestionId, reply.Text!);
        await product.As(Role.Agent).PostAsJsonAsync("/api/feedback", new { ticketId = ticket, suggestionId = reply.SuggestionId, verdict = "down" }, Ct);
        await product.As(Role.Agent).PostAsJsonAsync("/api/feedback", new { ticketId = ticket, suggestionId = reply.SuggestionId, verdict = "up", reason = "changed my mind" }, Ct);
        await HasSuggestion(ticket, "small-model", "reply/2", "Entirely other words stand here, of which nothing is used.", sent: "Yes.");
        await HasSuggestion(ticket, "small-model", "reply/2", "Nobody has answered this one.", sent: null);

        var rates = await product.As(Role.Analyst).GetAsync<Acceptance>("/api/replies/acceptance?days=30");

        Assert.Equal((3, 2, 1, 1, 0.5), (rates.All.Offered, rates.All.Answered, rates.All.Accepted, rates.All.Unchanged, rates.All.Rate));
        Assert.Equal([("small-model", 2, 1, 0), ("extractive", 1, 1, 1)], rates.ByMaker.Select(row => (row.Name, row.Offered, row.Answered, row.Accepted)));
        Assert.Equal([("reply/2", 2)], rates.ByPrompt.Select(row => (row.Name, row.Offered)));
        var article = Assert.Single(rates.ByArticle);
        Assert.Equal((reply.Citations[0].ArticleId, 1, 1, 0), (article.ArticleId, article.Accepted, article.Up, article.Down));
    }

    [Fact]
    public async Task Makes_the_rates_of_macros_beside_those_of_replies()
    {
        await product.InsideAsync(services => services.GetRequiredService<WriteMacros>().RunAsync("zendesk", [new Macro("1", "Kettle money", "The money for the kettle comes in May.")], Ct));
        var ticket = await product.HasTicketAsync(Sidebar.Ticket("Kettle money", "When do I get the kettle money?"));
        await product.IndexAsync();
        var proposed = (await product.AssistAsync(ticket)).Templates;
        Assert.Equal(proposed.Select(one => one.SuggestionId), (await product.AssistAsync(ticket)).Templates.Select(one => one.SuggestionId));
        await Comes(ticket, proposed.Single(one => one.Kind == "macro").Text, isPublic: true);
        while (await Measure() > 0)
        {
        }

        var rates = await product.As(Role.Analyst).GetAsync<Acceptance>("/api/replies/acceptance?days=30");

        var row = Assert.Single(rates.ByTemplate, row => row.TemplateId!.StartsWith("macro/", StringComparison.Ordinal));
        Assert.Equal(("Kettle money", 1, 1, 1), (row.Name, row.Offered, row.Answered, row.Accepted));
        Assert.Equal(0, rates.All.Offered);
    }

    [Fact]
    public async Task Is_counted_only_where_the_asker_may_see_the_ticket()
    {
        var (ticket, reply) = await HasReply();
        await Sent(ticket, reply.SuggestionId, reply.Text!);
        await product.HasScopeAsync("narrow", ["Other"]);

        Assert.Equal(0, (await product.As(Role.Analyst, user: "narrow").GetAsync<Acceptance>("/api/replies/acceptance")).All.Offered);
        Assert.Equal(0, (await product.As(Role.Analyst, "stranger").GetAsync<Acceptance>("/api/replies/acceptance")).All.Offered);
        Assert.Equal(HttpStatusCode.Forbidden, (await product.As(Role.Agent).GetAsync("/api/replies/acceptance", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Post(product.As(Role.Agent, user: "narrow"), ticket, reply.SuggestionId!.Value, "x")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await Post(product.As(Role.Agent), ticket, Guid.NewGuid(), "x")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await Post(product.As(Role.Agent), ticket, reply.SuggestionId.Value, " ")).StatusCode);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private async Task<(long Ticket, SuggestedReply Reply)> HasReply()
    {
        await product.HasArticleAsync("Reset your password", "Choose Forgot password on the sign-in page to reset your password.");
        var ticket = await product.HasTicketAsync(Sidebar.Ticket("Password", "Hi there, I forgot my password and cannot log in any more. How do I reset my password?"));
        await product.IndexAsync();
        return (ticket, (await product.AssistAsync(ticket)).Reply);
    }

    private static DateTime Now => TimeProvider.System.GetUtcNow().UtcDateTime;

    private Task HasSuggestion(long ticket, string maker, string prompt, string text, string? sent) => product.DatabaseAsync(async db =>
    {
        var suggestion = db.Suggestions.Add(new Suggestion { Id = Guid.NewGuid(), TicketId = ticket, Text = text, Citations = "[]", MadeBy = maker, Prompt = prompt, CreatedAt = Now }).Entity;
        var (changed, kept) = WordEdits.Between(text, sent ?? "");
        if (sent is not null) db.SentReplies.Add(new SentReply { SuggestionId = suggestion.Id, TicketId = ticket, ChangedWords = changed, Kept = kept, At = Now });
        return await db.SaveChangesAsync();
    });

    private Task Comes(long ticket, string body, bool isPublic, DateTime? at = null) => product.DatabaseAsync(async db =>
    {
        db.Comments.Add(new Comment { TicketId = ticket, ExternalId = Guid.NewGuid().ToString("N"), Position = 10, AuthorKind = AuthorKind.Agent, IsPublic = isPublic, Body = body, CreatedAt = at ?? Now.AddMinutes(1) });
        return await db.SaveChangesAsync();
    });

    private Task<int> Measure() => product.InsideAsync(services => services.GetRequiredService<MeasureSent>().RunAsync(Ct));

    private async Task<SentMeasure> Sent(long ticket, Guid? suggestion, string text)
    {
        using var answer = await Post(product.As(Role.Agent), ticket, suggestion!.Value, text);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Ct));
        return (await answer.Content.ReadFromJsonAsync<SentMeasure>(Ct))!;
    }

    private static Task<HttpResponseMessage> Post(HttpClient client, long ticket, Guid suggestion, string text) =>
        client.PostAsJsonAsync($"/api/tickets/{ticket}/reply/sent", new { suggestionId = suggestion, text }, Ct);

    public ValueTask InitializeAsync() => product.InitializeAsync();

    public ValueTask DisposeAsync() => product.DisposeAsync();
}
