using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Tests.Zendesk;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Desks;

namespace SupportCopilot.Tests.Bot;

/// <summary>The button under an answer gives links to all its tickets and to its files, for the one who asked.</summary>
public sealed partial class FilesInTeams : IAsyncLifetime
{
    private const string Address = "https://copilot.example";
    private static readonly DateTime Yesterday = TimeProvider.System.GetUtcNow().UtcDateTime.Date.AddDays(-1);

    private readonly BotProduct _bot = BotProduct.Having(services => services.AddSingleton<IDeskLinks, FakeLinks>(), $"SupportCopilot:PublicUrl={Address}");

    public async ValueTask InitializeAsync()
    {
        await _bot.InitializeAsync();
        await _bot.HasTicketsAsync([.. Enumerable.Range(0, 130).Select(i => new IncomingTicket(i % 2 == 0 ? TicketSource.Zendesk : "file", i.ToString(CultureInfo.InvariantCulture))
        {
            Subject = i == 0 ? "=HYPERLINK(\"http://evil\") <script>alert(1)</script>" : $"Subject {i}",
            Status = TicketStatus.Open,
            CreatedAt = Yesterday.AddMinutes(i),
            Group = i < 100 ? new("front", "Front") : null,
            Comments = [new("0", "words")],
        })]);
    }

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public async Task All_tickets_are_on_pages_that_link_to_the_desk_as_many_as_the_figure_says()
    {
        var page = await PageAsync(await AskAsync());

        var (status, first) = await OpenAsync(page);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("<h1>130 tickets</h1>", first);
        Assert.Contains("<a href=\"https://acme.zendesk.com/agent/tickets/128\"", first);
        Assert.Contains(">129</td>", first);   // a file's ticket has no other place
        var (_, second) = await OpenAsync(Address + WebUtility.HtmlDecode(Next().Match(first).Groups[1].Value));
        Assert.Equal(130, Rows().Count(first) + Rows().Count(second));
        Assert.Contains("&lt;script&gt;", second);
        Assert.DoesNotContain("<script", second);
    }

    [Fact]
    public async Task Files_open_from_the_card_with_harmless_cells()
    {
        var page = await PageAsync(await AskAsync());

        Assert.StartsWith("tickets\r\n130\r\n", (await OpenAsync(page + "/figures?format=csv")).Body);
        var tickets = (await OpenAsync(page + "/tickets?format=csv")).Body;
        Assert.Contains("'=HYPERLINK", tickets);
        Assert.StartsWith("PK", (await OpenAsync(page + "/figures?format=xlsx")).Body);
    }

    [Fact]
    public async Task A_link_shows_what_its_owner_may_see_when_it_is_opened()
    {
        var page = await PageAsync(await AskAsync());
        await _bot.DatabaseAsync(async db =>
        {
            var groups = db.Groups.Where(g => g.Name == "Front").ToList();   // one of each source
            foreach (var person in db.People.Where(p => p.ExternalId == "nina").ToList())
                db.PersonScopes.AddRange(groups.Select(group => new PersonScope { PersonId = person.Id, Kind = ScopeKind.Group, Value = group.Id.ToString(CultureInfo.InvariantCulture) }));
            return await db.SaveChangesAsync();
        });
        Assert.DoesNotContain("Subject 129", (await OpenAsync(page)).Body);

        await _bot.DatabaseAsync(async db =>
        {
            foreach (var person in db.People.Where(p => p.ExternalId == "nina")) person.Roles = Role.Agent;
            return await db.SaveChangesAsync();
        });
        Assert.Equal(HttpStatusCode.NotFound, (await OpenAsync(page)).Status);
    }

    [Fact]
    public async Task Nobody_else_gets_one_and_none_is_given_in_a_channel()
    {
        var id = await AskAsync();

        Assert.Contains("for the one who asked", await PressAsync(id, "otto", "personal-otto", "personal"));
        await _bot.HasChannelAsync("19:general@thread.tacv2");
        Assert.Contains("in our own chat only", await PressAsync(id, "nina", "19:general@thread.tacv2", "channel"));
        foreach (var forged in (string[])["x", "CfDJ8" + new string('A', 120), id])
            Assert.Equal(HttpStatusCode.NotFound, (await OpenAsync($"{Address}/lists/{forged}")).Status);
    }

    [Fact]
    public async Task A_ticket_is_at_the_account_that_its_tenant_is_connected_to()
    {
        await using var product = Product.With(DeskSettings.Acme);
        var link = await product.InsideAsync(services => services.GetRequiredService<IDeskLinks>().OfAsync(services.GetRequiredService<CurrentTenant>().Id, CancellationToken.None), "default");
        var others = await product.InsideAsync(services => services.GetRequiredService<IDeskLinks>().OfAsync(services.GetRequiredService<CurrentTenant>().Id, CancellationToken.None), "other");

        Assert.Equal("https://acme.zendesk.com/agent/tickets/35436", link(TicketSource.Zendesk, "35436")!.AbsoluteUri);
        Assert.Null(link("file", "35436"));
        Assert.Null(link(TicketSource.Zendesk, "../35436"));
        Assert.Null(others(TicketSource.Zendesk, "35436"));
    }

    private async Task<string> AskAsync() => (await _bot.SayAsync("tickets yesterday", "nina", "analyst", "personal-nina")).Single().Body.ToString().Split("\"question\":\"")[1][..32];

    private async Task<string> PageAsync(string id) => Link().Match(await PressAsync(id, "nina", "personal-nina", "personal")) is { Success: true } found ? found.Value : throw new InvalidOperationException("There is no link.");

    private async Task<string> PressAsync(string id, string user, string conversation, string kind)
    {
        var press = BotProduct.Activity("message", null, user, "analyst", conversation, kind);
        press["value"] = new JsonObject { ["verb"] = "question.files", ["question"] = id };
        await _bot.SendAsync(press);
        return _bot.Connector.Sent[^1].Body.ToString();
    }

    private async Task<(HttpStatusCode Status, string Body)> OpenAsync(string address)
    {
        using var browser = _bot.Anonymous();
        using var answer = await browser.GetAsync(new Uri(address).PathAndQuery, TestContext.Current.CancellationToken);
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private sealed class FakeLinks : IDeskLinks
    {
        public Task<Func<string, string, Uri?>> OfAsync(int tenantId, CancellationToken ct) =>
            Task.FromResult<Func<string, string, Uri?>>((source, id) => source == TicketSource.Zendesk ? new Uri($"https://acme.zendesk.com/agent/tickets/{id}") : null);
    }

    [GeneratedRegex(@"https://copilot\.example/lists/[\w-]+")]
    private static partial Regex Link();

    [GeneratedRegex("<a href=\"([^\"]+)\" rel=\"next\">")]
    private static partial Regex Next();

    [GeneratedRegex("<tr><td")]
    private static partial Regex Rows();
}
