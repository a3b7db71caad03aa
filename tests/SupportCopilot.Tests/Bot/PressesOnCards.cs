using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Tests.Clusters;

namespace SupportCopilot.Tests.Bot;

public sealed class PressesOnCards(BotProduct bot) : IClassFixture<BotProduct>
{
    private const string Card = "application/vnd.microsoft.card.adaptive";
    private const string Words = "application/vnd.microsoft.activity.message";

    [Fact]
    public async Task Approve_a_cluster_and_give_back_the_card_of_its_new_state()
    {
        var cluster = await bot.HasClusterAsync();

        var (status, answer) = await bot.SendAsync(BotProduct.Press("cluster.approve", On(cluster, 1)));

        Assert.Equal((200, 200, Card), (status, answer.GetProperty("statusCode").GetInt32(), answer.GetProperty("type").GetString()));
        var card = answer.GetProperty("value").GetRawText();
        Assert.Contains("Approved, not published", card);
        Assert.Contains("cluster.publish", card);
        Assert.Equal("approved", (await bot.ClusterAsync(cluster)).State);
    }

    [Fact]
    public async Task Repeated_change_nothing_more()
    {
        var cluster = await bot.HasClusterAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => bot.SendAsync(BotProduct.Press("cluster.approve", On(cluster, 1)))));
        var again = await bot.SendAsync(BotProduct.Press("cluster.approve", On(cluster, 1)));

        Assert.All([.. answers, again], answer => Assert.Equal(Card, answer.Body.GetProperty("type").GetString()));
        Assert.Equal((1, 2), await TracesAsync(cluster));
    }

    [Fact]
    public async Task Out_of_order_do_nothing_and_show_how_it_stands()
    {
        var cluster = await bot.HasClusterAsync();
        await bot.SendAsync(BotProduct.Press("cluster.approve", On(cluster, 1)));
        await bot.SendAsync(BotProduct.Press("cluster.publish", On(cluster, 2)));

        var (_, late) = await bot.SendAsync(BotProduct.Press("cluster.reject", On(cluster, 1, reason: "Too late"), user: "otto"));
        var (_, again) = await bot.SendAsync(BotProduct.Press("cluster.approve", On(cluster, 1)));

        Assert.Contains("has changed since you looked", late.GetProperty("value").GetRawText());
        Assert.Contains("Published", again.GetProperty("value").GetRawText());
        Assert.Equal("published", (await bot.ClusterAsync(cluster)).State);
        Assert.Equal((2, 3), await TracesAsync(cluster));
    }

    [Fact]
    public async Task Of_somebody_who_is_no_product_owner_leave_card_and_cluster_as_they_are()
    {
        var cluster = await bot.HasClusterAsync();

        var (_, answer) = await bot.SendAsync(BotProduct.Press("cluster.approve", On(cluster, 1), user: "agnes", roles: "agent,analyst"));

        Assert.Equal(Words, answer.GetProperty("type").GetString());
        Assert.Contains("Only a product owner", answer.GetProperty("value").GetString());
        Assert.Equal("proposed", (await bot.ClusterAsync(cluster)).State);
        Assert.Equal((0, 1), await TracesAsync(cluster));
    }

    [Fact]
    public async Task Of_a_stranger_say_nothing_of_the_cluster()
    {
        var cluster = await bot.HasClusterAsync(name: "Quetzals at night");

        foreach (var verb in new[] { "cluster.show", "cluster.approve" })
        {
            var (_, answer) = await bot.SendAsync(BotProduct.Press(verb, On(cluster, 1), user: "stranger", roles: ""));
            Assert.Equal(Words, answer.GetProperty("type").GetString());
            Assert.DoesNotContain("Quetzals", answer.GetRawText());
        }
    }

    [Fact]
    public async Task Outside_the_persons_scope_find_no_cluster()
    {
        var hidden = await bot.HasClusterAsync(group: "Tier 2", name: "Quetzals by day");
        await bot.HasClusterAsync(group: "Tier 1");
        await bot.LimitAsync("limited-owner", Role.ProductOwner, "Tier 1");

        var (_, answer) = await bot.SendAsync(BotProduct.Press("cluster.approve", On(hidden, 1), user: "limited-owner", roles: "productOwner"));

        Assert.Contains("no such cluster", answer.GetProperty("value").GetString());
        Assert.DoesNotContain("Quetzals", answer.GetRawText());
        Assert.Equal("proposed", (await bot.ClusterAsync(hidden)).State);
    }

    [Fact]
    public async Task Made_by_a_client_alone_change_nothing()
    {
        var cluster = await bot.HasClusterAsync();

        var (_, answer) = await bot.SendAsync(BotProduct.Press("cluster.approve", On(cluster, 1), trigger: "automatic"));

        Assert.Equal(Card, answer.GetProperty("type").GetString());
        Assert.Equal("proposed", (await bot.ClusterAsync(cluster)).State);
        Assert.Equal((0, 1), await TracesAsync(cluster));
    }

    [Fact]
    public async Task That_reject_without_a_reason_leave_the_card_with_its_words()
    {
        var cluster = await bot.HasClusterAsync();

        var (_, without) = await bot.SendAsync(BotProduct.Press("cluster.reject", On(cluster, 1)));
        var (_, with) = await bot.SendAsync(BotProduct.Press("cluster.reject", On(cluster, 1, reason: "Two causes")));

        Assert.Equal(Words, without.GetProperty("type").GetString());
        Assert.Contains("Two causes", with.GetProperty("value").GetRawText());
        Assert.Equal("rejected", (await bot.ClusterAsync(cluster)).State);
    }

    [Fact]
    public async Task Edited_are_approved_in_their_new_words()
    {
        var cluster = await bot.HasClusterAsync();

        await bot.SendAsync(BotProduct.Press("cluster.approve", On(cluster, 1, resolution: "Take the battery out for a minute, then pair again.")));

        Assert.Contains("battery", (await bot.ClusterAsync(cluster)).Resolution);
    }

    [Fact]
    public async Task Without_Action_Execute_come_as_a_message_and_change_the_card_in_place()
    {
        var cluster = await bot.HasClusterAsync();
        var before = bot.Connector.Sent.Count;
        var submit = BotProduct.Activity("message", conversation: "submits");
        submit["replyToId"] = "card-1";
        submit["value"] = On(cluster, 1, verb: "cluster.approve");

        await bot.SendAsync((JsonObject)submit.DeepClone());
        await bot.SendAsync(submit);

        var update = Assert.Single(bot.Connector.Sent.Skip(before));
        Assert.Equal((HttpMethod.Put, "/v3/conversations/submits/activities/card-1"), (update.Method, update.Address.AbsolutePath));
        Assert.Contains("Approved, not published", update.Words);
        Assert.Equal((1, 2), await TracesAsync(cluster));
    }

    [Fact]
    public async Task In_a_channel_change_the_card_of_everybody()
    {
        var cluster = await bot.HasClusterAsync();
        await bot.HasChannelAsync("19:decisions@thread.tacv2");
        var before = bot.Connector.Sent.Count;

        await bot.SendAsync(BotProduct.Press("cluster.approve", On(cluster, 1), conversation: "19:decisions@thread.tacv2;messageid=4", kind: "channel", card: "card-4"));

        var update = Assert.Single(bot.Connector.Sent.Skip(before));
        Assert.Equal(HttpMethod.Put, update.Method);
        Assert.Equal("card-4", Uri.UnescapeDataString(update.Address.Segments[^1]));
    }

    [Theory]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"cluster.explode","data":{"cluster":1,"version":1}}}""")]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"cluster.approve","data":{"cluster":"one"}}}""")]
    [InlineData("""{"action":7}""")]
    [InlineData("\"odd\"")]
    public async Task That_are_not_understood_are_answered_with_an_error_in_the_body(string value)
    {
        var press = BotProduct.Press("x", []);
        press["value"] = JsonNode.Parse(value);

        var (status, answer) = await bot.SendAsync(press);

        Assert.Equal((200, 400), (status, answer.GetProperty("statusCode").GetInt32()));
        Assert.NotEmpty(answer.GetProperty("value").GetProperty("message").GetString()!);
    }

    [Fact]
    public async Task Are_offered_when_a_product_owner_asks_what_to_review()
    {
        await using var own = BotProduct.With();
        await own.InitializeAsync();
        Assert.Contains("Nothing waits", (await own.SayAsync("review clusters")).Single().Words);
        for (var i = 0; i < 4; i++) await own.HasClusterAsync(name: $"Problem {i}");

        var said = await own.SayAsync("Review clusters");
        var refused = await own.SayAsync("approvals", user: "agnes", roles: "agent,analyst");

        Assert.Equal(4, said.Count);
        Assert.All(said.Take(3), card => Assert.Contains("cluster.approve", card.Words));
        Assert.Contains("More are waiting", said[3].Words);
        Assert.Contains("productOwner", Assert.Single(refused).Words);
    }

    private static JsonObject On(long cluster, int version, string? verb = null, string? reason = null, string? resolution = null)
    {
        var data = new JsonObject { ["cluster"] = cluster, ["version"] = version };
        foreach (var (name, value) in new[] { ("verb", verb), ("reason", reason), ("resolution", resolution) })
            if (value is not null) data[name] = value;
        return data;
    }

    /// <summary>Decisions and version of a cluster.</summary>
    private Task<(int Decisions, int Version)> TracesAsync(long cluster) => bot.DatabaseAsync(async db =>
        (await db.ClusterDecisions.CountAsync(d => d.ClusterId == cluster), await db.Clusters.Where(c => c.Id == cluster).Select(c => c.Version).SingleAsync()));
}
