using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Access.Conversations;
using SupportCopilot.Reports;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Reports;

/// <summary>Digests beside figures that this test works out by itself, in zones where a week is not 168 hours or begins at an odd minute.</summary>
public sealed class FiguresOfADigest
{
    private static readonly DateTime Monday = new(2026, 3, 16, 0, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("UTC", 0, 0)]
    [InlineData("America/New_York", 5 * 60, 4 * 60)]      // the clocks go forward on Sunday, 8 March: the week from 2 March has 167 hours
    [InlineData("Asia/Kathmandu", -345, -345)]            // UTC+5:45
    public async Task Are_those_of_its_week_in_its_zone(string zone, int minutesBefore, int minutesAfter)
    {
        await using var desk = new DigestDesk();
        var tickets = Tickets(20260316, 900);
        await desk.Product.HasTicketsAsync(tickets);
        desk.Clock.Set(new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));
        await desk.HasDigestAsync(DayOfWeek.Monday, 9, zone);
        await desk.TickAtAsync(2026, 3, 9, 15);
        await desk.TickAtAsync(2026, 3, 16, 15);

        var starts = new[] { (new DateTime(2026, 2, 23), minutesBefore), (new DateTime(2026, 3, 2), minutesBefore), (new DateTime(2026, 3, 9), minutesAfter), (new DateTime(2026, 3, 16), minutesAfter) }
            .Select(start => DateTime.SpecifyKind(start.Item1.AddMinutes(start.Item2), DateTimeKind.Utc)).ToArray();
        Assert.Equal(["2026-03-02 – 2026-03-08", "2026-03-09 – 2026-03-15"], desk.Arrived.Select(post => post.Days));
        for (var i = 0; i < 2; i++)
        {
            var expected = Expected(tickets, starts[i + 1], starts[i + 2]).Zip(Expected(tickets, starts[i], starts[i + 1])).ToList();
            Assert.Equal(expected.Select(pair => Round(pair.First)), desk.Arrived[i].Figures.Select(figure => Round(figure.Value)));
            Assert.Equal(expected.Select(pair => Round(pair.Second)), desk.Arrived[i].Figures.Select(figure => Round(figure.Before)));
        }
    }

    [Theory]
    [InlineData("UTC")]
    [InlineData("America/New_York")]
    [InlineData("Asia/Kathmandu")]
    public async Task Are_given_again_by_the_question_beside_each(string zone)
    {
        await using var desk = new DigestDesk();
        var dice = new Random(5);
        await desk.Product.HasTicketsAsync([.. Tickets(20260317, 700).Select(t => t with { Given = new() { Category = dice.Next(2) == 0 ? "billing" : "shipping" }, Product = "Widget Pro", Tags = t.CreatedAt < Monday.AddDays(-7) ? ["old-wave"] : ["new-wave"] })]);
        await desk.HasDigestAsync(DayOfWeek.Monday, 9, zone);
        await desk.TickAtAsync(2026, 3, 16, 15);
        var post = Assert.Single(desk.Arrived);
        Assert.NotEmpty(post.Movers);

        var wrong = new List<string>();
        foreach (var (question, value) in post.Figures.Select(f => (f.Question, f.Value)).Concat(post.Movers.Select(m => (m.Question, (double?)m.Tickets))))
        {
            var answer = await desk.Product.InsideAsync(services => services.GetRequiredService<SupportCopilot.Questions.AnswerQuestion>().RunAsync(new(question) { TimeZone = zone }, CancellationToken.None));
            var given = answer.Rows is [[{ } figure, ..], ..] ? Convert.ToDouble(figure, CultureInfo.InvariantCulture) : (double?)null;
            if (answer.Kind is not SupportCopilot.Questions.AnswerKind.Answer || Round(given) != Round(value)) wrong.Add($"{question}: {answer.Kind} {given} instead of {value}; {answer.Text} | {answer.Interpretation} | {string.Join(",", answer.Unplaced)}");
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Count_what_the_channel_may_see_and_nothing_else()
    {
        await using var desk = new DigestDesk();
        await desk.Product.HasTicketsAsync([.. Enumerable.Range(0, 30).Select(i => At($"seen-{i}", Monday.AddDays(-3)) with { Group = new("tier 1", "Tier 1"), Tags = ["seen"] })]);
        await desk.Product.HasTicketsAsync([.. Enumerable.Range(0, 50).Select(i => At($"unseen-{i}", Monday.AddDays(-3)) with { Group = new("tier 2", "Tier 2"), Tags = ["secret"] })]);
        await desk.HasDigestAsync(DayOfWeek.Monday, 9, channel: "tier-1");
        await desk.HasDigestAsync(DayOfWeek.Monday, 9, channel: "everything");
        await desk.Product.DatabaseAsync(async db =>
        {
            db.ConversationScopes.Add(new ConversationScope
            {
                ConversationId = db.Conversations.Single(c => c.Name == "tier-1").Id,
                Kind = ScopeKind.Group,
                Value = db.Groups.Single(g => g.Name == "Tier 1").Id.ToString(CultureInfo.InvariantCulture),
            });
            return await db.SaveChangesAsync();
        });
        await desk.TickAtAsync(2026, 3, 16, 9);

        Assert.Equal([30.0, 80.0], desk.Arrived.Select(post => post.Figures[0].Value!.Value));
        Assert.Equal(["seen"], desk.Arrived[0].Movers.Where(mover => mover.Dimension == "tag").Select(mover => mover.Value));
        Assert.Equal(["secret", "seen"], desk.Arrived[1].Movers.Where(mover => mover.Dimension == "tag").Select(mover => mover.Value));
        Assert.DoesNotContain("secret", System.Text.Json.JsonSerializer.Serialize(desk.Arrived[0]));
    }

    [Fact]
    public async Task Of_a_week_without_tickets_say_so_and_divide_by_nothing()
    {
        await using var desk = new DigestDesk();
        await desk.HasDigestAsync(DayOfWeek.Monday, 9);
        await desk.TickAtAsync(2026, 3, 16, 9);

        var post = Assert.Single(desk.Arrived);
        Assert.Equal("No tickets came in (2026-03-09 – 2026-03-15).", post.Text);
        Assert.Equal([0.0, 0.0, null, null, null, null], post.Figures.Select(figure => figure.Value));
        Assert.Empty(post.Movers);
        Assert.Empty(post.Clusters);
    }

    [Fact]
    public async Task Made_of_few_tickets_say_so()
    {
        await using var desk = new DigestDesk();
        await desk.Product.HasTicketsAsync([.. Enumerable.Range(0, 12).Select(i => At($"t-{i}", Monday.AddDays(-2)) with { FirstReplyMinutes = i < 3 ? 10 * i : null, SlaMet = i < 10 ? true : null, Csat = i == 0 ? 1 : null, SolvedAt = i == 0 ? Monday.AddDays(-1) : null, Status = i == 0 ? TicketStatus.Solved : TicketStatus.Open })]);
        await desk.HasDigestAsync(DayOfWeek.Monday, 9);
        await desk.TickAtAsync(2026, 3, 16, 9);

        var figures = Assert.Single(desk.Arrived).Figures;
        Assert.Equal([null, null, "from 3 tickets only", "from one ticket only", null, "from one ticket only"], figures.Select(figure => figure.Note));
        Assert.Equal([12, 11, 3, 1, 10, 1], figures.Select(figure => figure.Tickets));
    }

    [Fact]
    public async Task Name_what_moved_by_more_than_chance_and_nothing_that_chance_explains()
    {
        await using var desk = new DigestDesk();
        // category: this week, the week before
        foreach (var (category, now, before) in new[] { ("billing", 40, 8), ("shipping", 30, 24), ("account", 5, 60), ("product", 9, 0), ("feature", 12, 11) })
        {
            await desk.Product.HasTicketsAsync([.. Enumerable.Range(0, now).Select(i => At($"{category}-now-{i}", Monday.AddDays(-4)) with { Given = new() { Category = category } })]);
            await desk.Product.HasTicketsAsync([.. Enumerable.Range(0, before).Select(i => At($"{category}-before-{i}", Monday.AddDays(-11)) with { Given = new() { Category = category } })]);
        }

        await desk.HasDigestAsync(DayOfWeek.Monday, 9);
        await desk.TickAtAsync(2026, 3, 16, 9);

        var post = Assert.Single(desk.Arrived);
        Assert.Equal([("account", 5, 60), ("billing", 40, 8)], post.Movers.Select(mover => (mover.Value, mover.Tickets, mover.Before)));
        Assert.All(post.Movers, mover => Assert.Equal("chance alone would do this less than once in 1,000 weeks", mover.Note));
        Assert.Equal("96 tickets came in (2026-03-09 – 2026-03-15), 7 fewer than in the week before. Category account fell from 60 to 5.", post.Text);
    }

    [Fact]
    public async Task Are_what_the_command_prints_without_posting_anything()
    {
        await using var desk = new DigestDesk();
        await desk.Product.HasTicketsAsync([At("one", Monday.AddDays(-2))]);
        var id = await desk.HasDigestAsync(DayOfWeek.Monday, 9);
        desk.Clock.Set(new(2026, 3, 16, 8, 0, 0, TimeSpan.Zero));

        var text = await desk.Product.InsideAsync(services => services.GetRequiredService<PreviewDigest>().RunAsync(id, CancellationToken.None));
        Assert.StartsWith("The week in figures: general, 2026-03-09 – 2026-03-15 (UTC)", text);
        Assert.Contains("One ticket came in (2026-03-09 – 2026-03-15), 1 more than in the week before.", text);
        Assert.Contains("Median first reply       none", text);
        Assert.Empty(desk.Arrived);
    }

    /// <summary>New, open at the end, median first reply, median resolution, SLA, CSAT.</summary>
    private static double?[] Expected(IReadOnlyList<IncomingTicket> tickets, DateTime from, DateTime to)
    {
        bool In(DateTime? at) => at >= from && at < to;
        var created = tickets.Where(t => In(t.CreatedAt)).ToList();
        var solved = tickets.Where(t => t.Status == TicketStatus.Solved && In(t.SolvedAt)).ToList();
        return
        [
            created.Count,
            tickets.Count(t => t.CreatedAt < to && (t.Status != TicketStatus.Solved || t.SolvedAt >= to)),
            Median(created.Select(t => (double?)t.FirstReplyMinutes)),
            Median(solved.Select(t => t.ResolutionMinutes / 60.0)),
            Mean(created.Select(t => t.SlaMet is { } met ? met ? 1.0 : 0.0 : (double?)null)),
            Mean(solved.Select(t => t.Csat)),
        ];
    }

    private static double? Median(IEnumerable<double?> values)
    {
        var sorted = values.OfType<double>().Order().ToList();
        return sorted.Count == 0 ? null : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    private static double? Mean(IEnumerable<double?> values) => values.Average();

    private static double? Round(double? value) => value is { } known ? Math.Round(known, 6) : null;

    private static IReadOnlyList<IncomingTicket> Tickets(int seed, int count)
    {
        var dice = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var created = new DateTime(2026, 2, 16, 0, 0, 0, DateTimeKind.Utc).AddMinutes(dice.Next(35 * 24 * 60));
            var isSolved = dice.Next(3) > 0;
            var resolution = dice.Next(1, 9000);
            return At($"t-{i}", created) with
            {
                Status = isSolved ? TicketStatus.Solved : TicketStatus.Open,
                FirstReplyMinutes = dice.Next(5) > 0 ? dice.Next(1, 600) : null,
                ResolutionMinutes = isSolved ? resolution : null,
                SolvedAt = isSolved ? created.AddMinutes(resolution) : null,
                SlaMet = dice.Next(4) > 0 ? dice.Next(3) > 0 : null,
                Csat = isSolved && dice.Next(3) == 0 ? dice.Next(2) : null,
            };
        })];
    }

    private static IncomingTicket At(string id, DateTime created) => new("file", id)
    {
        Subject = id,
        Status = TicketStatus.Open,
        CreatedAt = created,
        Comments = [new("0", "words")],
    };
}
