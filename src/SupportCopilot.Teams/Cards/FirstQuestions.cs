namespace SupportCopilot.Teams.Cards;

/// <summary>Questions that show a newcomer what can be asked.</summary>
internal static class FirstQuestions
{
    public static IReadOnlyList<string> All { get; } =
    [
        "How many tickets were created last month?",
        "Urgent tickets by category in the last 30 days",
        "Tickets per week over the last 3 months",
        "Median first reply time by channel last month",
    ];
}
