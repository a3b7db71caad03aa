using System.Runtime.CompilerServices;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Desks;
using SupportCopilot.Zendesk.Client;
using SupportCopilot.Zendesk.Mapping;
using SupportCopilot.Zendesk.Wire;

namespace SupportCopilot.Zendesk.Syncing;

/// <summary>Ratings of the older kind.</summary>
internal sealed class RatingStream : IDeskStream
{
    // A customer may change their mind; later changes come with the ticket itself.
    private static readonly TimeSpan Overlap = TimeSpan.FromHours(1);

    public string Name => "zendesk/ratings";

    public TimeSpan Every => TimeSpan.FromMinutes(5);

    public bool IsNeeded => false;

    public IAsyncEnumerable<StreamPage> ReadAsync(StreamPlace from, SyncRun run, CancellationToken ct) => SinceLastTime.ReadAsync(
        from, run, Overlap, start => run.Client.RatingsSinceAsync(start, Lane.Sync, ct), page => page.SatisfactionRatings ?? [], Mark, ct);

    private static DeskMark? Mark(ZendeskRating rating) => rating.TicketId is { } ticket
        ? new DeskMark(WireText.Of(ticket)) { Csat = WireWords.Score(rating.Score), CsatOffered = WireWords.WasOffered(rating.Score) }
        : null;
}

/// <summary>Responses to surveys, which take the place of ratings.</summary>
internal sealed class SurveyStream : IDeskStream
{
    private const string OfTicket = "zen:ticket:";

    // So long a response may be changed, and it is found by when it was made.
    private static readonly TimeSpan Overlap = TimeSpan.FromHours(24);

    public string Name => "zendesk/surveys";

    public TimeSpan Every => TimeSpan.FromMinutes(5);

    public bool IsNeeded => false;

    public IAsyncEnumerable<StreamPage> ReadAsync(StreamPlace from, SyncRun run, CancellationToken ct) => SinceLastTime.ReadAsync(
        from, run, Overlap, start => run.Client.SurveyResponsesSinceAsync(start, Lane.Sync, ct), page => page.SurveyResponses ?? [], Mark, ct);

    private static DeskMark? Mark(ZendeskSurveyResponse response) => (response.SubjectZrns ?? []).FirstOrDefault(zrn => zrn?.StartsWith(OfTicket, StringComparison.Ordinal) is true) is { } ticket
        ? new DeskMark(ticket[OfTicket.Length..]) { Csat = WireWords.Score(response), CsatOffered = true }
        : null;
}

/// <summary>Reads a list from where it was left, with an overlap; the place is kept at its end, for its pages are in no order that one could rely on.</summary>
internal static class SinceLastTime
{
    public static async IAsyncEnumerable<StreamPage> ReadAsync<TPage, TItem>(
        StreamPlace from, SyncRun run, TimeSpan overlap, Func<DateTime, IAsyncEnumerable<TPage>> read, Func<TPage, IReadOnlyList<TItem>> items, Func<TItem, DeskMark?> mark,
        [EnumeratorCancellation] CancellationToken ct)
    {
        var readTo = from.ReadTo ?? SyncRun.Beginning;
        var asked = run.Now;
        await foreach (var page in read(run.Start(SyncRun.Later(readTo - overlap, SyncRun.Beginning))).WithCancellation(ct))
        {
            var found = items(page);
            if (found.Count > 0) yield return new(new DeskPage(TicketSource.Zendesk) { Marks = [.. found.Select(mark).OfType<DeskMark>()], Rows = found.Count }, "", readTo, false);
        }

        yield return new(new DeskPage(TicketSource.Zendesk), "", SyncRun.Later(readTo, asked - SyncRun.Held), true);
    }
}
