using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Access.Conversations;
using SupportCopilot.Tests.Clusters;
using SupportCopilot.Tests.Replies;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Bot;

public sealed class WhatChannelsSee : IAsyncLifetime
{
    private const string Channel = "19:desk@thread.tacv2";
    private const string Anna = "0a000000-0000-0000-0000-00000000000a";

    private readonly ConnectedBot _bot = ConnectedBot.With();

    public async ValueTask InitializeAsync()
    {
        await _bot.InitializeAsync();
        await _bot.HasTicketAsync(Sidebar.Ticket("a", "a") with { Group = new("billing", "Billing") }, "default");
        await _bot.HasTicketAsync(Sidebar.Ticket("b", "b") with { Group = new("tier-2", "Tier 2") }, "default");
    }

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public async Task Is_nothing_until_an_admin_says_so()
    {
        await HasPersonAsync(Role.Analyst);
        Assert.Contains("nobody has said yet", await AskAsync("How many tickets?"));

        Assert.Contains("said by an admin", await AskAsync("this channel may see everything"));
        Assert.Equal(("nothing", 0), await SeesAsync());

        await HasPersonAsync(Role.Admin);
        Assert.Contains("what the asker may see", await AskAsync("<at>SupportCopilot</at> this channel may see everything"));
        Assert.Equal(("everything", 0), await SeesAsync());
        Assert.DoesNotContain("nobody has said yet", await AskAsync("How many tickets?"));
    }

    [Fact]
    public async Task Can_be_groups_by_name()
    {
        await HasPersonAsync(Role.Admin);

        Assert.Contains("no group \"Tier 9\"", await AskAsync("This channel may see group Tier 9."));
        Assert.Contains("by kind and name", await AskAsync("this channel may see some tickets"));
        Assert.Equal(("nothing", 0), await SeesAsync());

        Assert.Contains("group billing, group Tier 2", await AskAsync("This channel may see group billing, group Tier 2."));
        Assert.Equal(("scope", 2), await SeesAsync());
        Assert.Equal(1, await _bot.DatabaseAsync(db => db.Audit.CountAsync(a => a.Action == "conversation.scoped"), "default"));
    }

    [Fact]
    public async Task Is_said_by_HTTP_too()
    {
        await HasPersonAsync(Role.Analyst);
        await AskAsync("How many tickets?");
        var admin = _bot.As(Role.Admin, "default");
        var id = (await admin.GetAsync<ConversationsPage>("/api/conversations")).Items.Single(c => c.Kind == "channel").Id;

        var half = await admin.PutAsJsonAsync($"/api/conversations/{id}/scope", new { }, TestContext.Current.CancellationToken);
        var set = await admin.PutAsJsonAsync($"/api/conversations/{id}/scope", new { scope = new[] { new { kind = "group", value = "Billing" } } }, TestContext.Current.CancellationToken);

        Assert.Equal(System.Net.HttpStatusCode.BadRequest, half.StatusCode);
        Assert.True(set.IsSuccessStatusCode);
        Assert.Equal(("scope", 1), await SeesAsync());
    }

    [Fact]
    public async Task Limits_what_a_product_owner_can_decide_on_there()
    {
        var cluster = await HasClusterAsync("Tier 2");
        await HasPersonAsync(Role.Admin);
        await AskAsync("this channel may see group Billing");

        var inChannel = await PressAsync(cluster, Channel, "channel");
        var inPerson = await PressAsync(cluster, "a:personal", "personal");

        Assert.Contains("no such cluster", inChannel);
        Assert.Contains("Approved, not published", inPerson);
    }

    [Fact]
    public async Task Never_goes_beyond_what_the_asker_may_see()
    {
        var cluster = await HasClusterAsync("Tier 2");
        await HasPersonAsync(Role.Admin);
        await AskAsync("this channel may see group Tier 2");
        await HasPersonAsync(Role.Analyst | Role.ProductOwner, onlyGroup: "Billing");

        Assert.Contains("no such cluster", await PressAsync(cluster, Channel, "channel"));
    }

    private sealed record ConversationsPage(IReadOnlyList<ConversationView> Items);

    private async Task<long> HasClusterAsync(string group)
    {
        var ticket = await _bot.DatabaseAsync(db => db.Tickets.Join(db.Groups.Where(g => g.Name == group), t => t.GroupId, g => g.Id, (t, _) => t.Id).SingleAsync(), "default");
        return await _bot.DatabaseAsync(async db =>
        {
            var cluster = db.Clusters.Add(new SupportCopilot.Clusters.Cluster { Name = "A problem", Resolution = ClusterDesk.Resolution, Size = 1, FoundAt = DateTime.UnixEpoch, UpdatedAt = DateTime.UnixEpoch }).Entity;
            await db.SaveChangesAsync();
            db.ClusterMembers.Add(new() { TicketId = ticket, ClusterId = cluster.Id, JoinedAt = DateTime.UnixEpoch });
            await db.SaveChangesAsync();
            return cluster.Id;
        }, "default");
    }

    private async Task<string> PressAsync(long cluster, string conversation, string kind)
    {
        var press = ConnectedBot.Message("", conversation: conversation, kind: kind, type: "invoke");
        press["name"] = "adaptiveCard/action";
        press["value"] = BotProduct.Press("cluster.approve", new() { ["cluster"] = cluster, ["version"] = 1 })["value"]!.DeepClone();
        return (await _bot.SendAsync(press, _bot.Token())).Body.GetRawText();
    }

    private async Task<string> AskAsync(string text)
    {
        var before = _bot.Connector.Sent.Count;
        await _bot.SendAsync(ConnectedBot.Message(text, conversation: Channel + ";messageid=3", kind: "channel"), _bot.Token());
        return string.Join('\n', _bot.Connector.Sent.Skip(before).Select(c => c.Words));
    }

    private Task<(string, int)> SeesAsync() => _bot.DatabaseAsync(async db =>
    {
        var channel = await db.Conversations.SingleAsync(c => c.ExternalId == Channel);
        var scopes = await db.ConversationScopes.CountAsync(s => s.ConversationId == channel.Id);
        return (!channel.HasScope ? "nothing" : scopes == 0 ? "everything" : "scope", scopes);
    }, "default");

    private Task HasPersonAsync(Role roles, string? onlyGroup = null) => _bot.DatabaseAsync(async db =>
    {
        var person = await db.People.SingleOrDefaultAsync(p => p.ExternalId == Anna) ?? db.People.Add(new Person { Source = "entra", ExternalId = Anna, Name = "Anna" }).Entity;
        person.Roles = roles;
        await db.SaveChangesAsync();
        if (onlyGroup is not null)
        {
            var group = await db.Groups.Where(g => g.Name == onlyGroup).Select(g => g.Id).SingleAsync();
            db.PersonScopes.Add(new PersonScope { PersonId = person.Id, Kind = ScopeKind.Group, Value = group.ToString(System.Globalization.CultureInfo.InvariantCulture) });
        }

        return await db.SaveChangesAsync();
    }, "default");
}
