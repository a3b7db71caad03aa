using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Questions.Planning;
using SupportCopilot.Questions.Running;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Questions;

/// <summary>Of more groups than are ever shown the right ones are chosen, whichever end of them is asked for.</summary>
public sealed class ManyGroups : IAsyncLifetime
{
    private const int Customers = 20_050, Few = 3;   // customers with one reply; all others have five

    private readonly Product _product = Product.With();

    public async ValueTask InitializeAsync()
    {
        await _product.InitializeAsync();
        await _product.HasTicketsAsync([.. Enumerable.Range(0, Customers).Select(i => new IncomingTicket("file", $"{i}")
        {
            Subject = "a",
            Requester = new($"r{i}", $"Customer {i}"),
            CreatedAt = new DateTime(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc),
            Replies = i % (Customers / Few) == 7 ? 1 : 5,
        })]);
    }

    public ValueTask DisposeAsync() => _product.DisposeAsync();

    [Fact]
    public async Task Are_told_from_all_of_them()
    {
        var replies = new Plan([new("replies", "created")]) { GroupBy = ["requester"] };

        var least = await RunAsync(replies with { Order = new("replies", false), Limit = Few });
        var within = await RunAsync(replies with { Having = new("lessThan", 2) });
        var all = await RunAsync(replies);
        var beside = await RunAsync(new Plan([new("tickets", "created"), new("replies", "created")]) { GroupBy = ["requester"], Order = new("tickets", true), Limit = 500 });

        Assert.Equal([1L, 1L, 1L], least.Rows.Select(row => row[1]));
        Assert.Equal((Few, Few), (within.Rows.Count, within.Groups));
        Assert.Equal(Customers, all.Groups);
        Assert.DoesNotContain(beside.Rows, row => row[2] is null or 0L);   // each has replies, also those that are not among the largest
    }

    private Task<PlanRun> RunAsync(Plan plan) => _product.InsideAsync(services => services.GetRequiredService<RunPlan>().RunAsync(plan, TestContext.Current.CancellationToken));
}
