using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace SupportCopilot.Tests.Bot;

/// <summary>The product with a connector to talk to, as in Development: without an app id, on this machine.</summary>
public class BotProduct : Product
{
    public const string ServiceUrl = "http://localhost:56150";

    private static int _ids;

    public BotProduct() : this([]) { }

    private protected BotProduct(string[] settings, Action<IServiceCollection>? fakes = null) : base(["SupportCopilot:Development:Tenant=acme", .. settings], "Development", fakes) =>
        Outside.Has("localhost:56150", Connector.AnswerAsync);

    public FakeConnector Connector { get; } = new();

    /// <summary>A product of its own for one test.</summary>
    public static new BotProduct With(params string[] settings) => new(settings);

    /// <summary>A product of its own for one test, with another clock.</summary>
    public static new BotProduct Having(Action<IServiceCollection> fakes, params string[] settings) => new(settings, fakes);

    /// <summary>A product of its own for one test, at another time.</summary>
    public static BotProduct At(TimeProvider clock) => new([], services => services.AddSingleton(clock));

    /// <summary>An activity as the Agents Playground sends it.</summary>
    public static JsonObject Activity(string type, string? text = null, string user = "anna", string? roles = null, string conversation = "personal-1", string kind = "personal", string? id = null) => new()
    {
        ["type"] = type,
        ["id"] = id ?? $"a{Interlocked.Increment(ref _ids)}",
        ["text"] = text,
        ["channelId"] = "msteams",
        ["serviceUrl"] = ServiceUrl,
        ["from"] = new JsonObject { ["id"] = $"29:{user}", ["name"] = user, ["aadObjectId"] = user },
        ["recipient"] = new JsonObject { ["id"] = "28:bot", ["name"] = "SupportCopilot" },
        ["conversation"] = new JsonObject { ["id"] = conversation, ["conversationType"] = kind, ["somethingNew"] = 7 },
        ["channelData"] = roles is null ? new JsonObject() : new JsonObject { ["supportCopilot"] = new JsonObject { ["roles"] = roles } },
        ["somethingNew"] = new JsonObject(),
    };

    /// <summary>A press on a button with Action.Execute.</summary>
    public static JsonObject Press(string verb, JsonObject data, string user = "anna", string? roles = null, string trigger = "manual", string conversation = "personal-1", string kind = "personal", string? card = null)
    {
        var press = Activity("invoke", null, user, roles, conversation, kind);
        press["name"] = "adaptiveCard/action";
        press["replyToId"] = card;
        press["value"] = new JsonObject { ["trigger"] = trigger, ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data } };
        return press;
    }

    /// <summary>The tenant that the bot's messages are for.</summary>
    protected virtual string OwnTenant => Tenant;

    /// <summary>Sends an activity and gives the response with its body; what is only acknowledged, on a busy machine, is waited for.</summary>
    public async Task<(int Status, JsonElement Body)> SendAsync(JsonObject activity, string? token = null)
    {
        var (status, body) = await SendAtOnceAsync(activity, token);
        if (status != 202) return (status, body);
        await BotDesk.EventuallyAsync(() => DatabaseAsync(db => db.Turns.AllAsync(t => t.AnsweredAt != null), OwnTenant));
        return (200, body);
    }

    /// <summary>Sends an activity and gives the response as it comes.</summary>
    public async Task<(int Status, JsonElement Body)> SendAtOnceAsync(JsonObject activity, string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json") };
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var client = Anonymous();
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.NotEmpty(body);
        return ((int)answer.StatusCode, JsonDocument.Parse(body).RootElement);
    }

    /// <summary>Says something and gives what the bot said to it.</summary>
    public async Task<IReadOnlyList<ConnectorCall>> SayAsync(string text, string user = "anna", string? roles = null, string conversation = "personal-1", string kind = "personal")
    {
        var before = Connector.Sent.Count;
        var (status, _) = await SendAsync(Activity("message", text, user, roles, conversation, kind));
        Assert.Equal(200, status);
        return [.. Connector.Sent.Skip(before)];
    }
}
