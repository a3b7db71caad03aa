using SupportCopilot.Access;
using SupportCopilot.Questions;
using SupportCopilot.Questions.Background;

namespace SupportCopilot.Host.Commands;

/// <summary>Waits at the command line for a question that takes long: works on it here, or looks on while a server does, under a progress bar.</summary>
internal static class WaitForQuestion
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(300);

    public static async Task<Answer> RunAsync(IServiceProvider services, Tenant tenant, Answer begun, Terminal terminal, CancellationToken ct)
    {
        terminal.Say(begun.Text);
        return await terminal.ProgressAsync("Working", async (IProgress<(double? Share, string Words)> bar) =>
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
            var working = WorkAsync(services, tenant, stop.Token);
            try
            {
                while (true)
                {
                    var answer = await LookAsync(services, tenant, begun.Id, ct) ?? throw new InvalidOperationException($"Question {begun.Id} is gone.");
                    if (answer.Kind is not AnswerKind.Working) return answer;
                    if (answer.Progress is { } progress) bar.Report((progress.Percent / 100, progress.SecondsLeft is { } left ? $"{progress.Doing}, {left} s left" : progress.Doing));
                    await Task.WhenAny(Task.Delay(LookAgain, ct), working.IsCompleted ? Task.Delay(LookAgain, ct) : working);
                    if (working.IsFaulted) await working;
                    if (working.IsCompleted) working = WorkAsync(services, tenant, stop.Token);   // a server had its places, and may be no more
                }
            }
            finally
            {
                await stop.CancelAsync();
                await ((Task)working).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);   // stopped, or told by the answer
            }
        });
    }

    private static async Task<bool> WorkAsync(IServiceProvider services, Tenant tenant, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(tenant.Id);
        var work = scope.ServiceProvider.GetRequiredService<WorkInvestigations>();
        var ours = false;
        for (var slot = 0; slot < WorkInvestigations.Slots && !ours; slot++) ours = await work.RunAsync(slot, ct);
        if (!ours) await Task.Delay(LookAgain, ct);
        return ours;
    }

    private static async Task<Answer?> LookAsync(IServiceProvider services, Tenant tenant, string id, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(tenant.Id);
        return await scope.ServiceProvider.GetRequiredService<ShowQuestion>().RunAsync(id, ct);
    }
}
