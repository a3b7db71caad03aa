using SupportCopilot.Zendesk.Wire;

namespace SupportCopilot.Zendesk.Client;

/// <content>One ticket, or a hundred: reading and changing.</content>
internal sealed partial class ZendeskClient
{
    /// <summary>A ticket with its people, group, organization and metrics.</summary>
    public Task<ZendeskTicketPage> TicketAsync(long id, Lane lane, CancellationToken ct) =>
        GetAsync($"/api/v2/tickets/{Text(id)}?include=users,groups,organizations,metric_sets", "tickets/{id}", ZendeskJson.Default.ZendeskTicketPage, lane, ct);

    /// <summary>Up to a hundred tickets; those that are gone are missing.</summary>
    public Task<ZendeskTicketPage> TicketsAsync(IReadOnlyCollection<long> ids, Lane lane, CancellationToken ct) =>
        GetAsync($"/api/v2/tickets/show_many?ids={Ids(ids)}&include=users,groups,organizations,metric_sets", "tickets/show_many", ZendeskJson.Default.ZendeskTicketPage, lane, ct);

    /// <summary>A ticket's whole thread, oldest first, with the people who wrote on it.</summary>
    public async Task<(IReadOnlyList<ZendeskComment> Comments, IReadOnlyList<ZendeskUser> Users)> CommentsAsync(long ticketId, Lane lane, CancellationToken ct)
    {
        var comments = new List<ZendeskComment>();
        var users = new List<ZendeskUser>();
        await foreach (var page in PagesAsync($"/api/v2/tickets/{Text(ticketId)}/comments?{ByCursor}&include=users", "tickets/{id}/comments", ZendeskJson.Default.ZendeskCommentPage, lane, ct))
        {
            comments.AddRange(page.Comments ?? []);
            users.AddRange(page.Users ?? []);
        }

        return (comments, users);
    }

    /// <summary>A ticket's audits, newest first, page by page: stop reading where it is old enough.</summary>
    public IAsyncEnumerable<ZendeskAuditPage> AuditsAsync(long ticketId, Lane lane, CancellationToken ct) =>
        PagesAsync($"/api/v2/tickets/{Text(ticketId)}/audits?{ByCursor}&sort=-created_at", "tickets/{id}/audits", ZendeskJson.Default.ZendeskAuditPage, lane, ct);

    /// <summary>Changes a ticket. It is tried again by itself only where it certainly did nothing.</summary>
    /// <exception cref="ZendeskException">Unknown, also when it was cancelled on its way, where it may have been done.</exception>
    public Task<ZendeskTicketUpdated> UpdateAsync(long id, ZendeskTicketUpdate update, Lane lane, CancellationToken ct) => sender.SendAsync(
        new(HttpMethod.Put, $"/api/v2/tickets/{Text(id)}", "tickets/{id}", lane)
        {
            Body = Bytes(new ZendeskTicketUpdateRequest(update), ZendeskJson.Default.ZendeskTicketUpdateRequest),
            Limit = SpecialLimit.Updates,
            TicketId = id,
        },
        ZendeskJson.Default.ZendeskTicketUpdated, ct);

    /// <summary>Changes up to a hundred tickets, each as its own entry says, as one job; ask <see cref="JobAsync"/> for its end.</summary>
    /// <exception cref="ZendeskException">Unknown where the job may have been taken.</exception>
    public async Task<ZendeskJob> UpdateManyAsync(IReadOnlyList<ZendeskTicketUpdate> updates, Lane lane, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(updates.Count, MostAtOnce);
        var request = new ZendeskRequest(HttpMethod.Put, "/api/v2/tickets/update_many", "tickets/update_many", lane)
        {
            Body = Bytes(new ZendeskTicketsUpdateRequest(updates), ZendeskJson.Default.ZendeskTicketsUpdateRequest),
        };
        var answer = await sender.SendAsync(request, ZendeskJson.Default.ZendeskJobAnswer, ct);
        return answer.JobStatus ?? throw new ZendeskException(ZendeskFailure.Unknown, request.Name, "the answer names no job");
    }

    /// <summary>How far a job has come.</summary>
    public async Task<ZendeskJob> JobAsync(string jobId, Lane lane, CancellationToken ct)
    {
        const string Endpoint = "job_statuses/{id}";
        var answer = await GetAsync($"/api/v2/job_statuses/{Uri.EscapeDataString(jobId)}", Endpoint, ZendeskJson.Default.ZendeskJobAnswer, lane, ct);
        return answer.JobStatus ?? throw new ZendeskException(ZendeskFailure.Unreadable, $"GET {Endpoint}", "the answer holds no job");
    }

    private static string Ids(IReadOnlyCollection<long> ids)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ids.Count, MostAtOnce);
        return string.Join(',', ids.Select(Text));
    }
}
