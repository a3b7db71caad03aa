using System.Net;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Tickets.Desks;

namespace SupportCopilot.Tests.Zendesk.Webhooks;

public sealed class ProductWithWebhooks() : Product([.. Webhook.Settings, "SupportCopilot:Zendesk:WebhookSecrets:1=the one before it", "SupportCopilot:RateLimits:RequestsPerMinute=60"])
{
    public Task<List<DeskEvent>> EventsAsync() => DatabaseAsync(db => db.DeskEvents.OrderBy(e => e.Id).ToListAsync(), tenant: "default");

    public async Task<DeskEvent> EventOfAsync(long ticket) => Assert.Single(await EventsAsync(), e => e.TicketExternalId == $"{ticket}");
}

public sealed class SignedWebhooks(ProductWithWebhooks product) : IClassFixture<ProductWithWebhooks>
{
    [Theory]
    [InlineData(Webhook.GoodSecret)]
    [InlineData("the one before it")]
    public async Task Are_taken_with_any_secret_that_counts(string secret)
    {
        var ticket = Random.Shared.Next();
        var answer = await Webhook.OfEvent(ticket, secret: secret).SendAsync(product);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal($"{ticket}", (await product.EventOfAsync(ticket)).TicketExternalId);
    }

    [Fact]
    public async Task Are_on_disk_with_what_they_say_when_they_are_answered()
    {
        var webhook = Webhook.OfEvent(4711, "ticket.comment_added");
        await webhook.SendAsync(product);

        var kept = await product.EventOfAsync(4711);
        Assert.Equal(("zendesk", "ticket.comment_added", webhook.Invocation, "CE4A698AF24F35B3208649C6951E000E/1"), (kept.Source, kept.Kind, kept.EventId, kept.Sequence));
        Assert.Equal(new DateTime(2026, 11, 21, 12, 0, 0, DateTimeKind.Utc), kept.OccurredAt!.Value, TimeSpan.FromSeconds(1));
        Assert.Equal((null, null, 0), (kept.WorkedAt, kept.Payload, kept.Attempts));
    }

    [Fact]
    public async Task May_come_from_our_own_triggers()
    {
        Assert.Equal(HttpStatusCode.OK, (await Webhook.OfTrigger("4712").SendAsync(product)).StatusCode);
        Assert.Equal("ticket.created", (await product.EventOfAsync(4712)).Kind);
    }

    [Fact]
    public async Task Are_kept_once_however_often_they_come()
    {
        var webhook = Webhook.OfEvent(4713);
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => webhook.SendAsync(product)));
        var again = await webhook.SendAsync(product);

        Assert.All(answers.Append(again), answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        await product.EventOfAsync(4713);
    }

    [Fact]
    public async Task Are_known_by_the_event_where_a_proxy_took_their_id_away()
    {
        var webhook = Webhook.OfEvent(4714) with { Invocation = null };
        await webhook.SendAsync(product);
        await webhook.SendAsync(product);
        await product.EventOfAsync(4714);
    }

    [Theory]
    [InlineData("zen:event-type:user.created", "zen:user:7")]
    [InlineData("zen:event-type:ticket.created", "zen:ticket:drop table")]
    [InlineData("zen:event-type:article.published", "zen:article:7")]
    public async Task That_speak_of_no_ticket_are_answered_and_leave_nothing(string type, string subject)
    {
        var before = (await product.EventsAsync()).Count;
        var webhook = new Webhook($$"""{"type":"{{type}}","subject":"{{subject}}","detail":{"id":"x"} }""", Webhook.GoodSecret, TimeProvider.System.GetUtcNow());

        Assert.Equal(HttpStatusCode.OK, (await webhook.SendAsync(product)).StatusCode);
        Assert.Equal(before, (await product.EventsAsync()).Count);
    }

    [Fact]
    public async Task Are_not_held_to_the_limits_of_callers_of_the_API()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 300).Select(i => Webhook.OfEvent(5_000_000 + i).SendAsync(product)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(300, (await product.EventsAsync()).Count(e => e.TicketExternalId.StartsWith("5000", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Keep_a_word_that_is_none_out_of_the_row()
    {
        await Webhook.OfTrigger("4715", "Ms Quetzal's own words").SendAsync(product);
        Assert.Equal("ticket.other", (await product.EventOfAsync(4715)).Kind);
    }
}
