using System.Globalization;
using System.Net;
using SupportCopilot.Zendesk.Client;
using SupportCopilot.Zendesk.Client.Limits;

namespace SupportCopilot.Tests.Zendesk.Client;

/// <summary>Who goes first, and what everybody waits for.</summary>
public sealed class LanesAndWaits
{
    private const string Ticket = """{"ticket":{"id":7}}""";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task People_never_wait_behind_work_or_a_sync_and_the_sync_goes_on_beside_work()
    {
        var clock = new TurnedClock();
        var limits = new RequestLimits(clock);
        var order = new List<Lane>();
        async Task GoAsync(Lane lane)
        {
            await limits.WaitAsync(Request(lane), TimeSpan.FromHours(1), Ct);
            lock (order) order.Add(lane);
        }

        var all = Enumerable.Range(0, 300).Select(_ => GoAsync(Lane.Sync)).Concat(Enumerable.Range(0, 300).Select(_ => GoAsync(Lane.Work))).ToList();
        await clock.TurnAsync(TimeSpan.FromSeconds(70));   // until the limit is used up, and one place comes free after the other
        var people = Enumerable.Range(0, 20).Select(_ => GoAsync(Lane.Person)).ToList();
        await clock.TurnAsync(TimeSpan.FromSeconds(20 * 60.0 / ZendeskLimits.Account + 2));   // each next place that comes free is a person's
        await Task.WhenAll(people).WaitAsync(TimeSpan.FromSeconds(10), Ct);

        List<Lane> gone;
        lock (order) gone = [.. order];
        Assert.InRange(gone.Count(lane => lane is Lane.Work) / (double)gone.Count(lane => lane is Lane.Sync), 4, 9);
        for (var minutes = 0; minutes < 6 && all.Exists(task => !task.IsCompleted); minutes++) await clock.TurnAsync(TimeSpan.FromMinutes(1));
        await Task.WhenAll(all).WaitAsync(TimeSpan.FromSeconds(10), Ct);
    }

    [Fact]
    public async Task Who_waits_for_exports_keeps_nobody_else_waiting()
    {
        var clock = new TurnedClock();
        var limits = new RequestLimits(clock);
        var exports = Enumerable.Range(0, 30).Select(_ => limits.WaitAsync(Request(Lane.Sync, SpecialLimit.Exports), TimeSpan.FromHours(1), Ct).AsTask()).ToList();
        await clock.TurnAsync(TimeSpan.FromMilliseconds(1));
        Assert.Contains(exports, task => !task.IsCompleted);

        var plain = limits.WaitAsync(Request(Lane.Sync), TimeSpan.FromMinutes(1), Ct).AsTask();
        await clock.TurnUntilAsync(plain, TimeSpan.FromSeconds(1));
        Assert.InRange(exports.Count(task => task.IsCompleted), 1, 10);
    }

    [Theory]
    [InlineData("30")]
    [InlineData("date")]
    public async Task A_429_is_waited_out_by_every_lane_for_as_long_as_it_asks(string asks)
    {
        var clock = new TurnedClock();
        var desk = new ScriptedDesk()
            .Answers(HttpStatusCode.OK, Ticket, Headers(700, 10))
            .Answers(HttpStatusCode.TooManyRequests, "{}", answer =>
            {
                Headers(700, 0)(answer);
                answer.Headers.TryAddWithoutValidation("Retry-After", asks == "date" ? clock.GetUtcNow().AddSeconds(30).ToString("R", CultureInfo.InvariantCulture) : asks);
            })
            .Answers(HttpStatusCode.OK, Ticket, Headers(700, 699));
        var client = ClientOf.Make(desk.SendAsync, clock);
        await client.TicketAsync(1, Lane.Work, Ct);

        var limited = client.TicketAsync(2, Lane.Work, Ct);
        await clock.TurnAsync(TimeSpan.FromSeconds(1));
        var sync = client.TicketAsync(3, Lane.Sync, Ct);
        var person = await Assert.ThrowsAsync<ZendeskException>(() => client.TicketAsync(4, Lane.Person, Ct));   // who looks at a screen is told at once
        await clock.TurnAsync(TimeSpan.FromSeconds(28));
        Assert.Equal(2, desk.Requests.Count);
        await clock.TurnAsync(TimeSpan.FromSeconds(5));
        await Task.WhenAll(limited, sync).WaitAsync(TimeSpan.FromSeconds(10), Ct);

        Assert.Equal(4, desk.Requests.Count);
        Assert.Equal(ZendeskFailure.NotNow, person.Kind);
        Assert.InRange(person.RetryAfter!.Value.TotalSeconds, 25, 31);
    }

