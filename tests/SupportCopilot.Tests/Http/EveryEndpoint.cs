using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Host.Access;
using SupportCopilot.Knowledge;

namespace SupportCopilot.Tests.Http;

/// <summary>Walks over every endpoint there is, so that a new one is checked without being listed here.</summary>
public sealed partial class EveryEndpoint(Product product) : IClassFixture<Product>
{
    // What may be seen by anybody: the process's health, its description, and pages that hold no data.
    // The bot's door checks Teams' own token behind it (Bot/BotTokenTests). The workbench's connector is there in Development
    // alone, on the terms of the Development sign-in (Pages/WorkbenchConnector): the bot has no sign-in of the product.
    // Webhooks carry a signature of their own (Zendesk/Webhooks/SignedWebhooks, Zendesk/Intercom/SignedNotifications).
    private static readonly string[] Open =
    [
        "/health/live", "/health/ready", "/openapi/{documentName}.json", "/", "/sidebar", "/favicon.ico", "/pages/assets/{name}", "/api/messages",
        Connector, Connector + "/{replyTo}", Connector + "/{id}", "/api/zendesk/webhooks/{tenantKey}", "/api/intercom/webhooks/{tenantKey}",
        "/lists/{pass}/", "/lists/{pass}/figures", "/lists/{pass}/tickets",
    ];

    private const string Connector = "/workbench/connector/v3/conversations/{conversation}/activities";

    [Fact]
    public void Says_who_may_use_it()
    {
        var silent = Endpoints().Where(e => e.Metadata.GetMetadata<RoleRequirement>() is null && !IsOpen(e)).Select(Name);
        Assert.Empty(silent);
    }

    [Fact]
    public async Task Is_closed_to_strangers()
    {
        var checkedCount = 0;
        foreach (var endpoint in Endpoints().Where(e => !IsOpen(e)))
        {
            var answer = await Call(product.Anonymous(), endpoint, 1);
            Assert.True(answer.StatusCode is HttpStatusCode.Unauthorized, $"{Name(endpoint)}: {answer.StatusCode}");
            checkedCount++;
        }

        Assert.True(checkedCount > 5);
    }

    [Fact]
    public async Task Is_closed_to_every_role_it_does_not_name_and_open_to_each_it_does()
    {
        foreach (var endpoint in Endpoints())
        {
            if (endpoint.Metadata.GetMetadata<RoleRequirement>() is not { } requirement) continue;
            foreach (var role in Enum.GetValues<Role>())
            {
                var answer = await Call(product.As(role, user: role.ToString()), endpoint, 0);
                var allowed = role is Role.Admin || (requirement.AnyOf & role) != 0;
                Assert.True(allowed == answer.StatusCode is not (HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized),
                    $"{Name(endpoint)} as {role}: {(int)answer.StatusCode}, while {requirement.AnyOf} may");
            }
        }
    }

