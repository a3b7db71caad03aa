using System.Diagnostics;
using SupportCopilot.Storage;
using ZendeskSimulator.Limits;

namespace SupportCopilot.Benchmarks.WriteBack;

/// <summary>A thousand verdicts to an account with the limits of a Professional plan (700 requests and 100 updates a minute) whose jobs take ten seconds; beside it, what one by one takes.</summary>
internal static class WriteBackSpeed
{
    private const int Tickets = 1_000;

    public static async Task RunAsync(CancellationToken ct)
    {
        await using var desk = await WriteBackDesk.StartAsync(ct);
        var tickets = await desk.HasTicketsAsync(Tickets, ct);
        await desk.JudgedAsync(tickets, "billing", ct);
        desk.Zendesk.Limits = RateLimits.Professional;
        desk.Zendesk.JobDuration = TimeSpan.FromSeconds(10);
        desk.Zendesk.Requests.Clear();

        var watch = Stopwatch.StartNew();
        await desk.WriteBackAsync(ct);
        var took = watch.Elapsed;

        var requests = desk.Zendesk.Requests.All;
        Console.WriteLine($"{requests.Count} requests, {requests.Count(r => r.Method == "PUT" && r.Path.Contains("update_many", StringComparison.Ordinal))} of them jobs, {desk.Zendesk.Refused} refused for a limit");
        Target.AtMost("seconds for 1,000 tickets", took.TotalSeconds, 180);
        Target.AtMost("tickets without exactly one note and all tags", tickets.Select(desk.Zendesk.Ticket).Count(t => t.Notes.Count() != 1 || !t.Tags.Contains("vip") || !t.Tags.Contains("copilot_category_billing")), 0);
        Target.AtMost("rows of the ledger that are not done", (await desk.StatesAsync(ct)).Count(state => state is not EffectState.Done), 0);

        foreach (var ticket in tickets) desk.Zendesk.Agent(1).RemovesTags(ticket, "copilot_triaged");
        await Task.Delay(TimeSpan.FromSeconds(65), ct);   // that minute's updates were the agent's
        watch.Restart();
        var singly = await desk.SinglyAsync(tickets, TimeSpan.FromMinutes(3), ct);
        Console.WriteLine($"one by one: {singly} in {watch.Elapsed.TotalSeconds:0} s, so that 1,000 take {Tickets / (singly / watch.Elapsed.TotalMinutes):0.0} minutes of the account's updates");
    }
}
