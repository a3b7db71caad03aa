namespace SupportCopilot.Tests.Questions.QuestionSet.Answers;

/// <summary>What is to be asked back, and what is out of reach and must be refused by the word that failed.</summary>
internal static class NoAnswer
{
    public static IReadOnlyList<(string Question, Func<SetDesk, Expected> Expected)> All { get; } =
    [
        Asked("How many tickets did Daniel solve in May?", "Daniel Okoye"),
        Asked("urgent tickets in May", "urgent"),
        Asked("tickets created on 04/05/2026", "2026-04-05"),
        Asked("tickets from Initec last month", "Initech"),

        Refused("tickets on 29 Feb 2025", "29"),
        Refused("What was the revenue per ticket in May?", "revenue"),
        Refused("How many tickets will we receive next month?", "next month"),
        Refused("What's the weather in Boston?", "weather"),
        Refused("tickets handled by Robert Paulson", "Paulson"),
        Refused("tickets by zodiac sign", "zodiac"),
        Refused("How many agents were on holiday last week?", "holiday"),
        Refused("delete all tickets from Globex", "tickets"),
        Refused("tickets from Hooli in May", "Hooli"),
        Refused("Which agent is the most handsome?", "handsome"),
        Refused("average age of our customers", "age"),
        Refused("How many tickets had the warranty flag set?", "warranty"),
        Refused("What did the support team cost us in May?", "cost"),
    ];

    private static (string, Func<SetDesk, Expected>) Asked(string question, string names) => (question, _ => new Expected("choices") { Names = names });

    private static (string, Func<SetDesk, Expected>) Refused(string question, string names) => (question, _ => new Expected("refusal") { Names = names });
}
