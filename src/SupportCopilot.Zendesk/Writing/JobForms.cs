using System.Runtime.CompilerServices;
using SupportCopilot.Tickets.Desks;
using SupportCopilot.Zendesk.Client;
using SupportCopilot.Zendesk.Wire;

namespace SupportCopilot.Zendesk.Writing;

/// <summary>
/// What an account's jobs can be trusted with. Whether they mind the stamps of a list of tickets Zendesk's own pages do not
/// say, and of tags by name they say both; so each account is asked once per process: by a change that adds a tag which is
/// meant to stand there anyway, with a stamp that is certainly outdated.
/// </summary>
internal sealed class JobForms(RunJob jobs)
{
    private static readonly TimeSpan Outdated = TimeSpan.FromDays(1);

    private readonly ConditionalWeakTable<ZendeskClient, Asked> _asked = [];

    /// <summary>Tells, and asks by the first ticket that comes along where it is not known yet.</summary>
    /// <exception cref="ZendeskException">It cannot be told now; nothing but that tag was written.</exception>
    public async Task<ListForm> OfAsync(ZendeskClient client, ZendeskTicket ticket, CancellationToken ct)
    {
        var asked = _asked.GetValue(client, _ => new Asked());
        await asked.Turn.WaitAsync(ct);
        try
        {
            return asked.Answer ??= await AskAsync(client, ticket, ct);
        }
        finally
        {
            asked.Turn.Release();
        }
    }

    /// <summary>Tags by name were lost: jobs are not used again.</summary>
    public void Distrust(ZendeskClient client) => _asked.GetValue(client, _ => new Asked()).Answer = ListForm.NotTrusted;

    private async Task<ListForm> AskAsync(ZendeskClient client, ZendeskTicket ticket, CancellationToken ct)
    {
        var job = await jobs.RunAsync(client, [new() { Id = ticket.Id, AdditionalTags = [OwnTags.Triaged], UpdatedStamp = ticket.UpdatedAt - Outdated, SafeUpdate = true }], ct);
        return job.Status is not "completed" || job.Results is [{ Success: not true }] ? ListForm.Stamped : ListForm.Named;
    }

    private sealed class Asked
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public ListForm? Answer { get; set; }
    }
}

/// <summary>How a job's list is to be written.</summary>
internal enum ListForm
{
    /// <summary>All tags, with the stamp of the state they were merged with: refused where somebody was faster.</summary>
    Stamped,

    /// <summary>Each tag by name: stamps are not minded, so that against a job that is done late only the wait before its repeat protects.</summary>
    Named,

    /// <summary>Not at all.</summary>
    NotTrusted,
}
