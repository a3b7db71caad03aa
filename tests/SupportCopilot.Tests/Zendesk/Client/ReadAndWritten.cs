using System.Net;
using SupportCopilot.Zendesk.Client;
using SupportCopilot.Zendesk.Wire;

namespace SupportCopilot.Tests.Zendesk.Client;

/// <summary>What goes to Zendesk and what is made of its answers.</summary>
public sealed class ReadAndWritten
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_ticket_is_read_with_the_token_of_the_connected_client()
    {
        await using var product = Product.With(DeskSettings.Acme);
        var desk = new ScriptedDesk().Answers(HttpStatusCode.OK, """{"ticket":{"id":35436,"subject":"Help","status":"open","tags":["vip"],"updated_at":"2026-03-02T08:00:00Z","via":{"channel":"web"}}}""");
        var client = await desk.ClientIn(product);

        var ticket = (await client.TicketAsync(35436, Lane.Person, Ct)).Ticket!;

        Assert.Equal((35436L, "Help", "open", "web"), (ticket.Id!.Value, ticket.Subject, ticket.Status, ticket.Via!.Channel));
        Assert.Equal(new DateTime(2026, 3, 2, 8, 0, 0, DateTimeKind.Utc), ticket.UpdatedAt);
        var request = Assert.Single(desk.Requests);
        Assert.Equal(("GET", "Bearer token-1"), (request.Method, request.Authorization));
        Assert.StartsWith("/api/v2/tickets/35436?", request.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_says_only_what_changes_and_that_it_must_not_overwrite()
    {
        await using var product = Product.With(DeskSettings.Acme);
        var desk = new ScriptedDesk().Answers(HttpStatusCode.OK, """{"ticket":{"id":7},"audit":{"id":9}}""");
        var client = await desk.ClientIn(product);

        var answer = await client.UpdateAsync(7, new()
        {
            Tags = ["a", "b"],
            Comment = new("Why", false),
            UpdatedStamp = new DateTime(2026, 3, 2, 8, 0, 0, DateTimeKind.Utc),
            SafeUpdate = true,
        }, Lane.Work, Ct);

        Assert.Equal(9, answer.Audit!.Id);
        Assert.Equal("""{"ticket":{"tags":["a","b"],"comment":{"body":"Why","public":false},"updated_stamp":"2026-03-02T08:00:00Z","safe_update":true}}""", Assert.Single(desk.Requests).Body);
    }
}
