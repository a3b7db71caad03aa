using System.Net;
using System.Text.Json.Nodes;
using SupportCopilot.Zendesk.Intercom;

namespace SupportCopilot.Tests.Zendesk.Intercom;

public sealed class SignedNotifications(IntercomProduct product) : IClassFixture<IntercomProduct>
{
    [Theory]
    [InlineData(Notification.Secret)]
    [InlineData("the one before it")]
    public async Task Are_taken_with_any_secret_that_counts(string secret)
    {
        var id = product.NewConversation();
        var answer = await (Notification.Of("conversation.user.created", Talk.Conversation(id, Talk.Noon)) with { SignedBy = secret }).SendAsync(product);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("conversation.user.created", Assert.Single(await product.EventsAsync(id)).Kind);
    }

    [Fact]
    public async Task Are_kept_once_however_often_they_come()
    {
        var id = product.NewConversation();
        var notification = Notification.Of("conversation.user.created", Talk.Conversation(id, Talk.Noon), "notif_1");
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => notification.SendAsync(product)));
        await (notification with { Body = notification.Body.Replace("\"delivery_attempts\":1", "\"delivery_attempts\":2", StringComparison.Ordinal) }).SendAsync(product);

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Single(await product.EventsAsync(id));
    }

    public static TheoryData<string> Ways => [.. Bad("x").Keys];

    [Theory, MemberData(nameof(Ways))]
    public async Task Are_refused_and_leave_nothing_when_they_are_spoilt(string what)
    {
        var id = product.NewConversation();
        var (notification, status) = Bad(id)[what];
        Assert.Equal(status, (await notification.SendAsync(product)).StatusCode);
        Assert.Empty(await product.EventsAsync(id));
    }

    [Theory]
    [InlineData("ping")]
    [InlineData("contact.user.created")]
    public async Task That_are_no_news_of_a_conversation_are_answered_and_leave_nothing(string topic)
    {
        var id = product.NewConversation();
        var answer = await Notification.Of(topic, new JsonObject { ["type"] = "ping", ["id"] = id, ["message"] = "something something interzen" }).SendAsync(product);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await product.EventsAsync(id));
    }

    [Theory]
    [InlineData("default")]
    [InlineData("nobody")]
    public async Task Have_an_address_that_says_it_is_there_whoever_it_is_for(string tenant)
    {
        using var asked = new HttpRequestMessage(HttpMethod.Head, $"/api/intercom/webhooks/{tenant}");
        Assert.Equal(HttpStatusCode.OK, (await product.Anonymous().SendAsync(asked, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Leave_no_words_in_the_log()
    {
        var id = product.NewConversation();
        await product.TakeAsync([Notification.Of("conversation.user.created", Talk.Conversation(id, Talk.Noon))]);
        await Notification.Of("conversation.user.replied", new JsonObject { ["id"] = id, ["conversation_parts"] = "Mia Quetzal" }).SendAsync(product);
        await product.WorkDeskEventsAsync();

        Assert.True(product.Log.All.Count > 20);
        Assert.DoesNotContain(product.Log.All, line => line.Contains("quetzal", StringComparison.OrdinalIgnoreCase) || line.Contains("two weeks", StringComparison.Ordinal));
    }

    [Fact]
    public void None_of_ten_thousand_mutations_holds_while_each_right_one_does()
    {
        var dice = new Random(2026);
        byte[][] secrets = ["one"u8.ToArray(), "another"u8.ToArray()];
        var (accepted, right) = (0, 0);
        for (var i = 0; i < 10_000; i++)
        {
            var body = new byte[dice.Next(20, 400)];
            dice.NextBytes(body);
#pragma warning disable CA5350 // Intercom signs by SHA-1
            var signature = "sha1=" + Convert.ToHexStringLower(System.Security.Cryptography.HMACSHA1.HashData(secrets[i % 2], body));
#pragma warning restore CA5350
            if (IntercomSignature.Holds(body, signature, secrets)) right++;
            var at = dice.Next(signature.Length);
            var other = signature[..at] + (char)dice.Next(33, 127) + signature[(at + 1)..];
            if (i % 2 == 0) body[dice.Next(body.Length)] ^= (byte)(1 << dice.Next(8));
            else if (other == signature) other = signature.ToUpperInvariant();
            if (IntercomSignature.Holds(body, i % 2 == 0 ? signature : other, secrets)) accepted++;
        }

        Assert.Equal((0, 10_000), (accepted, right));
    }

    private static Dictionary<string, (Notification, HttpStatusCode)> Bad(string id)
    {
        var good = Notification.Of("conversation.user.created", Talk.Conversation(id, Talk.Noon));
        return new()
        {
            ["another secret"] = (good with { SignedBy = "a guess" }, HttpStatusCode.Unauthorized),
            ["no signature"] = (good with { Signature = _ => null }, HttpStatusCode.Unauthorized),
            ["a signature without its start"] = (good with { Signature = right => right["sha1=".Length..] }, HttpStatusCode.Unauthorized),
            ["another spelling"] = (good with { Signature = right => right.ToUpperInvariant() }, HttpStatusCode.Unauthorized),
            ["another body"] = (good with { Arrives = body => body + "\n" }, HttpStatusCode.Unauthorized),
            ["another tenant"] = (good with { Path = "/api/intercom/webhooks/acme" }, HttpStatusCode.Unauthorized),
            ["the door of another desk"] = (good with { Path = "/api/zendesk/webhooks/default" }, HttpStatusCode.Unauthorized),
            ["no JSON"] = (new Notification("[1,"), HttpStatusCode.BadRequest),
        };
    }
}
