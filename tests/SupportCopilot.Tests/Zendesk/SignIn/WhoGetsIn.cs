using System.Net;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using ZendeskSimulator.Faults;

namespace SupportCopilot.Tests.Zendesk.SignIn;

public sealed class WhoGetsIn(ConnectedSidebar product) : IClassFixture<ConnectedSidebar>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_agent_whom_the_sync_knows_gets_in_without_a_question_to_the_desk()
    {
        var before = product.Zendesk.Requests.Count("GET", "/");
        using var page = await product.OpenAsync(product.App.TokenOf(SidebarProduct.Ada));

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal(before, product.Zendesk.Requests.Count("GET", "/"));
    }

    [Theory]
    [InlineData(ConnectedSidebar.FirstAgent + 5)]
    [InlineData(ConnectedSidebar.Admin)]
    public async Task An_agent_whom_the_sync_has_not_seen_gets_in_at_the_desks_word_and_with_an_agents_role_alone(long user)
    {
        var client = await product.SignedInAsync(user);

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/tickets", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/api/people", Ct)).StatusCode);
    }

    [Fact]
    public async Task An_agent_known_as_a_customer_until_now_gets_in_at_the_desks_word()
    {
        await product.HasAgentAsync(ConnectedSidebar.FirstAgent + 6, "Was a customer", isAgent: false);

        using var page = await product.OpenAsync(product.App.TokenOf(ConnectedSidebar.FirstAgent + 6));

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Theory]
    [InlineData(ConnectedSidebar.Customer)]
    [InlineData(999_999_999)]
    public async Task A_customer_or_nobody_does_not(long user)
    {
        using var page = await product.OpenAsync(product.App.TokenOf(user));

        Assert.Equal(HttpStatusCode.Forbidden, page.StatusCode);
        Assert.Contains("This panel is for agents", await page.Content.ReadAsStringAsync(Ct));
    }

    [Fact]
    public async Task While_the_desk_does_not_say_who_it_is_nobody_gets_in_and_is_told_to_come_again()
    {
        product.Zendesk.Faults.Next(Fault.ServerError(401), path: "/api/v2/users", times: 10);
        using var page = await product.OpenAsync(product.App.TokenOf(ConnectedSidebar.FirstAgent + 7));
        product.Zendesk.Faults.Clear();
        using var again = await product.OpenAsync(product.App.TokenOf(ConnectedSidebar.FirstAgent + 7));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
        Assert.Contains("Zendesk did not answer", await page.Content.ReadAsStringAsync(Ct));
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task Two_tabs_of_an_agent_whom_nobody_knows_yet_make_one_person()
    {
        const long user = ConnectedSidebar.FirstAgent + 8;
        var pages = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => product.OpenAsync(product.App.TokenOf(user))));

        Assert.All(pages, page => Assert.Equal(HttpStatusCode.OK, page.StatusCode));
        Assert.Equal(1, await product.DatabaseAsync(db => db.People.CountAsync(p => p.ExternalId == "10009", Ct), "default"));
    }

    [Fact]
    public async Task Whoever_is_no_agent_any_more_has_no_rights_at_the_next_request_whatever_they_were_given()
    {
        await product.HasAgentAsync(7001, "Leaving");
        await ChangeAsync("7001", person => person.Roles = Role.Admin);
        var client = await product.SignedInAsync(7001);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/people", Ct)).StatusCode);

        await ChangeAsync("7001", person => person.IsAgent = false);

        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/api/people", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/api/tickets", Ct)).StatusCode);
    }

    [Fact]
    public async Task An_admin_finds_the_agents_of_the_desk_and_can_narrow_their_sight()
    {
        await product.HasAgentAsync(7002, "Adam");
        await ChangeAsync("7002", person => person.Roles = Role.Admin);
        var listed = await (await product.SignedInAsync(7002)).GetStringAsync("/api/people", Ct);

        Assert.Contains("\"Ada\"", listed);
    }

    private Task ChangeAsync(string externalId, Action<SupportCopilot.Tickets.Person> change) => product.DatabaseAsync(async db =>
    {
        change(await db.People.SingleAsync(p => p.Source == "zendesk" && p.ExternalId == externalId));
        return await db.SaveChangesAsync();
    }, "default");
}
