using SupportCopilot.Access;
using SupportCopilot.Questions;
using SupportCopilot.Teams.Cards;
using SupportCopilot.Teams.Cards.Format;

namespace SupportCopilot.Teams.Turns;

/// <summary>Shows the first of the tickets behind an answer to the one who asked, or to an admin, within the sight of the conversation.</summary>
internal sealed class ShowTickets(ShowQuestion show, CurrentCaller caller)
{
    private const string NotYours = "These tickets are shown to the one who asked. Ask the question yourself to see yours.";

    /// <returns>What to show; null where the button is about something else.</returns>
    public async Task<Acted?> RunAsync(ActionData pressed, CancellationToken ct)
    {
        if (pressed.Verb != CardVerb.Tickets || pressed.Question is not { } id) return null;
        if (caller.Value?.Has(Role.Analyst) is not true) return new(Help.NoAnalyst, null);
        if (await show.RunAsync(id, ct) is not { } answer || await show.TicketsAsync(id, TicketsCard.Shown, null, ct) is not var (rows, _)) return new(NotYours, null);
        return new("", TicketsCard.Of(answer.Interpretation ?? answer.Text, answer.Tickets?.Count ?? rows.Count, rows)) { IsNew = true };
    }
}
