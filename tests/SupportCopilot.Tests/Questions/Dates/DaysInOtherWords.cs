using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using SupportCopilot.Access;
using SupportCopilot.Tests.Questions.QuestionSet;
using SupportCopilot.Tickets;
using static SupportCopilot.Tests.Questions.QuestionSet.Demands;
using static SupportCopilot.Tests.Questions.QuestionSet.Figure;

namespace SupportCopilot.Tests.Questions.Dates;

/// <summary>Seasons, sets of weekdays, days up to a day, days one by one, two clocks and moments, asked on Thursday 18 June 2026 in New York; answers by LINQ.</summary>
public sealed class DaysInOtherWords(SetDesk desk, ITestOutputHelper output) : IClassFixture<SetDesk>
{
    private static readonly Ask Came = new(Arrived);

    private static readonly Ask May = Came.In("2026-05-01", "2026-05-31");

    private static readonly (string Question, Func<SetDesk, Expected> Expected)[] All =
    [
        ("tickets in spring", Came.In("2026-03-01", "2026-05-31").Expected),
        ("how many tickets did we get last winter?", Came.In("2025-12-01", "2026-02-28").Expected),
        ("tickets in the spring months, March to May", Came.In("2026-03-01", "2026-05-31").Expected),
        ("tickets in the 14 days up to 31 May", Came.In("2026-05-18", "2026-05-31").Expected),
        ("tickets in the 10 days before 1 May", Came.In("2026-04-21", "2026-04-30").Expected),
        ("high tickets in the 3 months ended 31 March 2026", Came.In("2026-01-01", "2026-03-31").Where(Priority("high")).Expected),
        ("tickets Mon–Wed in May", May.Where(OnDays(DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday)).Expected),
        ("tickets from Monday to Friday in Q1", Came.In("2026-01-01", "2026-03-31").Where(Not(OnDays(DayOfWeek.Saturday, DayOfWeek.Sunday))).Expected),
        ("tickets Tue, Thu and Fri in May", May.Where(OnDays(DayOfWeek.Tuesday, DayOfWeek.Thursday, DayOfWeek.Friday)).Expected),
        ("April and May tickets together", Came.In("2026-04-01", "2026-05-31").Expected),
        ("tickets 2026-02-01..2026-02-14", Came.In("2026-02-01", "2026-02-14").Expected),
        ("tickets in Black Friday week 2025", Came.In("2025-11-24", "2025-11-30").Expected),
        ("tickets on 3, 5 and 9 May", Came.In("2026-05-03", "2026-05-09").Where(t => Day(t.CreatedAt) is "2026-05-03" or "2026-05-05" or "2026-05-09").Expected),
        ("tickets yday", Came.In("2026-06-17").Expected),
        ("last 30 days vs the same 30 days last year: tickets", Came.In("2026-05-19", "2026-06-17").Versus("2025-05-19", "2025-06-17").Expected),
        ("of May's tickets, how many were solved by 31 May?", May.Where(SolvedBy("2026-05-31")).Expected),
        ("how many of May's tickets were solved in May?", May.Where(SolvedBy("2026-05-31")).Expected),
        ("how many of the tickets created in May were solved within the month?", May.Where(SolvedBy("2026-05-31")).Expected),
        ("is the number of high tickets rising?", Came.In("2025-12-01", "2026-05-31").Where(Priority("high")).Per(AsMonth).Expected),
        .. new[]
        {
            "tickets within this month September", "October 05/10/2026 tickets", "tickets in July of every year", "tickets every July", "tickets on the first Monday of each month this year", "tickets over the bank holiday",
            "tickets in the same days last week", "last 7 days vs the same 30 days last year: tickets", "backlog at 9pm today", "tickets at 9am on 1 May", "tickets last spring vs this spring", "tickets created on 12 May and solved by 5 May",
        }.Select(question => (question, (Func<SetDesk, Expected>)(_ => new Expected("refusal")))),
    ];

    [Fact]
    public async Task Are_counted_right_or_refused()
    {
        var verdicts = new ConcurrentDictionary<string, Verdict>();
        await Parallel.ForEachAsync(All, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (row, ct) => verdicts[row.Question] = await Judge.OfAsync(desk, row.Question, row.Expected(desk), ct));

        var failed = verdicts.Where(row => row.Value.Mark != Mark.Right).Select(row => $"{row.Value.Mark}: {row.Key} {row.Value.Why}").ToList();
        failed.ForEach(output.WriteLine);
        Assert.Empty(failed);
    }

    [Theory]
    [InlineData("backlog at 9am on 1 May", "2026-05-01T13:00:00Z")]
    [InlineData("open tickets yesterday at noon", "2026-06-17T16:00:00Z")]
    [InlineData("how many tickets were open at 14:30 on 9 March 2026?", "2026-03-09T18:30:00Z")]
    [InlineData("backlog on 1 November 2025 at 23:00", "2025-11-02T03:00:00Z")]
    public async Task Are_open_at_a_time_of_a_day(string question, string instant)
    {
        using var response = await desk.As(Role.Analyst).PostAsJsonAsync("/api/questions", new { text = question, timeZone = SetDesk.Zone, asOf = SetDesk.AsOf }, TestContext.Current.CancellationToken);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);

        Assert.Equal("answer", answer.GetProperty("kind").GetString());
        Assert.Equal(desk.Live.Count(OpenAt(DateTime.Parse(instant, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal))), answer.GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("open tickets older than a month", "2026-05-18T14:30:00Z")]
    [InlineData("how many open tickets are older than 3 months?", "2026-03-18T14:30:00Z")]
    [InlineData("open tickets older than a year", "2025-06-18T14:30:00Z")]
    public async Task Are_older_than_a_month_by_the_calendar(string question, string before)
    {
        using var response = await desk.As(Role.Analyst).PostAsJsonAsync("/api/questions", new { text = question, timeZone = SetDesk.Zone, asOf = SetDesk.AsOf }, TestContext.Current.CancellationToken);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);

        var than = DateTime.Parse(before, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);
        Assert.Equal("answer", answer.GetProperty("kind").GetString());
        Assert.Equal(desk.Live.Where(OpenAt(SetDesk.AsOf)).Count(t => t.CreatedAt < than), answer.GetProperty("total").GetInt32());
    }

    private static Func<IncomingTicket, bool> SolvedBy(string day) => t => IsDone(t) && t.SolvedAt is not null && string.CompareOrdinal(Day(t.SolvedAt), day) <= 0;
}
