using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SupportCopilot.Access;
using SupportCopilot.Databases.SqlServer;
using SupportCopilot.Questions.Answers;
using SupportCopilot.Questions.Compiling;
using SupportCopilot.Questions.Dates;
using SupportCopilot.Questions.Parsing;
using SupportCopilot.Questions.Planning;
using SupportCopilot.Questions.Running;
using SupportCopilot.Questions.Running.Splitting;
using SupportCopilot.Questions.Segments;
using SupportCopilot.Questions.Segments.Columns;
using SupportCopilot.Questions.Values;
using SupportCopilot.Storage;
using SupportCopilot.Tests.House;

namespace SupportCopilot.Tests.Questions;

/// <summary>What holds for every plan there can be.</summary>
public sealed class AnyPlan(QuestionDesk desk) : IClassFixture<QuestionDesk>
{
    /// <summary>Added up by the program over the rows, and by the database, whose statements SQL Server gets nearly word for word.</summary>
    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task Gives_what_counting_by_hand_gives(bool byTheDatabase, bool inParts)
    {
        var shapes = new HashSet<string>();
        foreach (var plan in RandomPlans.Of(400, 5))
        {
            var run = await desk.InsideAsync(services => RunOf(services, byTheDatabase, inParts).RunAsync(plan, CancellationToken.None));
            var expected = CountedByHand.Of(plan, desk.Live);
            var labels = run.Columns.Count(column => column.Role == "dimension");
            var isZero = plan.Measures[0].Name is "tickets" or "solved" or "open" or "reopened" or "oneTouch" or "escalations" or "comments" or "replies" or "requesters" or "agents" or "organizations" || plan.Measures[0] is { Name: "share", Part.Count: 0 };
            var got = run.Rows.ToDictionary(row => string.Join(" | ", row.Take(labels).Select(label => label?.ToString() ?? "(none)")), row => row[^1] is { } cell ? Convert.ToDouble(cell, CultureInfo.InvariantCulture) : (double?)null);
            foreach (var key in expected.Keys.Union(got.Keys))
            {
                var (want, have) = (expected.GetValueOrDefault(key) ?? (isZero ? 0 : null), got.GetValueOrDefault(key) ?? (isZero ? 0 : null));
                Assert.True(want is null && have is null || want is { } a && have is { } b && Math.Abs(a - b) < 0.0001, $"{key}: by hand {want}, got {have}\n{ReadQuestion.Key(plan)}");
            }

            shapes.Add($"{plan.Measures[0].Name}/{plan.GroupBy.Count}/{plan.Grain is not null}");
        }

        Assert.True(shapes.Count > 90, $"Only {shapes.Count} shapes were tried.");
    }

    [Fact]
    public async Task Adds_up_where_its_measure_does()
    {
        foreach (var plan in RandomPlans.Of(200, 6).Where(plan => plan.Measures[0].Name is "tickets" or "solved" or "replies" or "reopened" or "oneTouch" or "escalations" or "comments" && !plan.GroupBy.Contains("tag")))
        {
            var run = await desk.InsideAsync(services => services.GetRequiredService<RunPlan>().RunAsync(plan, CancellationToken.None));
            Assert.Equal(run.Total, run.Rows.Sum(row => Convert.ToDouble(row[^1], CultureInfo.InvariantCulture)));
        }
    }

