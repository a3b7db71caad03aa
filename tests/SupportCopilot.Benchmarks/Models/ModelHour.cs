using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using SupportCopilot.Benchmarks.Bot;
using SupportCopilot.Tests.Models.Hostile.Harness;
using SupportCopilot.Tests.Models.Scripted;

namespace SupportCopilot.Benchmarks.Models;

/// <summary>
/// A model server that is well, slow, wrong, down and hostile in turns of twelve seconds, and sixteen agents at the sidebar the
/// whole time: the real program in a process of its own, its jobs at work, the demo desk, real time-outs. Two minutes;
/// <c>--minutes 60</c> for the hour.
/// </summary>
internal static class ModelHour
{
    private const int Tickets = 2_000, Agents = 16;
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(12), Pause = TimeSpan.FromMilliseconds(200);

    public static async Task RunAsync(CancellationToken ct)
    {
        await using var model = await LoopbackModel.StartAsync(ct);
        var bad = new BadModel(model.Model);
        bad.Take(SupportCopilot.Tests.Models.Hostile.Harness.Turn.Well);
        await using var desk = await BotDesk.StartAsync(Tickets, ct, ["--SupportCopilot:Jobs:Enabled=true", "--SupportCopilot:ModelGate:CallsPerMinute:agent=100000", .. model.Settings]);
        using var agent = new HttpClient { BaseAddress = desk.Address, Timeout = TimeSpan.FromMinutes(3) };
        agent.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Dev tenant=demo;user=anna;roles=agent");
        var tickets = await TicketsAsync(agent, ct);

        var fire = new SidebarUnderFire(agent, bad, tickets, Agents, Pause);
        await fire.RunAsync(TimeSpan.FromMinutes(Choice.Number("minutes", 2)), Turn, ct);

        foreach (var of in fire.All.GroupBy(seen => (seen.What, seen.Turn)).OrderBy(group => group.Key))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {of.Key.What,-10} {of.Key.Turn,-8} {of.Count(),6}  p50 {At(of, 0.5),8:0} ms  p95 {At(of, 0.95),8:0} ms  longest {At(of, 1),8:0} ms"));
        foreach (var wrong in fire.All.Where(seen => seen.Wrong is not null).CountBy(seen => $"{seen.What}, {seen.Turn}: {seen.Wrong}").Take(10)) Console.WriteLine($"    {wrong.Value,6} {wrong.Key}");
        Console.WriteLine($"  {model.Model.Calls.Count:N0} questions came to the model");
        Target.AtMost("answers that were not true, or none", fire.All.Count(seen => seen.Wrong is not null), 0);
        Target.AtMost("longest until the sidebar shows something true, in s", fire.All.Where(seen => seen.What == "assist").Max(seen => seen.Time.TotalSeconds), 3);
    }

    private static double At(IEnumerable<Seen> seen, double share)
    {
        var times = seen.Select(each => each.Time.TotalMilliseconds).Order().ToList();
        return times[(int)Math.Ceiling(times.Count * share) - 1];
    }

    /// <summary>Tickets in work; the desk is indexed by its jobs meanwhile.</summary>
    private static async Task<IReadOnlyList<long>> TicketsAsync(HttpClient agent, CancellationToken ct)
    {
        for (var tries = 0; tries < 120; tries++)
        {
            var found = await agent.GetFromJsonAsync<JsonElement>("/api/search?kind=article&q=password", ct);
            if (found.GetProperty("items").GetArrayLength() > 0) break;
            await Task.Delay(1000, ct);
        }

        var open = await agent.GetFromJsonAsync<JsonElement>("/api/tickets?status=open&limit=100", ct);
        return [.. open.GetProperty("items").EnumerateArray().Select(ticket => ticket.GetProperty("id").GetInt64())];
    }
}
