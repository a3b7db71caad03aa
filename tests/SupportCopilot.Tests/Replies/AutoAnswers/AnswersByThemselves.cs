using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Knowledge;
using SupportCopilot.Replies.AutoAnswers;
using SupportCopilot.Storage;
using ZendeskSimulator.Faults;

namespace SupportCopilot.Tests.Replies.AutoAnswers;

public sealed class AnswersByThemselves
{
    [Fact]
    public async Task Propose_in_a_note_first_with_an_audit_row()
    {
        await using var desk = await AnsweringDesk.WithAsync("propose");
        await desk.AskedAsync();

        Assert.Equal(1, await desk.TickAsync());

        var note = Assert.Single(desk.Answers);
        Assert.False(note.IsPublic);
        Assert.Contains("From: Export your contacts", note.Body, StringComparison.Ordinal);
        Assert.Equal(EffectState.Done, Assert.Single(await desk.EffectsAsync()).State);
        var audit = await desk.Desk.LookAsync(db => db.Audit.SingleAsync(a => a.Action == "reply.autoProposed"));
        Assert.DoesNotContain("Export", audit.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Go_to_the_customer_where_the_category_was_switched_to_it_and_say_that_no_person_wrote_them()
    {
        await using var desk = await AnsweringDesk.WithAsync("public");
        await desk.AskedAsync();

        await desk.TickAsync();

        var answer = Assert.Single(desk.Answers);
        Assert.True(answer.IsPublic);
        Assert.Contains("found automatically in our help center", answer.Body, StringComparison.Ordinal);
        Assert.Contains("More about it: https://help.example.com/export", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("[1]", answer.Body, StringComparison.Ordinal);
        Assert.Equal(1, await desk.Desk.LookAsync(db => db.Audit.CountAsync(a => a.Action == "reply.autoAnswered")));
    }

    [Fact]
    public async Task Are_off_until_somebody_switches_them_on()
    {
        await using var desk = await AnsweringDesk.WithAsync(mode: null);
        await desk.AskedAsync();

        Assert.Equal(0, await desk.TickAsync());
        Assert.Empty(desk.Answers);
    }

    [Theory]
    [InlineData("high", "neutral", 0.9, "documentation", "of higher urgency")]
    [InlineData("normal", "neutral", 0.9, "documentation", "of usual urgency")]
    [InlineData("low", "negative", 0.9, "documentation", "of an unhappy customer")]
    [InlineData("low", "neutral", 0.6, "documentation", "of an unsure category")]
    [InlineData("low", "neutral", 0.9, "billing", "of another category")]
    [InlineData("low", "neutral", 0.9, "feature", "of a category that is off")]
    public async Task Are_never_given_to_tickets(string urgency, string sentiment, double confidence, string category, string why)
    {
        await using var desk = await AnsweringDesk.WithAsync("public");
        await desk.AskedAsync(urgency, sentiment, confidence, category);

        Assert.True(await desk.TickAsync() == 0, why);
        Assert.Empty(desk.Answers);
    }

    [Theory]
    [InlineData(ArticleSegment.Restricted)]
    [InlineData(ArticleSegment.Internal)]
    public async Task Are_never_made_of_articles_that_not_everybody_may_read(string segment)
    {
        await using var desk = await AnsweringDesk.WithAsync("public", article => article with { Segment = segment });
        await desk.AskedAsync();

        await desk.TickAsync();

        Assert.Empty(desk.Answers);
    }

    [Fact]
    public async Task Are_never_made_of_an_article_that_only_perhaps_answers()
    {
        await using var desk = await AnsweringDesk.WithAsync("public");
        await desk.AskedAsync(body: "My colleague wonders about a file with the opening hours of the canteen and of the garage, no rush.");

        await desk.TickAsync();

        Assert.Empty(desk.Answers);
    }

    [Fact]
    public async Task Never_hold_a_sentence_without_a_source()
    {
        await using var desk = await AnsweringDesk.WithAsync("public", article => article with { Body = AnsweringDesk.Quote + " If that fails, write to support and include the order number." });
        await desk.AskedAsync();   // the reply asks for the order number, and that stands in no article

        await desk.TickAsync();

        Assert.Empty(desk.Answers);
    }

    [Theory]
    [InlineData("writes")]
    [InlineData("notes")]
    [InlineData("takes")]
    [InlineData("solves")]
    public async Task Are_never_given_where_an_agent_is_at_it_though_we_have_not_heard_of_it(string what)
    {
        await using var desk = await AnsweringDesk.WithAsync("public");
        await desk.AskedAsync();
        var agent = desk.Zendesk.Agent(1);
        if (what == "writes") agent.Writes(desk.Ticket, "I am looking at it.");
        else if (what == "notes") agent.Writes(desk.Ticket, "Who knows this?", isPublic: false);
        else if (what == "takes") agent.Sets(desk.Ticket, "assignee_id", agent.Id.ToString());
        else agent.Solves(desk.Ticket);
        desk.Desk.Clock.Advance(TimeSpan.FromSeconds(10));

        await desk.TickAsync();
        await desk.LaterAsync();

        Assert.Empty(desk.Answers);
        Assert.Equal(EffectState.Refused, Assert.Single(await desk.EffectsAsync()).State);
    }

    [Fact]
    public async Task Give_way_to_an_agent_who_comes_between_the_look_and_the_write()
    {
        await using var desk = await AnsweringDesk.WithAsync("public");
        await desk.AskedAsync();
        var came = 0;
        desk.Desk.Answer = (request, ct) =>
        {
            if (request.Method == HttpMethod.Put && came++ == 0)
            {
                desk.Desk.Clock.Advance(TimeSpan.FromSeconds(1));
                desk.Zendesk.Agent(1).Writes(desk.Ticket, "I have it.");
                desk.Desk.Clock.Advance(TimeSpan.FromSeconds(10));
            }

            return desk.Zendesk.SendAsync(request, ct);
        };

        await desk.TickAsync();

        Assert.Empty(desk.Answers);
    }

    [Fact]
    public async Task Are_never_given_twice()
    {
        await using var desk = await AnsweringDesk.WithAsync("public");
        await desk.AskedAsync();
        await desk.TickAsync();
        desk.Zendesk.Customer(1).Writes(desk.Ticket, "And how do I export my contacts as a file again?");
        desk.Desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await desk.Desk.FetchAsync(desk.Ticket);

        for (var round = 0; round < 3; round++) await desk.LaterAsync();

        Assert.Single(desk.Answers);
    }

    [Theory]
    [InlineData("before", 0)]
    [InlineData("after", 1)]
    public async Task Are_never_sent_again_where_the_answer_of_the_desk_was_lost(string when, int stands)
    {
        await using var desk = await AnsweringDesk.WithAsync("public");
        await desk.AskedAsync();
        desk.Zendesk.Faults.Next(when == "before" ? Fault.ResetBefore : Fault.ResetAfter, "PUT", $"/tickets/{desk.Ticket}");

        await desk.TickAsync();
        for (var round = 0; round < 3; round++) await desk.LaterAsync();

        Assert.Equal(stands, desk.Answers.Count);
        Assert.Equal(stands == 1 ? EffectState.Done : EffectState.Unconfirmed, Assert.Single(await desk.EffectsAsync()).State);
    }

    [Fact]
    public async Task Stop_at_once_by_the_tenants_switch()
    {
        await using var desk = await AnsweringDesk.WithAsync("public");
        await desk.AskedAsync();
        await desk.SetAsync("stopped");

        await desk.TickAsync();

        Assert.Empty(desk.Answers);
    }

    [Theory]
    [InlineData("Full", "SupportCopilot:AutoAnswer:Enabled=false")]
    [InlineData("Tags", "SupportCopilot:AutoAnswer:Enabled=true")]
    [InlineData("Off", "SupportCopilot:AutoAnswer:Enabled=true")]
    public async Task Stop_by_the_operators_switch_and_where_the_desk_may_not_be_written_to(string writeBack, string setting)
    {
        await using var desk = await AnsweringDesk.WithAsync("public", writeBack: writeBack, settings: setting);
        await desk.AskedAsync();

        await desk.TickAsync();

        Assert.Empty(desk.Answers);
    }

    [Fact]
    public async Task Are_an_admins_to_switch_and_go_public_after_they_have_proposed()
    {
        await using var product = Product.With();
        var admin = product.As(Role.Admin);
        var ct = TestContext.Current.CancellationToken;

        Assert.Equal(new AutoAnswerSetting(false, "off", "off", 0), await admin.GetAsync<AutoAnswerSetting>("/api/replies/auto-answer"));
        Assert.Equal(HttpStatusCode.Forbidden, (await product.As(Role.Sme).PutAsJsonAsync("/api/replies/auto-answer", new { documentation = "propose" }, ct)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await admin.PutAsJsonAsync("/api/replies/auto-answer", new { documentation = "public" }, ct)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await admin.PutAsJsonAsync("/api/replies/auto-answer", new { documentation = "always" }, ct)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await admin.PutAsJsonAsync("/api/replies/auto-answer", new { documentation = "propose" }, ct)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await admin.PutAsJsonAsync("/api/replies/auto-answer", new { documentation = "public", version = 1 }, ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await admin.PutAsJsonAsync("/api/replies/auto-answer", new { feature = "propose", version = 1 }, ct)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await admin.PutAsJsonAsync("/api/replies/auto-answer", new { stopped = true }, ct)).StatusCode);
        Assert.Equal(3, await product.DatabaseAsync(db => db.Audit.CountAsync(a => a.Action == "autoAnswer.set")));
    }
}
