using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;

namespace SupportCopilot.Tests.DemoDesk;

/// <summary>What a server does when it starts on an empty database.</summary>
public sealed class FirstStartTests
{
    [Theory]
    [InlineData(5000, "no-demo=false")]
    [InlineData(0, "no-demo=true")]
    [InlineData(0, "no-demo=false", "SupportCopilot:Zendesk:Subdomain=acme")]
    public async Task Fills_the_demo_desk_unless_told_not_to_or_a_desk_is_connected(int tickets, params string[] settings)
    {
        await using var product = Product.With(settings);
        await product.InitializeAsync();

        Assert.Equal(tickets, await product.DatabaseAsync(db => db.Tickets.CountAsync(), Tenant.DemoKey));
    }
}
