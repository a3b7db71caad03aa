using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;

namespace SupportCopilot.Tests.Knowledge;

public sealed class ArticlesOverHttp(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task An_expert_writes_an_article_and_agents_read_it()
    {
        var written = await Write(product.As(Role.Sme), new { title = "Reset your password", body = "## Steps\n\n1. Open *Settings*.\n2. Choose **Reset**.", language = "en" });
        Assert.Equal(HttpStatusCode.Created, written.StatusCode);

        var read = await product.As(Role.Agent).GetAsync<JsonElement>(written.Headers.Location!.ToString());

        Assert.Equal("## Steps\n\n1. Open Settings.\n2. Choose Reset.", read.GetProperty("body").GetString());
        Assert.Equal("public", read.GetProperty("article").GetProperty("segment").GetString());
    }

    [Fact]
    public async Task Script_and_style_of_html_do_not_come_along()
    {
        var written = await Write(product.As(Role.Sme), new { title = "Refunds", body = "<h2>When</h2><script>alert(1)</script><p onclick=\"x()\">Within <b>14</b> days.</p><img src=x onerror=alert(1)>" });

        var article = await written.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);

        Assert.Equal("## When\n\nWithin 14 days.", article.GetProperty("body").GetString());
    }

    [Fact]
    public async Task Writing_under_the_same_external_id_changes_the_article_that_is_there()
    {
        var sme = product.As(Role.Sme);
        var first = await Write(sme, new { title = "Shipping", body = "Two days.", externalId = "shipping" });
        var second = await Write(sme, new { title = "Shipping", body = "Three days.", externalId = "shipping" });

        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal("Three days.", await product.DatabaseAsync(db => db.Articles.Where(a => a.ExternalId == "shipping").Select(a => a.Body).SingleAsync()));
    }

    [Fact]
    public async Task An_agent_may_not_write()
    {
        var refused = await Write(product.As(Role.Agent), new { title = "Mine", body = "Words." });

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Theory]
    [InlineData("""{"title":"","body":"Words."}""")]
    [InlineData("""{"title":"Title","body":"<script>only()</script>"}""")]
    [InlineData("""{"title":"Title","body":"Words.","segment":"secret"}""")]
    [InlineData("""{"title":"Title","body":"Words.","url":"javascript:alert(1)"}""")]
    [InlineData("""{"title":"Title","body":"Words.","format":"docx"}""")]
    [InlineData("""{"title":"Title","body":"Words.","language":"english"}""")]
    public async Task What_is_wrong_is_refused(string body)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        var answer = await product.As(Role.Sme).PostAsync("/api/articles", content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task The_list_is_paged_and_complete()
    {
        const string tenant = "paging";
        var sme = product.As(Role.Sme, tenant);
        for (var i = 0; i < 5; i++) await Write(sme, new { title = $"Article {i}", body = "Words." });

        var titles = new List<string?>();
        string? after = null;
        do
        {
            var page = await product.As(Role.Agent, tenant).GetAsync<JsonElement>($"/api/articles?limit=2{(after is null ? "" : $"&after={after}")}");
            titles.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("title").GetString()));
            after = page.GetProperty("next").GetString();
        }
        while (after is not null);

        Assert.Equal(["Article 0", "Article 1", "Article 2", "Article 3", "Article 4"], titles);
    }

    [Fact]
    public async Task Another_tenants_article_is_not_there()
    {
        var written = await Write(product.As(Role.Sme), new { title = "Ours", body = "Words." });

        var answer = await product.As(Role.Admin, "stranger").GetAsync(written.Headers.Location, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static Task<HttpResponseMessage> Write(HttpClient client, object article) =>
        client.PostAsJsonAsync("/api/articles", article, TestContext.Current.CancellationToken);
}
