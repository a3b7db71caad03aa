using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using SupportCopilot.Access;

namespace SupportCopilot.Tests.Access;

public sealed class DevelopmentSignInTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task Lets_somebody_on_this_machine_in_and_founds_the_tenant()
    {
        var answer = await Ask(product, header: "tenant=new-desk;user=anna;roles=agent");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Single(await product.DatabaseAsync(db => Task.FromResult(db.Tenants.Where(t => t.Key == "new-desk").ToList())));
    }

    [Fact]
    public async Task Of_a_page_that_asks_for_several_things_at_once_adds_the_person_once_and_logs_no_failure()
    {
        await Ask(product, header: "tenant=page;user=other;roles=agent");

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Ask(product, header: "tenant=page;user=newcomer;roles=agent")));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Single(await product.DatabaseAsync(db => Task.FromResult(db.People.Where(p => p.ExternalId == "newcomer").ToList()), tenant: "page"));
        Assert.DoesNotContain(product.Log.All, line => line.Contains("constraint failed", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("10.1.2.3")]
    [InlineData("192.168.0.7")]
    [InlineData("2001:db8::1")]
    public async Task Is_refused_from_another_machine(string address) =>
        await AssertRefused(await Ask(product, message => message.Headers.Add("Test-Remote-Address", address)), "from this machine only");

    [Theory]
    [InlineData("copilot.example.com")]
    [InlineData("localhost.example.com")]
    [InlineData("10.0.0.1")]
    public async Task Is_refused_under_a_host_name_that_is_not_this_machine(string host) =>
        await AssertRefused(await Ask(product, message => message.Headers.Host = host), "Host header");

    [Theory]
    [InlineData("localhost:3978")]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]:3978")]
    public async Task Is_allowed_under_each_name_of_this_machine(string host) =>
        Assert.Equal(HttpStatusCode.OK, (await Ask(product, message => message.Headers.Host = host)).StatusCode);

    [Theory]
    [InlineData("Forwarded", "for=1.2.3.4")]
    [InlineData("X-Forwarded-For", "1.2.3.4")]
    [InlineData("X-Forwarded-Host", "copilot.example.com")]
    [InlineData("X-Forwarded-Proto", "https")]
    [InlineData("X-Real-IP", "1.2.3.4")]
    [InlineData("Via", "1.1 proxy")]
    public async Task Is_refused_behind_a_proxy(string header, string value) =>
        await AssertRefused(await Ask(product, message => message.Headers.TryAddWithoutValidation(header, value)), header);

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public async Task Is_refused_outside_Development(string environment)
    {
        await using var elsewhere = Product.In(environment);
        await AssertRefused(await Ask(elsewhere), "in Development only");
    }

    [Theory]
    [InlineData("SupportCopilot:Zendesk:Subdomain=acme", "SupportCopilot:Zendesk:ClientId=c", "SupportCopilot:Zendesk:ClientSecret=s")]
    [InlineData("SupportCopilot:Zendesk:BaseUrl=https://acme.zendesk.com", "SupportCopilot:Zendesk:Email=a@acme.example", "SupportCopilot:Zendesk:ApiToken=t")]
    [InlineData("SupportCopilot:Intercom:ClientSecret=s")]
    public async Task Is_refused_once_a_desk_is_connected(params string[] settings)
    {
        await using var connected = Product.With(settings);
        await AssertRefused(await Ask(connected), "desk is connected");
    }

    [Theory]
    [InlineData("user=anna;roles=agent", "needs a tenant and a user")]
    [InlineData("tenant=acme;roles=agent", "needs a tenant and a user")]
    [InlineData("tenant=../etc;user=anna", "cannot be a tenant's key")]
    [InlineData("tenant=acme;user=anna;roles=king", "\"king\" is no role")]
    [InlineData("tenant=acme;user=anna;roles=31", "\"31\" is no role")]
    [InlineData("tenant=acme;user=anna;colour=red", "\"colour\" is not understood")]
    public async Task Says_what_is_wrong_with_the_header(string header, string expected) =>
        await AssertRefused(await Ask(product, header: header), expected);

    [Fact]
    public async Task Gives_no_more_than_the_roles_it_names()
    {
        var client = product.As(Role.Analyst);
        var answer = await client.GetAsync("/api/tickets", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("roles", await Detail(answer));
    }

    [Fact]
    public async Task Nobody_gets_in_without_signing_in()
    {
        var answer = await product.Anonymous().GetAsync("/api/tickets", TestContext.Current.CancellationToken);
        await AssertRefused(answer, "Sign in");
    }

    private static async Task<HttpResponseMessage> Ask(
        Product product, Action<HttpRequestMessage>? change = null, string header = "tenant=acme;user=anna;roles=agent")
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, "/api/tickets");
        message.Headers.Authorization = new AuthenticationHeaderValue("Dev", header);
        change?.Invoke(message);
        return await product.Anonymous().SendAsync(message, TestContext.Current.CancellationToken);
    }

    private static async Task AssertRefused(HttpResponseMessage answer, string because)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains(because, await Detail(answer));
    }

    private static async Task<string> Detail(HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("detail").GetString()!;
}
