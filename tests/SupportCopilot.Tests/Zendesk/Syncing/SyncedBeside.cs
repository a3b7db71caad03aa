using Microsoft.EntityFrameworkCore;
using SupportCopilot.Knowledge;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Desks;
using ZendeskSimulator.HelpCenter;
using Article = ZendeskSimulator.HelpCenter.Article;

namespace SupportCopilot.Tests.Zendesk.Syncing;

/// <summary>What a sync brings in beside tickets' words: merges, ratings, service levels, articles.</summary>
public sealed class SyncedBeside
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_ticket_that_was_merged_names_the_other_and_is_nobodys_solution()
    {
        await using var desk = await SyncedDesk.WithAsync(new() { Tickets = 20 });
        var (target, source) = (desk.Zendesk.Customer(1).Opens("Lamp", "It is dark."), desk.Zendesk.Customer(1).Opens("Lamp again", "Still dark."));
        desk.Zendesk.Agent(1).Merges(target, source);
        desk.WaitForExports();

        await desk.SyncAsync();

        var merged = (await desk.TicketAsync(source))!;
        Assert.Equal(("closed", target.ToString(), null), (merged.Status, merged.MergedInto, merged.SolvedAt));
        Assert.Null((await desk.TicketAsync(target))!.MergedInto);
    }

    [Fact]
    public async Task Ratings_of_both_kinds_are_shares_of_their_scale()
    {
        await using var desk = await SyncedDesk.WithAsync(new() { Tickets = 20 });
        var numbers = Enumerable.Range(0, 3).Select(i => desk.Zendesk.Customer(1).Opens($"Lamp {i}", "It is dark.")).ToList();
        foreach (var number in numbers) desk.Zendesk.Agent(1).Solves(number);
        desk.Zendesk.Customer(1).Rates(numbers[0], isGood: true);
        desk.Zendesk.Customer(1).Rates(numbers[1], isGood: false);
        desk.Zendesk.Customer(1).Rates(numbers[2], isGood: true, stars: 4);
        desk.WaitForExports();

        await desk.SyncAsync();

        Assert.Equal([(1.0, true), (0.0, true), (0.75, true)], await Task.WhenAll(numbers.Select(async n => (await desk.TicketAsync(n))! is var t ? (t.Csat!.Value, t.CsatOffered) : default)));
    }

    [Fact]
    public async Task Service_levels_are_kept_or_missed_where_one_applied()
    {
        await using var desk = await SyncedDesk.WithAsync(new() { Tickets = 200 });

        await desk.SyncAsync();

        var levels = await desk.LookAsync(db => db.Tickets.Select(t => t.SlaMet).ToListAsync(Ct));
        Assert.Contains(true, levels);
        Assert.Contains(false, levels);
    }

    [Fact]
    public async Task Articles_that_only_some_may_read_are_restricted_and_drafts_are_no_source()
    {
        await using var desk = await SyncedDesk.WithAsync(new() { Tickets = 5 });
        desk.Zendesk.HelpCenter.Publishes(new Article(9001, "How to reset a lamp", "<h2>Reset</h2><p>Hold the switch.</p>"));
        desk.Zendesk.HelpCenter.Publishes(new Article(9002, "For partners", "<p>Partner prices.</p>") { UserSegmentId = 401 });
        desk.Zendesk.HelpCenter.Publishes(new Article(9003, "Not ready", "<p>Draft.</p>") { IsDraft = true });
        desk.WaitForExports();

        await desk.SyncAsync();

        Assert.Equal(
            [("9001", ArticleSegment.Public, true), ("9002", ArticleSegment.Restricted, true), ("9003", ArticleSegment.Public, false)],
            (await desk.LookAsync(db => db.Articles.Where(a => a.ExternalId.StartsWith("900")).OrderBy(a => a.ExternalId).ToListAsync(Ct))).Select(a => (a.ExternalId, a.Segment, a.IsPublished)));
        Assert.Contains("Hold the switch.", (await desk.LookAsync(db => db.Articles.SingleAsync(a => a.ExternalId == "9001", Ct))).Body);
    }

    [Fact]
    public async Task Articles_that_were_removed_are_removed_here()
    {
        await using var desk = await SyncedDesk.WithAsync(new() { Tickets = 5 });
        desk.Zendesk.HelpCenter.Publishes(new Article(9001, "How to reset a lamp", "<p>Hold the switch.</p>"));
        desk.WaitForExports();
        await desk.SyncAsync();
        desk.Zendesk.HelpCenter.Archives(9001);
        desk.WaitForExports();

        await desk.SyncAsync();

        var gone = await desk.LookAsync(db => db.Articles.SingleAsync(a => a.ExternalId == "9001", Ct));
        Assert.Equal((false, ""), (gone.IsPublished, gone.Body));
    }

    [Fact]
    public async Task An_account_without_a_help_center_is_told_of_and_fails_nothing()
    {
        await using var desk = await SyncedDesk.WithAsync(new() { Tickets = 5, HasHelpCenter = false, HasSurveys = false });

        var outcome = await desk.SyncAsync();

        Assert.All(outcome.Streams, s => Assert.Null(s.Failure));
        Assert.Contains("Not available", outcome.Streams.Single(s => s.Name == "zendesk/articles").LeftOut);
    }
}
