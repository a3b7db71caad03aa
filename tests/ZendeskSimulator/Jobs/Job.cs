using System.Globalization;
using ZendeskSimulator.Accounts;
using ZendeskSimulator.Http;

namespace ZendeskSimulator.Jobs;

/// <summary>One thing that a job does.</summary>
/// <param name="Id">The ticket.</param>
/// <param name="Action">What is done, in the words of the results.</param>
/// <param name="Success">What the results say of it when it is done.</param>
/// <param name="Do">Does it, or refuses.</param>
internal sealed record JobPart(long Id, string Action, string Success, Action<Account> Do);

/// <summary>What became of a part.</summary>
internal sealed record JobResult(long Id, string Action, bool IsSuccess, string? Status, string? Error, string? Details);

/// <summary>Many changes that were accepted at once.</summary>
/// <param name="id">Its id.</param>
/// <param name="parts">What it does.</param>
/// <param name="acceptedAt">When it was accepted, in seconds since 1970.</param>
/// <param name="breaksAfter">After how many parts it fails as a whole; null where it does not.</param>
internal sealed class Job(string id, IReadOnlyList<JobPart> parts, long acceptedAt, int? breaksAfter = null)
{
    private readonly List<JobResult> _results = [];

    public string Id { get; } = id;

    public int Total { get; } = parts.Count;

    public long AcceptedAt { get; } = acceptedAt;

    /// <summary>One of queued, working, completed, failed.</summary>
    public string Status { get; private set; } = "queued";

    public string? Message { get; private set; }

    public IReadOnlyList<JobResult> Results => _results;

    public void Begin(Account account)
    {
        Status = "working";
        if (Total == 0) Finish(account);
    }

    public void Do(JobPart part, Account account)
    {
        if (_results.Count == breaksAfter)
        {
            (Status, Message) = ("failed", "The job failed");
            return;
        }
        try
        {
            part.Do(account);
            _results.Add(new JobResult(part.Id, part.Action, true, part.Success, null, null));
        }
        catch (Refused refused)
        {
            var (error, details) = ErrorWords.Of(refused.Answer);
            _results.Add(new JobResult(part.Id, part.Action, false, "Failed", error, details));
        }
        if (_results.Count == Total) Finish(account);
    }

    private void Finish(Account account)
    {
        Status = "completed";
        Message = $"Completed at {DateTimeOffset.FromUnixTimeSeconds(account.Now).ToString("yyyy-MM-dd HH:mm:ss +0000", CultureInfo.InvariantCulture)}";
    }
}
