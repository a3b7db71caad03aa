using SupportCopilot.Questions;

namespace SupportCopilot.Host.Jobs;

/// <summary>Tries questions out in each process that serves, once after its start and beside everything else.</summary>
internal sealed partial class WarmUp(EachTenant tenants, ILogger<WarmUp> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();   // the start waits for no hosted service's first stretch
        try
        {
            await tenants.RunAsync<WarmQuestions>((warm, _, ct) => warm.RunAsync(ct), stoppingToken);
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            // Nobody asked, so nobody can be told but by the log; the same question of a person answers with the error itself.
            NotWarm(log, failed);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Questions could not be tried out after the start; the first ones will be slower.")]
    private static partial void NotWarm(ILogger log, Exception failed);
}
