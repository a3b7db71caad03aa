using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SupportCopilot.Host.Jobs;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Desks;
using ZendeskSimulator.Faults;

namespace SupportCopilot.Tests.Zendesk.Syncing;

/// <summary>What a sync makes of faults, of others beside it, and of what other programs stumbled over.</summary>
public sealed class TroubledSync
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_stream_that_fails_keeps_no_other_from_being_read_and_the_scheduler_sees_it()
    {
        await using var desk = await SyncedDesk.WithAsync(new() { Tickets = 20 });
        desk.Answer = Refusing(desk, "/api/v2/incremental/ticket_events", HttpStatusCode.Forbidden);

        await Assert.ThrowsAsync<AggregateException>(desk.TickAsync);

        Assert.Equal(20, await CountAsync(desk));
        var row = await desk.LookAsync(db => db.SyncCursors.SingleAsync(c => c.Stream == "zendesk/events", Ct));
        Assert.NotNull(row.FailingSince);
        Assert.Contains("403", row.Trouble);
        var health = await desk.Product.Anonymous().GetAsync<JsonNode>("/health/ready");
        Assert.Equal("degraded", (string?)health["parts"]!["desk"]!["status"]);

        desk.Answer = null;
        await desk.TickAsync();
        Assert.Null((await desk.LookAsync(db => db.SyncCursors.SingleAsync(c => c.Stream == "zendesk/events", Ct))).FailingSince);
        Assert.Equal(0, await desk.LookAsync(db => db.Comments.CountAsync(c => c.ExternalId == "description", Ct)));
    }

    [Fact]
    public async Task Faults_on_the_way_cost_time_and_nothing_else()
    {
        await using var desk = await SyncedDesk.WithAsync(new() { Tickets = 60 });
        desk.Zendesk.Faults.Next(Fault.ServerError(), path: "/api/v2/incremental/ticket_events");
        desk.Zendesk.Faults.Next(Fault.Truncated, path: "/api/v2/incremental/tickets/cursor");
        desk.Zendesk.Faults.Next(Fault.ResetBefore, path: "/api/v2/groups");

        var outcome = await desk.SyncAsync();

        Assert.All(outcome.Streams, s => Assert.Null(s.Failure));
        Assert.Equal(60, await CountAsync(desk));
    }

    [Fact]
    public async Task An_empty_page_that_ends_at_one_leads_nowhere()
    {
        await using var desk = await SyncedDesk.WithAsync(new() { Tickets = 20, Dialect = new() { EmptyExportEndsAtOne = true } });
        await desk.SyncAsync();
        var before = await PlacesAsync(desk);
        desk.Clock.Advance(TimeSpan.FromDays(40));

        await desk.SyncAsync();
        await desk.SyncAsync();

        Assert.Equal(before, await PlacesAsync(desk));
    }

    [Fact]
    public async Task A_second_that_is_fuller_than_a_page_is_read_by_its_tickets()
    {
        await using var desk = await SyncedDesk.WithAsync(new() { Tickets = 30, TicketsPerInstant = 10 });
        var asked = 0;
        desk.Answer = async (request, ct) =>
        {
            Assert.True(++asked < 500, "The sync does not end.");
            var answer = await desk.Zendesk.SendAsync(request, ct);
            return request.RequestUri!.AbsolutePath == "/api/v2/incremental/ticket_events" ? CutAmidASecond(JsonNode.Parse(await answer.Content.ReadAsStringAsync(ct))!, most: 4) : answer;
        };

        var outcome = await desk.SyncAsync();

        Assert.All(outcome.Streams, s => Assert.Null(s.Failure));
        for (var number = 1; number <= 30; number++)
            Assert.Equal(desk.Zendesk.Ticket(number).Comments[0].Id.ToString(), (await desk.ThreadAsync(number))[0].ExternalId);
    }

    [Fact]
    public async Task A_cursor_that_the_account_does_not_know_costs_an_overlap()
    {
        await using var desk = await SyncedDesk.WithAsync(new() { Tickets = 20 });
        await desk.SyncAsync();
        var number = desk.Zendesk.Customer(1).Opens("Lamp", "It is dark.");
        desk.WaitForExports();
        desk.Answer = (request, ct) => request.RequestUri!.Query.Contains("cursor=", StringComparison.Ordinal) ? Task.FromResult(new HttpResponseMessage(HttpStatusCode.BadRequest)) : desk.Zendesk.SendAsync(request, ct);

        await desk.SyncAsync(SyncExtent.WhatIsDue);

        Assert.Equal("Lamp", (await desk.TicketAsync(number))!.Subject);
    }

    [Fact]
    public async Task Of_two_that_sync_at_once_one_reads_and_the_other_is_told()
    {
        await using var desk = await SyncedDesk.WithAsync(new() { Tickets = 200 });

        var ends = await Task.WhenAll(desk.SyncAsync(), desk.SyncAsync(), desk.SyncAsync());

        Assert.Contains(ends, e => e.End is SyncEnd.Done);
        Assert.Contains(ends, e => e.End is SyncEnd.Busy);
        Assert.Equal(200, await CountAsync(desk));
    }

    [Fact]
    public async Task A_reader_whose_lease_was_taken_writes_nothing_more()
    {
        await using var desk = await SyncedDesk.WithAsync(new() { Tickets = 20 });
        desk.Answer = async (request, ct) =>
        {
            if (request.RequestUri!.AbsolutePath.StartsWith("/api/v2/incremental/ticket", StringComparison.Ordinal))
                await desk.LookAsync(async db =>
                {
                    var lease = await db.Leases.SingleAsync(l => l.Name.StartsWith("sync/"), ct);
                    lease.Token++;
                    return await db.SaveChangesAsync(ct);
                });
            return await desk.Zendesk.SendAsync(request, ct);
        };

        await Assert.ThrowsAsync<LeaseLostException>(() => desk.SyncAsync());

        Assert.Equal(0, await desk.LookAsync(db => db.Tickets.CountAsync(Ct)));
    }

    [Fact]
    public async Task A_tenant_with_made_up_tickets_is_refused_in_words()
    {
        await using var desk = await SyncedDesk.WithAsync(new() { Tickets = 20 });
        await desk.Product.HasTicketAsync(new IncomingTicket("demo", "1") { Subject = "Made up" }, SyncedDesk.Tenant);

        var outcome = await desk.SyncAsync();

        Assert.Equal(SyncEnd.Refused, outcome.End);
        Assert.Contains("made-up tickets", outcome.Reason);
        Assert.Empty(desk.Zendesk.Requests.All);
    }

    [Fact]
    public async Task One_tenants_failure_does_not_keep_another_from_being_read()
    {
        var sync = new TwoDesks();
        await using var product = Product.Having(services => services.Replace(ServiceDescriptor.Singleton<ISyncDesk>(sync)));
        await product.InitializeAsync();
        await product.InsideAsync(_ => Task.CompletedTask, "one");
        await product.InsideAsync(_ => Task.CompletedTask, "two");

        await Assert.ThrowsAsync<AggregateException>(async () => await ActivatorUtilities.CreateInstance<SyncJob>(product.Services).Execute(null!, Ct));

        Assert.Equal([1, 2], sync.Read.Order());
    }

    [Fact]
    public async Task No_word_of_a_ticket_is_in_a_log()
    {
        await using var desk = await SyncedDesk.WithAsync(new() { Tickets = 20 });
        desk.Zendesk.Customer(1).Opens("Canary-subject-771", "Canary-words-772, canary773@example.org");
        desk.WaitForExports();
        desk.Answer = Refusing(desk, "/api/v2/satisfaction_ratings", HttpStatusCode.BadRequest, "Canary-words-772");

        await Assert.ThrowsAsync<AggregateException>(desk.TickAsync);

        Assert.DoesNotContain(desk.Product.Log.All, line => line.Contains("anary", StringComparison.Ordinal) && line.Contains("77", StringComparison.Ordinal));
    }

    private static Task<int> CountAsync(SyncedDesk desk) => desk.LookAsync(db => db.Tickets.CountAsync(t => t.Status != TicketStatus.Deleted, Ct));

    private static Task<string> PlacesAsync(SyncedDesk desk) =>
        desk.LookAsync(async db => string.Join(' ', (await db.SyncCursors.AsNoTracking().OrderBy(c => c.Stream).ToListAsync(Ct)).Select(c => $"{c.Stream}:{c.Cursor}")));

    private static Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> Refusing(SyncedDesk desk, string path, HttpStatusCode status, string body = "{}") =>
        (request, ct) => request.RequestUri!.AbsolutePath == path
            ? Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body) })
            : desk.Zendesk.SendAsync(request, ct);

    /// <summary>What an account would say whose pages end in the middle of a second.</summary>
    private static HttpResponseMessage CutAmidASecond(JsonNode page, int most)
    {
        var events = page["ticket_events"]!.AsArray();
        if (events.Count > most)
        {
            while (events.Count > most) events.RemoveAt(events.Count - 1);
            page["end_of_stream"] = false;
            page["count"] = most;
            var end = (long)events[^1]!["timestamp"]!;
            page["end_time"] = end;
            page["next_page"] = $"https://acme.zendesk.com/api/v2/incremental/ticket_events.json?start_time={end}&include=comment_events";
        }

        return SyncedTickets.Json(page.ToJsonString());
    }

    private sealed class TwoDesks : ISyncDesk
    {
        private readonly List<int> _read = [];

        public IEnumerable<int> Read => _read;

        public Task<DeskLink?> LinkAsync(int tenantId, CancellationToken ct) => Task.FromResult<DeskLink?>(null);

        public Task<SyncOutcome> RunAsync(int tenantId, SyncExtent extent, IProgress<SyncProgress>? progress, CancellationToken ct)
        {
            lock (_read) _read.Add(tenantId);
            return tenantId == 1 ? throw new InvalidOperationException("broken") : Task.FromResult(new SyncOutcome(SyncEnd.Done, null, []));
        }
    }
}
