using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using SupportCopilot.Zendesk.Client;
using SupportCopilot.Zendesk.Client.Limits;
using SupportCopilot.Zendesk.Connections;
using SupportCopilot.Zendesk.Wire;
using ZendeskSimulator;
using ZendeskSimulator.Limits;

namespace SupportCopilot.Benchmarks.Desk;

/// <summary>
/// The product's client against a simulated account with Zendesk's own limits, all lanes full at once: which share of what
/// each limit allows is used, and how often it is refused. One clock that runs FACTOR times as fast (default 20) serves
/// client and account alike, so that MINUTES of theirs (default 20) take FACTOR times less.
/// </summary>
internal static class ZendeskLimitsUsed
{
    private const int Tickets = 20_000;

    public static async Task RunAsync(CancellationToken ct)
    {
        var (factor, minutes) = (Number("FACTOR", 20), Number("MINUTES", 20));
        var clock = new FastClock(factor);
        var zendesk = new SimulatedZendesk(new() { Tickets = Tickets, Limits = RateLimits.Professional }, clock);
        var client = ClientOf(zendesk, clock);
        var end = clock.GetUtcNow().AddMinutes(minutes);
        var waits = new ConcurrentBag<double>();
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);

        Task[] work =
        [
            KeepAsync(Export(client)), KeepAsync(Events(client)),
            .. Enumerable.Range(0, 4).Select(worker => KeepAsync(Updates(client, worker))),
            .. Enumerable.Range(0, 12).Select(worker => KeepAsync(Reads(client, worker))),
            People(client, clock, waits, over.Token),
        ];
        await Task.Delay(end - clock.GetUtcNow(), clock, ct);
        var seen = zendesk.Requests.All;
        var refused = zendesk.Refused;
        await over.CancelAsync();
        await Task.WhenAll(work);

        Console.WriteLine($"{minutes} minutes at {factor} times the speed: {seen.Count:N0} requests");
        Share("incremental/tickets/cursor", "GET", "/api/v2/incremental/tickets/cursor", RateLimits.Professional.ExportsPerMinute!.Value);
        Share("incremental/ticket_events", "GET", "/api/v2/incremental/ticket_events", RateLimits.Professional.ExportsPerMinute!.Value);
        Share("updates of tickets", "PUT", "/api/v2/tickets/", RateLimits.Professional.UpdatesPerMinute!.Value);
        Share("all requests of the account", "", "/api/", RateLimits.Professional.PerMinute!.Value);
        Target.AtMost("refused with 429", refused, 0);
        Target.AtMost("a person's request, 95th percentile, s", Percentile(waits, 0.95), 1);

        async Task KeepAsync(Func<CancellationToken, Task> request)
        {
            try
            {
                while (true) await request(over.Token);
            }
            catch (Exception stopped) when (over.IsCancellationRequested && stopped is OperationCanceledException or ZendeskException)
            {
                // The time is over.
            }
        }

        void Share(string what, string method, string path, int perMinute) => Target.AtLeast(
            $"{what}: share of {perMinute}/min",
            seen.Count(r => r.Status is not (401 or 429) && r.Method.StartsWith(method, StringComparison.Ordinal) && r.Path.StartsWith(path, StringComparison.Ordinal)) / (double)(perMinute * minutes), 0.97);
    }

    private static Func<CancellationToken, Task> Export(ZendeskClient client)
    {
        var start = DateTime.UnixEpoch.AddDays(1);
        return ct => client.TicketsSinceAsync(start, 100, Lane.Sync, ct);
    }

    private static Func<CancellationToken, Task> Events(ZendeskClient client) => ct => client.TicketEventsSinceAsync(86_400, Lane.Sync, ct);

    private static Func<CancellationToken, Task> Updates(ZendeskClient client, int worker)
    {
        var ticket = Tickets - worker;
        return async ct =>
        {
            ticket -= 4;
            try
            {
                await client.UpdateAsync(ticket, new ZendeskTicketUpdate { Comment = new("measured", false) }, Lane.Work, ct);
            }
            catch (ZendeskException closed) when (closed.Kind is ZendeskFailure.Refused)
            {
                // A closed ticket takes nothing, and is counted by the limit all the same.
            }
        };
    }

    private static Func<CancellationToken, Task> Reads(ZendeskClient client, int worker)
    {
        var ticket = worker + 1;
        return ct => client.TicketAsync(ticket = ticket % (Tickets - 20) + 12, Lane.Work, ct);
    }

    /// <summary>Somebody opens a ticket now and then, which takes three requests at once.</summary>
    private static async Task People(ZendeskClient client, TimeProvider clock, ConcurrentBag<double> waits, CancellationToken ct)
    {
        try
        {
            for (var ticket = 1; ; ticket++)
            {
                await Task.Delay(TimeSpan.FromSeconds(4), clock, ct);
                await Task.WhenAll(Enumerable.Range(0, 3).Select(async i =>
                {
                    var began = clock.GetTimestamp();
                    await client.TicketAsync(ticket + i, Lane.Person, ct);
                    waits.Add(clock.GetElapsedTime(began).TotalSeconds);
                }));
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The time is over.
        }
    }

    private static ZendeskClient ClientOf(SimulatedZendesk zendesk, TimeProvider clock)
    {
        var clients = new Clients(zendesk);
        var desk = new ZendeskDesk(new("https://acme.zendesk.test"), new OAuthLogin(zendesk.Settings.ClientId, zendesk.Settings.ClientSecret));
        return new(new ZendeskSender(clients, desk, new ZendeskTokens(clients, desk, clock), new RequestLimits(clock), new ZendeskResilience(clock), new ZendeskLog(NullLogger<ZendeskLog>.Instance), clock));
    }

    private static double Percentile(ConcurrentBag<double> values, double share) => values.Order().ElementAt((int)(values.Count * share));

    private static int Number(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    private sealed class Clients(SimulatedZendesk zendesk) : IHttpClientFactory
    {
        public HttpClient CreateClient(string name) => new(zendesk.Handler()) { Timeout = Timeout.InfiniteTimeSpan };
    }
}
