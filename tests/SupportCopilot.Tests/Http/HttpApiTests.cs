using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using SupportCopilot.Access;

namespace SupportCopilot.Tests.Http;

public sealed class HttpApiTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task Lives()
    {
        var answer = await product.Anonymous().GetAsync<JsonElement>("/health/live");
        Assert.Equal("ok", answer.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Says_of_each_part_whether_it_is_ready()
    {
        var answer = await product.Anonymous().GetAsync<JsonElement>("/health/ready");

        Assert.Equal("ok", answer.GetProperty("status").GetString());
        var parts = answer.GetProperty("parts");
        foreach (var part in new[] { "database", "index", "disk" }) Assert.Equal("ok", parts.GetProperty(part).GetProperty("status").GetString());
        foreach (var part in new[] { "modelServers", "desk", "lastSync" }) Assert.Equal("notConnected", parts.GetProperty(part).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Describes_itself_in_OpenApi()
    {
        var description = await product.Anonymous().GetAsync<JsonElement>("/openapi/v1.json");

        var assist = description.GetProperty("paths").GetProperty("/api/tickets/{id}/assist").GetProperty("get");
        Assert.False(string.IsNullOrEmpty(assist.GetProperty("summary").GetString()));
        Assert.True(description.GetProperty("paths").TryGetProperty("/api/imports", out _));
    }

    [Fact]
    public async Task Answers_a_body_that_is_no_json_with_a_problem_that_says_so()
    {
        var answer = await product.As(Role.Agent).PostAsync("/api/tickets", new StringContent("{ \"subject\": ", Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);
        await AssertProblem(answer, HttpStatusCode.BadRequest, "JSON");
    }

    [Fact]
    public async Task Names_each_field_that_is_wrong()
    {
        var answer = await product.As(Role.Agent).PostAsJsonAsync("/api/tickets", new { subject = "", description = "x", requesterEmail = "no mail" }, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var errors = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.GetProperty("errors");
        Assert.Equal(["RequesterEmail", "Subject"], errors.EnumerateObject().Select(e => e.Name).Order());
    }

    [Theory]
    [InlineData("/api/tickets?limit=0")]
    [InlineData("/api/tickets?limit=201")]
    [InlineData("/api/tickets?limit=many")]
    [InlineData("/api/tickets?after=nonsense")]
    [InlineData("/api/tickets?after=1.2.3")]
    public async Task Refuses_a_page_that_cannot_be(string address) =>
        await AssertProblem(await product.As(Role.Agent).GetAsync(address, TestContext.Current.CancellationToken), HttpStatusCode.BadRequest, "");

    [Fact]
    public async Task Says_that_there_is_nothing_where_there_is_nothing() =>
        await AssertProblem(await product.As(Role.Agent).GetAsync("/api/tickets/987654321", TestContext.Current.CancellationToken), HttpStatusCode.NotFound, "nothing");

    [Fact]
    public async Task Slows_down_a_caller_who_asks_too_much_and_nobody_else()
    {
        await using var slow = Product.With("SupportCopilot:RateLimits:RequestsPerMinute=5");
        var greedy = slow.As(Role.Agent, user: "greedy");
        HttpResponseMessage answer;
        var asked = 0;
        do answer = await greedy.GetAsync("/api/tickets", TestContext.Current.CancellationToken);
        while (answer.IsSuccessStatusCode && ++asked < 20);

        Assert.Equal(5, asked);
        Assert.True(answer.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        await AssertProblem(answer, HttpStatusCode.TooManyRequests, "try again in");
        Assert.Equal(HttpStatusCode.OK, (await slow.As(Role.Agent, user: "patient").GetAsync("/api/tickets", TestContext.Current.CancellationToken)).StatusCode);
    }

    private static async Task AssertProblem(HttpResponseMessage answer, HttpStatusCode status, string says)
    {
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == status, $"{answer.StatusCode}: {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains(says, JsonDocument.Parse(text).RootElement.ToString());
        Assert.DoesNotContain("   at ", text);
    }
}
