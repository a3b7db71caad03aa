using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;

namespace SupportCopilot.Tests.Triage;

public sealed class FieldsAtOnce : IAsyncLifetime
{
    private readonly SetClock clock = new(new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
    private readonly Product product;

    public FieldsAtOnce() => product = Product.Having(services => services.AddSingleton<TimeProvider>(clock));

    [Fact]
    public async Task Sidebars_that_open_when_the_lists_are_due_let_one_of_them_read_the_tickets()
    {
        await product.HasTicketAsync("Export", "The export fails.");
        using var agent = product.As(Role.Agent);
        await AskAsync(agent);
        Assert.Equal(1, Readings());

        clock.Advance(TimeSpan.FromMinutes(2));
        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => AskAsync(agent)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer));
        Assert.Equal(2, Readings());
    }

    public ValueTask InitializeAsync() => product.InitializeAsync();

    public ValueTask DisposeAsync() => product.DisposeAsync();

    private static async Task<HttpStatusCode> AskAsync(HttpClient agent)
    {
        using var answer = await agent.GetAsync("/api/triage/fields", TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private int Readings() => product.Log.All.Count(line => line.Contains("Executed DbCommand", StringComparison.Ordinal)
        && line.Contains("GROUP BY", StringComparison.Ordinal) && line.Contains("GivenRootCause", StringComparison.Ordinal));
}