    [Fact]
    public async Task A_429_of_one_endpoint_holds_up_that_endpoint_alone()
    {
        var clock = new TurnedClock();
        var desk = new ScriptedDesk()
            .Answers(HttpStatusCode.TooManyRequests, "{}", answer =>
            {
                Headers(700, 500)(answer);
                answer.Headers.TryAddWithoutValidation("Zendesk-RateLimit-incremental-exports", "total=10; remaining=0; resets=40");
                answer.Headers.TryAddWithoutValidation("Retry-After", "40");
            })
            .Answers(HttpStatusCode.OK, Ticket, Headers(700, 499));
        var client = ClientOf.Make(desk.SendAsync, clock);

        var export = client.TicketsAfterAsync("c", 100, Lane.Sync, Ct);
        await clock.TurnAsync(TimeSpan.FromMilliseconds(100));
        Assert.Equal(7, (await client.TicketAsync(7, Lane.Person, Ct)).Ticket!.Id);
        await clock.TurnAsync(TimeSpan.FromSeconds(38));
        Assert.False(export.IsCompleted);
        await clock.TurnUntilAsync(export, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Without_any_headers_it_goes_on_unhindered_until_it_is_refused_and_keeps_the_documented_limits_from_then_on()
    {
        var clock = new TurnedClock();
        var desk = new ScriptedDesk().Answers(HttpStatusCode.OK, """{"tickets":[]}""");
        var client = ClientOf.Make(desk.SendAsync, clock);
        for (var i = 0; i < 50; i++) await client.TicketsAfterAsync("c", 100, Lane.Sync, Ct);   // at once, on a clock that stands still

        var strict = new ScriptedDesk().Answers(HttpStatusCode.TooManyRequests).Answers(HttpStatusCode.OK, """{"tickets":[]}""");
        var refused = ClientOf.Make(strict.SendAsync, clock);
        var exports = Enumerable.Range(0, 12).Select(_ => refused.TicketsAfterAsync("c", 100, Lane.Sync, Ct)).ToList();
        var before = clock.GetUtcNow();
        await clock.TurnUntilAsync(Task.WhenAll(exports), TimeSpan.FromMinutes(5));
        Assert.True(clock.GetUtcNow() - before > TimeSpan.FromSeconds(20), $"{clock.GetUtcNow() - before}");
    }

    [Fact]
    public async Task A_cancelled_wait_ends_at_once_and_nothing_is_sent()
    {
        var clock = new TurnedClock();
        var desk = new ScriptedDesk().Answers(HttpStatusCode.TooManyRequests, "{}", answer => answer.Headers.TryAddWithoutValidation("Retry-After", "60")).Answers(HttpStatusCode.OK, Ticket);
        var client = ClientOf.Make(desk.SendAsync, clock);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var first = client.TicketAsync(1, Lane.Work, cancel.Token);
        await clock.TurnAsync(TimeSpan.FromSeconds(2));

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first.WaitAsync(TimeSpan.FromSeconds(10), Ct));
        Assert.Single(desk.Requests);
    }

    [Fact]
    public async Task A_desk_that_fails_and_fails_is_left_alone_for_a_while_and_taken_up_again()
    {
        var clock = new TurnedClock();
        var isWell = false;
        var desk = new ScriptedDesk().Answers((_, _) => Task.FromResult(isWell ? ScriptedDesk.Json(HttpStatusCode.OK, Ticket) : ScriptedDesk.Json(HttpStatusCode.InternalServerError, "{}")));
        var client = ClientOf.Make(desk.SendAsync, clock);
        for (var i = 0; i < 5; i++)
            await Assert.ThrowsAsync<ZendeskException>(() => clock.TurnUntilAsync(client.TicketAsync(i, Lane.Person, Ct), TimeSpan.FromSeconds(15)));

        var asked = desk.Requests.Count;
        var alone = await Assert.ThrowsAsync<ZendeskException>(() => client.TicketAsync(7, Lane.Person, Ct));
        Assert.Equal((ZendeskFailure.NotNow, asked), (alone.Kind, desk.Requests.Count));

        isWell = true;
        await clock.TurnAsync(TimeSpan.FromSeconds(16));
        Assert.Equal(7, (await client.TicketAsync(7, Lane.Person, Ct)).Ticket!.Id);
    }

    private static ZendeskRequest Request(Lane lane, SpecialLimit limit = SpecialLimit.None) => new(HttpMethod.Get, "/api/v2/x", "x", lane) { Limit = limit };

    private static Action<HttpResponseMessage> Headers(int limit, int remaining) => answer =>
    {
        answer.Headers.TryAddWithoutValidation("X-Rate-Limit", $"{limit}");
        answer.Headers.TryAddWithoutValidation("X-Rate-Limit-Remaining", $"{remaining}");
        answer.Headers.TryAddWithoutValidation("ratelimit-reset", "30");
    };
}
