using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Clusters.Runs;
using SupportCopilot.DemoDesk.Reading;
using SupportCopilot.DemoDesk.Writing;
using SupportCopilot.Replies;
using SupportCopilot.Tests.Bot;
using SupportCopilot.Tests.Importing;
using SupportCopilot.Tests.Replies;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Loop;

/// <summary>
/// The whole loop, each step through the door that people use: a file over HTTP, clusters, the bot's card, two presses of
/// its buttons, the sidebar's data, the agent's verdict.
/// </summary>
public sealed class FromTicketsToKnowledge : IAsyncLifetime
{
    private const int Imported = 800;

    private static readonly TicketGenerator Desk = new(DeskMaterial.Load(), new DateTime(2026, 3, 2, 8, 0, 0, DateTimeKind.Utc));

    private readonly BotProduct _product = BotProduct.With();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _product.DisposeAsync();

    [Fact]
    public async Task Tickets_become_a_cluster_an_approved_resolution_an_article_and_the_next_tickets_reply()
    {
        // A file of tickets comes in and is worked off.
        Assert.Equal(Imported, (await _product.ImportAsync(FileOf(Imported), Product.Tenant, "tickets.json")).Created);
        await _product.WorkOffAsync();

        // Alike ones are found.
        var owner = _product.As(Role.ProductOwner, user: "owner");
        Assert.Equal(HttpStatusCode.Accepted, (await owner.PostAsync("/api/clusters/runs", null, TestContext.Current.CancellationToken)).StatusCode);
        await _product.InsideAsync(services => services.GetRequiredService<WorkClusterRuns>().RunAsync(null, CancellationToken.None));

        // The bot shows the product owner what waits for a decision.
        var card = CardOf((await _product.SayAsync("review clusters", "owner", "productOwner")).First());
        var approve = Button(card, "Approve");
        var cluster = approve["data"]!["cluster"]!.GetValue<long>();
        var resolution = (await owner.GetAsync<JsonElement>($"/api/clusters/{cluster}")).GetProperty("resolution").GetString()!;
        var next = await NextTicketsAsync(cluster);
        await AllSilentAsync(next);   // nothing is known yet that could be cited

        // Somebody who may not approve presses the same button: nothing happens.
        var refused = await PressAsync(approve, "agnes", "agent");
        Assert.Contains("Only a product owner", refused.ToJsonString());
        Assert.Empty(await ArticlesAsync());

        // The owner approves. The resolution stands as an internal article that no reply cites.
        var approved = (JsonObject)await PressAsync(approve, "owner", "productOwner");
        var article = Assert.Single(await ArticlesAsync());
        Assert.Equal(("internal", false), (article.GetProperty("segment").GetString(), article.GetProperty("isPublished").GetBoolean()));
        await _product.WorkOffAsync();
        await AllSilentAsync(next);

        // A second, explicit press publishes it.
        var published = await PressAsync(Button(approved, "Publish"), "owner", "productOwner");
        Assert.Contains("Published", published.ToJsonString());
        Assert.Equal(("public", true), (await ArticlesAsync()).Single() is var now ? (now.GetProperty("segment").GetString(), now.GetProperty("isPublished").GetBoolean()) : default);
        await _product.WorkOffAsync();

        // The next ticket's reply cites it, word for word.
        var assistances = await AssistAsync(next);
        var assistance = assistances.FirstOrDefault(a => a.Reply.Text is not null);
        Assert.True(assistance is not null, string.Join(' ', assistances.Select(a => a.Reply.SilentBecause)));
        Assert.NotEmpty(assistance.Reply.Citations);
        Assert.All(assistance.Reply.Citations, citation => Assert.Equal(article.GetProperty("id").GetInt64(), citation.ArticleId));
        Assert.All(assistance.Reply.Citations, citation => Assert.Contains(citation.Quote.Split('\n')[0], resolution));

        // The agent's verdict on it is kept.
        var verdict = await _product.As(Role.Agent, user: "agent").PostAsJsonAsync(
            "/api/feedback", new { ticketId = assistance.Ticket.Id, suggestionId = assistance.Reply.SuggestionId, verdict = "up" }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Created, verdict.StatusCode);
        var kept = await _product.DatabaseAsync(db => Task.FromResult(db.Feedback.Single()));
        Assert.Equal(assistance.Reply.SuggestionId, kept.SuggestionId);

        // Each step left its trace.
        Assert.Equal(["cluster.approve", "cluster.publish"], await _product.DatabaseAsync(db => Task.FromResult(db.Audit.Where(a => a.Subject == $"cluster/{cluster}").OrderBy(a => a.Id).Select(a => a.Action).ToList())));
    }

