using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Estimates;
using SupportCopilot.Questions.Parsing;
using SupportCopilot.Questions.Planning;
using SupportCopilot.Questions.Running;

namespace SupportCopilot.Tests.Questions.Estimates;

/// <summary>What a sample says of any plan.</summary>
public sealed class EstimatedPlans(LargeDesk desk) : IClassFixture<LargeDesk>
{
    [Fact]
    public async Task Hold_the_true_figures_within_their_bounds_in_95_of_100()
    {
        var (tried, missed, shapes) = (0, new List<string>(), new HashSet<string>());
        foreach (var (plan, n) in RandomPlans.Of(320, 11).Select((plan, n) => (plan, n)))
        {
            if (await EstimateAsync(plan, 2 + n % 5) is not { } made) continue;
            var truth = await desk.InsideAsync(services => services.GetRequiredService<RunPlan>().RunAsync(plan, CancellationToken.None));
            tried++;
            shapes.Add($"{Catalog.Measure(plan.Measures[0].Name).Over}/{plan.GroupBy.Count}/{plan.Grain is not null}");
            if (MissedBy(made, truth) is { } missing) missed.Add($"{missing}\n  {ReadQuestion.Key(plan)}");
        }

        Assert.True(tried > 120 && shapes.Count > 12, $"Only {tried} plans of {shapes.Count} shapes were estimated.");
        Assert.True(missed.Count <= tried * 0.05, $"{missed.Count} of {tried} missed:\n{string.Join('\n', missed.Take(8))}");
    }

    [Fact]
    public async Task Are_neither_too_high_nor_too_low_on_the_whole()
    {
        var plan = new Plan([new("tickets", "created")]) { TimeZone = QuestionDesk.Zone };
        var off = new List<double>();
        foreach (var category in (string[])["billing", "technical", "account", "shipping", "feature"])
            foreach (var channel in (string[])["email", "web", "chat", "phone"])
                foreach (var oneIn in (int[])[3, 5, 8])
                {
                    var one = plan with { Filters = [new("category", "is", [category]), new("channel", "is", [channel])] };
                    var made = (await EstimateAsync(one, oneIn))!;
                    var truth = await desk.InsideAsync(services => services.GetRequiredService<RunPlan>().RunAsync(one, CancellationToken.None));
                    off.Add(made.First[0]!.Value.Value / truth.Tickets - 1);
                }

        Assert.InRange(off.Average(), -0.045, 0.045);   // three standard errors of sixty estimates of about 300 tickets each
        Assert.Contains(off, one => one > 0);
        Assert.Contains(off, one => one < 0);
    }

    [Theory]
    [InlineData("oldestOpenAgeHours", "open")]
    [InlineData("requesters", "created")]
    [InlineData("agents", "created")]
    [InlineData("organizations", "created")]
    public async Task Are_none_where_a_sample_says_nothing(string measure, string clock) =>
        Assert.Null(await EstimateAsync(new Plan([new(measure, clock)]) { TimeZone = QuestionDesk.Zone }, 3));

    [Fact]
    public async Task Are_none_of_which_groups_come_first()
    {
        var plan = new Plan([new("tickets", "created")]) { TimeZone = QuestionDesk.Zone, GroupBy = ["agent"] };

        Assert.NotNull(await EstimateAsync(plan, 3));
        Assert.Null(await EstimateAsync(plan with { Limit = 3 }, 3));
        Assert.Null(await EstimateAsync(plan with { Having = new("moreThan", 10) }, 3));
    }

    [Fact]
    public async Task Say_nothing_of_a_mean_whose_sample_is_small_for_its_skewness() =>
        Assert.Null(await EstimateAsync(new Plan([new("averageResolutionHours", "solved")]) { TimeZone = QuestionDesk.Zone, Filters = [new("organization", "is", ["Contoso"]), new("tag", "is", ["vip"])] }, 12));

    private Task<Estimate?> EstimateAsync(Plan plan, int oneIn) => desk.InsideAsync(services => services.GetRequiredService<EstimatePlan>().RunAsync(plan, oneIn, CancellationToken.None));

    private static string? MissedBy(Estimate made, PlanRun truth)
    {
        var labels = truth.Columns.Count(column => column.Role == "dimension");
        string Place(IReadOnlyList<object?> row) => string.Join(" | ", row.Take(labels).Select(label => label?.ToString() ?? "(none)"));
        var known = truth.Rows.ToDictionary(Place);
        foreach (var row in made.Rows)
        {
            if (row[labels] is null) continue;
            var (low, high) = (Number(row[labels + 1]), Number(row[labels + 2]));
            if (known.GetValueOrDefault(Place(row))?[labels] is not { } cell) return $"{Place(row)}: no such figure";
            if (Number(cell) < low - 1e-6 || Number(cell) > high + 1e-6) return $"{Place(row)}: {cell} not in {low}–{high} (about {row[labels]})";
        }

        return null;
    }

    private static double Number(object? cell) => Convert.ToDouble(cell, CultureInfo.InvariantCulture);
}
