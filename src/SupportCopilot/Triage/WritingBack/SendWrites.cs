using SupportCopilot.Tickets.Desks;

namespace SupportCopilot.Triage.WritingBack;

/// <summary>
/// Sends what is meant: a few one by one, many as jobs of the desk. Zendesk takes 100 updates a minute for a whole account,
/// agents' own edits among them, and one job of it changes 100 tickets in some ten seconds at no cost to that.
/// </summary>
internal sealed class SendWrites(ITicketDesk desk, CloseWrites ledger)
{
    /// <summary>
    /// Ten one by one take a tenth of a minute's updates and are there in a second or two. Of eleven the last would wait
    /// longer than for a job, and the agents at their work would feel it.
    /// </summary>
    public const int FewAtOnce = 10;

    private const int MostOneByOne = 50;   // half a minute at the desk's limit; the rest comes with the next round, its most urgent first

    public async Task RunAsync(IReadOnlyList<PlannedWrite> planned, CancellationToken ct)
    {
        var first = planned.Where(write => !write.Write.IsRepeat).ToList();
        var many = first.Count > FewAtOnce;
        foreach (var few in planned.Where(write => write.Write.IsRepeat || !many).Take(MostOneByOne).Chunk(FewAtOnce)) await OneByOneAsync(few, ct);
        if (many) await AsJobsAsync(first, ct);
    }

    private async Task OneByOneAsync(IReadOnlyList<PlannedWrite> planned, CancellationToken ct)
    {
        var begun = await ledger.BeginAsync(planned, ct);
        var answers = await Task.WhenAll(begun.Select(async write => (write, await desk.WriteAsync(write.Write, ct))));
        await ledger.SentAsync(answers);
    }

    private async Task AsJobsAsync(List<PlannedWrite> planned, CancellationToken ct)
    {
        var jobs = new List<Task<(PlannedWrite, DeskAnswer)[]>>();
        foreach (var chunk in planned.Chunk(DeskWrite.MostAtOnce)) jobs.Add(AsJobAsync(await ledger.BeginAsync(chunk, ct), ct));
        await foreach (var job in Task.WhenEach(jobs)) await ledger.SentAsync(await job);
    }

    private async Task<(PlannedWrite, DeskAnswer)[]> AsJobAsync(List<PlannedWrite> begun, CancellationToken ct)
    {
        if (begun.Count == 0) return [];
        var answers = await desk.WriteManyAsync(begun.ConvertAll(write => write.Write), ct);
        return [.. begun.Zip(answers)];
    }
}
