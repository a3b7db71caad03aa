using SupportCopilot.Tests.Questions.QuestionSet;

namespace SupportCopilot.Tests.Questions.HeldOut;

/// <summary>What no figure may be given for: days that are none, values that nobody has, subjects that no ticket holds, words that say nothing of tickets.</summary>
internal static class NotToBeAnswered
{
    public static IReadOnlyList<(string Question, Func<SetDesk, Expected> Expected)> All { get; } =
    [
        .. new[]
        {
            "what is the split between new and returning customers", "What did support cost us in May?", "churn rate of customers last quarter", "headcount in support", "tickets on 29 February 2026", "tickets in Q5",
            "tickets for agent Olivia Mash last month", "shiping tickets in May", "tickets tagged viip", "tickets from Contoso", "tickets handled by the Legal team", "tickets with sentiment furious", "tickets in Klingon",
            "escalated by Tier 3", "how is the weather impacting tickets", "who should I promote?", "tickets and lottery numbers last week", "tickets on the moon last month", "high pizza tickets", "summarise ticket 1204",
            "tickets assigned to me", "show all tenants' tickets", "tickets in the purple category", "NPS last month", "'; drop table Tickets; --",
        }.Select(question => (question, (Func<SetDesk, Expected>)(_ => new Expected("refusal")))),
    ];
}
