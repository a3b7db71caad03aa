using SupportCopilot.Access;
using SupportCopilot.Replies;

namespace SupportCopilot.Tests.Replies;

public sealed class ManySidebarsAtOnce : IAsyncLifetime
{
    private readonly Product product = Product.With();

    [Fact]
    public async Task Are_all_answered_alike()
    {
        await product.HasTicketAsync(Sidebar.Ticket("Export", "The export to Excel fails with error 500."));
        var ticket = await product.HasTicketAsync(Sidebar.Ticket("Export again", "The export to Excel still fails with error 500."));
        await product.WorkOffAsync();
        using var agent = product.As(Role.Agent);
        var alone = await agent.GetAsync<Assistance>($"/api/tickets/{ticket}/assist");

        var seen = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => agent.GetAsync<Assistance>($"/api/tickets/{ticket}/assist")));

        Assert.All(seen, one => Assert.Equal((alone.Similar.Count, alone.Duplicates.Count, alone.Reply.SilentBecause), (one.Similar.Count, one.Duplicates.Count, one.Reply.SilentBecause)));
    }

    public ValueTask InitializeAsync() => product.InitializeAsync();

    public ValueTask DisposeAsync() => product.DisposeAsync();
}
