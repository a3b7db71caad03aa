using System.Diagnostics;
using System.Globalization;
using SupportCopilot.Storage;
using ZendeskSimulator.Faults;

namespace SupportCopilot.Benchmarks.WriteBack;

/// <summary>
/// Writes whose answers are lost: reset before they are applied, after, and applied late, before and after the second look
/// for them; each ticket goes from A to B and back to A. Half of them one by one, half as jobs. COUNT in the environment says
/// how many failures.
/// </summary>
internal static class AmbiguousFailures
{
    private const int AtOnce = 10;   // as many as go one by one
    private static readonly string[] Categories = ["billing", "technical", "billing"];

    public static async Task RunAsync(CancellationToken ct)
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("COUNT"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 500;
        await using var desk = await WriteBackDesk.StartAsync(ct, settings: ["WriteBack:LookAgainAfterSeconds=3", "WriteBack:TryAgainAfterSeconds=1"]);
        var tickets = await desk.HasTicketsAsync((int)Math.Ceiling(count / (double)Categories.Length), ct);
        var singly = tickets[..(tickets.Count / 2)];
        var asJobs = tickets[singly.Count..];
        var watch = Stopwatch.StartNew();
        var (failures, jobs) = (0, 0);
        foreach (var category in Categories)
        {
            foreach (var few in singly.Chunk(AtOnce))
            {
                await desk.JudgedAsync(few, category, ct);
                foreach (var ticket in few) desk.Zendesk.Faults.Next(Of(failures++), "PUT", $"/tickets/{ticket}");
                await desk.WriteBackAsync(ct);
            }

            foreach (var many in asJobs.Chunk(25))
            {
                await desk.JudgedAsync(many, category, ct);
                if (many.Length > AtOnce) desk.Zendesk.Faults.Next(Of(jobs++), "PUT", "update_many");
                else foreach (var (ticket, i) in many.Select((ticket, i) => (ticket, i))) desk.Zendesk.Faults.Next(Of(i), "PUT", $"/tickets/{ticket}");
                failures += many.Length;
                await desk.WriteBackAsync(ct);
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{failures} answers lost after {watch.Elapsed.TotalSeconds:0} s"));
        }

        await Task.Delay(TimeSpan.FromSeconds(8), ct);   // whatever is still under way arrives
        Report(desk, tickets, failures, await desk.StatesAsync(ct));
    }

    private static void Report(WriteBackDesk desk, List<long> tickets, int failures, List<EffectState> states)
    {
        var seen = tickets.ConvertAll(desk.Zendesk.Ticket);
        Console.WriteLine($"{desk.Zendesk.Faults.Done.Count} requests went wrong: {string.Join(", ", desk.Zendesk.Faults.Done.CountBy(done => done.Fault.Kind).Select(kind => $"{kind.Value} {kind.Key}"))}; {desk.Zendesk.Requests.All.Count(r => r.Status == 409)} repeats met a late one and were refused by the account");
        Target.AtLeast("writes whose answer was lost", failures, failures);
        Target.AtMost("notes doubled", seen.Sum(ticket => Math.Max(0, ticket.Notes.Count() - Categories.Length)), 0);
        Target.AtMost("notes missing", seen.Sum(ticket => Math.Max(0, Categories.Length - ticket.Notes.Count())), 0);
        Target.AtMost("tickets without their tags or the customer's", seen.Count(ticket => !ticket.Tags.Contains("vip") || !ticket.Tags.Contains("copilot_category_billing") || ticket.Tags.Contains("copilot_category_technical")), 0);
        Target.AtMost("rows of the ledger that are not done", states.Count(state => state is not EffectState.Done), 0);
    }

    /// <summary>Late ones come before the second look, about it, and after it.</summary>
    private static Fault Of(int number) => (number % 6) switch
    {
        0 or 3 => Fault.ResetBefore,
        1 or 4 => Fault.ResetAfter,
        2 => Fault.AppliedLate(TimeSpan.FromSeconds(1.5)),
        _ => Fault.AppliedLate(TimeSpan.FromSeconds(2 + (0.25 * (number / 6 % 12)))),
    };
}
