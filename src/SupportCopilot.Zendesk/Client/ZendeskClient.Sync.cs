using SupportCopilot.Zendesk.Wire;

namespace SupportCopilot.Zendesk.Client;

/// <content>What only the sync asks for.</content>
internal sealed partial class ZendeskClient
{
    /// <summary>The fields of tickets with their titles and choices.</summary>
    public async Task<IReadOnlyList<ZendeskTicketField>> TicketFieldsAsync(Lane lane, CancellationToken ct) =>
        await AllAsync($"/api/v2/ticket_fields?{ByCursor}", "ticket_fields", ZendeskJson.Default.ZendeskTicketFieldPage, page => page.TicketFields, lane, ct);

    /// <summary>All macros that the credentials may see, those that are switched off too.</summary>
    public async Task<IReadOnlyList<ZendeskMacro>> MacrosAsync(Lane lane, CancellationToken ct) =>
        await AllAsync($"/api/v2/macros?{ByCursor}", "macros", ZendeskJson.Default.ZendeskMacroPage, page => page.Macros, lane, ct);

    /// <summary>Who is in which group.</summary>
    public async Task<IReadOnlyList<ZendeskMembership>> MembershipsAsync(Lane lane, CancellationToken ct) =>
        await AllAsync($"/api/v2/group_memberships?{ByCursor}", "group_memberships", ZendeskJson.Default.ZendeskMembershipPage, page => page.GroupMemberships, lane, ct);

    /// <summary>How many tickets there are; null where it is not said.</summary>
    public async Task<long?> TicketCountAsync(Lane lane, CancellationToken ct) =>
        (await GetAsync("/api/v2/tickets/count", "tickets/count", ZendeskJson.Default.ZendeskCountAnswer, lane, ct)).Count?.Value;

    /// <summary>People from an instant on, which must be a minute old; the first page of a cursor.</summary>
    public Task<ZendeskUserPage> UsersSinceAsync(DateTime start, Lane lane, CancellationToken ct) =>
        ExportAsync($"/api/v2/incremental/users/cursor?start_time={Seconds(start)}", "incremental/users/cursor", ZendeskJson.Default.ZendeskUserPage, lane, ct);

    /// <summary>People from a cursor on.</summary>
    public Task<ZendeskUserPage> UsersAfterAsync(string cursor, Lane lane, CancellationToken ct) =>
        ExportAsync($"/api/v2/incremental/users/cursor?cursor={Uri.EscapeDataString(cursor)}", "incremental/users/cursor", ZendeskJson.Default.ZendeskUserPage, lane, ct);

    /// <summary>Organizations from a second on; <c>end_time</c> says where to go on.</summary>
    public Task<ZendeskOrganizationPage> OrganizationsSinceAsync(long startSeconds, Lane lane, CancellationToken ct) =>
        ExportAsync($"/api/v2/incremental/organizations?start_time={Text(startSeconds)}", "incremental/organizations", ZendeskJson.Default.ZendeskOrganizationPage, lane, ct);
}