    [Fact]
    public async Task Shows_a_ticket_to_its_own_tenant_alone()
    {
        var ticket = await product.HasTicketAsync(new SupportCopilot.Tickets.IncomingTicket("file", "own-desk-only") { Subject = "Seen by its own desk only", Comments = [new("0", "The canary word is quetzal.")] });
        var shown = 0;
        foreach (var endpoint in Endpoints().Where(e => TicketRoute().IsMatch(e.RoutePattern.RawText!) && Method(e) == "GET"))
        {
            var own = await Call(product.As(Role.Agent), endpoint, ticket, "own-desk-only");
            var other = await Call(product.As(Role.Admin, tenant: "other-desk"), endpoint, ticket, "own-desk-only");
            Assert.True(own.IsSuccessStatusCode, $"{Name(endpoint)} does not show the ticket to its own desk, so nothing is proved.");
            shown++;
            Assert.True(other.StatusCode is HttpStatusCode.NotFound, $"{Name(endpoint)}: {other.StatusCode}");
            Assert.DoesNotContain("quetzal", await other.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }

        Assert.True(shown > 1);
    }

    [Fact]
    public async Task Keeps_what_is_out_of_scope_out_of_sight()
    {
        var inSight = await product.HasTicketAsync(InGroup("in-sight", "Tier 1"));
        var outOfSight = await product.HasTicketAsync(InGroup("out-of-sight", "Tier 2"));
        var agent = product.As(Role.Agent, user: "limited");
        await agent.GetAsync("/api/tickets", TestContext.Current.CancellationToken);   // makes the person known
        await product.DatabaseAsync(async db =>
        {
            var person = db.People.Single(p => p.ExternalId == "limited");
            var group = db.Groups.Single(g => g.Name == "Tier 1");
            db.PersonScopes.Add(new PersonScope { PersonId = person.Id, Kind = ScopeKind.Group, Value = group.Id.ToString(System.Globalization.CultureInfo.InvariantCulture) });
            return await db.SaveChangesAsync();
        });

        foreach (var endpoint in Endpoints().Where(e => TicketRoute().IsMatch(e.RoutePattern.RawText!) && Method(e) == "GET"))
        {
            Assert.True((await Call(agent, endpoint, inSight, "in-sight")).IsSuccessStatusCode, Name(endpoint));
            Assert.Equal(HttpStatusCode.NotFound, (await Call(agent, endpoint, outOfSight, "out-of-sight")).StatusCode);
        }

        // Whatever is done to a ticket out of sight ends as if it were not there, down to the words.
        foreach (var endpoint in Endpoints().Where(e => TicketRoute().IsMatch(e.RoutePattern.RawText!) || ReviewRoute().IsMatch(e.RoutePattern.RawText!)))
            Assert.Equal(await Words(await Call(agent, endpoint, 999_999_999, "nowhere")), await Words(await Call(agent, endpoint, outOfSight, "out-of-sight")));

        var listed = await agent.GetStringAsync("/api/tickets?limit=200", TestContext.Current.CancellationToken);
        Assert.Contains("in-sight", listed);
        Assert.DoesNotContain("out-of-sight", listed);
    }

    private static async Task<(HttpStatusCode, string?, string?)> Words(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var problem = System.Text.Json.JsonDocument.Parse(text).RootElement;
        return (answer.StatusCode, problem.GetProperty("title").GetString(), problem.TryGetProperty("detail", out var detail) ? detail.GetString() : null);
    }

    private static SupportCopilot.Tickets.IncomingTicket InGroup(string id, string group) => new("file", id)
    {
        Subject = id,
        Group = new(group.ToLowerInvariant(), group),
        Comments = [new("0", "Where is it?")],
    };

    private IEnumerable<RouteEndpoint> Endpoints() => product.Services.GetServices<EndpointDataSource>()
        .SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Where(e => Method(e) is not null);

    private static bool IsOpen(RouteEndpoint endpoint) =>
        Open.Contains("/" + endpoint.RoutePattern.RawText!.TrimStart('/')) && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    private static string? Method(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods[0];

    private static string Name(RouteEndpoint endpoint) => $"{Method(endpoint)} {endpoint.RoutePattern.RawText}";

    private static async Task<HttpResponseMessage> Call(HttpClient client, RouteEndpoint endpoint, long id, string? externalId = null)
    {
        var address = Parameters().Replace(endpoint.RoutePattern.RawText!, match => match.Value switch
        {
            "{source}" => "file",
            "{externalId}" when externalId is not null => externalId,
            var name when name.Contains("guid", StringComparison.Ordinal) => Guid.Empty.ToString(),
            _ => id.ToString(System.Globalization.CultureInfo.InvariantCulture),
        });
        using var request = new HttpRequestMessage(new HttpMethod(Method(endpoint)!), "/" + address.TrimStart('/'));
        if (Method(endpoint) is "POST" or "PUT") request.Content = JsonContent.Create(new { value = "billing", status = "open", agree = true, ticketId = id });
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameters();

    [GeneratedRegex(@"^/?api/review/\{ticketId:long\}")]
    private static partial Regex ReviewRoute();

    // By our own number, and by the number at its source.
    [GeneratedRegex(@"^/?api/tickets/(\{id:long\}|by-source/)")]
    private static partial Regex TicketRoute();
}
