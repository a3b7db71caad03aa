using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Clusters.Approvals;
using SupportCopilot.Storage;
using SupportCopilot.Tests.Clusters;

namespace SupportCopilot.Tests.Bot;

public sealed class CardsForProductOwners : IAsyncLifetime
{
    private readonly SetClock _clock = new(TimeProvider.System.GetUtcNow());
    private readonly BotProduct _bot;

    public CardsForProductOwners() => _bot = BotProduct.At(_clock);

    public ValueTask InitializeAsync() => _bot.InitializeAsync();

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public async Task Come_once_for_each_cluster_and_three_a_day_at_most()
    {
        await WritesAsync("petra", "productOwner");
        for (var i = 0; i < 5; i++) await _bot.HasClusterAsync(name: $"Problem {i}");

        await AskAsync();
        await AskAsync();
        Assert.Equal(3, _bot.Connector.Sent.Count);
        Assert.All(_bot.Connector.Sent, card => Assert.Equal(("petra", true), (card.ConversationId, card.Words.Contains("cluster.approve", StringComparison.Ordinal))));

        _clock.Advance(TimeSpan.FromHours(25));
        await AskAsync();
        await AskAsync();
        Assert.Equal(5, _bot.Connector.Sent.Count);
        Assert.Equal(5, _bot.Connector.Sent.Select(c => c.Words).Distinct().Count());
    }

    [Fact]
    public async Task Come_to_nobody_else()
    {
        await WritesAsync("agnes", "agent,analyst");
        await _bot.SayAsync("help", user: "petra", roles: "productOwner", conversation: "19:group@thread.v2", kind: "groupChat");
        _bot.Connector.Forget();
        await _bot.HasClusterAsync();

        await AskAsync();

        Assert.Empty(_bot.Connector.Calls);
    }

    [Fact]
    public async Task Come_only_for_what_the_owner_may_see_and_may_still_decide()
    {
        await _bot.HasClusterAsync(group: "Tier 1", name: "In sight");
        await _bot.HasClusterAsync(group: "Tier 2", name: "Out of sight");
        var decided = await _bot.HasClusterAsync(group: "Tier 1", name: "Decided");
        await _bot.As(Role.ProductOwner, user: "paul").DecideAsync(decided, new { verb = "approve", version = 1 });
        await _bot.HasClusterAsync(group: "Tier 1", name: "Nothing proposed", resolution: null);
        await _bot.LimitAsync("petra", Role.ProductOwner, "Tier 1");
        await WritesAsync("petra", "productOwner");

        await AskAsync();

        Assert.Contains("In sight", Assert.Single(_bot.Connector.Sent).Words);
    }

    [Fact]
    public async Task That_could_not_be_sent_come_later_and_those_of_unknown_fate_never_again()
    {
        await WritesAsync("petra", "productOwner");
        await _bot.HasClusterAsync();
        for (var i = 0; i < 5; i++) _bot.Connector.ThrowNext(new HttpRequestException(HttpRequestError.ConnectionError));

        await AskAsync();
        Assert.Empty(_bot.Connector.Sent);
        await AskAsync();
        Assert.Single(_bot.Connector.Sent);

        await _bot.HasClusterAsync(name: "Another");
        _bot.Connector.FailNext(HttpStatusCode.BadGateway);
        await AskAsync();
        await AskAsync();

        Assert.Single(_bot.Connector.Sent);
        Assert.Equal(1, await _bot.DatabaseAsync(db => db.Effects.CountAsync(e => e.State == EffectState.Unconfirmed)));
    }

    private async Task WritesAsync(string user, string roles)
    {
        await _bot.SayAsync("help", user, roles, conversation: user);
        _bot.Connector.Forget();
    }

    private Task AskAsync() => _bot.InsideAsync(services => services.GetRequiredService<AskProductOwners>().RunAsync(services.GetRequiredService<CurrentTenant>().Id, TestContext.Current.CancellationToken));
}
