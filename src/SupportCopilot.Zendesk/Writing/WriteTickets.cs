using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Desks;
using SupportCopilot.Zendesk.Client;
using SupportCopilot.Zendesk.Wire;

namespace SupportCopilot.Zendesk.Writing;

/// <summary>
/// Writes up to a hundred tickets as one job: reads them, merges each, sends the list, waits, and reads them once more,
/// because what a job reports of a ticket is not always what stands there. What a job could not do is done singly.
/// </summary>
internal sealed class WriteTickets(WriteTicket single, ReadToWrite read, TraceWrite trace, JobForms form, RunJob jobs)
{
    private const int SinglesAtOnce = 4;

    public async Task<IReadOnlyList<DeskAnswer>> RunAsync(ZendeskClient client, IReadOnlyList<DeskWrite> writes, CancellationToken ct)
    {
        var parts = writes.Select(write => new Part(write, DeskIds.Number(write.ExternalId) ?? 0)).ToList();
        try
        {
            await ReadAsync(client, parts, ct);
            var asJob = await ForJobAsync(client, [.. parts.Where(part => part.Update is not null)], ct);
            if (asJob.Count > 0) await AsJobAsync(client, asJob, ct);
        }
        catch (ZendeskException failure)
        {
            foreach (var part in parts) part.Answer ??= DeskAnswers.OfRead(failure);   // nothing was begun for these
        }

        foreach (var few in parts.Where(part => part.Answer is null).Chunk(SinglesAtOnce))
            await Task.WhenAll(few.Select(async part => part.Answer = await SinglyAsync(client, part, ct)));
        return parts.ConvertAll(part => part.Answer!);
    }

    private async Task ReadAsync(ZendeskClient client, List<Part> parts, CancellationToken ct)
    {
        var there = await TicketsAsync(client, parts, ct);
        foreach (var part in parts)
        {
            part.Before = there.GetValueOrDefault(part.Id);
            if (part.Before is not { } ticket) part.Answer = DeskAnswers.NoSuchTicket;
            else if (ticket.Status is { } status && !TicketStatus.IsUnsolved(status)) part.Answer = DeskAnswers.Done;
            else if (part.Write.IsRepeat || !read.IsStill(ticket)) continue;   // singly: it takes a look at the audits, or a second's wait
            else if (TicketMerge.Of(ticket, part.Write) is { } update) part.Update = update;
            else part.Answer = TicketMerge.Written(ticket, part.Write, prioritySet: false, auditId: null);
        }
    }

    /// <summary>What the account's jobs can do without losing anybody's tag or priority.</summary>
    private async Task<List<Part>> ForJobAsync(ZendeskClient client, List<Part> parts, CancellationToken ct)
    {
        if (parts.Count == 0) return parts;
        switch (await form.OfAsync(client, parts[0].Before!, ct))
        {
            case ListForm.Stamped:
                return parts;
            case ListForm.Named:
                foreach (var part in parts) part.Update = TicketMerge.ByName(part.Update!, part.Write);
                return parts.FindAll(part => part.Update!.Priority is null);   // without a stamp it could go over one that an agent sets meanwhile
            default:
                return [];
        }
    }

    private async Task AsJobAsync(ZendeskClient client, List<Part> parts, CancellationToken ct)
    {
        ZendeskJob job;
        try
        {
            job = await jobs.RunAsync(client, parts.ConvertAll(part => part.Update!), ct);
        }
        catch (ZendeskException failure) when (failure.Kind is ZendeskFailure.Refused or ZendeskFailure.TooLarge)
        {
            return;   // one ticket of it spoils the whole list; singly each has its own answer
        }
        catch (ZendeskException failure)
        {
            foreach (var part in parts) part.Answer = DeskAnswers.OfWrite(failure);
            return;
        }

        await TakeResultsAsync(client, job, parts, ct);
    }

    private async Task TakeResultsAsync(ZendeskClient client, ZendeskJob job, List<Part> parts, CancellationToken ct)
    {
        Dictionary<long, ZendeskTicket>? now;
        try
        {
            now = await TicketsAsync(client, parts, ct);
        }
        catch (ZendeskException)
        {
            now = null;   // the job's own word is not enough: all of it is looked for in the audits
        }

        var results = job.Results ?? [];
        for (var i = 0; i < parts.Count; i++)
        {
            var (part, at) = (parts[i], i);
            var result = results.FirstOrDefault(one => one.Id == part.Id) ?? results.FirstOrDefault(one => one.Id is null && one.Index == at);
            if (result is null || now is null) part.Answer = new(DeskOutcome.Unknown, Detail: "The job did not say what became of it.");
            else if (result.Success is not true) continue;   // somebody was faster, or it is refused: singly it says which
            else if (now.GetValueOrDefault(part.Id) is not { } ticket) part.Answer = DeskAnswers.NoSuchTicket;
            else if (TicketMerge.HasCome(part.Before!, ticket, part.Write)) part.Answer = TicketMerge.Written(ticket, part.Write, part.Update!.Priority is not null, auditId: null);
            else await LosesTagsAsync(client, part, ct);
        }
    }

    /// <summary>The job took the note and left the tags: the note is not written twice, and this account's jobs are not trusted again.</summary>
    private async Task LosesTagsAsync(ZendeskClient client, Part part, CancellationToken ct)
    {
        form.Distrust(client);
        if (part.Write.Note is null) return;
        var found = await trace.RunAsync(client, part.Id, part.Write, ct);
        if (found.Outcome is DeskOutcome.Written) part.Write = part.Write with { Note = null };
        else part.Answer = new(DeskOutcome.Unknown, Detail: "The job reports it as done, and nothing of it is there.");
    }

    private Task<DeskAnswer> SinglyAsync(ZendeskClient client, Part part, CancellationToken ct) => single.RunAsync(client, part.Id, part.Write, ct);

    private static async Task<Dictionary<long, ZendeskTicket>> TicketsAsync(ZendeskClient client, List<Part> parts, CancellationToken ct)
    {
        var known = parts.Select(part => part.Id).Where(id => id > 0).Distinct().ToList();
        if (known.Count == 0) return [];
        var page = await client.TicketsAsync(known, Lane.Work, ct);
        return (page.Tickets ?? []).Where(ticket => ticket.Id is not null).ToDictionary(ticket => ticket.Id!.Value);
    }

    /// <summary>One ticket of the list, from the question to its answer; without one it is done singly.</summary>
    private sealed class Part(DeskWrite write, long id)
    {
        public long Id => id;

        public DeskWrite Write { get; set; } = write;

        public ZendeskTicket? Before { get; set; }

        public ZendeskTicketUpdate? Update { get; set; }

        public DeskAnswer? Answer { get; set; }
    }
}
