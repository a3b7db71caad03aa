using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using SupportCopilot.Tests.Access;

namespace SupportCopilot.Tests.Bot;

public sealed class BotTokenTests(ConnectedBot bot) : IClassFixture<ConnectedBot>
{
    [Fact]
    public async Task A_right_token_is_taken()
    {
        var (status, body) = await bot.SendAsync(ConnectedBot.Message("help"), bot.Token());

        Assert.True(status == 200, body.GetRawText());
        Assert.Equal("Bearer bot-token-1", bot.Connector.Sent[^1].Authorization);
    }

    [Theory]
    [InlineData("iss", "https://sts.windows.net/evil/", "another issuer")]
    [InlineData("aud", "99999999-2222-3333-4444-555555555555", "another audience")]
    [InlineData("aud", null, "another audience")]
    [InlineData("serviceurl", "https://smba.trafficmanager.net/amer/", "another service address")]
    [InlineData("serviceurl", null, "another service address")]
    [InlineData("exp", null, "how long it is valid")]
    public async Task A_wrong_claim_is_refused(string claim, string? value, string why) => await RefusedAsync(bot.Token((claim, value)), why);

    [Fact]
    public async Task An_expired_token_is_refused_but_not_within_five_minutes()
    {
        await RefusedAsync(bot.Token(("exp", FakeIssuer.Seconds(-330))), "expired");
        await TakenAsync(bot.Token(("exp", FakeIssuer.Seconds(-270))));
    }

    [Fact]
    public async Task A_token_that_is_not_valid_yet_is_refused_but_not_within_five_minutes()
    {
        await RefusedAsync(bot.Token(("nbf", FakeIssuer.Seconds(330))), "not valid yet");
        await TakenAsync(bot.Token(("nbf", FakeIssuer.Seconds(270))));
    }

    [Theory]
    [InlineData("HS256")]
    [InlineData("none")]
    [InlineData("RS512")]
    public async Task Another_algorithm_is_refused(string algorithm) => await RefusedAsync(bot.Issuer.Token(ConnectedBot.Claims(), algorithm), "RS256");

    [Fact]
    public async Task A_strange_key_is_refused_by_its_name_and_by_its_signature()
    {
        using var strange = RSA.Create(2048);
        await RefusedAsync(bot.Issuer.Token(ConnectedBot.Claims(), keyId: "strange", signedBy: strange), "does not name");
        await RefusedAsync(bot.Issuer.Token(ConnectedBot.Claims(), signedBy: strange), "signature does not hold");
    }

    [Fact]
    public async Task A_changed_claim_breaks_the_signature()
    {
        var parts = bot.Token().Split('.');
        var payload = Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(parts[1])).Replace("smba", "SMBA", StringComparison.Ordinal);
        parts[1] = System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(payload));

        await RefusedAsync(string.Join('.', parts), "signature does not hold");
    }

    [Theory]
    [InlineData(".iv.tag", "three segments")]
    [InlineData(".more", "three segments")]
    public async Task Five_segments_are_refused(string rest, string why) => await RefusedAsync(bot.Issuer.Token(ConnectedBot.Claims(), part4And5: rest), why);

    [Fact]
    public async Task More_than_8_KB_are_refused() => await RefusedAsync(bot.Token(("padding", new string('x', 8 * 1024))), "8,192 characters");

    [Theory]
    [InlineData("a.b.c")]
    [InlineData("..")]
    [InlineData("%%%.%%%.%%%")]
    public async Task What_is_no_token_is_refused(string token) => await RefusedAsync(token, "");

    [Fact]
    public async Task No_token_is_refused_although_it_comes_from_this_machine() => await RefusedAsync(null, "no token");

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("https://evil.trafficmanager.net/")]
    [InlineData("http://smba.trafficmanager.net/emea/")]
    [InlineData("https://smba.trafficmanager.net:8443/emea/")]
    [InlineData("https://user@smba.trafficmanager.net/emea/")]
    [InlineData("http://localhost:56150")]
    public async Task A_service_address_that_is_not_Microsofts_is_refused_even_with_a_token_for_it(string serviceUrl)
    {
        var message = ConnectedBot.Message("help");
        message["serviceUrl"] = serviceUrl;

        await RefusedAsync(bot.Token(("serviceurl", serviceUrl)), "service address", message);
    }

    [Theory]
    [InlineData("bbbbbbbb-bbbb-cccc-dddd-eeeeeeeeeeee")]
    [InlineData(null)]
    public async Task Another_Entra_tenant_is_refused(string? tenant) => await RefusedAsync(bot.Token(), "not connected here", ConnectedBot.Message("help", tenant: tenant));

    [Fact]
    public async Task A_key_that_may_not_speak_for_the_channel_is_refused()
    {
        var message = ConnectedBot.Message("help");
        message["channelId"] = "webchat";

        await RefusedAsync(bot.Token(), "this channel", message);
    }

    [Fact]
    public async Task A_new_key_of_the_issuer_is_taken_up()
    {
        var clock = new SetClock(TimeProvider.System.GetUtcNow());
        await using var own = ConnectedBot.At(clock);
        await own.InitializeAsync();
        Assert.Equal(200, (await own.SendAsync(ConnectedBot.Message("help"), own.Token())).Status);

        own.Issuer.ChangeKey();
        Assert.Equal(401, (await own.SendAsync(ConnectedBot.Message("help"), own.Token())).Status);   // made-up keys make no storm on the issuer
        clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal(200, (await own.SendAsync(ConnectedBot.Message("help"), own.Token())).Status);
        Assert.Equal(2, own.Issuer.KeyReads);
    }

    [Theory]
    [InlineData("text/plain", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/x-www-form-urlencoded", HttpStatusCode.UnsupportedMediaType)]
    public async Task Anything_but_JSON_is_refused(string type, HttpStatusCode status) =>
        Assert.Equal(status, await PostAsync(new StringContent(ConnectedBot.Message("help").ToJsonString(), Encoding.UTF8, type)));

    [Fact]
    public async Task A_body_that_is_too_large_or_no_activity_is_refused()
    {
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(Json($"{{\"type\":\"message\",\"text\":\"{new string('x', 300 * 1024)}\"}}")));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(Json("{\"type\":")));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(Json("[]")));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(Json("null")));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(Json("{\"type\":\"message\"}")));
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private async Task<HttpStatusCode> PostAsync(HttpContent body)
    {
        using var client = bot.Anonymous();
        client.DefaultRequestHeaders.Authorization = new("Bearer", bot.Token());
        using var answer = await client.PostAsync("/api/messages", body, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private async Task TakenAsync(string token) => Assert.Equal(200, (await bot.SendAsync(ConnectedBot.Message("help"), token)).Status);

    private async Task RefusedAsync(string? token, string why, JsonObject? message = null)
    {
        var before = bot.Connector.Calls.Count;

        var (status, body) = await bot.SendAsync(message ?? ConnectedBot.Message("help"), token);

        Assert.Equal(401, status);
        Assert.Contains(why, body.GetProperty("detail").GetString());
        Assert.Equal(before, bot.Connector.Calls.Count);
    }
}
