using System.Net;
using System.Text.Json;
using ZendeskSimulator;
using ZendeskSimulator.Webhooks;

namespace SupportCopilot.Tests.Simulator;

public sealed class SimulatedWebhooks
{
    private readonly SetClock _clock = new(new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly Ear _ear = new();

    [Fact]
    public async Task Tell_each_thing_that_happened_signed_over_timestamp_and_body()
    {
        var zendesk = new SimulatedZendesk(clock: _clock);
        using var sender = zendesk.Tells(Hook(), _ear.Client());
        zendesk.Agent(1).AddsTags(16, "watched");
        zendesk.Customer(1).Writes(16, "Any news?");

        await sender.DeliverAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["zen:event-type:ticket.tags_changed", "zen:event-type:ticket.comment_added"], _ear.Heard.Select(h => h.Json.GetProperty("type").GetString()!));
        Assert.All(_ear.Heard, h => Assert.Equal(Signature.Of("secret", h.Headers["X-Zendesk-Webhook-Signature-Timestamp"], h.Body), h.Headers["X-Zendesk-Webhook-Signature"]));
        Assert.All(_ear.Heard, h => Assert.Equal("zen:ticket:16", h.Json.GetProperty("subject").GetString()));
        Assert.Equal("watched", _ear.Heard[0].Json.GetProperty("event").GetProperty("tags_added")[0].GetString());
    }

    [Fact]
    public void Are_signed_as_Zendesk_signs() =>
        // Worked out with openssl: printf '%s' '2026-06-01T12:00:00Z{"a":1}' | openssl dgst -sha256 -hmac secret -binary | base64
        Assert.Equal("blmBHmrZ1D4wYAzCQA5T8wU6XVxkkYRkhTI+EHYW4yw=", Signature.Of("secret", "2026-06-01T12:00:00Z", """{"a":1}"""));

    [Fact]
    public async Task Come_twice_and_out_of_order_when_told_so_by_the_same_invocation_id()
    {
        var zendesk = new SimulatedZendesk(clock: _clock);
        using var sender = zendesk.Tells(Hook() with { Duplicates = 0.5, Disorder = 10 }, _ear.Client());
        for (var n = 0; n < 40; n++) zendesk.Agent(1).Writes(16, $"word {n}");

        await sender.DeliverAsync(TestContext.Current.CancellationToken);

        var words = _ear.Heard.Where(h => h.Json.GetProperty("type").GetString()!.EndsWith("comment_added", StringComparison.Ordinal)).Select(h => h.Json.GetProperty("event").GetProperty("comment").GetProperty("body").GetString()!).ToList();
        Assert.Equal(40, words.Distinct().Count());
        Assert.InRange(words.Count, 48, 72);
        Assert.NotEqual(words.Distinct().OrderBy(w => int.Parse(w[5..])), words.Distinct());
        Assert.Equal(_ear.Heard.Select(h => h.Body).Distinct().Count(), _ear.Heard.Select(h => h.Headers["X-Zendesk-Webhook-Invocation-Id"]).Distinct().Count());
    }

    [Fact]
    public async Task Are_tried_again_after_a_conflict_or_silence_but_not_after_an_error()
    {
        var zendesk = new SimulatedZendesk(clock: _clock);
        using var sender = zendesk.Tells(Hook() with { RetryDelay = TimeSpan.Zero, Timeout = TimeSpan.FromMilliseconds(200) }, _ear.Client());
        _ear.Answers(HttpStatusCode.Conflict, null, HttpStatusCode.OK, HttpStatusCode.InternalServerError);
        zendesk.Agent(1).Writes(7, "one");
        zendesk.Agent(1).Writes(7, "two");

        await sender.DeliverAsync(TestContext.Current.CancellationToken);

        Assert.Equal([409, null, 200, 500], sender.Attempts.Select(a => a.Status));
        Assert.Single(_ear.Heard.Take(3).Select(h => h.Headers["X-Zendesk-Webhook-Invocation-Id"]).Distinct());
        Assert.Single(sender.Dropped);
    }

