using SupportCopilot.Questions.Answers;
using SupportCopilot.Questions.Planning;
using SupportCopilot.Tickets;

namespace SupportCopilot.Questions.FollowUps;

/// <summary>«show me those tickets»: the newest of the tickets behind the figure, and where all of them are.</summary>
internal sealed class ListThose(AnswerReading answer, ListTickets tickets)
{
    private const int Shown = 10;

    public async Task<Outcome> RunAsync(Plan plan, DateTime now, CancellationToken ct)
    {
        var reading = new Reading(plan, 0);
        var outcome = await answer.RunAsync(reading, [reading], now, ct);
        if (outcome.Run is null || outcome.Answer.Tickets is not { } behind) return outcome;

        var rows = await tickets.OfAsync([.. behind.Sample.Take(Shown)], new TicketFilter(), ct);
        var text = behind.Count switch
        {
            0 => "There are no tickets behind that figure.",
            1 => "This is the ticket behind that figure.",
            _ when rows.Count < behind.Count => $"These are the newest {FigureWords.Number(rows.Count)} of the {FigureWords.Count(behind.Count, "tickets")} behind that figure; all of them are in the list.",
            var count => $"These are the {FigureWords.Count(count, "tickets")} behind that figure.",
        };
        return outcome with
        {
            Answer = outcome.Answer with
            {
                Text = text,
                Columns = [new AnswerColumn("ticket", "dimension"), new AnswerColumn("subject", "dimension"), new AnswerColumn("status", "dimension"), new AnswerColumn("createdAt", "dimension")],
                Rows = [.. rows.Select(row => (IReadOnlyList<object?>)[row.ExternalId, row.Subject, row.Status, row.CreatedAt?.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture)])],
                Listed = [.. rows.Select(row => ListedTicket.Of(row.Id, row.Source, row.ExternalId, row.Subject))],
                Total = null,
                Chart = null,
                Suggestions = [],
            },
        };
    }
}
