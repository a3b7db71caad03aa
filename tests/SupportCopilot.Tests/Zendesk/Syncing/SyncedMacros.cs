using Microsoft.EntityFrameworkCore;
using SupportCopilot.Replies.Templates;
using ZendeskSimulator.Macros;
using Macro = ZendeskSimulator.Macros.Macro;

namespace SupportCopilot.Tests.Zendesk.Syncing;

/// <summary>The macros of an account, as the sync brings them.</summary>
public sealed class SyncedMacros
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Come_with_their_words_language_and_what_else_they_would_do()
    {
        await using var desk = await SyncedDesk.WithAsync(new() { Tickets = 5 });
        desk.Zendesk.Macros.Writes(new Macro(9001, "Dark lamp", [("comment_value_html", "<p>Hold the switch,<br>then let it go.</p>"), ("status", "solved"), ("current_tags", "lamp dark"), ("group_id", "501")]));

        await desk.SyncAsync();

        var macro = await OneAsync(desk, 9001);
        Assert.Equal(("Dark lamp", "Hold the switch,\nthen let it go.", true, false), (macro.Title, macro.Text, macro.IsActive, macro.IsRestricted));
        var group = await desk.LookAsync(db => db.Groups.SingleAsync(g => g.ExternalId == "501", Ct));
        Assert.Equal([("status", "solved"), ("current_tags", "lamp dark"), ("group", group.Name)], System.Text.Json.JsonSerializer.Deserialize<List<TemplateEffect>>(macro.Effects, System.Text.Json.JsonSerializerOptions.Web)!.Select(e => (e.Field, e.Value)));
    }

    [Fact]
    public async Task Keep_for_whom_they_are()
    {
        await using var desk = await SyncedDesk.WithAsync(new() { Tickets = 5 });
        desk.Zendesk.Macros.Writes(new Macro(9001, "For a group", [("comment_value", "We refund it.")]) { Groups = [501] });
        desk.Zendesk.Macros.Writes(new Macro(9002, "For one", [("comment_value", "I refund it.")]) { User = 10_001 });
        desk.Zendesk.Macros.Writes(new Macro(9003, "A note", [("comment_value", "Ask the warehouse."), ("comment_mode_is_public", "false")]));
        desk.Zendesk.Macros.Writes(new Macro(9004, "No words", [("status", "solved")]));

        await desk.SyncAsync();

        var (group, one) = (await OneAsync(desk, 9001), await OneAsync(desk, 9002));
        Assert.Equal((true, "501"), (group.IsRestricted, group.ForGroups));
        Assert.NotEmpty(group.ForAgents.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal((true, "", "10001"), (one.IsRestricted, one.ForGroups, one.ForAgents));
        Assert.Empty(await desk.LookAsync(db => db.ReplyTemplates.Where(t => t.ExternalId == "9003" || t.ExternalId == "9004").ToListAsync(Ct)));   // an internal note is no reply
    }

    [Fact]
    public async Task Change_are_switched_off_and_go_with_the_desks()
    {
        await using var desk = await SyncedDesk.WithAsync(new() { Tickets = 5 });
        desk.Zendesk.Macros.Writes(new Macro(9001, "One", [("comment_value", "First words.")]));
        desk.Zendesk.Macros.Writes(new Macro(9002, "Two", [("comment_value", "Second words.")]));
        await desk.SyncAsync();
        var before = (await OneAsync(desk, 9001)).Version;

        await desk.SyncAsync();
        Assert.Equal(before, (await OneAsync(desk, 9001)).Version);   // read twice, it changes nothing

        desk.Zendesk.Macros.Writes(new Macro(9001, "One", [("comment_value", "Other words.")]) { IsActive = false });
        desk.Zendesk.Macros.Deletes(9002);
        await desk.SyncAsync();

        var one = await OneAsync(desk, 9001);
        Assert.Equal(("Other words.", false), (one.Text, one.IsActive));
        Assert.False(await desk.LookAsync(db => db.ReplyTemplates.AnyAsync(t => t.ExternalId == "9002", Ct)));
    }

    private static Task<ReplyTemplate> OneAsync(SyncedDesk desk, long id) => desk.LookAsync(db => db.ReplyTemplates.AsNoTracking().SingleAsync(t => t.ExternalId == id.ToString(), Ct));
}
