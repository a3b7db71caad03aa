using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SupportCopilot.Access;
using SupportCopilot.Storage;
using SupportCopilot.Tickets.Desks;
using SupportCopilot.Zendesk.Webhooks;

namespace SupportCopilot.Tests.Zendesk.Webhooks;

public sealed class WorkedOffEvents : IAsyncLifetime
{
    private readonly FetchBook _desk = new();
    private readonly SetClock _clock = new(TimeProvider.System.GetUtcNow());
    private readonly Product _product;

    public WorkedOffEvents() => _product = Product.Having(
        services =>
        {
            services.Replace(ServiceDescriptor.Singleton<IFetchTickets>(_desk));
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(_clock));
        },
        [.. Webhook.Settings, "SupportCopilot:Webhooks:KeepDays=3"]);

    public ValueTask InitializeAsync() => _product.InitializeAsync();

    public ValueTask DisposeAsync() => _product.DisposeAsync();

    [Fact]
    public async Task Cost_one_fetch_a_ticket_however_many_there_are()
    {
        foreach (var ticket in new[] { 1, 2, 1, 1, 2, 3 }) await TellAsync(ticket);
        await WorkAsync();
        await WorkAsync();

        Assert.Equal(["1", "2", "3"], _desk.Asked.Order());
        Assert.All(await EventsAsync(), e => Assert.NotNull(e.WorkedAt));
    }

    [Fact]
    public async Task Come_again_where_more_is_told_while_the_ticket_is_read()
    {
        _desk.Fetch = async _ =>
        {
            if (_desk.Asked.Count == 1) await TellAsync(1);
            return FetchOutcome.Kept;
        };
        await TellAsync(1);
        await WorkAsync();
        Assert.Equal(["1", "1"], _desk.Asked);
    }

    [Fact]
    public async Task Are_done_with_when_their_ticket_is_gone()
    {
        _desk.Fetch = _ => Task.FromResult(FetchOutcome.Gone);
        await TellAsync(1, "ticket.permanently_deleted");
        await WorkAsync();
        Assert.NotNull(Assert.Single(await EventsAsync()).WorkedAt);
    }

    [Fact]
    public async Task Are_tried_again_after_growing_waits_until_they_succeed()
    {
        _desk.Fetch = _ => throw new HttpRequestException("the canary is quetzal");
        await TellAsync(1);

        var waits = new List<double>();
        for (var tries = 1; tries <= 4; tries++)
        {
            await WorkAsync();
            Assert.Equal(tries, _desk.Asked.Count);
            var failing = Assert.Single(await EventsAsync());
            Assert.Equal((tries, nameof(HttpRequestException)), (failing.Attempts, failing.Error));
            waits.Add((failing.DueAt - _clock.GetUtcNow().UtcDateTime).TotalSeconds);
            await WorkAsync();   // not due yet
            _clock.Set(failing.DueAt.AddMilliseconds(1));
        }

        Assert.Equal([5, 10, 20, 40], waits.Select(wait => Math.Round(wait)));
        _desk.Fetch = _ => Task.FromResult(FetchOutcome.Kept);
        await WorkAsync();
        Assert.Equal((true, null), (Assert.Single(await EventsAsync()).WorkedAt is not null, Assert.Single(await EventsAsync()).Error));
    }

    [Fact]
    public async Task Are_counted_on_the_health_page_while_they_wait_and_fail()
    {
        Assert.Equal("None has come yet.", await HealthAsync());
        _desk.Fetch = ticket => ticket == "1" ? throw new HttpRequestException() : Task.FromResult(FetchOutcome.Kept);
        await TellAsync(1);
        await TellAsync(2);
        Assert.Contains("2 wait; none fails", await HealthAsync());

        await WorkAsync();
        Assert.Contains("0 wait; 1 fail and are tried again", await HealthAsync());
        Assert.Contains("(HttpRequestException)", await HealthAsync());
    }

    [Fact]
    public async Task Of_a_ticket_that_fails_hurry_nobody_and_hold_nobody_up()
    {
        _desk.Fetch = ticket => ticket == "1" ? throw new HttpRequestException() : Task.FromResult(FetchOutcome.Kept);
        await TellAsync(1);
        await TellAsync(2);
        await WorkAsync();
        await TellAsync(1);
        await WorkAsync();

        Assert.Equal(["1", "2"], _desk.Asked.Order());
        Assert.Equal(["2"], (await EventsAsync()).Where(e => e.WorkedAt is not null).Select(e => e.TicketExternalId));
    }

    [Fact]
    public async Task Wait_for_a_desk_that_is_not_connected_any_more()
    {
        _desk.Fetch = _ => Task.FromResult(FetchOutcome.NotConnected);
        await TellAsync(1);
        await WorkAsync();
        Assert.Equal((null, "NotConnected"), (Assert.Single(await EventsAsync()).WorkedAt, Assert.Single(await EventsAsync()).Error));
    }

    [Theory]
    [InlineData(-10, -10, 0)]
    [InlineData(-10, 10, 1)]
    [InlineData(10, null, 1)]
    [InlineData(0, 0, 1)]
    public async Task Cost_no_fetch_where_the_sync_has_read_past_them(int ticketsMinutes, int? threadsMinutes, int fetches)
    {
        await TellAsync(1);
        var at = _clock.GetUtcNow().UtcDateTime;
        await _product.DatabaseAsync(async db =>
        {
            db.SyncCursors.Add(new SyncCursor { Stream = "zendesk/tickets", ReadTo = at.AddMinutes(-ticketsMinutes), UpdatedAt = at });
            if (threadsMinutes is { } threads) db.SyncCursors.Add(new SyncCursor { Stream = "zendesk/events", ReadTo = at.AddMinutes(-threads), UpdatedAt = at });
            return await db.SaveChangesAsync();
        }, tenant: "default");
        await WorkAsync();

        Assert.Equal(fetches, _desk.Asked.Count);
        Assert.NotNull(Assert.Single(await EventsAsync()).WorkedAt);
    }

    [Fact]
    public async Task Are_left_to_whoever_is_at_them()
    {
        await TellAsync(1);
        var tenant = await _product.InsideAsync(services => Task.FromResult(services.GetRequiredService<CurrentTenant>().Id), tenant: "default");
        await using (await _product.Services.GetRequiredService<Leases>().TryTakeAsync($"desk-events/{tenant}", TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken)) await WorkAsync();
        Assert.Empty(_desk.Asked);

        await WorkAsync();
        Assert.Equal(["1"], _desk.Asked);
    }

    [Fact]
    public async Task Are_known_for_some_days_and_then_removed()
    {
        var first = Webhook.OfEvent(1, at: _clock.GetUtcNow());
        await first.SendAsync(_product);
        await WorkAsync();
        await TellAsync(2);

        _clock.Advance(TimeSpan.FromDays(2));
        await RemoveAsync();
        await (first with { At = _clock.GetUtcNow() }).SendAsync(_product);   // somebody pressed the button in Zendesk's activity log
        Assert.Equal(["1", "2"], (await EventsAsync()).Select(e => e.TicketExternalId));

        _clock.Advance(TimeSpan.FromDays(2));
        await RemoveAsync();
        Assert.Equal(["2"], (await EventsAsync()).Select(e => e.TicketExternalId));   // not worked off: it stays until it is
    }

    private async Task TellAsync(long ticket, string kind = "ticket.status_changed") =>
        Assert.True((await Webhook.OfEvent(ticket, kind, at: _clock.GetUtcNow()).SendAsync(_product)).IsSuccessStatusCode);

    private async Task<string> HealthAsync()
    {
        using var answer = await _product.Anonymous().GetAsync("/health/ready", TestContext.Current.CancellationToken);
        using var read = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return read.RootElement.GetProperty("parts").GetProperty("webhooks").GetProperty("detail").GetString()!;
    }

    private Task WorkAsync() => _product.InsideAsync(
        services => services.GetRequiredService<WorkDeskEvents>().RunAsync(services.GetRequiredService<CurrentTenant>().Id, TestContext.Current.CancellationToken), tenant: "default");

    private Task RemoveAsync() => _product.InsideAsync(services => services.GetRequiredService<RemoveOldDeskEvents>().RunAsync(TestContext.Current.CancellationToken), tenant: "default");

    private Task<List<DeskEvent>> EventsAsync() => _product.DatabaseAsync(db => db.DeskEvents.AsNoTracking().OrderBy(e => e.Id).ToListAsync(), tenant: "default");
}
