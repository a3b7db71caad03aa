using ZendeskSimulator.Accounts;
using ZendeskSimulator.Http;

namespace ZendeskSimulator.Jobs;

/// <summary>The account's jobs: accepted at once, worked on over a set time, each part at its own moment.</summary>
internal sealed class JobQueue(Account account)
{
    // A tenth of a job's time passes before it is begun.
    private const double Waiting = 0.1;

    private readonly Dictionary<string, Job> _jobs = [];

    /// <summary>How long a job takes; may change while the account works.</summary>
    public TimeSpan Duration { get; set; } = account.Settings.JobDuration;

    /// <summary>After how many parts the next job fails as a whole.</summary>
    public int? NextBreaksAfter { get; set; }

    public IEnumerable<Job> All => _jobs.Values;

    public Job? Find(string id) => _jobs.GetValueOrDefault(id);

    /// <exception cref="Refused">Too many jobs are queued.</exception>
    public Job Accept(IReadOnlyList<JobPart> parts)
    {
        var running = _jobs.Values.Count(j => j.Status is "queued" or "working");
        if (account.Meter.Limits.QueuedJobs is { } most && running >= most)
            throw new Refused(SimulatedAnswer.Error(account.Settings.Dialect.TooManyJobsStatus, "TooManyJobs", "Limit for maximum number of concurrent jobs reached") with { Headers = new() { ["Retry-After"] = "10" } });

        var job = new Job($"{account.NextId():x16}{account.Settings.Seed:x16}", parts, account.Now, NextBreaksAfter);
        NextBreaksAfter = null;
        _jobs[job.Id] = job;
        var now = account.Clock.GetUtcNow();
        account.At(now + Duration * Waiting, () => job.Begin(account));
        for (var n = 0; n < parts.Count; n++)
        {
            var part = parts[n];
            account.At(now + Duration * (Waiting + (1 - Waiting) * (n + 1) / parts.Count), () => job.Do(part, account));
        }
        return job;
    }
}
