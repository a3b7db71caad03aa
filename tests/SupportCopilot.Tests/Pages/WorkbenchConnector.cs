using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SupportCopilot.Access;

namespace SupportCopilot.Tests.Pages;

public sealed class WorkbenchConnector(Product product) : IClassFixture<Product>
{
    private const string Connector = "/workbench/connector/v3/conversations";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Gives_the_page_what_the_bot_sent_changed_and_took_back()
    {
        var bot = product.Anonymous();
        var first = await IdOf(await bot.PostAsJsonAsync($"{Connector}/changed/activities", new { type = "message", text = "Working…" }, Ct));
        var second = await IdOf(await bot.PostAsJsonAsync($"{Connector}/changed/activities/{first}", new { type = "message", text = "Second" }, Ct));
        var (items, next) = await NewsAsync("changed", 0);
        Assert.Equal(["Working…", "Second"], items.Select(Text));

        (await bot.PutAsJsonAsync($"{Connector}/changed/activities/{first}", new { type = "message", text = "Done" }, Ct)).EnsureSuccessStatusCode();
        (await bot.DeleteAsync($"{Connector}/changed/activities/{second}", Ct)).EnsureSuccessStatusCode();
        (items, _) = await NewsAsync("changed", next);
        Assert.Equal([(first, "Done"), (second, null)], items.Select(item => (item.GetProperty("id").GetString()!, Text(item))));
        Assert.Equal(HttpStatusCode.NotFound, (await bot.PutAsJsonAsync($"{Connector}/changed/activities/{second}", new { type = "message" }, Ct)).StatusCode);
    }

    [Fact]
    public async Task Lets_the_page_wait_for_what_comes()
    {
        var waiting = NewsAsync("awaited", 0, wait: 20);
        await product.Anonymous().PostAsJsonAsync($"{Connector}/awaited/activities", new { type = "message", text = "Here" }, Ct);
        var (items, _) = await waiting.WaitAsync(TimeSpan.FromSeconds(10), Ct);
        Assert.Equal(["Here"], items.Select(Text));
    }

    [Fact]
    public async Task Begins_anew_for_a_page_that_has_seen_more_than_there_is()
    {
        await product.Anonymous().PostAsJsonAsync($"{Connector}/restarted/activities", new { type = "message", text = "After the restart" }, Ct);
        var (items, _) = await NewsAsync("restarted", 1_000_000);
        Assert.Equal(["After the restart"], items.Select(Text));
    }

    [Fact]
    public async Task Keeps_a_bounded_number_of_messages()
    {
        for (var i = 0; i < 210; i++)
            await product.Anonymous().PostAsJsonAsync($"{Connector}/long/activities", new { type = "message", text = $"{i}" }, Ct);
        var (items, _) = await NewsAsync("long", 0);
        Assert.Equal(200, items.Length);
        Assert.Equal("209", Text(items[^1]));
    }

    [Fact]
    public async Task Refuses_what_Teams_would_refuse_for_its_size()
    {
        var large = new { type = "message", text = new string('x', 28 * 1024) };
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await product.Anonymous().PostAsJsonAsync($"{Connector}/large/activities", large, Ct)).StatusCode);
    }

    [Fact]
    public async Task Is_closed_where_a_desk_is_connected_and_absent_outside_Development()
    {
        await using var connected = Product.With(Zendesk.DeskSettings.Acme);
        Assert.Equal(HttpStatusCode.Forbidden, (await connected.Anonymous().PostAsJsonAsync($"{Connector}/c/activities", new { }, Ct)).StatusCode);

        await using var production = Product.In("Production");
        using var answer = await production.Anonymous().PostAsJsonAsync($"{Connector}/c/activities", new { }, Ct);
        Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Unauthorized, $"{answer.StatusCode}");
    }

    [Fact]
    public async Task Stands_beside_a_gallery_of_every_card()
    {
        var cards = await product.As(Role.Agent).GetFromJsonAsync<JsonElement>("/workbench/bot/cards", Ct);
        Assert.True(cards.GetArrayLength() > 25);
        Assert.All(cards.EnumerateArray(), entry => Assert.Equal("AdaptiveCard", entry.GetProperty("card").GetProperty("type").GetString()));
    }

    private async Task<(JsonElement[] Items, long Next)> NewsAsync(string conversation, long after, int wait = 0)
    {
        var news = await product.As(Role.Agent).GetFromJsonAsync<JsonElement>($"/workbench/bot/conversations/{conversation}?after={after}&wait={wait}", Ct);
        return ([.. news.GetProperty("items").EnumerateArray()], news.GetProperty("next").GetInt64());
    }

    private static string? Text(JsonElement item) => item.TryGetProperty("activity", out var activity) ? activity.GetProperty("text").GetString() : null;

    private static async Task<string> IdOf(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetString()!;
    }
}
