using SupportCopilot.Tickets;
using static SupportCopilot.Tests.Questions.Tables.Expecting;

namespace SupportCopilot.Tests.Questions.Tables;

/// <summary>Figures split by dimensions, ranked and bounded.</summary>
internal static class GroupsAndRanks
{
    public static IReadOnlyList<(string Question, Func<QuestionDesk, Expected> Expected)> All { get; } =
    [
        ("tickets by category", By(t => t.Given.Category)),
        ("tickets per channel in March", By(t => t.Channel, Created("2026-03-01", "2026-03-31"))),
        ("how many tickets for each priority", By(t => t.Given.Priority)),
        ("ticket count by status", By(t => t.Status ?? "new")),
        ("breakdown of tickets by type last month", By(t => t.Type, Created("2026-02-01", "2026-02-28"))),
        ("tickets broken down by group", By(t => t.Group?.Name)),
        ("tickets by organisation", By(Organization)),
        ("tickets by product and channel", By(t => [t.Product, t.Channel])),
        ("tickets per agent and priority this quarter", By(t => [Agent(t), t.Given.Priority], Created("2026-01-01", "2026-03-31"))),
        ("billing tickets by sentiment", By(t => t.Given.Sentiment, t => t.Given.Category == "billing")),
        ("by channel", By(t => t.Channel)),
        ("tickets by tag", ByTag()),
        ("vip tickets by brand", By(t => t.Brand, t => t.Tags!.Contains("vip"))),
        ("tickets by language for Contoso", By(t => t.Given.Language, t => t.Organization?.Name == "Contoso")),
        ("tickets by root cause", By(t => t.Given.RootCause)),
        ("tickets by urgency", By(t => t.Given.Urgency)),
        ("tickets by emotion", By(t => t.Given.Emotion)),
        ("tickets by customer in March", By(t => t.Requester!.Name, Created("2026-03-01", "2026-03-31"))),
        ("open tickets by agent", By(Agent, IsOpenNow)),
        ("backlog by priority", By(t => t.Given.Priority, IsOpenNow)),
        ("solved tickets by agent last month", By(Agent, Solved("2026-02-01", "2026-02-28"))),
        ("which channels do our tickets come from", By(t => t.Channel)),
        ("top 3 categories", Top(3, By(t => t.Given.Category), t => t.Given.Category)),
        ("top 2 agents by solved tickets this quarter", Top(2, By(Agent, Solved("2026-01-01", "2026-03-31")), Agent)),
        ("bottom 2 channels in March", Top(2, By(t => t.Channel, Created("2026-03-01", "2026-03-31")), t => t.Channel, least: true)),
        ("the 3 most common subcategories", Top(3, By(t => t.Given.Subcategory), t => t.Given.Subcategory)),
        ("Which organization sent the most tickets?", Top(1, By(Organization), Organization)),
        ("which product has the fewest tickets", Top(1, By(t => t.Product), t => t.Product, least: true)),
        ("who solved the most tickets last month?", Top(1, By(Agent, Solved("2026-02-01", "2026-02-28")), Agent)),
        ("organizations with more than 120 tickets", Only(n => n > 120, By(Organization), Organization)),
        ("agents with at least 20 open tickets", Only(n => n >= 20, By(Agent, IsOpenNow), Agent)),
        ("categories with fewer than 30 tickets in March", Only(n => n < 30, By(t => t.Given.Category, Created("2026-03-01", "2026-03-31")), t => t.Given.Category)),
        ("customers who contacted us more than 30 times in March", Only(n => n > 30, By(t => t.Requester!.Name, Created("2026-03-01", "2026-03-31")), t => t.Requester!.Name)),
        ("which organization's tickets were reopened the most", Top(1, By(Organization, t => t.Reopens > 0), Organization)),
        ("compare billing and shipping tickets", By(t => t.Given.Category, t => t.Given.Category is "billing" or "shipping")),
        ("chat vs phone tickets in March", By(t => t.Channel, Created("2026-03-01", "2026-03-31"), t => t.Channel is "chat" or "phone")),
        ("tickets by weekday in March", By(t => Local(t.CreatedAt!.Value).DayOfWeek.ToString(), Created("2026-03-01", "2026-03-31"))),
        ("tickets by hour of the day in March", desk => By(t => $"{Local(t.CreatedAt!.Value):HH}:00", Created("2026-03-01", "2026-03-31"))(desk)),
    ];

    private static string? Agent(IncomingTicket t) => t.Assignee?.Name;

    private static string? Organization(IncomingTicket t) => t.Organization?.Name;
}
