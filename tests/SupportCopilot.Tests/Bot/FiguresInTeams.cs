using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Questions.Background;
using SupportCopilot.Tests.Questions.Estimates;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Bot;

/// <summary>A figure that takes long is one message in Teams: the estimate, whose place the exact figure takes.</summary>
public sealed class FiguresInTeams : IAsyncLifetime
{
    private const int Tickets = 3_000, OneInSo = 3;   // have their money back
    private const string Question = "tickets mentioning \"money back\" in 2026";

    private readonly BotProduct _bot = BotProduct.Having(SlowDatabase.Under,
        "SupportCopilot:Questions:EstimateAfterSeconds=0.05", "SupportCopilot:Questions:EstimateFromTickets=1000", "SupportCopilot:Questions:SampledTickets=1000", "SupportCopilot:Questions:EstimateWithinSeconds=15");

    public async ValueTask InitializeAsync()
    {
        await _bot.InitializeAsync();
        await _bot.HasTicketsAsync([.. Enumerable.Range(0, Tickets).Select(Ticket)]);
    }

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public async Task The_exact_figure_takes_the_place_of_the_estimate()
    {
        var said = Assert.Single(await _bot.SayAsync(Question, roles: "analyst"));
        Assert.Contains("This is an estimate", said.Words);
        Assert.Contains("Cancel", said.Words);

        await WorkAsync();
        await WorkAsync();

        var message = Assert.Single(_bot.Connector.Messages).Value.ToString();
        Assert.Contains((Tickets / OneInSo).ToString("N0", CultureInfo.InvariantCulture), message);
        Assert.DoesNotContain("estimate", message);
        Assert.DoesNotContain("question.cancel", message);
        Assert.Single(_bot.Connector.Sent, call => call.Method == HttpMethod.Put);   // and not once more at the next look
    }

    [Fact]
    public async Task Pressing_cancel_stops_it()
    {
        await _bot.SayAsync(Question, roles: "analyst");
        var id = await _bot.DatabaseAsync(db => db.Investigations.Select(i => i.Id).SingleAsync());

        await _bot.SendAsync(BotProduct.Press("question.cancel", new JsonObject { ["question"] = id }));
        await WorkAsync();

        var message = Assert.Single(_bot.Connector.Messages).Value.ToString();
        Assert.Contains("Cancelled before it was done.", message);
        Assert.DoesNotContain("1,000", message);
    }

    private Task WorkAsync() => _bot.InsideAsync(async services =>
    {
        await services.GetRequiredService<WorkInvestigations>().RunAsync(0, TestContext.Current.CancellationToken);
        await services.GetRequiredService<ShowInConversation>().EndsAsync(TestContext.Current.CancellationToken);
    });

    private static IncomingTicket Ticket(int n) => new("file", $"t-{n}")
    {
        Subject = $"Order {n}",
        CreatedAt = new DateTime(2026, 1, 5, 9, 0, 0, DateTimeKind.Utc).AddHours(n),
        Comments = [new("0", n % OneInSo == 0 ? "I want my money back." : "Where is it?")],
    };
}
