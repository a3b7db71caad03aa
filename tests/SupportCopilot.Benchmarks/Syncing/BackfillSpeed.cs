using System.Globalization;

namespace SupportCopilot.Benchmarks.Syncing;

/// <summary>
/// Brings in an account without limits: tickets with all their comments, people, service levels, ratings and articles.
/// BACKFILL_TICKETS in the environment says how many tickets it has (100,000); a million is the long run.
/// </summary>
internal static class BackfillSpeed
{
    private const double TargetTickets = 3_000;

    public static async Task RunAsync(CancellationToken ct)
    {
        var tickets = int.TryParse(Environment.GetEnvironmentVariable("BACKFILL_TICKETS"), CultureInfo.InvariantCulture, out var asked) ? asked : 100_000;
        await using var race = await SyncRace.StartAsync(tickets, "none", ct);

        var first = await race.RunAsync(ct);

        var stored = race.Count("SELECT COUNT(*) FROM Tickets WHERE Status <> 'deleted'");
        var comments = race.Count("SELECT COUNT(*) FROM Comments");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{stored:N0} tickets with {comments:N0} comments in {first.Seconds:N1} s ({first.ProcessorSeconds:N1} s of processor on two cores); peak memory {first.PeakMegabytes:N0} MB; database {first.DatabaseMegabytes:N0} MB"));
        foreach (var (name, (rows, pages)) in first.Streams) Console.WriteLine($"  {name,-24} {rows,10:N0} rows {pages,7:N0} pages");
        Target.AtLeast("backfill, tickets a second with comments", stored / first.Seconds, TargetTickets);
        Target.AtMost("tickets that are missing or doubled", Math.Abs(stored - tickets), 0);
        Target.AtMost("threads that begin with a stand-in", race.Count("SELECT COUNT(*) FROM Comments WHERE ExternalId = 'description'"), 0);

        var again = await race.RunAsync(ct);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"once more, nothing new: {again.Seconds:N1} s"));
    }
}
