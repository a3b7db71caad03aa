using System.Net;
using SupportCopilot.Zendesk.Client;
using SupportCopilot.Zendesk.Connections;
using SupportCopilot.Zendesk.Wire;
using ZendeskSimulator;

namespace SupportCopilot.Tests.Zendesk.Client;

/// <summary>How requests are signed, and when a token is fetched anew.</summary>
public sealed class TokensOfTheClient
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_is_fetched_once_for_many_and_again_before_it_ends()
    {
        var clock = new TurnedClock(Start);
        var zendesk = new SimulatedZendesk(new() { Tickets = 20, TokenLifetime = TimeSpan.FromHours(1) }, clock);
        var client = ClientOf.Make(zendesk.SendAsync, clock, Login(zendesk));

        await Task.WhenAll(Enumerable.Range(1, 10).Select(id => client.TicketAsync(id, Lane.Person, Ct)));
        Assert.Equal(1, zendesk.TokensGiven);
        await clock.TurnAsync(TimeSpan.FromMinutes(57));
        await client.TicketAsync(1, Lane.Person, Ct);
        Assert.Equal(1, zendesk.TokensGiven);
        await clock.TurnAsync(TimeSpan.FromMinutes(2));
        await Task.WhenAll(Enumerable.Range(1, 10).Select(id => client.TicketAsync(id, Lane.Person, Ct)));

        Assert.Equal(2, zendesk.TokensGiven);
        Assert.Equal(0, Unauthorized(zendesk));
    }

    [Fact]
    public async Task A_revoked_token_is_replaced_in_the_middle_of_a_run_and_a_write_arrives_once()
    {
        var zendesk = new SimulatedZendesk(new() { Tickets = 20 });
        var client = ClientOf.Make(zendesk.SendAsync, login: Login(zendesk));
        var ticket = (await client.TicketAsync(7, Lane.Work, Ct)).Ticket!;

        zendesk.RevokeTokens();
        var updated = await client.UpdateAsync(7, new ZendeskTicketUpdate { Comment = new("once", false), UpdatedStamp = ticket.UpdatedAt, SafeUpdate = true }, Lane.Work, Ct);

        Assert.NotNull(updated.Audit);
        Assert.Equal((2, 1, 1), (zendesk.TokensGiven, Unauthorized(zendesk), zendesk.Ticket(7).Comments.Count(comment => comment.Body == "once")));
    }

    [Fact]
    public async Task Of_many_that_meet_a_revoked_token_at_once_few_fetch_another_and_all_arrive()
    {
        var zendesk = new SimulatedZendesk(new() { Tickets = 50 });
        var client = ClientOf.Make(zendesk.SendAsync, login: Login(zendesk));
        await client.TicketAsync(1, Lane.Work, Ct);
        zendesk.RevokeTokens();

        await Task.WhenAll(Enumerable.Range(1, 30).Select(id => Task.Run(() => client.TicketAsync(id, Lane.Work, Ct))));

        Assert.Equal(2, zendesk.TokensGiven);
    }

    [Fact]
    public async Task Credentials_that_are_not_taken_end_after_one_new_token()
    {
        var desk = new ScriptedDesk().Answers(HttpStatusCode.Unauthorized);
        var failure = await Assert.ThrowsAsync<ZendeskException>(() => ClientOf.Make(desk.SendAsync).TicketAsync(7, Lane.Sync, Ct));
        Assert.Equal((ZendeskFailure.Unauthorized, 2, 2), (failure.Kind, desk.Requests.Count, desk.Tokens));
    }

    [Fact]
    public async Task A_refused_secret_is_said_without_it()
    {
        var zendesk = new SimulatedZendesk();
        var failure = await Assert.ThrowsAsync<ZendeskException>(() => ClientOf.Make(zendesk.SendAsync, login: new OAuthLogin("canary", "canary")).TicketAsync(7, Lane.Sync, Ct));
        Assert.Equal(ZendeskFailure.Unauthorized, failure.Kind);
        Assert.DoesNotContain("canary", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_takes_no_JSON_is_asked_by_a_form_as_the_standard_says()
    {
        var asked = new List<string?>();
        var client = ClientOf.Make(async (request, ct) =>
        {
            if (request.RequestUri!.AbsolutePath != "/oauth/tokens") return ScriptedDesk.Json(HttpStatusCode.OK, """{"ticket":{"id":7}}""");
            asked.Add(await request.Content!.ReadAsStringAsync(ct));
            return asked.Count == 1 ? ScriptedDesk.Json(HttpStatusCode.BadRequest, "{}") : ScriptedDesk.Json(HttpStatusCode.OK, """{"access_token":"t"}""");
        });
        await client.TicketAsync(7, Lane.Person, Ct);

        Assert.Equal("grant_type=client_credentials&client_id=client&client_secret=secret&scope=read+write", asked[1]);
    }

    [Fact]
    public async Task An_API_token_signs_by_the_legacy_header()
    {
        var zendesk = new SimulatedZendesk(new() { Tickets = 20 });
        Assert.NotNull((await ClientOf.Make(zendesk.SendAsync, login: new ApiTokenLogin("admin@acme.example", zendesk.Settings.ApiToken!)).TicketAsync(7, Lane.Person, Ct)).Ticket);

        var desk = new ScriptedDesk().Answers(HttpStatusCode.OK, """{"ticket":{"id":7}}""");
        await ClientOf.Make(desk.SendAsync, login: new ApiTokenLogin("a@b.example", "t")).TicketAsync(7, Lane.Person, Ct);
        Assert.Equal("Basic YUBiLmV4YW1wbGUvdG9rZW46dA==", Assert.Single(desk.Requests).Authorization);
    }

    private static OAuthLogin Login(SimulatedZendesk zendesk) => new(zendesk.Settings.ClientId, zendesk.Settings.ClientSecret);

    private static int Unauthorized(SimulatedZendesk zendesk) => zendesk.Requests.All.Count(request => request.Status == 401);
}
