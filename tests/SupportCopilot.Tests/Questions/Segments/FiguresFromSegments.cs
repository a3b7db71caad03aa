using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Planning;
using SupportCopilot.Questions.Running;
using SupportCopilot.Questions.Running.Splitting;
using SupportCopilot.Questions.Segments;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Questions.Segments;

/// <summary>Whatever was changed since segments were made, they and the changed tickets' rows give what the rows alone give.</summary>
public sealed class FiguresFromSegments(QuestionDesk desk) : IClassFixture<QuestionDesk>
{
    // Small, so that a desk of some hundred tickets has a dozen segments; everything is kept up, whatever changed.
    private static readonly SegmentSizes Small = new(64, 1, 100_000), None = new(64, 1, -1);

    private static readonly string[] Zones = [QuestionDesk.Zone, "UTC", "Asia/Kolkata", "America/St_Johns", "Australia/Lord_Howe"];

    // In short segments every column has few values and is coded; in long ones instants and durations are offsets.
    [Theory]
    [InlineData(64)]
    [InlineData(5_000)]
    public async Task Are_those_of_the_rows_while_tickets_change(int rowsOfSegment)
    {
        await LoseAsync();
        var (different, told, tried) = (new List<string>(), 0, 0);
        for (var round = 0; round < 6; round++)
        {
            await ChangeAsync(round);
            if (round % 3 != 2) await KeepAsync(sizes: Small with { Rows = rowsOfSegment });
            foreach (var plan in Plans(90, 100 + round))
            {
                var sight = await SightAsync(tried++);
                var (rows, segments) = (await RunAsync(plan, None, sight, 1), await RunAsync(plan, Small, sight, 1 + tried % 3));
                Assert.Equal("tickets", rows.From);
                if (segments.From == "rollup") told++;
                if (Text(rows) != Text(segments)) different.Add($"round {round}: {SupportCopilot.Questions.Parsing.ReadQuestion.Key(plan)}\n{Text(rows)}\n— but segments:\n{Text(segments)}");
            }
        }

        Assert.True(different.Count == 0, $"{different.Count} of {tried} ({told} told by segments):\n{string.Join('\n', different.Take(3))}");
        Assert.True(told > tried / 2, $"Segments told {told} of {tried}.");
        await LoseAsync();
    }

    [Fact]
    public async Task Are_not_used_where_too_much_changed_or_the_program_has_other_columns()
    {
        var plan = new Plan([new("tickets", "created")]) { GroupBy = ["category"] };
        await KeepAsync();
        Assert.Equal("rollup", (await RunAsync(plan, Small, Visibility.Everything, 1)).From);
        await WriteAsync("UPDATE Tickets SET Status = 'pending' WHERE TenantId = $0 AND Status = 'hold'");
        Assert.Equal("tickets", (await RunAsync(plan, Small with { MostChanged = 2 }, Visibility.Everything, 1)).From);
        Assert.Equal("rollup", (await RunAsync(plan, Small, Visibility.Everything, 1)).From);

        await WriteAsync("UPDATE Segments SET Shape = 1 WHERE TenantId = $0 AND Number = 2");
        Assert.Equal("tickets", (await RunAsync(plan, Small, Visibility.Everything, 1)).From);
        await KeepAsync();
        Assert.Equal("rollup", (await RunAsync(plan, Small, Visibility.Everything, 1)).From);
    }

    [Fact]
    public async Task Are_there_again_after_all_segments_are_lost()
    {
        await KeepAsync();
        await LoseAsync();
        var plan = new Plan([new("tickets", "created")]) { GroupBy = ["tag"] };
        var before = await RunAsync(plan, Small, Visibility.Everything, 1);
        Assert.True(await KeepAsync() > 5);
        var after = await RunAsync(plan, Small, Visibility.Everything, 1);

        Assert.Equal(("tickets", "rollup"), (before.From, after.From));
        Assert.Equal(Text(before), Text(after));
    }

