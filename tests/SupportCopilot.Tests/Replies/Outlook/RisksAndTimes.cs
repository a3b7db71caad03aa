using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Replies;
using SupportCopilot.Replies.Outlook;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Replies.Outlook;

/// <summary>A desk where shipping tickets take two days and often come back, and billing tickets take an hour and seldom do.</summary>
public sealed class RisksAndTimes : IAsyncLifetime
{
    private static readonly DateTime Now = TimeProvider.System.GetUtcNow().UtcDateTime;
    private readonly Product product = Product.With();

    [Fact]
    public async Task Are_told_from_the_desks_own_done_tickets_with_reasons_and_figures()
    {
        await HasHistory();
        var shipping = await product.HasTicketAsync(Open("shipping"));
        var billing = await product.HasTicketAsync(Open("billing"));

        var (slow, quick) = (await product.AssistAsync(shipping), await product.AssistAsync(billing));

        Assert.True(slow.Risk!.Chance > 2 * quick.Risk!.Chance, $"{slow.Risk.Chance} against {quick.Risk.Chance}");
        Assert.Contains(slow.Risk.Reasons, reason => reason.Contains("category shipping go wrong more often", StringComparison.Ordinal));
        Assert.True(slow.Risk.Judged!.Brier < slow.Risk.Judged.NaiveBrier);
        Assert.True(slow.ExpectedResolution!.At > quick.ExpectedResolution!.At.AddHours(12));
        Assert.InRange(slow.ExpectedResolution.Judged!.Coverage, 0.70, 0.90);
        Assert.True(slow.ExpectedResolution.Judged.MedianFactor < slow.ExpectedResolution.Judged.NaiveMedianFactor);
    }

    [Fact]
    public async Task Are_not_told_of_a_done_ticket_nor_where_too_few_are_done()
    {
        var early = await product.AssistAsync(await product.HasTicketAsync(Open("billing")));
        Assert.Null(early.Risk);
        Assert.Null(early.ExpectedResolution);

        await HasHistory();
        var done = await product.AssistAsync(await product.HasTicketAsync(Open("billing") with { Status = TicketStatus.Solved }));
        Assert.Null(done.Risk);
    }

    [Fact]
    public async Task A_ticket_that_waits_already_is_expected_later_than_now()
    {
        await HasHistory();
        var late = await product.AssistAsync(await product.HasTicketAsync(Open("billing") with { CreatedAt = Now.AddDays(-40) }));

        Assert.True(late.ExpectedResolution!.At >= Now.AddMinutes(-1));
    }

    [Fact]
    public async Task Random_outcomes_are_told_apart_by_nothing()
    {
        var random = new Random(3);
        var facts = Enumerable.Range(0, 2000).Select(i => new TicketFacts(
            i, DateTime.UnixEpoch.AddHours(i), new Dictionary<string, string> { ["category"] = $"c{random.Next(5)}", ["channel"] = $"h{random.Next(3)}" },
            random.Next(10, 5000), random.Next(10) == 0)).ToList();

        var model = LearnFromDone.From(facts);

        Assert.InRange(model.Risk!.Figures.Brier - model.Risk.Figures.NaiveBrier, -0.001, 0.01);
        Assert.InRange(model.Time!.Figures.Coverage, 0.74, 0.86);
        await Task.CompletedTask;
    }

    [Fact]
    public async Task Who_sees_only_a_part_of_the_desk_is_told_no_figures_of_the_whole()
    {
        await HasHistory();
        var ticket = await product.HasTicketAsync(Open("shipping") with { Brand = "north" });
        await product.HasScopeAsync("limited", brands: ["north"]);

        var seen = await product.As(Role.Agent | Role.Analyst, user: "limited").GetAsync<Assistance>($"/api/tickets/{ticket}/assist");

        Assert.Null(seen.Risk!.Judged);
        Assert.All(seen.Risk.Reasons, reason => Assert.DoesNotContain("%", reason, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await product.As(Role.Analyst, user: "limited").GetAsync("/api/outlook", TestContext.Current.CancellationToken)).StatusCode);
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await product.DisposeAsync();

    private async Task HasHistory()
    {
        var random = new Random(1);
        var tickets = Enumerable.Range(0, 1000).Select(i =>
        {
            var isShipping = i % 2 == 0;
            var minutes = (int)((isShipping ? 2880 : 60) * Math.Exp(random.NextDouble() - 0.5));
            var at = Now.AddDays(-100).AddHours(i);
            return new IncomingTicket("file", $"done-{i}")
            {
                Subject = "Order",
                Status = TicketStatus.Solved,
                CreatedAt = at,
                SolvedAt = at.AddMinutes(minutes),
                ResolutionMinutes = minutes,
                Reopens = random.NextDouble() < (isShipping ? 0.5 : 0.05) ? 1 : 0,
                Given = new TriageValues { Category = isShipping ? "shipping" : "billing" },
                Comments = [new IncomingComment("0", "Words.")],
            };
        }).ToList();
        foreach (var ticket in tickets.Chunk(200)) await product.HasTicketsAsync(ticket);
        Assert.True(await product.InsideAsync(services => services.GetRequiredService<LearnOutlook>().IsDueAsync(CancellationToken.None)));
        await product.InsideAsync(services => services.GetRequiredService<LearnOutlook>().RunAsync(CancellationToken.None));
        Assert.False(await product.InsideAsync(services => services.GetRequiredService<LearnOutlook>().IsDueAsync(CancellationToken.None)));
    }

    private static IncomingTicket Open(string category) => new("file", Guid.NewGuid().ToString("N"))
    {
        Subject = "Where is it?",
        Status = TicketStatus.Open,
        CreatedAt = Now.AddMinutes(-5),
        Given = new TriageValues { Category = category },
        Comments = [new IncomingComment("0", "Where is it?")],
    };
}
