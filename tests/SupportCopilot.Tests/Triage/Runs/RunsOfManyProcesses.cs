using System.Text.Json;
using SupportCopilot.Tests.Models.Scripted;
using SupportCopilot.Tests.Triage.Runs.Harness;

namespace SupportCopilot.Tests.Triage.Runs;

/// <summary>The built program, in processes of its own on one database.</summary>
public sealed class RunsOfManyProcesses
{
    private const int Tickets = 40;

    [Fact]
    public async Task Work_on_no_ticket_twice_at_once()
    {
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        bound.CancelAfter(TimeSpan.FromMinutes(3));
        await using var model = await LoopbackModel.StartAsync(bound.Token);
        await using var desk = await RunDesk.OpenAsync(Tickets, bound.Token);
        model.Model.Thinks = TimeSpan.FromMilliseconds(200);

        // Two batches of the very same tickets, asked for at the same time: those of the second wait for those of the first.
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => desk.RunAsync(["triage", "--json", .. model.Settings], bound.Token)));

        Assert.All(both, said => Assert.Equal("completed", JsonDocument.Parse(said).RootElement.GetProperty("status").GetString()));
        Assert.InRange(model.Model.MostAtOnce, 2, 10);   // the workers of one process, not of two
        Assert.False(model.Model.WasAskedTwiceAtOnce, "a ticket was asked about twice at the same time");
    }

    [Fact]
    public async Task Are_taken_over_from_a_process_that_was_killed_and_finished_without_doing_again_what_was_saved()
    {
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        bound.CancelAfter(TimeSpan.FromMinutes(3));
        await using var model = await LoopbackModel.StartAsync(bound.Token);
        await using var desk = await RunDesk.OpenAsync(Tickets, bound.Token);
        model.Model.Thinks = TimeSpan.FromMilliseconds(300);
        using (var dies = desk.Start(["triage", "--json", "--SupportCopilot:Triage:Workers=4", .. model.Settings]))
        {
            while (model.Model.Calls.Count < 12 || (await desk.FirstRunAsync(bound.Token)).Done == 0) await Task.Delay(50, bound.Token);
            dies.Kill();
            await dies.WaitForExitAsync(bound.Token);
        }

        var (asked, (saved, _)) = (model.Model.Calls.Count, await desk.FirstRunAsync(bound.Token));

        // The lease of the dead one runs out by itself; here nobody waits ten minutes for that.
        await desk.ForgetLeasesAsync(bound.Token);
        await desk.RunAsync(["triage", "--ticket", "1", "--dry-run", "--json", .. model.Settings], bound.Token);

        var (done, of) = await desk.FirstRunAsync(bound.Token);
        Assert.Equal((Tickets, Tickets), (done, of));
        Assert.InRange(saved, 1, Tickets - 1);
        Assert.Equal(Tickets - saved + 1, model.Model.Calls.Count - asked);   // what was saved is not asked again, all else is, and the ticket that was tried
    }
}
