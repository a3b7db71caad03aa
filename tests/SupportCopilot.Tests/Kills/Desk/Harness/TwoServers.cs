using System.Diagnostics;
using ZendeskSimulator;

namespace SupportCopilot.Tests.Kills.Desk.Harness;

/// <summary>Two servers and commands at once on one database and one desk; then one of the servers dies, and the other goes on alone.</summary>
public static class TwoServers
{
    private const int Tickets = 60;
    private static readonly TimeSpan Together = TimeSpan.FromSeconds(8), LongestWait = TimeSpan.FromMinutes(3);

    /// <summary>Runs them.</summary>
    /// <returns>What the product kept against what the desk knows: with both alive, and after one has died.</returns>
    public static async Task<(DeskComparison Together, DeskComparison Alone)> RunAsync(int seed, CancellationToken ct)
    {
        var zendesk = new SimulatedZendesk(new ZendeskSettings { Seed = (ulong)seed, Tickets = Tickets, Span = TimeSpan.FromDays(10), Customers = 20, HoldsBack = TimeSpan.FromSeconds(1), JobDuration = TimeSpan.FromSeconds(1) });
        await using var line = await DeskLine.StartAsync(zendesk);
        await using var product = new ServerOnDisk(line.BaseUrl, zendesk.Settings);
        using var nobodysWebhooks = new AnsweredWebhooks();
        var people = new PeopleAtWork(zendesk, seed);

        var (one, other) = (product.Serve(elsewhere: true), product.Serve(elsewhere: true));
        using (var rest = CancellationTokenSource.CreateLinkedTokenSource(ct))
        {
            var work = people.WorkAsync(rest.Token);
            rest.CancelAfter(Together);
            await Task.WhenAll(product.RunAsync(ct, "sync"), product.RunAsync(ct, "triage"), product.RunAsync(ct, "sync"), product.RunAsync(ct, "triage"));
            await work;
        }

        var together = await AgreedAsync([one, other]);
        ServerOnDisk.Kill(one);
        people.WriteAll(5);
        return (together, await AgreedAsync([other]));

        async Task<DeskComparison> AgreedAsync(IReadOnlyList<Process> servers)
        {
            for (var patience = Stopwatch.StartNew(); ;)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), ct);
                var compared = DeskComparison.Of(zendesk, people, nobodysWebhooks, product);
                if (compared.Agrees || patience.Elapsed > LongestWait) return compared;
                if (servers.Any(server => server.HasExited)) throw new InvalidOperationException($"A server ended by itself:\n{product.LastWords}");
            }
        }
    }
}
