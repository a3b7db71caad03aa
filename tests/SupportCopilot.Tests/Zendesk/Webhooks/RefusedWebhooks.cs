using System.Net;
using Microsoft.Data.Sqlite;

namespace SupportCopilot.Tests.Zendesk.Webhooks;

public sealed class RefusedWebhooks(ProductWithWebhooks product) : IClassFixture<ProductWithWebhooks>
{
    public static TheoryData<string> Ways => [.. Bad().Keys];

    private static Dictionary<string, (Webhook Webhook, HttpStatusCode Status)> Bad()
    {
        var now = TimeProvider.System.GetUtcNow();
        var good = Webhook.OfEvent(1);
        return new()
        {
            ["another secret"] = (Webhook.OfEvent(1, secret: "a guess"), HttpStatusCode.Unauthorized),
            ["no signature"] = (good with { Signature = _ => null }, HttpStatusCode.Unauthorized),
            ["an empty signature"] = (good with { Signature = _ => "" }, HttpStatusCode.Unauthorized),
            ["no base64"] = (good with { Signature = _ => new string('!', 44) }, HttpStatusCode.Unauthorized),
            ["another spelling of the same bytes"] = (good with { Signature = SpelledOtherwise }, HttpStatusCode.Unauthorized),
            ["the signature twice"] = (good with { Signature = right => $"{right},{right}" }, HttpStatusCode.Unauthorized),
            ["letters beyond ASCII"] = (good with { Signature = right => right[..43] + "ż" }, HttpStatusCode.Unauthorized),
            ["no timestamp"] = (good with { Timestamp = _ => null }, HttpStatusCode.Unauthorized),
            ["another timestamp"] = (good with { Timestamp = right => right.Replace("Z", ".0Z", StringComparison.Ordinal) }, HttpStatusCode.Unauthorized),
            ["another body"] = (good with { Arrives = body => body + " " }, HttpStatusCode.Unauthorized),
            ["signed six minutes ago"] = (Webhook.OfEvent(1, at: now.AddMinutes(-6)), HttpStatusCode.Unauthorized),
            ["signed six minutes ahead"] = (Webhook.OfEvent(1, at: now.AddMinutes(6)), HttpStatusCode.Unauthorized),
            ["a tenant that is not there"] = (good with { Path = "/api/zendesk/webhooks/nobody" }, HttpStatusCode.Unauthorized),
            ["a tenant with no such desk"] = (good with { Path = "/api/zendesk/webhooks/acme" }, HttpStatusCode.Unauthorized),
            ["no JSON"] = (new Webhook("{\"type\":", Webhook.GoodSecret, now), HttpStatusCode.BadRequest),
            ["a form"] = (good with { ContentType = "application/x-www-form-urlencoded" }, HttpStatusCode.UnsupportedMediaType),
            ["a body without end"] = (good with { Arrives = _ => new string(' ', 1024 * 1024 + 1) }, HttpStatusCode.RequestEntityTooLarge),
        };
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task Are_answered_so_and_leave_nothing(string what)
    {
        var (webhook, status) = Bad()[what];
        var answer = await webhook.SendAsync(product);

        Assert.True(status == answer.StatusCode, $"{what}: {answer.StatusCode}");
        Assert.Empty(await product.EventsAsync());
        Assert.DoesNotContain(product.Log.All, line => line.Contains("quetzal", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Tell_nothing_of_who_is_there()
    {
        var bad = await (await Webhook.OfEvent(1, secret: "a guess").SendAsync(product)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        foreach (var path in new[] { "/api/zendesk/webhooks/nobody", "/api/zendesk/webhooks/%20", "/api/zendesk/webhooks/DEFAULT" })
        {
            var answer = await (await (Webhook.OfEvent(1) with { Path = path }).SendAsync(product)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Equal(Without(bad), Without(answer));
        }

        static string Without(string problem) => System.Text.RegularExpressions.Regex.Replace(problem, "\"traceId\":\"[^\"]*\"", "");
    }

    [Theory]
    [InlineData("Development", true)]
    [InlineData("Production", false)]
    public async Task Never_begin_to_come_with_the_secret_that_everybody_knows_outside_Development(string environment, bool starts)
    {
        const string everybodys = "dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ==";
        await using var with = Product.In(environment, [.. Webhook.Settings, $"SupportCopilot:Zendesk:WebhookSecrets:1={everybodys}"]);
        if (starts)
        {
            await with.InitializeAsync();
            Assert.Equal(HttpStatusCode.OK, (await Webhook.OfEvent(1, secret: everybodys).SendAsync(with)).StatusCode);
        }
        else
        {
            Assert.Contains("WebhookSecrets", (await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(async () => await with.InitializeAsync())).Message);
        }
    }

    [Fact]
    public async Task Come_again_when_the_database_does_not_answer()
    {
        await using var broken = new ProductWithWebhooks();
        await broken.InitializeAsync();
        Assert.Equal(HttpStatusCode.OK, (await Webhook.OfEvent(1).SendAsync(broken)).StatusCode);
        Run(broken, "ALTER TABLE DeskEvents RENAME TO Gone");

        var answer = await Webhook.OfEvent(2).SendAsync(broken);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 59);

        Run(broken, "ALTER TABLE Gone RENAME TO DeskEvents");
        Assert.Equal(HttpStatusCode.OK, (await Webhook.OfEvent(2).SendAsync(broken)).StatusCode);
        Assert.Equal(2, (await broken.EventsAsync()).Count);
    }

    private static void Run(Product product, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(product.DataDirectory, "supportcopilot.db")}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>The last letter before the = carries two bits that mean nothing.</summary>
    private static string SpelledOtherwise(string right)
    {
        const string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        return right[..42] + letters[letters.IndexOf(right[42]) ^ 1] + "=";
    }
}
