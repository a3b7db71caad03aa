using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using ZendeskSimulator;

namespace SupportCopilot.Benchmarks.Desk;

/// <summary>
/// Whether the simulated account is fast enough not to be what is measured when a sync is: tickets with people and figures
/// beside them and all their events with comments, in one core's time, out of a million tickets that are never held.
/// </summary>
internal static class SimulatorSpeed
{
    private const int Tickets = 1_000_000;
    private const int Pages = 60;
    private const int WarmPages = 5;

    public static async Task RunAsync(CancellationToken ct)
    {
        var zendesk = new SimulatedZendesk(new() { Tickets = Tickets, Span = TimeSpan.FromDays(700) });
        using var client = new HttpClient(zendesk.Handler()) { BaseAddress = new Uri("https://acme.zendesk.test") };
        client.DefaultRequestHeaders.Authorization = await TokenAsync(client, zendesk.Settings, ct);

        var perTicket = await CostAsync(client, "/api/v2/incremental/tickets/cursor.json?start_time=1&include=users,groups,organizations,metric_sets", "tickets", "after_url", Pages, ct);
        var perEvent = await CostAsync(client, "/api/v2/incremental/ticket_events.json?start_time=1&include=comment_events", "ticket_events", "next_page", Pages, ct);
        var eventsOfTicket = Enumerable.Range(1, 1600).Average(id => zendesk.Ticket(id).Audits.Count);

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{1 / perTicket:0} tickets/s and {1 / perEvent:0} events/s of one core; {eventsOfTicket:0.0} events a ticket"));
        Target.AtLeast("tickets with all their events, a core's second", 1 / (perTicket + eventsOfTicket * perEvent), 10_000);
        using var process = Process.GetCurrentProcess();
        Target.AtMost("peak memory in MB, of a million tickets", process.PeakWorkingSet64 / 1048576.0, 512);
    }

    // Processor seconds an item: what else runs on the machine does not count.
    private static async Task<double> CostAsync(HttpClient client, string first, string items, string next, int pages, CancellationToken ct)
    {
        using var process = Process.GetCurrentProcess();
        var (address, count, began) = (first, 0, TimeSpan.Zero);
        for (var page = 0; page < pages + WarmPages; page++)
        {
            if (page == WarmPages)
            {
                process.Refresh();
                (count, began) = (0, process.TotalProcessorTime);
            }
            var body = await client.GetByteArrayAsync(address, ct);
            (address, var found) = Read(body, items, next);
            count += found;
        }
        process.Refresh();
        return (process.TotalProcessorTime - began).TotalSeconds / count;
    }

    // Only where the next page is and how many items there were, without a tree of the whole page.
    private static (string Next, int Items) Read(byte[] body, string items, string next)
    {
        var json = new Utf8JsonReader(body);
        var (address, count) = ("", 0);
        while (json.Read())
        {
            if (json.TokenType is not JsonTokenType.PropertyName || json.CurrentDepth != 1) continue;
            if (json.ValueTextEquals(next))
            {
                json.Read();
                address = json.GetString()!;
            }
            else if (json.ValueTextEquals(items))
            {
                json.Read();
                while (json.Read() && json.TokenType is JsonTokenType.StartObject)
                {
                    json.Skip();
                    count++;
                }
            }
            else
            {
                json.Skip();
            }
        }
        return (address, count);
    }

    private static async Task<AuthenticationHeaderValue> TokenAsync(HttpClient client, ZendeskSettings settings, CancellationToken ct)
    {
        using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", settings.ClientId), new("client_secret", settings.ClientSecret)]);
        using var answer = await client.PostAsync("/oauth/tokens", form, ct);
        using var token = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(ct));
        return new AuthenticationHeaderValue("Bearer", token.RootElement.GetProperty("access_token").GetString());
    }
}
