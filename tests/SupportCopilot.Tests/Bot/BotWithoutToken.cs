using System.Net;
using System.Text;
using Microsoft.Extensions.Options;

namespace SupportCopilot.Tests.Bot;

/// <summary>Messages without a token: on a developer's own machine alone, on the terms of the Development sign-in.</summary>
public sealed class BotWithoutToken
{
    [Theory]
    [InlineData("Test-Remote-Address", "203.0.113.7")]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("Host", "desk.example")]
    public async Task Is_refused_when_it_does_not_come_from_this_machine(string header, string value)
    {
        await using var bot = BotProduct.With();
        await bot.InitializeAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(bot, BotProduct.ServiceUrl, (header, value)));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(bot, BotProduct.ServiceUrl));
    }

    [Theory]
    [InlineData("http://localhost.evil.example/")]
    [InlineData("http://192.168.1.5:56150/")]
    [InlineData("https://smba.trafficmanager.net/emea/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("")]
    public async Task Is_refused_when_its_answer_would_leave_this_machine(string serviceUrl)
    {
        await using var bot = BotProduct.With();
        await bot.InitializeAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(bot, serviceUrl));
    }

    [Fact]
    public async Task Is_refused_when_a_desk_is_connected()
    {
        await using var bot = BotProduct.With(Zendesk.DeskSettings.Acme);
        await bot.InitializeAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(bot, BotProduct.ServiceUrl));
    }

    [Fact]
    public async Task Is_refused_outside_Development()
    {
        await using var product = Product.In("Production");

        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(product, BotProduct.ServiceUrl));
    }

    [Fact]
    public async Task Works_for_the_tenant_that_Development_opens()
    {
        await using var bot = Product.With();
        var connector = new FakeConnector();
        bot.Outside.Has("localhost:56150", connector.AnswerAsync);
        await PostAsync(bot, BotProduct.ServiceUrl);
        await bot.HasTicketAsync("The first of my own", "Where is it?", tenant: "default");
        await PostAsync(bot, BotProduct.ServiceUrl);

        foreach (var tenant in new[] { "demo", "default" })
            Assert.Equal(1, await bot.DatabaseAsync(db => Task.FromResult(db.Conversations.Count()), tenant));
    }

    [Theory]
    [InlineData("Production", "SupportCopilot:Teams:AppId", new string[0])]
    [InlineData("Staging", "SupportCopilot:Teams:AppId", new[] { "SupportCopilot:Teams:AppSecret=x" })]
    [InlineData("Production", "TenantId", new[] { "SupportCopilot:Teams:AppId=11111111-2222-3333-4444-555555555555", "SupportCopilot:Teams:AppSecret=x" })]
    [InlineData("Production", "AppSecret", new[] { "SupportCopilot:Teams:AppId=11111111-2222-3333-4444-555555555555", "SupportCopilot:Teams:TenantId=aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee" })]
    [InlineData("Development", "AppId", new[] { "SupportCopilot:Teams:AppSecret=x" })]
    public async Task Does_not_even_start_where_a_token_could_not_be_checked(string environment, string names, string[] settings)
    {
        var product = Product.In(environment, ["SupportCopilot:Teams:Enabled=true", .. settings]);

        var refused = Assert.Throws<OptionsValidationException>(() => product.Services);

        Assert.Contains(names, refused.Message);
        await product.DisposeAsync();
    }

    [Fact]
    public async Task Starts_outside_Development_with_an_app_id_or_without_any_bot()
    {
        await using var without = Product.In("Production");
        await using var with = Product.In("Production", "SupportCopilot:Teams:Enabled=true", $"SupportCopilot:Teams:AppId={ConnectedBot.AppId}", $"SupportCopilot:Teams:TenantId={ConnectedBot.EntraTenant}", "SupportCopilot:Teams:ManagedIdentity=true");

        Assert.Contains("\"bot\":{\"status\":\"notConnected\"", await without.Anonymous().GetStringAsync("/health/ready", TestContext.Current.CancellationToken));
        Assert.Contains("\"bot\":{\"status\":\"ok\"", await with.Anonymous().GetStringAsync("/health/ready", TestContext.Current.CancellationToken));
    }

    private static async Task<HttpStatusCode> PostAsync(Product product, string serviceUrl, params (string Name, string Value)[] headers)
    {
        var message = BotProduct.Activity("message", "help");
        message["serviceUrl"] = serviceUrl;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent(message.ToJsonString(), Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await product.Anonymous().SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