    [Fact]
    public async Task Are_right_after_the_upkeep_was_cancelled_half_way()
    {
        await KeepAsync();
        await WriteAsync("UPDATE Tickets SET Channel = 'fax' WHERE TenantId = $0 AND Id % 3 = 0");
        using var stop = new CancellationTokenSource();
        var segments = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => desk.InsideAsync(services => ActivatorUtilities.CreateInstance<KeepSegments>(services, Small).RunAsync(() =>
        {
            if (++segments == 3) stop.Cancel();
            return Task.CompletedTask;
        }, stop.Token)));
        var plan = new Plan([new("medianReplies", "created")]) { GroupBy = ["channel"] };
        var told = await RunAsync(plan, Small, Visibility.Everything, 1);

        Assert.Equal((3, "rollup"), (segments, told.From));
        Assert.Contains(told.Rows, row => row[0] is "fax");
        Assert.Equal(Text(await RunAsync(plan, None, Visibility.Everything, 1)), Text(told));
    }

    [Fact]
    public async Task End_where_the_question_is_cancelled()
    {
        await KeepAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => desk.InsideAsync(services =>
            ActivatorUtilities.CreateInstance<RunPlan>(services, Small, KeptAnswers.None).RunAsync(new Plan([new("tickets", "created")]) { GroupBy = ["tag"] }, new CancellationToken(true))));
    }

    [Fact]
    public async Task Work_off_what_tickets_owe_makes_them()
    {
        await using var product = new Product();
        await product.InitializeAsync();
        await product.HasTicketsAsync([.. desk.Tickets.Take(400)]);
        await product.WorkOffAsync();

        Assert.True(await product.DatabaseAsync(db => Task.FromResult(db.Segments.Sum(segment => segment.Rows))) > 300);
        Assert.Equal(0, await product.DatabaseAsync(db => Task.FromResult(db.ChangedTickets.Count())));
    }

    [Fact]
    public async Task Another_desks_tickets_are_in_none_of_them()
    {
        await KeepAsync();
        await KeepAsync("rival-desk");
        var rivals = await desk.InsideAsync(services => ActivatorUtilities.CreateInstance<RunPlan>(services, Small, KeptAnswers.None).RunAsync(new Plan([new("tickets", "created")]), CancellationToken.None), "rival-desk");
        Assert.Equal("rollup", rivals.From);
        Assert.True(rivals.Tickets is > 30 and <= 50);
    }

    private static IEnumerable<Plan> Plans(int count, int seed)
    {
        var dice = new Random(seed);
        foreach (var plan in RandomPlans.Of(count, seed))
        {
            var made = plan with { TimeZone = Zones[dice.Next(Zones.Length)] };
            if (dice.Next(5) == 0 && made.GroupBy.Count < 2 && made.Grain is null && made.Measures[0].Clock != "open") made = made with { GroupBy = [.. made.GroupBy, dice.Next(2) == 0 ? "hourOfDay" : "sla"] };
            if (dice.Next(4) == 0 && made.GroupBy.Count > 0 && made.Measures[0].Clock != "open") made = made with { Limit = dice.Next(1, 4) };
            if (dice.Next(4) == 0 && made is { From: { } from, To: { } to }) made = made with { Compare = "previousPeriod", Before = new(from - (to - from), from, "before") };
            if (dice.Next(6) == 0) made = made with { Filters = [.. made.Filters, new PlanFilter("weekday", dice.Next(2) == 0 ? "is" : "isNot", ["Monday", "Sunday"])] };
            if (dice.Next(6) == 0 && made is { Grain: not null, Compare: null, From: { } first } && made.Measures[0].Clock != "open") made = made with { Grain = "hour", To = first.AddDays(9) };
            if (CheckPlan.ProblemOf(made) is null) yield return made;
        }

        foreach (var by in (string[][])[[], ["category"], ["tag"], ["agent", "channel"]])
            foreach (var grain in (string?[])[null, "week", "month"])
            {
                var to = QuestionDesk.AsOf.AddDays(-seed % 7 * 5);
                yield return new Plan([new("open", "open")]) { From = grain is null ? null : to.AddDays(-150), To = to, GroupBy = by, Grain = grain, TimeZone = QuestionDesk.Zone, Filters = seed % 2 == 0 ? [] : [new("priority", "notEmpty", [])] };
                if (grain is null) yield return new Plan([new("open", "open")]) { GroupBy = by, TimeZone = "UTC" };
                else yield return new Plan([new(seed % 2 == 0 ? "tickets" : "replies", "created")]) { From = to.AddDays(-90), To = to, GroupBy = by, Grain = grain, Running = true, TimeZone = QuestionDesk.Zone };
            }

        foreach (var measure in Catalog.Measures.Where(measure => measure.Clock is "created" or "solved" && measure.Unit is not "instant").Skip(seed % 3).Where((_, i) => i % 3 == 0))
            yield return new Plan([new(measure.Name, measure.Clock)]) { To = QuestionDesk.AsOf, Grain = "month", GroupBy = ["tag"], TimeZone = QuestionDesk.Zone };
    }

    /// <summary>Tickets come, change, lose their tags, are given what triage thinks, and are deleted.</summary>
    private async Task ChangeAsync(int round)
    {
        if (round == 0) return;
        var changed = desk.Tickets.Where((_, i) => i % 23 == round).Select((t, i) => t with
        {
            Status = i % 5 == 0 ? TicketStatus.Deleted : i % 2 == 0 ? TicketStatus.Solved : TicketStatus.Open,
            CreatedAt = i % 7 == 0 ? t.CreatedAt?.AddDays(-30) : t.CreatedAt,
            SolvedAt = QuestionDesk.AsOf.AddHours(-i),
            Replies = 9,
            Channel = "letter",
            Tags = i % 3 == 0 ? [] : ["vip", $"round{round}"],
        });
        var further = desk.Tickets.Take(40).Select((t, i) => t with { ExternalId = $"r{round}-{i}" });
        await desk.HasTicketsAsync([.. changed, .. further]);
        await WriteAsync($"UPDATE Tickets SET PredictedCategory = 'account' WHERE TenantId = $0 AND GivenCategory IS NULL AND Id % 6 = {round}");
        await WriteAsync($"DELETE FROM TicketTags WHERE TenantId = $0 AND TicketId % 31 = {round}");
    }

    private Task LoseAsync() =>
        WriteAsync("DELETE FROM SegmentColumns WHERE TenantId = $0; DELETE FROM Segments WHERE TenantId = $0; INSERT OR REPLACE INTO ChangedTickets SELECT TenantId, Id, 0 FROM Tickets WHERE TenantId = $0");

    private Task<int> KeepAsync(string tenant = Product.Tenant, SegmentSizes? sizes = null) => desk.InsideAsync(services => ActivatorUtilities.CreateInstance<KeepSegments>(services, sizes ?? Small).RunAsync(() => Task.CompletedTask, CancellationToken.None), tenant);

    private async Task<Visibility> SightAsync(int n) => n % 4 != 0 ? Visibility.Everything
        : await desk.DatabaseAsync(db => Task.FromResult(new Visibility([.. db.Groups.Where(g => g.Name == "Billing" || g.Name == "Devices").Select(g => g.Id)], [], n % 8 == 0 ? ["Northbay"] : [])));

    private Task<PlanRun> RunAsync(Plan plan, SegmentSizes sizes, Visibility sight, int threads) => desk.InsideAsync(services =>
        ActivatorUtilities.CreateInstance<RunPlan>(services, sizes, new ScanParts(threads, 0), KeptAnswers.None).RunAsync(plan, sight, CancellationToken.None));

    private async Task WriteAsync(string sql)
    {
        var tenant = await desk.InsideAsync(services => Task.FromResult(services.GetRequiredService<CurrentTenant>().Id));
        await using var file = new SqliteConnection($"Data Source={Path.Combine(desk.DataDirectory, "supportcopilot.db")};Pooling=False");
        await file.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = file.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$0", tenant);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private static string Text(PlanRun run) => string.Join('\n', run.Rows.Select(row => string.Join(" | ", row.Select(cell => cell is double number ? number.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture) : cell?.ToString() ?? "none"))).Order(StringComparer.Ordinal)
        .Append($"total {run.Total:0.####}, before {run.TotalBefore:0.####}, {run.Tickets} tickets, {string.Join(',', run.Sample)}, {run.Groups} groups, {run.TiedWithLast} tied, {string.Join(',', run.TicketsPerRow.Order())}"));
}
