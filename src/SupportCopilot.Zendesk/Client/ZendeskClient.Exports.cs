using SupportCopilot.Zendesk.Wire;

namespace SupportCopilot.Zendesk.Client;

/// <content>What changed since.</content>
internal sealed partial class ZendeskClient
{
    private const string TicketExport = "incremental/tickets/cursor";
    private const string Along = "include=users,groups,organizations,metric_sets";

    /// <summary>Tickets from an instant on, with their people, groups, organizations and metrics; the first page of a cursor. The instant must be a minute old.</summary>
    public Task<ZendeskTicketPage> TicketsSinceAsync(DateTime start, int perPage, Lane lane, CancellationToken ct) => ExportAsync(
        $"/api/v2/{TicketExport}?start_time={Seconds(start)}&per_page={Text(perPage)}&{Along}", TicketExport, ZendeskJson.Default.ZendeskTicketPage, lane, ct);

    /// <summary>Tickets from a cursor on.</summary>
    public Task<ZendeskTicketPage> TicketsAfterAsync(string cursor, int perPage, Lane lane, CancellationToken ct) => ExportAsync(
        $"/api/v2/{TicketExport}?cursor={Uri.EscapeDataString(cursor)}&per_page={Text(perPage)}&{Along}", TicketExport, ZendeskJson.Default.ZendeskTicketPage, lane, ct);

    /// <summary>What happened on tickets from a second on, comments included; <c>end_time</c> says where to go on. A second may be split over pages.</summary>
    public Task<ZendeskTicketEventPage> TicketEventsSinceAsync(long startSeconds, Lane lane, CancellationToken ct) => ExportAsync(
        $"/api/v2/incremental/ticket_events?start_time={Text(startSeconds)}&include=comment_events", "incremental/ticket_events", ZendeskJson.Default.ZendeskTicketEventPage, lane, ct);

    /// <summary>What happened to service levels from a second on; <c>end_time</c> says where to go on.</summary>
    public Task<ZendeskMetricEventPage> MetricEventsSinceAsync(long startSeconds, Lane lane, CancellationToken ct) => ExportAsync(
        $"/api/v2/incremental/ticket_metric_events?start_time={Text(startSeconds)}", "incremental/ticket_metric_events", ZendeskJson.Default.ZendeskMetricEventPage, lane, ct);

    /// <summary>Goes on at the page that an export named; only its place on the connected host is taken.</summary>
    public Task<ZendeskTicketEventPage> TicketEventsAtAsync(string nextPage, Lane lane, CancellationToken ct) =>
        ExportAsync(PlaceOf(nextPage), "incremental/ticket_events", ZendeskJson.Default.ZendeskTicketEventPage, lane, ct);

    private static string Seconds(DateTime instant) => Text(new DateTimeOffset(instant, TimeSpan.Zero).ToUnixTimeSeconds());

    private static string PlaceOf(string nextPage) =>
        Uri.TryCreate(nextPage, UriKind.Absolute, out var address) && address.AbsolutePath.StartsWith("/api/", StringComparison.Ordinal)
            ? address.PathAndQuery
            : throw new ArgumentException("The address of the next page is none of the API.", nameof(nextPage));
}
