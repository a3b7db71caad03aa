using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Tests.Access;

namespace SupportCopilot.Tests.Bot;

/// <summary>The product with a bot that Teams reaches: an app id, signed tokens, Teams' own connector address.</summary>
public sealed class ConnectedBot : BotProduct
{
    public const string AppId = "11111111-2222-3333-4444-555555555555";
    public const string EntraTenant = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
    public const string TeamsUrl = "https://smba.trafficmanager.net/emea/";
    public const string Anna = "0a000000-0000-0000-0000-00000000000a";

    private int _tokens;

    public ConnectedBot() : this([]) { }

    private ConnectedBot(string[] settings, Action<IServiceCollection>? fakes = null) : base(
        [$"SupportCopilot:Teams:AppId={AppId}", "SupportCopilot:Teams:AppSecret=a-secret", $"SupportCopilot:Teams:TenantId={EntraTenant}", .. settings], fakes)
    {
        Issuer.StandIn(Outside);
        Outside.Has("smba.trafficmanager.net", Connector.AnswerAsync);
        Outside.Has("login.microsoftonline.com", async (request, ct) =>
        {
            TokenRequests.Add($"{request.RequestUri} {await request.Content!.ReadAsStringAsync(ct)}");
            return TokensFail ? new(HttpStatusCode.Unauthorized) : new(HttpStatusCode.OK) { Content = JsonContent.Create(new { access_token = $"bot-token-{++_tokens}", expires_in = 3600 }) };
        });
    }

    protected override string OwnTenant => "default";

    public FakeIssuer Issuer { get; } = new("https://api.botframework.com", "https://login.botframework.com/v1/.well-known/openidconfiguration", "msteams");

    /// <summary>What was asked of Entra for the bot's own tokens.</summary>
    public List<string> TokenRequests { get; } = [];

    public bool TokensFail { get; set; }

    public static new ConnectedBot With(params string[] settings) => new(settings);

    public static new ConnectedBot At(TimeProvider clock) => new([], services => services.AddSingleton(clock));

    /// <summary>A message as Teams sends it.</summary>
    public static JsonObject Message(string text, string person = Anna, string conversation = "a:personal", string kind = "personal", string type = "message", string? tenant = EntraTenant)
    {
        var message = Activity(type, text, conversation: conversation, kind: kind);
        message["serviceUrl"] = TeamsUrl;
        message["from"] = new JsonObject { ["id"] = $"29:{person}", ["name"] = "Anna Adams", ["aadObjectId"] = person };
        message["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = tenant } };
        return message;
    }

    /// <summary>The claims of a right token, with others in place of some.</summary>
    public static JsonObject Claims(params (string Name, JsonNode? Value)[] others)
    {
        var claims = new JsonObject { ["aud"] = AppId, ["serviceurl"] = TeamsUrl };
        foreach (var (name, value) in others) claims[name] = value;
        return claims;
    }

    public string Token(params (string Name, JsonNode? Value)[] others) => Issuer.Token(Claims(others));
}
