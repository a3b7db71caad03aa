using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Tickets;
using SupportCopilot.Triage.WritingBack;

namespace SupportCopilot.Tests.Zendesk.Intercom;

public sealed class ConversationsAsTickets(IntercomProduct product) : IClassFixture<IntercomProduct>
{
    [Fact]
    public async Task Come_with_everything_that_the_notification_says()
    {
        var id = product.NewConversation();
        var item = Talk.Conversation(id, Talk.Noon + 7200, "closed",
            Talk.Part("p1", "<p>It is on its way.</p>", Talk.Admin()), Talk.Part("p2", "He called twice", Talk.Admin(), "note", Talk.Noon + 700), Talk.Part("p3", "Anything else?", Talk.Bot(), at: Talk.Noon + 800));
        item["conversation_rating"] = new JsonObject { ["rating"] = 4, ["remark"] = "Nice" };
        item["priority"] = "priority";
        await product.TakeAsync([Notification.Of("conversation.admin.closed", item)]);

        var ticket = (await product.TicketAsync(id))!;
        Assert.Equal(("Where is my order?", TicketStatus.Solved, "chat", "high", 0.75, 1, 10), (ticket.Subject, ticket.Status, ticket.Channel, ticket.Given.Priority, ticket.Csat, ticket.Reopens, ticket.FirstReplyMinutes));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(Talk.Noon).UtcDateTime, ticket.CreatedAt);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(Talk.Noon + 7200).UtcDateTime, ticket.SolvedAt);
        Assert.Equal(
            [("I ordered two weeks ago.\nWhere is it?", AuthorKind.Requester, true), ("It is on its way.", AuthorKind.Agent, true), ("He called twice", AuthorKind.Agent, false), ("Anything else?", AuthorKind.System, true)],
            (await product.ThreadAsync(id)).Select(c => (c.Body, c.AuthorKind, c.IsPublic)));
        await product.DatabaseAsync(db =>
        {
            Assert.Equal(["vip_customer"], db.TicketTags.Where(t => t.TicketId == ticket.Id).Select(t => t.Tag));
            Assert.Equal([("Plan", "Gold"), ("Seats", "12")], db.TicketFields.Where(f => f.TicketId == ticket.Id).OrderBy(f => f.Name).Select(f => ValueTuple.Create(f.Name, f.Value)).ToList());
            Assert.Equal(("Mia Quetzal", "mia@acme.example", false), db.People.Where(p => p.Id == ticket.RequesterId).Select(p => ValueTuple.Create(p.Name, p.Email, p.IsAgent)).Single());
            Assert.Equal(("Ada Jones", true), db.People.Where(p => p.Id == ticket.AssigneeId).Select(p => ValueTuple.Create(p.Name, p.IsAgent)).Single());
            return Task.FromResult(0);
        }, tenant: "default");
    }

    [Theory]
    [InlineData("open", TicketStatus.Open)]
    [InlineData("snoozed", TicketStatus.Pending)]
    [InlineData("closed", TicketStatus.Solved)]
    public async Task Have_the_status_of_their_state(string state, string status)
    {
        var id = product.NewConversation();
        await product.TakeAsync([Notification.Of("conversation.admin.assigned", Talk.Conversation(id, Talk.Noon, state))]);
        Assert.Equal(status, (await product.TicketAsync(id))!.Status);
    }

    [Fact]
    public async Task Are_owed_triage_and_no_writing_back()
    {
        var id = product.NewConversation();
        await product.TakeAsync([Notification.Of("conversation.user.created", Talk.Conversation(id, Talk.Noon))]);
        Assert.True((await product.TicketAsync(id))!.Owed.HasFlag(Owed.Triage));

        await product.WorkOffAsync("default");
        await product.InsideAsync(services => services.GetRequiredService<WriteBackOwed>().RunAsync(TestContext.Current.CancellationToken), tenant: "default");
        Assert.Equal(Owed.Nothing, (await product.TicketAsync(id))!.Owed);
        Assert.NotNull((await product.TicketAsync(id))!.Predicted.Category);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task End_the_same_in_whatever_order_they_are_told(bool oneByOne)
    {
        var expected = new List<string>();
        foreach (var order in Orders(4))
        {
            var id = product.NewConversation();
            Notification[] told =
            [
                Notification.Of("conversation.user.created", Talk.Conversation(id, Talk.Noon)),
                Notification.Of("conversation.admin.replied", Talk.Conversation(id, Talk.Noon + 600, "open", Talk.Part("p1", "On its way", Talk.Admin()))),
                Notification.Of("conversation.user.replied", Talk.Conversation(id, Talk.Noon + 900, "open", Talk.Part("p2", "My card is 4111", Talk.Customer(), at: Talk.Noon + 900))),
                Notification.Of("conversation_part.redacted", Talk.Conversation(id, Talk.Noon + 1200, "closed", Talk.Part("p2", "", Talk.Customer(), at: Talk.Noon + 900, isRedacted: true))),
            ];
            await product.TakeAsync(order.Select(i => told[i]), oneByOne);
            var thread = await product.ThreadAsync(id);
            expected.Add($"{(await product.TicketAsync(id))!.Status}: {string.Join(" | ", thread.Select(c => c.Body))}");
        }

        Assert.Equal(["solved: I ordered two weeks ago.\nWhere is it? | On its way | ▇▇▇▇▇▇"], expected.Distinct());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Are_gone_when_they_are_deleted_and_stay_so(bool deletedFirst)
    {
        var id = product.NewConversation();
        var told = Notification.Of("conversation.user.created", Talk.Conversation(id, Talk.Noon, "open", Talk.Part("p1", "My card is 4111", Talk.Customer())));
        var deletion = Notification.Of("conversation.deleted", new JsonObject { ["type"] = "conversation", ["id"] = id });
        await product.TakeAsync(deletedFirst ? [deletion, told] : [told, deletion], oneByOne: true);
        await product.TakeAsync([Notification.Of("conversation.user.replied", Talk.Conversation(id, Talk.Noon + 60, "open", Talk.Part("p2", "Hello?", Talk.Customer())))]);

        Assert.Equal(TicketStatus.Deleted, (await product.TicketAsync(id))?.Status);
        Assert.Empty(await product.ThreadAsync(id));
    }

    [Fact]
    public async Task Leave_nothing_of_what_was_sent_in_the_row_of_the_event()
    {
        var id = product.NewConversation();
        var told = Notification.Of("conversation.user.created", Talk.Conversation(id, Talk.Noon));
        await told.SendAsync(product);
        Assert.Equal(told.Body, Assert.Single(await product.EventsAsync(id)).Payload);

        await product.WorkDeskEventsAsync();
        Assert.Equal((null, true), (Assert.Single(await product.EventsAsync(id)).Payload, Assert.Single(await product.EventsAsync(id)).WorkedAt is not null));
    }

    [Fact]
    public async Task May_be_told_of_by_a_part_alone_or_in_the_older_shape()
    {
        var (byPart, older) = (product.NewConversation(), product.NewConversation());
        var part = Talk.Part("p1", "Hello?", Talk.Customer());
        part["conversation_id"] = byPart;
        var item = Talk.Conversation(older, Talk.Noon);
        (item["conversation_message"], item["source"]) = (item["source"]!.DeepClone(), null);
        (item["user"], item["contacts"]) = (new JsonObject { ["type"] = "user", ["id"] = "5ba682d23d7cf92bef87bfd4" }, null);
        (item["assignee"], item["admin_assignee_id"]) = (Talk.Admin(), null);
        item.Remove("state");
        await product.TakeAsync([Notification.Of("conversation.user.replied", part), Notification.Of("conversation.user.created", item)]);

        Assert.Equal(["Hello?"], (await product.ThreadAsync(byPart)).Select(c => c.Body));
        var ticket = (await product.TicketAsync(older))!;
        Assert.Equal((TicketStatus.Open, true, true), (ticket.Status, ticket.RequesterId is not null, ticket.AssigneeId is not null));
        Assert.Single(await product.ThreadAsync(older));
    }

    private static IEnumerable<int[]> Orders(int count) => count == 0 ? [[]]
        : Orders(count - 1).SelectMany(shorter => Enumerable.Range(0, count).Select(at => (int[])[.. shorter[..at], count - 1, .. shorter[at..]]));
}
