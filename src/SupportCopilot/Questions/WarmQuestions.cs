using Microsoft.EntityFrameworkCore;
using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Storage;

namespace SupportCopilot.Questions;

/// <summary>
/// Asks a question of every shape once and keeps no answer: the desk's values are in memory then and the code is compiled, so
/// that the first people to ask after a start wait no longer than the others. It costs a server some seconds of one processor.
/// </summary>
public sealed class WarmQuestions(SupportDbContext db, AnswerQuestion questions)
{
    /// <summary>Asks them for the scope's tenant; none where it has no tickets.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        if (!await db.Tickets.AnyAsync(ct)) return;
        foreach (var text in Texts) await questions.TryOutAsync(new Ask(text), ct);
    }

    internal static IReadOnlyList<string> Texts { get; } =
    [
        .. Catalog.Measures.Where(measure => measure.Name is "tickets" or "solved" or "csat" or "slaMet" or "reopenRate" or "requesters" || measure.Family is not null).SelectMany(measure => new[] { $"{measure.Title} last month", $"{measure.Title} last week by group" }),
        .. Catalog.Dimensions.Where(dimension => dimension.CanGroup && dimension.Name is not "sla").Select(dimension => $"tickets yesterday by {dimension.Title}"),
        .. Catalog.Grains.Select(grain => $"tickets per {grain} this week"),
        "solved tickets per month this year by channel",
        "top 5 agents by solved tickets last month",
        "top 3 tags this quarter",
        "share of tickets by channel last month",
        "share of urgent tickets last month",
        "tickets this month compared with last month",
        "urgent tickets last week that are not from chat",
        "tickets without organization last quarter",
        "agents with more than 5 tickets this month",
        "tickets created on weekends this year",
        "median first reply time per week this year",
        "backlog per week this quarter",
        "open tickets by priority at the end of last month",
    ];
}
