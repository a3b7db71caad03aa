using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.DemoDesk;
using SupportCopilot.Host.Commands;
using SupportCopilot.Host.Jobs;

namespace SupportCopilot.Tests.DemoDesk;

/// <summary>What a server does when it starts on an empty database.</summary>
public sealed class FirstStartTests
{
    [Theory]
    [InlineData(5000, "no-demo=false")]
    [InlineData(0, "no-demo=true")]
    [InlineData(0, "no-demo=false", "SupportCopilot:Zendesk:Subdomain=acme", "SupportCopilot:Zendesk:ClientId=c", "SupportCopilot:Zendesk:ClientSecret=s")]
    public async Task Fills_the_demo_desk_unless_told_not_to_or_a_desk_is_connected(int tickets, params string[] settings)
    {
        await using var product = Product.With(settings);
        await product.InitializeAsync();

        Assert.Equal(tickets, await product.DatabaseAsync(db => db.Tickets.CountAsync(), Tenant.DemoKey));
    }

    [Fact]
    public async Task Goes_on_with_a_fill_that_was_cut_short_and_leaves_a_finished_one_alone()
    {
        await using var product = new Product();
        await product.InitializeAsync();
        await product.InsideAsync(async services =>
        {
            var desk = services.GetRequiredService<FillDemoDesk>();
            var tenant = services.GetRequiredService<CurrentTenant>().Id;
            using var cut = new CancellationTokenSource();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => desk.RunAsync(tenant, 2500, new Cut(cut), cut.Token));
            Assert.Equal(2500, await desk.UnfinishedAsync(tenant, CancellationToken.None));
        }, Tenant.DemoKey);

        await StartAsync(product);
        Assert.Equal(2500, await product.DatabaseAsync(db => db.Tickets.CountAsync(), Tenant.DemoKey));

        await StartAsync(product);
        Assert.Equal(2500, await product.DatabaseAsync(db => db.Tickets.CountAsync(), Tenant.DemoKey));
    }

    private static async Task StartAsync(Product product)
    {
        var line = CommandLine.Read(["--data", product.DataDirectory]);
        await ActivatorUtilities.CreateInstance<FirstStart>(product.Services, line).StartAsync(CancellationToken.None);
    }

    /// <summary>Cancels after the first batch.</summary>
    private sealed class Cut(CancellationTokenSource source) : IProgress<int>
    {
        public void Report(int value) => source.Cancel();
    }
}
