namespace SupportCopilot.Benchmarks.Questions;

/// <summary>
/// Sixty questions as managers ask them, each of a plan of its own: 5 about a day, 14 about a week, 17 about a month, 13 about a
/// quarter, 6 about a year or its months, 2 about all of the past, 3 about what is open. Counts, splits, top lists,
/// medians, shares, comparisons, trends, tags, agents, organizations, filters.
/// </summary>
internal static class QuestionMix
{
    public static readonly (string Period, string Text)[] All =
    [
        ("day", "How many tickets were created yesterday?"),
        ("day", "tickets today by channel"),
        ("day", "urgent tickets yesterday by category"),
        ("day", "How many tickets were solved yesterday by agent?"),
        ("day", "tickets by hour of day yesterday"),

        ("week", "How many tickets did we get last week?"),
        ("week", "tickets last week by category"),
        ("week", "urgent tickets last week by channel"),
        ("week", "top 10 agents by solved tickets last week"),
        ("week", "median first reply time last week"),
        ("week", "median first reply time last week by group"),
        ("week", "tickets per day last week"),
        ("week", "tickets tagged refund last week"),
        ("week", "SLA met last week by group"),
        ("week", "CSAT last week"),
        ("week", "tickets this week compared with last week"),
        ("week", "top 5 tags in the last 7 days"),
        ("week", "reopened tickets in the last 14 days by category"),
        ("week", "average first reply time in the week before last by priority"),

        ("month", "How many tickets were created last month?"),
        ("month", "tickets last month by category and priority"),
        ("month", "tickets per day last month"),
        ("month", "billing tickets last month by channel"),
        ("month", "median resolution time last month by agent"),
        ("month", "90th percentile of first reply time last month"),
        ("month", "average resolution time last month by category"),
        ("month", "top 10 tags last month"),
        ("month", "top 10 organizations last month"),
        ("month", "tickets in February by product"),
        ("month", "tickets last month compared with the month before by category"),
        ("month", "share of urgent tickets last month"),
        ("month", "tickets tagged outage last month by product"),
        ("month", "solved tickets in January by group"),
        ("month", "CSAT in February by agent"),
        ("month", "SLA met this month by category"),
        ("month", "how many different requesters wrote last month?"),

        ("quarter", "How many tickets were created last quarter?"),
        ("quarter", "tickets last quarter by channel"),
        ("quarter", "tickets in Q4 by agent"),
        ("quarter", "tickets per week last quarter"),
        ("quarter", "median first reply time in Q4 by group"),
        ("quarter", "median resolution time last quarter"),
        ("quarter", "shipping tickets last quarter by priority"),
        ("quarter", "tickets tagged late last quarter"),
        ("quarter", "CSAT last quarter by category"),
        ("quarter", "average replies per ticket last quarter by channel"),
        ("quarter", "top 5 products last quarter"),
        ("quarter", "SLA met last quarter by priority"),
        ("quarter", "tickets this quarter compared with last quarter"),

        ("year", "How many tickets were created in 2025?"),
        ("year", "tickets in 2025 by category"),
        ("year", "tickets per month in 2025"),
        ("year", "median first reply time in 2025"),
        ("year", "tickets this year compared with the same period last year"),
        ("year", "urgent tickets in 2025 by channel"),

        ("all", "How many tickets are there altogether of all time?"),
        ("all", "tickets per quarter since 2023"),

        ("open", "How many tickets are open?"),
        ("open", "open tickets by agent"),
        ("open", "open tickets by priority at the end of last month"),
    ];
}
