using SupportCopilot.Access;
using SupportCopilot.Questions;
using SupportCopilot.Teams.Cards;
using SupportCopilot.Teams.Cards.Format;

namespace SupportCopilot.Teams.Turns;

/// <summary>Shows the first of the tickets behind an answer to the one who asked, or to an admin, within the sight of the conversation.</summary>
internal sealed class ShowTickets(ShowQuestion show, ITicketAddresses addresses, CurrentCaller caller)
{
    private const string NotYours = "These tickets are shown to the one who asked. Ask the question yourself to see yours.";

    /// <returns>What to show; null where the button is about something else.</returns>
    public async Task<Acted?> RunAsync(ActionData pressed, CancellationToken ct)
    {
        if (pressed.Verb != CardVerb.Tickets || pressed.Question is not { } id) return null;
        if (caller.Value is not { } asker || !asker.Has(Role.Analyst)) return new(Help.NoAnalyst, null);
        if (await show.RunAsync(id, ct) is not { } answer || await show.TicketsAsync(id, TicketsCard.Shown, null, ct) is not var (rows, _)) return new(NotYours, null);
        var address = await addresses.OfAsync(asker.TenantId, ct);
        return new("", TicketsCard.Of(answer.Interpretation ?? answer.Text, answer.Tickets?.Count ?? rows.Count, rows, row => address(row.Id, row.Source, row.ExternalId))) { IsNew = true };
    }
}