    /// <summary>Tickets that come next, about the problem that most of the cluster's are about, over HTTP. Not every one must be near enough to be answered.</summary>
    private async Task<IReadOnlyList<long>> NextTicketsAsync(long cluster)
    {
        const int Tickets = 5;
        var members = await _product.DatabaseAsync(db => Task.FromResult(db.ClusterMembers.Where(m => m.ClusterId == cluster)
            .Join(db.Tickets, m => m.TicketId, t => t.Id, (_, t) => t.ExternalId).ToList()));
        var problems = Enumerable.Range(1, Imported).ToDictionary(TicketGenerator.ExternalIdOf, n => Desk.MakeKnown(n).Problem.Key);
        var problem = members.CountBy(id => problems[id]).MaxBy(count => count.Value).Key;
        var next = new List<long>();
        foreach (var (ticket, _) in Enumerable.Range(Imported + 1, 20_000).Select(Desk.MakeKnown)
            .Where(known => known.Problem.Key == problem && known.Ticket.Comments![0].Body.Contains(" the ", StringComparison.Ordinal)).Take(Tickets))   // in the resolution's language
        {
            var made = await _product.As(Role.Agent, user: "agent").PostAsJsonAsync(
                "/api/tickets", new { subject = ticket.Subject, description = ticket.Comments![0].Body, requesterName = "Next One" }, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Created, made.StatusCode);
            next.Add(long.Parse(made.Headers.Location!.ToString().Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture));
        }

        await _product.WorkOffAsync();
        return next;
    }

    private async Task<IReadOnlyList<Assistance>> AssistAsync(IReadOnlyList<long> tickets)
    {
        var assistances = new List<Assistance>();
        foreach (var ticket in tickets) assistances.Add(await _product.AssistAsync(ticket));
        return assistances;
    }

    private async Task AllSilentAsync(IReadOnlyList<long> tickets) => Assert.All(await AssistAsync(tickets), assistance => Assert.Null(assistance.Reply.Text));

    private async Task<IReadOnlyList<JsonElement>> ArticlesAsync() =>
        [.. (await _product.As(Role.Sme, user: "sme").GetAsync<JsonElement>("/api/articles")).GetProperty("items").EnumerateArray()];

    /// <summary>Presses a card's own button as Teams does, and gives the card or the words that came back.</summary>
    private async Task<JsonNode> PressAsync(JsonObject button, string user, string roles)
    {
        var (status, answer) = await _product.SendAsync(BotProduct.Press(button["verb"]!.GetValue<string>(), (JsonObject)button["data"]!.DeepClone(), user, roles));
        Assert.Equal(200, status);
        return JsonNode.Parse(answer.GetProperty("value").GetRawText())!;
    }

    private static JsonObject CardOf(ConnectorCall message) =>
        (JsonObject)JsonNode.Parse(message.Body.GetProperty("attachments")[0].GetProperty("content").GetRawText())!;

    private static JsonObject Button(JsonObject card, string title) => card["actions"]!.AsArray().OfType<JsonObject>()
        .Single(action => action["type"]!.GetValue<string>() == "Action.Execute" && action["title"]!.GetValue<string>().StartsWith(title, StringComparison.Ordinal));

    private static string FileOf(int tickets) => new JsonArray([.. Enumerable.Range(1, tickets).Select(n => JsonOf(Desk.Make(n)))]).ToJsonString();

    private static JsonObject JsonOf(IncomingTicket ticket) => new()
    {
        ["id"] = ticket.ExternalId,
        ["subject"] = ticket.Subject,
        ["status"] = ticket.Status,
        ["created_at"] = ticket.CreatedAt,
        ["requester"] = ticket.Requester?.Name,
        ["requester_email"] = ticket.Requester?.Email,
        ["comments"] = new JsonArray([.. ticket.Comments!.Select(comment => new JsonObject
        {
            ["body"] = comment.Body,
            ["role"] = comment.AuthorKind is AuthorKind.Agent ? "agent" : "customer",
            ["public"] = comment.IsPublic,
            ["created_at"] = comment.CreatedAt,
        })]),
    };
}
