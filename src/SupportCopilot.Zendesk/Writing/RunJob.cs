using SupportCopilot.Zendesk.Client;
using SupportCopilot.Zendesk.Wire;

namespace SupportCopilot.Zendesk.Writing;

/// <summary>Has Zendesk change tickets as one job, and waits for its end.</summary>
internal sealed class RunJob(TimeProvider clock)
{
    private static readonly TimeSpan FirstLook = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);   // a job takes ten seconds or so: half of that late is nothing
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);        // with others queued before it; what takes longer is looked for in the audits

    /// <returns>The job as it ended, or as it was last seen when it took too long.</returns>
    /// <exception cref="ZendeskException">It was not begun, or may have been (Unknown).</exception>
    public async Task<ZendeskJob> RunAsync(ZendeskClient client, IReadOnlyList<ZendeskTicketUpdate> updates, CancellationToken ct)
    {
        var job = await client.UpdateManyAsync(updates, Lane.Work, ct);
        if (job.Id is null) throw new ZendeskException(ZendeskFailure.Unknown, "PUT tickets/update_many", "the job has no id");
        try
        {
            var until = clock.GetUtcNow() + Longest;
            for (var pause = FirstLook; !job.IsOver && clock.GetUtcNow() < until; pause = pause < LongestPause ? pause * 1.5 : LongestPause)
            {
                await Task.Delay(pause, clock, ct);
                job = await client.JobAsync(job.Id!, Lane.Work, ct);
            }

            return job;
        }
        catch (Exception cut) when (cut is ZendeskException or OperationCanceledException)
        {
            throw new ZendeskException(ZendeskFailure.Unknown, "GET job_statuses/{id}", "the end of the job was not seen; it may have been done");
        }
    }
}
