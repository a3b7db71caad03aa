using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Access.Conversations;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Bot;

/// <summary>The bot as Teams meets it: installed, greeted by strangers and colleagues, taken out again.</summary>
public sealed class BotInTeams : IAsyncLifetime
{
    private readonly SetClock _clock = new(TimeProvider.System.GetUtcNow());
    private readonly ConnectedBot _bot;

    public BotInTeams() => _bot = ConnectedBot.At(_clock);

    public ValueTask InitializeAsync() => _bot.InitializeAsync();

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public async Task Is_greeted_once_however_often_Teams_tells_of_it()
    {
        await SendAsync(Installation("add"));
        await SendAsync(Added("28:bot"));
        await SendAsync(Added("28:bot"));
        await SendAsync(Added("29:a-colleague"));

        Assert.Contains("Hello, I am SupportCopilot", Assert.Single(_bot.Connector.Sent).Words);
    }

    [Fact]
    public async Task Is_silent_where_it_was_taken_out_and_greeted_when_it_comes_again()
    {
        await SendAsync(Installation("add"));
        await SendAsync(Installation("remove"));
        Assert.False(await IsLiveAsync());

        await SendAsync(Installation("add"));
        Assert.True(await IsLiveAsync());
        Assert.Equal(2, _bot.Connector.Sent.Count);
    }

    [Fact]
    public async Task Is_taken_out_of_a_deleted_channel()
    {
        await SendAsync(ConnectedBot.Message("help", conversation: "19:gone@thread.tacv2", kind: "channel"));
        var deleted = ConnectedBot.Message("", conversation: "19:general@thread.tacv2", kind: "channel", type: "conversationUpdate");
        deleted["channelData"]!["eventType"] = "channelDeleted";
        deleted["channelData"]!["channel"] = new JsonObject { ["id"] = "19:gone@thread.tacv2" };

        await SendAsync(deleted);

        Assert.False(await IsLiveAsync("19:gone@thread.tacv2"));
    }

    [Fact]
    public async Task Knows_a_product_owners_personal_conversation_from_the_installation_on()
    {
        await HasAnnaAsync(Role.ProductOwner);

        await SendAsync(Installation("add"));

        var kept = await _bot.DatabaseAsync(db => db.Conversations.SingleAsync(), "default");
        Assert.Equal((ConversationKind.Personal, true, ConnectedBot.TeamsUrl), (kept.Kind, kept.PersonId is not null, kept.ServiceUrl));
    }

    [Fact]
    public async Task Tells_a_stranger_what_an_admin_must_do_and_nothing_else()
    {
        await SendAsync(ConnectedBot.Message("How many tickets?"));

        var said = Assert.Single(_bot.Connector.Sent).Words;
        Assert.Contains("I do not know you yet", said);
        Assert.Contains(ConnectedBot.Anna, said);
        Assert.Equal(0, await _bot.DatabaseAsync(db => db.Questions.CountAsync(), "default"));
    }

    [Fact]
    public async Task Takes_no_role_from_the_message()
    {
        var message = ConnectedBot.Message("How many tickets?");
        message["channelData"]!["supportCopilot"] = new JsonObject { ["roles"] = "admin,analyst", ["tenant"] = "acme" };

        await SendAsync(message);

        Assert.Contains("I do not know you yet", Assert.Single(_bot.Connector.Sent).Words);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("not-a-guid")]
    public async Task Knows_nobody_whom_Teams_does_not_name(string? objectId)
    {
        await HasAnnaAsync(Role.Analyst);
        var message = ConnectedBot.Message("How many tickets?");
        message["from"]!["aadObjectId"] = objectId;

        await SendAsync(message);

        Assert.Contains("no rights here", Assert.Single(_bot.Connector.Sent).Words);
    }

    [Fact]
    public async Task Answers_with_the_rights_of_this_very_moment()
    {
        await HasAnnaAsync(Role.Analyst);
        await SendAsync(ConnectedBot.Message("How many tickets?"));
        await HasAnnaAsync(Role.None);
        await SendAsync(ConnectedBot.Message("How many tickets?"));

        Assert.DoesNotContain("do not know you", _bot.Connector.Sent[0].Words);
        Assert.Contains("do not know you", _bot.Connector.Sent[1].Words);
    }

