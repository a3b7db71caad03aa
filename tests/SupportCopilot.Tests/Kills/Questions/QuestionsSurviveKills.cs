using System.Text.Json;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Kills.Questions;

/// <summary>The built program, killed between two messages of a conversation and in the middle of its work.</summary>
public sealed class QuestionsSurviveKills
{
    private static readonly DateTime AsOf = new(2026, 4, 10, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task A_conversation_goes_on_after_a_kill_where_it_was()
    {
        var ct = TestContext.Current.CancellationToken;
        var tickets = Tickets(90);
        await using var server = await QuestionServer.OpenAsync(tickets, ct);
        await server.AskAsync("tickets last month", "c1", AsOf, ct);
        await server.AskAsync("only the urgent ones", "c1", AsOf, ct);

        await server.KillAsync(ct);
        await server.StartAsync(ct);
        var answer = await server.AskAsync("and by channel?", "c1", AsOf, ct);

        var expected = tickets.Where(t => t.CreatedAt is { Month: 3 } && t.Given!.Priority == "urgent").CountBy(t => t.Channel!).ToDictionary();
        Assert.Equal(
            expected.OrderBy(row => row.Key).Select(row => $"{row.Key}: {row.Value}"),
            answer.GetProperty("rows").EnumerateArray().Select(row => $"{row[0].GetString()}: {row[1].GetInt32()}").Order());
    }

    [Fact]
    public async Task Work_in_the_background_is_taken_over_and_finished_after_a_kill()
    {
        var ct = TestContext.Current.CancellationToken;
        var tickets = Tickets(900);
        await using var server = await QuestionServer.OpenAsync(tickets, ct);
        var asked = await LeftUndoneAsync(server, ct);

        await server.StartAsync(ct);
        var answer = await server.AnswerOfAsync(asked.GetProperty("id").GetString()!, ct);

        Assert.Equal("answer", answer.GetProperty("kind").GetString());
        var complaints = tickets.Count(t => t.CreatedAt is { Month: 3 } && t.Given!.Sentiment == "negative" && t.Comments![0].Body.Contains("checkout", StringComparison.Ordinal));
        Assert.Equal(complaints, answer.GetProperty("tickets").GetProperty("count").GetInt32());
        Assert.Equal(0, server.Count("SELECT COUNT(*) FROM Investigations WHERE IsOwed = 1"));
    }

    /// <summary>Asks and kills at once; again where the answer was there before the kill.</summary>
    private static async Task<JsonElement> LeftUndoneAsync(QuestionServer server, CancellationToken ct)
    {
        const int Tries = 5;
        for (var tried = 1; ; tried++)
        {
            var asked = await server.AskAsync("why are customers complaining about checkout in March?", "c2", AsOf, ct);
            Assert.Equal("working", asked.GetProperty("kind").GetString());
            await server.KillAsync(ct);
            if (server.Count("SELECT COUNT(*) FROM Investigations WHERE IsOwed = 1") == 1) return asked;
            Assert.True(tried < Tries, "The kills came too late to prove anything.");
            await server.StartAsync(ct);
        }
    }

    /// <summary>Tickets of February and March, a third of them complaints about checkout.</summary>
    private static List<IncomingTicket> Tickets(int count) => [.. Enumerable.Range(0, count).Select(n => new IncomingTicket("file", $"k-{n}")
    {
        Subject = $"Request {n}",
        Status = TicketStatus.Open,
        Channel = n % 4 == 0 ? "chat" : "email",
        CreatedAt = new DateTime(2026, 2 + n % 2, 1 + n % 28, 9, 0, 0, DateTimeKind.Utc),
        Requester = new($"customer-{n}", $"Customer {n}"),
        Given = new TriageValues { Category = "billing", Priority = n % 5 == 0 ? "urgent" : "normal", Sentiment = n % 3 == 0 ? "negative" : "neutral" },
        Comments = [new IncomingComment("0", n % 3 == 0 ? $"Your checkout refuses my card, case {n}" : $"Please send invoice {n} again")],
    })];
}
