using SupportCopilot.Tickets;

namespace SupportCopilot.Triage.Modelled;

/// <summary>
/// Which tickets are worth a model's price: those that somebody still has to work on. A history of a million solved ones is
/// judged by the embedded way; a run that names tickets may ask a model about any.
/// </summary>
internal static class WorthAModel
{
    public static bool Is(Ticket ticket) => TicketStatus.IsUnsolved(ticket.Status);

    /// <summary>How a ticket stands with the model once the embedded way has judged it.</summary>
    public static ModelSay Say(JudgedTicket judged) => judged switch
    {
        { Question: null } => new ModelSay.None(),
        { Known: not null } => new ModelSay.Answered(judged.Question.Server, judged.Question.Hash),
        _ => new ModelSay.Waits(),
    };
}