    [Fact]
    public async Task Keeps_its_own_token_until_shortly_before_its_end()
    {
        await SendAsync(ConnectedBot.Message("help"));
        await SendAsync(ConnectedBot.Message("help"));
        Assert.Single(_bot.TokenRequests);
        Assert.Contains($"/{ConnectedBot.EntraTenant}/oauth2/v2.0/token", _bot.TokenRequests[0]);
        Assert.Contains("scope=https%3A%2F%2Fapi.botframework.com%2F.default", _bot.TokenRequests[0]);

        _clock.Advance(TimeSpan.FromMinutes(56));
        await SendAsync(ConnectedBot.Message("help"));

        Assert.Equal("Bearer bot-token-2", _bot.Connector.Sent[^1].Authorization);
    }

    [Fact]
    public async Task Gets_another_token_when_its_own_is_not_taken()
    {
        await SendAsync(ConnectedBot.Message("help"));
        _bot.Connector.FailNext(HttpStatusCode.Unauthorized);

        await SendAsync(ConnectedBot.Message("help"));

        Assert.Equal("Bearer bot-token-2", _bot.Connector.Sent[^1].Authorization);
    }

    [Fact]
    public async Task Gets_its_token_as_a_managed_identity_without_any_secret()
    {
        await using var own = ConnectedBot.With("SupportCopilot:Teams:AppSecret=", "SupportCopilot:Teams:ManagedIdentity=true");
        var asked = new List<string>();
        own.Outside.Has("169.254.169.254", (request, _) =>
        {
            asked.Add(request.RequestUri!.ToString());
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = JsonContent.Create(new { access_token = "token-of-the-identity", expires_in = "3600", expires_on = $"{Access.FakeIssuer.Seconds(3600)}", resource = "https://api.botframework.com", token_type = "Bearer" }),
            });
        });
        await own.InitializeAsync();

        await own.SendAsync(ConnectedBot.Message("help"), own.Token());

        Assert.Equal("Bearer token-of-the-identity", Assert.Single(own.Connector.Sent).Authorization);
        Assert.Contains(asked, address => address.Contains($"client_id={ConnectedBot.AppId}", StringComparison.Ordinal) && address.Contains("api.botframework.com", StringComparison.Ordinal));
        Assert.Empty(own.TokenRequests);
    }

    [Fact]
    public async Task Never_writes_its_secret_into_the_log()
    {
        _bot.TokensFail = true;
        await _bot.SendAtOnceAsync(ConnectedBot.Message("help"), _bot.Token());

        await BotDesk.EventuallyAsync(() => Task.FromResult(_bot.Log.All.Any(line => line.Contains("could not be sent", StringComparison.Ordinal))));
        Assert.DoesNotContain(_bot.Log.All, line => line.Contains("a-secret", StringComparison.Ordinal) || line.Contains("bot-token", StringComparison.Ordinal));
    }

    private async Task SendAsync(JsonObject activity)
    {
        var (status, body) = await _bot.SendAsync(activity, _bot.Token());
        Assert.True(status is 200 or 202, body.GetRawText());
    }

    private static JsonObject Installation(string action)
    {
        var installation = ConnectedBot.Message("", type: "installationUpdate");
        installation["action"] = action;
        return installation;
    }

    private static JsonObject Added(string member)
    {
        var update = ConnectedBot.Message("", type: "conversationUpdate");
        update["membersAdded"] = new JsonArray(new JsonObject { ["id"] = member });
        return update;
    }

    private Task<bool> IsLiveAsync(string conversation = "a:personal") =>
        _bot.DatabaseAsync(db => db.Conversations.Where(c => c.ExternalId == conversation).Select(c => c.IsLive).SingleAsync(), "default");

    private Task HasAnnaAsync(Role roles) => _bot.DatabaseAsync(async db =>
    {
        var anna = await db.People.SingleOrDefaultAsync(p => p.ExternalId == ConnectedBot.Anna) ?? db.People.Add(new Person { Source = "entra", ExternalId = ConnectedBot.Anna, Name = "Anna" }).Entity;
        anna.Roles = roles;
        return await db.SaveChangesAsync();
    }, "default");
}
