using Microsoft.EntityFrameworkCore;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Desks;

namespace SupportCopilot.Tests.Zendesk.Syncing;

/// <summary>What a sync brings in, against a simulated account.</summary>
public sealed class SyncedTickets
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Are_all_there_with_their_threads_people_and_figures()
    {
        await using var desk = await SyncedDesk.WithAsync(new() { Tickets = 120 });

        var outcome = await desk.SyncAsync();

        Assert.All(outcome.Streams, s => Assert.Null(s.Failure));
        Assert.Equal(120, await desk.LookAsync(db => db.Tickets.CountAsync(t => t.Status != TicketStatus.Deleted, Ct)));
        for (var number = 1; number <= 120; number++)
        {
            var there = desk.Zendesk.Ticket(number);
            var here = (await desk.TicketAsync(number))!;
            Assert.Equal((there.Subject, there.Status, there.Priority, there.UpdatedAt.UtcDateTime), (here.Subject, here.Status, here.Given.Priority, here.UpdatedAt));
            Assert.Equal(there.Comments.Select(c => (c.Id.ToString(), c.Body, c.IsPublic)), (await desk.ThreadAsync(number)).Select(c => (c.ExternalId, c.Body, c.IsPublic)));
        }
    }

    [Fact]
    public async Task Change_nothing_when_nothing_changed()
    {
        await using var desk = await SyncedDesk.WithAsync(new() { Tickets = 60 });
        await desk.SyncAsync();
        var before = await StateAsync(desk);

        var again = await desk.SyncAsync(SyncExtent.FromTheStart);

        Assert.Equal(60, again.Streams.Single(s => s.Name == "zendesk/tickets").Tickets.Unchanged);
        Assert.Equal(before, await StateAsync(desk));
    }

    [Fact]
    public async Task Follow_what_people_do_at_the_desk()
    {
        await using var desk = await SyncedDesk.WithAsync(new() { Tickets = 20 });
        await desk.SyncAsync();
        var number = desk.Zendesk.Customer(1).Opens("Where is my invoice?", "I cannot find it anywhere.");
        desk.Zendesk.Agent(1).Writes(number, "Under Billing.");
        desk.Zendesk.Agent(1).Writes(number, "Third time this week.", isPublic: false);
        desk.Zendesk.Agent(1).Solves(3);
        desk.WaitForExports();

        await desk.SyncAsync(SyncExtent.WhatIsDue);

        Assert.Equal(
            [("I cannot find it anywhere.", AuthorKind.Requester, true), ("Under Billing.", AuthorKind.Agent, true), ("Third time this week.", AuthorKind.Agent, false)],
            (await desk.ThreadAsync(number)).Select(c => (c.Body, c.AuthorKind, c.IsPublic)));
        Assert.Equal("solved", (await desk.TicketAsync(3))!.Status);
    }

    [Fact]
    public async Task Of_one_second_all_arrive_and_the_sync_ends()
    {
        await using var desk = await SyncedDesk.WithAsync(new() { Tickets = 5000, TicketsPerInstant = 5000 });

        var outcome = await desk.SyncAsync();

        Assert.All(outcome.Streams, s => Assert.Null(s.Failure));
        Assert.Equal(5000, await desk.LookAsync(db => db.Tickets.CountAsync(t => t.Status != TicketStatus.Deleted, Ct)));
        Assert.Equal(0, await desk.LookAsync(db => db.Comments.CountAsync(c => c.ExternalId == "description", Ct)));
    }

    [Fact]
    public async Task That_were_deleted_leave_no_word_and_leave_the_index()
    {
        await using var desk = await SyncedDesk.WithAsync(new() { Tickets = 20 });
        var number = desk.Zendesk.Customer(1).Opens("Quokka in the lift", "The quokka will not come out.");
        desk.WaitForExports();
        await desk.SyncAsync();
        await desk.Product.WorkOffAsync(SyncedDesk.Tenant);
        Assert.NotEmpty(await FoundAsync(desk, "quokka lift"));
        desk.Zendesk.Agent(1).Deletes(number);
        desk.WaitForExports();

        await desk.SyncAsync();
        await desk.Product.WorkOffAsync(SyncedDesk.Tenant);

        Assert.Equal(TicketStatus.Deleted, (await desk.TicketAsync(number))!.Status);
        Assert.Empty(await desk.ThreadAsync(number));
        Assert.Empty(await FoundAsync(desk, "quokka lift"));
    }

    [Fact]
    public async Task Lose_redacted_words_everywhere()
    {
        await using var desk = await SyncedDesk.WithAsync(new() { Tickets = 20 });
        var number = desk.Zendesk.Customer(1).Opens("Payment", "My number is 55512399 and it fails.");
        desk.WaitForExports();
        await desk.SyncAsync();
        await desk.Product.WorkOffAsync(SyncedDesk.Tenant);
        desk.Zendesk.Agent(1).Redacts(number, desk.Zendesk.Ticket(number).Comments[0].Id, "55512399");
        desk.WaitForExports();

        await desk.SyncAsync();
        await desk.Product.WorkOffAsync(SyncedDesk.Tenant);

        Assert.DoesNotContain("55512399", Assert.Single(await desk.ThreadAsync(number)).Body);
        Assert.Empty(await FoundAsync(desk, "55512399"));
        Assert.Equal(0, await desk.LookAsync(db => db.Verdicts.CountAsync(v => v.Detail.Contains("55512399"), Ct)));
    }

    [Fact]
    public async Task Newer_than_the_page_stay_as_they_are()
    {
        await using var desk = await SyncedDesk.WithAsync(new() { Tickets = 20 });
        var number = desk.Zendesk.Customer(1).Opens("Older subject", "Words");
        desk.WaitForExports();
        var old = await Recorded(desk, "/api/v2/incremental/tickets/cursor");
        desk.Zendesk.Agent(1).Sets(number, "subject", "Newer subject");
        await desk.FetchAsync(number);   // as a webhook does

        desk.Answer = (request, ct) => request.RequestUri!.AbsolutePath == "/api/v2/incremental/tickets/cursor" ? Task.FromResult(Json(old)) : desk.Zendesk.SendAsync(request, ct);
        await desk.SyncAsync(SyncExtent.FromTheStart);

        Assert.Equal("Newer subject", (await desk.TicketAsync(number))!.Subject);
        Assert.Equal(21, await desk.LookAsync(db => db.Tickets.CountAsync(Ct)));
    }

    [Fact]
    public async Task Come_before_the_next_page_is_asked_for_after_a_sync_that_was_cut_short()
    {
        await using var desk = await SyncedDesk.WithAsync(new() { Tickets = 2500 });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var pages = 0;
        desk.Answer = async (request, ct) =>
        {
            if (request.RequestUri!.AbsolutePath.StartsWith("/api/v2/incremental/tickets/", StringComparison.Ordinal) && ++pages == 3) await stop.CancelAsync();
            return await desk.Zendesk.SendAsync(request, ct);
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => desk.SyncAsync(ct: stop.Token));
        var kept = await desk.LookAsync(async db => (Rows: await db.SyncCursors.Where(c => c.Stream == "zendesk/tickets").Select(c => c.Rows).SingleOrDefaultAsync(Ct), Tickets: await db.Tickets.CountAsync(t => t.Status != TicketStatus.Deleted, Ct)));
        Assert.Equal(kept.Rows, kept.Tickets);   // the place and its page, or neither
        desk.Answer = null;
        await desk.SyncAsync();

        Assert.Equal(2500, await desk.LookAsync(db => db.Tickets.CountAsync(t => t.Status != TicketStatus.Deleted, Ct)));
    }

    internal static HttpResponseMessage Json(string body) => new(System.Net.HttpStatusCode.OK) { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json") };

    private static async Task<string> Recorded(SyncedDesk desk, string path)
    {
        string? body = null;
        desk.Answer = async (request, ct) =>
        {
            var answer = await desk.Zendesk.SendAsync(request, ct);
            if (body is null && request.RequestUri!.AbsolutePath == path)
            {
                body = await answer.Content.ReadAsStringAsync(ct);
                return Json(body);
            }

            return answer;
        };
        await desk.SyncAsync();
        desk.Answer = null;
        return body!;
    }

    private static Task<IReadOnlyList<SupportCopilot.Knowledge.SearchHit>> FoundAsync(SyncedDesk desk, string words) => desk.Product.InsideAsync(async services =>
        await Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<SupportCopilot.Knowledge.ISearchIndex>(services)
            .SearchAsync(new(Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<SupportCopilot.Access.CurrentTenant>(services).Id, SupportCopilot.Knowledge.SearchKind.Ticket, words, 5), Ct), SyncedDesk.Tenant);

    private static Task<string> StateAsync(SyncedDesk desk) => desk.LookAsync(async db => string.Join('\n',
        (await db.Tickets.AsNoTracking().OrderBy(t => t.Id).ToListAsync(Ct)).Select(t => $"{t.ExternalId} {t.Version} {t.Owed} {t.UpdatedAt:o}"))
        + await db.Comments.CountAsync(Ct) + " " + await db.TicketChanges.CountAsync(Ct));
}