    /// <summary>What a choice asks is read as that choice.</summary>
    [Fact]
    public async Task Is_read_again_from_its_own_words()
    {
        var (values, _) = await desk.InsideAsync(services => services.GetRequiredService<ValuesInSight>().ForAsync([], atOnce: false, CancellationToken.None));
        var context = new PlanContext(new DateContext(Instant.FromDateTimeUtc(QuestionDesk.AsOf), DateTimeZoneProviders.Tzdb[QuestionDesk.Zone]), true);
        var (said, failed) = (0, new List<string>());
        foreach (var plan in RandomPlans.Of(400, 7).Where(plan => plan.Measures[0].Clock != "open" && plan.Measures[0].Part.Count == 0 && plan.Measures[0].Name != "share" && plan.To <= QuestionDesk.AsOf).Select(WithDays))
        {
            if (PlanWords.Of(plan) is not { } words) continue;
            said++;
            var read = ReadQuestion.Of(words, values, context);
            var again = read.Readings.Count == 0 ? null : read.Readings[0].Plan;
            if (again is null || Normal(again) != Normal(plan)) failed.Add($"{words}\n  {Normal(plan)}\n  {(again is null ? string.Join(',', read.Unplaced) + read.Problem : Normal(again))}");
        }

        Assert.True(failed.Count == 0, $"{failed.Count} of {said}:\n{string.Join('\n', failed.Take(12))}");
        Assert.True(said > 100);
    }

    [Fact]
    public async Task Is_TSql_that_others_can_read()
    {
        var compiler = new PlanCompiler(new CompileContext(1, new Visibility([1, 2], [3], ["Northbay"]), new SqlServerDialect(), NameIds.None));
        var statements = new List<string>();
        foreach (var plan in RandomPlans.Of(45, 8))
        {
            var measure = plan.Measures[0];
            var slice = new Slice(plan.From, plan.To, plan.GroupBy) { MostRows = 500, Buckets = plan.Grain is null ? null : Buckets.Of(plan.Grain, DateTimeZoneProviders.Tzdb[plan.TimeZone], Instant.FromDateTimeUtc(plan.From!.Value), Instant.FromDateTimeUtc(plan.To!.Value)) };
            statements.Add((measure.Clock == "open" && slice.Buckets is not null ? compiler.OpenSteps(plan, measure, slice) : compiler.Figures(plan, measure, slice)).Text);
            if (statements.Count % 4 == 0)
            {
                statements.Add(compiler.Count(plan, measure, slice with { Buckets = null }, null).Text);
                statements.Add(compiler.List(plan, measure, slice with { Buckets = null }, null, new ListMark(5, 7), 50).Text);
                statements.Add(compiler.Extent(plan, measure with { Clock = "created" }, slice with { Buckets = null }).Text);
            }
        }

        Assert.All(statements, text => Assert.Matches(@"t\.TenantId = @p\d+\s+AND t\.Status <> 'deleted'\s+AND t\.GroupId IN", text));
        // The parser takes seconds for each: the first dozen holds every kind of statement.
        var (exitCode, output) = await SqlServerScriptTests.ParseAsync(string.Join(";\n", statements.Take(12)) + ";\n");
        Assert.True(exitCode == 0 && !output.Contains("unparsable", StringComparison.OrdinalIgnoreCase), output[..Math.Min(output.Length, 4000)]);
    }

    private static RunPlan RunOf(IServiceProvider services, bool byTheDatabase, bool inParts) => new(
        services.GetRequiredService<SupportDbContext>(), services.GetRequiredService<CurrentTenant>(), services.GetRequiredService<CurrentCaller>(),
        byTheDatabase ? new AddedUpByTheDatabase(services.GetRequiredService<ISqlDialect>()) : services.GetRequiredService<ISqlDialect>(),
        services.GetRequiredService<PlanNames>(), inParts ? new ScanParts(3, 0) : ScanParts.ByProcessors, KeptAnswers.None, SegmentSizes.Usual, services.GetRequiredService<KeptColumns>());

    private static Plan WithDays(Plan plan) => plan.From is not { } from || plan.To is not { } to ? plan with { From = null, To = null }
        : plan with { Days = $"{Tables.Expecting.Day(from)} – {Tables.Expecting.Day(to.AddTicks(-1))}" };

    private static string Normal(Plan plan) => ReadQuestion.Key(plan with
    {
        Filters = [.. plan.Filters.Select(filter => filter with { Values = [.. filter.Values.Order()] }).OrderBy(filter => filter.Field).ThenBy(filter => filter.Op)],
    });
}
