using Microsoft.EntityFrameworkCore;
using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Segments;
using SupportCopilot.Storage;

namespace SupportCopilot.Questions;

/// <summary>
/// Reads the tickets' columns into memory, then asks a question of every shape once and keeps no answer: the desk's values
/// are there then and the code is compiled, so that the first people to ask after a start wait no longer than the others. One
/// at a time, with as long a pause after each as it took, so that whoever asks meanwhile finds a processor; and for a minute at most.
/// </summary>
public sealed class WarmQuestions
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1), LongestPause = TimeSpan.FromSeconds(1);

    private readonly SupportDbContext _db;
    private readonly AnswerQuestion _questions;
    private readonly LoadColumns _columns;
    private readonly TimeProvider _clock;

    internal WarmQuestions(SupportDbContext db, AnswerQuestion questions, LoadColumns columns, TimeProvider clock) => (_db, _questions, _columns, _clock) = (db, questions, columns, clock);

    /// <summary>Does that for the scope's tenant; nothing where it has no tickets.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        if (!await _db.Tickets.AnyAsync(ct)) return;
        var started = _clock.GetTimestamp();
        await _columns.RunAsync(ct);
        foreach (var text in Texts)
        {
            var asked = _clock.GetTimestamp();
            await _questions.TryOutAsync(new Ask(text), ct);
            var (took, pause) = (_clock.GetElapsedTime(started), _clock.GetElapsedTime(asked));
            if (took > Longest) return;
            await Task.Delay(pause < LongestPause ? pause : LongestPause, ct);
        }
    }

    internal static IReadOnlyList<string> Texts { get; } =
    [
        .. Catalog.Measures.Where(measure => measure.Name is "tickets" or "solved" or "csat" or "slaMet" or "reopenRate" or "requesters" || measure.Family is not null && measure.Percentile is not (75 or 95 or 99 or 100) && !measure.Name.StartsWith("shortest", StringComparison.Ordinal)).SelectMany(measure => new[] { $"{measure.Title} last month", $"{measure.Title} last week by group" }),
        .. Catalog.Dimensions.Where(dimension => dimension.CanGroup && dimension.Name is not ("sla" or "ticket")).Select(dimension => $"tickets yesterday by {dimension.Title}"),
        .. Catalog.Grains.Select(grain => $"tickets per {grain} this week"),
        "solved tickets per month this year by channel",
        "top 5 agents by solved tickets last month",
        "top 3 tags this quarter",
        "share of tickets by channel last month",
        "share of urgent tickets last month",
        "tickets this month compared with last month",
        "urgent tickets last week that are not from chat",
        "tickets without organization last quarter",
        "tickts yesterday",   // what is misspelt is held against the words of all values, which are gathered for the first such word
        "agents with more than 5 tickets this month",
        "tickets created on weekends this year",
        "median first reply time per week this year",
        "backlog per week this quarter",
        "open tickets by priority at the end of last month",
    ];
}
