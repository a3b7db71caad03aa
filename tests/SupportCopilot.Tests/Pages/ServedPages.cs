using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SupportCopilot.Tests.Pages;

public sealed class ServedPages(Product product) : IClassFixture<Product>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/")]
    [InlineData("/sidebar")]
    public async Task Sign_in_whoever_runs_the_product_on_their_own_machine(string address)
    {
        var session = await SessionAsync(product, address);
        Assert.Equal("Dev tenant=demo;user=workbench;roles=agent", session.GetProperty("authorization").GetString());
        Assert.Equal(JsonValueKind.Null, session.GetProperty("source").ValueKind);
    }

    [Fact]
    public async Task Open_ones_own_import_once_there_is_one_and_another_tenant_only_if_it_exists()
    {
        await using var own = new Product();
        await own.HasTicketAsync("Refund", "Where is my refund?", "default");

        Assert.Equal("default", (await SessionAsync(own, "/")).GetProperty("tenant").GetString());
        Assert.Equal("default", (await SessionAsync(own, "/?tenant=nobody")).GetProperty("tenant").GetString());

        await own.InsideAsync(_ => Task.CompletedTask, "demo");
        var session = await SessionAsync(own, "/?tenant=demo");
        Assert.Equal("demo", session.GetProperty("tenant").GetString());
        Assert.Equal(["default", "demo"], session.GetProperty("tenants").EnumerateArray().Select(t => t.GetString()!));
        Assert.StartsWith("Dev tenant=demo;", (await SessionAsync(own, "/sidebar?tenant=demo")).GetProperty("authorization").GetString());
    }

    [Fact]
    public async Task Ask_nobody_to_sign_in_for_the_icon_that_browsers_fetch_by_themselves()
    {
        await using var product = new Product();
        using var icon = await product.Anonymous().GetAsync("/favicon.ico", Ct);
        Assert.Equal(HttpStatusCode.NoContent, icon.StatusCode);
    }

    [Fact]
    public async Task Sign_nobody_in_when_a_desk_is_connected_and_the_workbench_says_why()
    {
        await using var connected = Product.With(Zendesk.DeskSettings.Acme);
        var workbench = await SessionAsync(connected, "/");
        Assert.Equal(JsonValueKind.Null, workbench.GetProperty("authorization").ValueKind);
        Assert.Contains("desk is connected", workbench.GetProperty("refused").GetString());
        Assert.Equal(JsonValueKind.Null, (await SessionAsync(connected, "/sidebar")).GetProperty("authorization").ValueKind);
    }

    [Fact]
    public async Task Outside_Development_there_is_no_workbench_and_the_sidebar_has_no_session()
    {
        await using var production = Product.In("Production");
        using var workbench = await production.Anonymous().GetAsync("/", Ct);
        Assert.NotEqual(HttpStatusCode.OK, workbench.StatusCode);
        Assert.Equal(JsonValueKind.Null, (await SessionAsync(production, "/sidebar")).GetProperty("authorization").ValueKind);
    }

    [Fact]
    public async Task May_be_framed_by_Zendesk_and_run_only_scripts_of_this_server()
    {
        await using var production = Product.In("Production");
        using var response = await production.Anonymous().GetAsync("/sidebar", Ct);
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'self'", policy);
        Assert.Contains("frame-ancestors https://*.zendesk.com", policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.DoesNotContain("script-src", policy);
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.EndsWith("frame-ancestors https://*.zendesk.com 'self'", await PolicyInDevelopmentAsync());
    }

    [Fact]
    public async Task Load_files_that_browsers_may_keep_for_good_and_nothing_beside_them()
    {
        var client = product.Anonymous();
        var html = await client.GetStringAsync("/sidebar", Ct);
        var script = Regex.Match(html, "src=\"(/pages/assets/[^\"]+\\.js)\"").Groups[1].Value;

        using var file = await client.GetAsync(script, Ct);
        Assert.Equal("text/javascript", file.Content.Headers.ContentType!.MediaType);
        Assert.Contains("immutable", file.Headers.GetValues("Cache-Control").Single());
        foreach (var outside in new[] { "/pages/assets/none.js", "/pages/assets/..%5csidebar.html", "/pages/assets/..%2fsidebar.html", "/pages/sidebar.html" })
        {
            using var refused = await client.GetAsync(outside, Ct);
            Assert.False(refused.IsSuccessStatusCode, outside);
        }
    }

    private async Task<string> PolicyInDevelopmentAsync()
    {
        using var response = await product.Anonymous().GetAsync("/sidebar", Ct);
        return response.Headers.GetValues("Content-Security-Policy").Single();
    }

    private static async Task<JsonElement> SessionAsync(Product product, string address)
    {
        var html = await product.Anonymous().GetStringAsync(address, Ct);
        var block = Regex.Match(html, "<script id=\"session\" type=\"application/json\">(.*?)</script>").Groups[1].Value;
        return JsonDocument.Parse(block).RootElement;
    }
}