    [Fact]
    public async Task Stop_when_seven_of_ten_fail_and_go_on_after_a_pause()
    {
        var zendesk = new SimulatedZendesk(clock: _clock);
        using var sender = zendesk.Tells(Hook(), _ear.Client());
        _ear.Otherwise = HttpStatusCode.InternalServerError;
        for (var n = 0; n < 150; n++) zendesk.Agent(1).Writes(7, $"word {n}");
        await sender.DeliverAsync(TestContext.Current.CancellationToken);
        Assert.Equal((1, 100, 150), (sender.Trips, _ear.Heard.Count, sender.Dropped.Count));

        _ear.Otherwise = HttpStatusCode.OK;
        _clock.Advance(TimeSpan.FromSeconds(6));
        zendesk.Agent(1).Writes(7, "after");
        await sender.DeliverAsync(TestContext.Current.CancellationToken);

        Assert.Equal(101, _ear.Heard.Count);
        Assert.Equal(150, sender.Dropped.Count);
    }

    [Fact]
    public async Task Come_by_the_apps_own_triggers_except_for_the_products_own_writes()
    {
        var zendesk = new SimulatedZendesk(clock: _clock);
        var client = await new ZendeskClient(zendesk).SignedIn();
        var requirements = Path.Combine(SharedData.RepositoryRoot, "zendesk-app", "requirements.json");
        var triggers = Trigger.OfRequirements(await File.ReadAllTextAsync(requirements, TestContext.Current.CancellationToken));
        using var sender = zendesk.Tells(Hook() with { Triggers = triggers }, _ear.Client());

        var opened = zendesk.Customer(1).Opens("Lamp", "It is broken");
        await client.Json("PUT", "/api/v2/tickets/16/tags.json", new { tags = new[] { "copilot_triaged" } });   // the product's own: nobody is told
        await client.Json("PUT", "/api/v2/tickets/7/tags.json", new { tags = new[] { "other" } });              // another program
        zendesk.Agent(1).SetsPriority(16, "urgent");                                                            // a person
        await sender.DeliverAsync(TestContext.Current.CancellationToken);

        Assert.Equal([$"{opened}", "7", "16"], _ear.Heard.Select(h => h.Json.GetProperty("ticket_id").GetString()!));
    }

    [Fact]
    public void People_by_dice_do_the_same_by_the_same_seed_and_tags_that_a_program_loses_are_seen()
    {
        var (one, other) = (new SimulatedZendesk(clock: _clock), new SimulatedZendesk(clock: _clock));
        foreach (var zendesk in new[] { one, other })
        {
            var crowd = zendesk.Crowd(7);
            for (var n = 0; n < 300; n++) crowd.DoOne();
        }

        Assert.Equal(one.Updates.Select(Words), other.Updates.Select(Words));
        Assert.All(one.ChangedTickets, id => Assert.Empty(one.Ticket(id).LostTags));
        Assert.True(one.Updates.Select(u => u.TicketId).Distinct().Count() > 50, "they hardly did anything");

        static string Words(ZendeskSimulator.Oracle.AuditSeen seen) => $"{seen.TicketId} {seen.AuthorId} {string.Join(';', seen.Changes)} {seen.Comment?.Body}";
    }

    [Fact]
    public async Task A_program_that_overwrites_tags_is_seen_to_lose_them()
    {
        var zendesk = new SimulatedZendesk(clock: _clock);
        var client = await new ZendeskClient(zendesk).SignedIn();
        zendesk.Agent(1).AddsTags(16, "watched");

        await client.Json("PUT", "/api/v2/tickets/16.json", new { ticket = new { tags = new[] { "mine" } } });

        Assert.Contains("watched", zendesk.Ticket(16).LostTags);
    }

    private static Webhook Hook() => new(new Uri("https://copilot.test/api/zendesk/webhooks/default"), "secret");

    /// <summary>Hears what webhooks say, and answers as it is told.</summary>
    private sealed class Ear : HttpMessageHandler
    {
        private readonly Queue<HttpStatusCode?> _answers = new();

        public List<(Dictionary<string, string> Headers, string Body, JsonElement Json)> Heard { get; } = [];

        public HttpStatusCode Otherwise { get; set; } = HttpStatusCode.OK;

        public HttpClient Client() => new(this, disposeHandler: false);

        /// <summary>The next answers; null is silence.</summary>
        public void Answers(params HttpStatusCode?[] answers)
        {
            foreach (var answer in answers) _answers.Enqueue(answer);
        }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = await request.Content!.ReadAsStringAsync(cancellationToken);
            Heard.Add((request.Headers.ToDictionary(h => h.Key, h => h.Value.Single()), body, JsonDocument.Parse(body).RootElement));
            var answer = _answers.TryDequeue(out var next) ? next : Otherwise;
            if (answer is null) await Task.Delay(Timeout.Infinite, cancellationToken);
            return new HttpResponseMessage(answer!.Value);
        }
    }
}
