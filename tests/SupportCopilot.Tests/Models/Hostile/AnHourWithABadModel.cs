using SupportCopilot.Access;
using SupportCopilot.Tests.Models.Hostile.Harness;
using SupportCopilot.Tests.Replies;
using SupportCopilot.Tests.Replies.Rewriting;

namespace SupportCopilot.Tests.Models.Hostile;

public sealed class AnHourWithABadModel
{
    [Fact]
    public async Task Shows_the_agent_something_true_within_three_seconds_all_the_time()
    {
        await using var product = await ModelProduct.StartAsync("SupportCopilot:RateLimits:RequestsPerMinute=100000", "SupportCopilot:ModelGate:CallsPerMinute:agent=100000", "SupportCopilot:Models:0:TrySeconds=1", "SupportCopilot:Models:0:TotalSeconds=2");
        var (first, _) = await product.HasSuggestionAsync();
        var second = await product.HasTicketAsync(Sidebar.Ticket("Plan", "How much is the Pro plan a month, and how many seats does it cover?"));
        var third = await product.HasTicketAsync(Sidebar.Ticket("Colour", "Which colour has the moon tonight?"));
        await product.IndexAsync();
        using var agent = product.As(Role.Agent);
        var fire = new SidebarUnderFire(agent, new BadModel(product.Model), [first, second, third], 4, TimeSpan.FromMilliseconds(20));

        // Some seconds of it; the benchmark model-hour takes as long as one likes.
        await fire.RunAsync(TimeSpan.FromSeconds(6), TimeSpan.FromSeconds(1.2), TestContext.Current.CancellationToken);

        Assert.DoesNotContain(fire.All, seen => seen.Wrong is not null);
        Assert.Equal(Enum.GetValues<Turn>(), fire.All.Where(seen => seen.What == "assist").Select(seen => seen.Turn).Distinct().Order());
        Assert.InRange(fire.All.Where(seen => seen.What == "assist").Max(seen => seen.Time), TimeSpan.Zero, TimeSpan.FromSeconds(3));
        Assert.Contains(fire.All, seen => seen.What == "written");
        Assert.Contains(fire.All, seen => seen.What == "rewritten");
    }
}
