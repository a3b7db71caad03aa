using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SupportCopilot.Tests.Models;
using SupportCopilot.Tests.Models.Scripted;
using SupportCopilot.Tickets.Desks;

namespace SupportCopilot.Tests.Triage.Modelled;

public sealed class WhenAModelFails
{
    private const string Canary = "zanzibarcanary";

    private readonly SetClock _clock = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    public static TheoryData<string, string> Failures => new()
    {
        { "prose", "malformed" },
        { "wrong enum", "malformed" },
        { "foreign subcategory", "malformed" },
        { "confidence of 7", "malformed" },
        { "field missing", "malformed" },
        { "cut off", "malformed" },
        { "refusal", "refused" },
        { "content filter", "refused" },
        { "filter before it", "refused" },
        { "slow", "timeout" },
        { "500", "unavailable" },
        { "401", "unavailable" },
        { "reset", "unavailable" },
        { "truncated body", "unavailable" },
        { "html", "unavailable" },
        { "no choices", "unavailable" },
        { "endless body", "unavailable" },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task The_embedded_way_judges_the_reason_is_kept_and_the_model_is_asked_again_later(string how, string because)
    {
        await using var product = await StartAsync("SupportCopilot:Models:0:TrySeconds=0.3", "SupportCopilot:Models:0:TotalSeconds=0.9");
        var id = await product.HasDeskTicketAsync($"Charged twice {Canary}", $"I was charged twice, please refund me. {Canary}");
        product.Model.Answers = call => Failing(how, call);

        await product.WorkOffAsync();

        var verdict = await product.VerdictAsync(id);
        Assert.Equal((null, because, 1), (verdict.Model, verdict.WithoutModelBecause, verdict.ModelTries));
        Assert.Equal(_clock.GetUtcNow().UtcDateTime.AddMinutes(1), verdict.ModelDueAt);
        Assert.Equal(("billing", "rules"), ((await product.ShownAsync(id)).Category.Value, (await product.ShownAsync(id)).Category.Source));
        Assert.Contains(OwnTags.WithoutModel, Assert.Single(product.Desk.Writes).AddTags);
        Assert.DoesNotContain(product.Log.All, line => line.Contains(Canary, StringComparison.OrdinalIgnoreCase) || line.Contains(ScriptedModel.Key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_ticket_that_fails_waits_longer_each_time_and_not_for_ever()
    {
        await using var product = await StartAsync();
        var id = await product.HasDeskTicketAsync("Charged twice", "I was charged twice.");
        product.Model.Answers = _ => ScriptedAnswer.Of(null, refusal: "I cannot help with that.");
        var waits = new List<double>();
        await product.WorkOffAsync();

        while (await product.VerdictAsync(id) is { ModelDueAt: { } due })
        {
            waits.Add((due - _clock.GetUtcNow().UtcDateTime).TotalMinutes);
            var calls = product.Model.Calls.Count;
            await product.WorkOffAsync();
            Assert.Equal(calls, product.Model.Calls.Count);   // not before its time
            _clock.Set(due);
            await product.WorkOffAsync();
            Assert.Equal(calls + 1, product.Model.Calls.Count);
        }

        Assert.Equal([1, 5, 20, 60, 240, 720, 1440], waits);
        Assert.Equal("refused", (await product.VerdictAsync(id)).WithoutModelBecause);
        Assert.Single(product.Desk.Writes);   // the desk was told at the first failure
    }

    [Fact]
    public async Task The_model_has_its_say_once_it_is_back_and_the_desk_is_told()
    {
        await using var product = await StartAsync();
        var id = await product.HasDeskTicketAsync("Charged twice", "I was charged twice.");
        product.Model.Answers = _ => ScriptedAnswer.Of("no JSON");
        await product.WorkOffAsync();

        product.Model.Answers = call => ScriptedAnswer.Of(TriageAnswers.Good(call));
        _clock.Advance(TimeSpan.FromMinutes(1));
        await product.WorkOffAsync();

        var verdict = await product.VerdictAsync(id);
        Assert.Equal((ModelProduct.Server, null, null, 0), (verdict.Model, verdict.WithoutModelBecause, verdict.ModelDueAt, verdict.ModelTries));
        Assert.Equal("technical", (await product.TicketAsync(id)).Predicted.Category);
        Assert.Equal(2, product.Desk.Writes.Count);
        Assert.Contains(OwnTags.WithoutModel, product.Desk.Writes.Last().RemoveTags);
    }

    [Fact]
    public async Task A_malformed_answer_is_sent_back_with_what_is_wrong_at_most_twice()
    {
        await using var product = await StartAsync();
        var id = await product.HasTicketAsync("Charged twice", "I was charged twice.");
        var answers = new Queue<string>(["Sure! Here you go.", TriageAnswers.Of(priority: "whenever"), TriageAnswers.Of()]);
        product.Model.Answers = _ => ScriptedAnswer.Of(answers.Dequeue());

        await product.WorkOffAsync();

        Assert.Equal("scripted", (await product.VerdictAsync(id)).Model);
        Assert.Equal(3, product.Model.Calls.Count);
        Assert.Contains("it is no JSON", product.Model.Calls.ElementAt(1).Said("user")[1], StringComparison.Ordinal);
        Assert.Contains("priority is none of the values", product.Model.Calls.ElementAt(2).Said("user")[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("```json\n{0}\n```")]
    [InlineData("Here is the triage you asked for:\n{0}\nLet me know if you need more.")]
    public async Task Prose_and_fences_around_a_right_answer_cost_no_repair(string around)
    {
        await using var product = await StartAsync();
        var id = await product.HasTicketAsync("Charged twice", "I was charged twice.");
        product.Model.Answers = _ => ScriptedAnswer.Of(around.Replace("{0}", TriageAnswers.Of(), StringComparison.Ordinal));

        await product.WorkOffAsync();

        Assert.Single(product.Model.Calls);
        Assert.Equal("scripted", (await product.VerdictAsync(id)).Model);
    }

    [Fact]
    public async Task A_busy_server_is_asked_again_when_it_says()
    {
        await using var product = await StartAsync();
        var id = await product.HasTicketAsync("Charged twice", "I was charged twice.");
        product.Model.Answers = call => product.Model.Calls.Count == 1 ? ScriptedAnswer.Error(429, "rate_limit_exceeded", "Slow down.", retryAfter: "1") : ScriptedAnswer.Of(TriageAnswers.Good(call));

        var watch = System.Diagnostics.Stopwatch.StartNew();
        await product.WorkOffAsync();

        Assert.Equal((2, "scripted"), (product.Model.Calls.Count, (await product.VerdictAsync(id)).Model));
        Assert.True(watch.Elapsed >= TimeSpan.FromSeconds(1), $"asked again after {watch.Elapsed}");
    }

    [Fact]
    public async Task A_server_that_wants_a_long_rest_is_given_it()
    {
        await using var product = await StartAsync();
        var id = await product.HasTicketAsync("Charged twice", "I was charged twice.");
        product.Model.Answers = _ => ScriptedAnswer.Error(429, "insufficient_quota", "Come back later.", retryAfter: "600");

        await product.WorkOffAsync();

        Assert.Single(product.Model.Calls);
        Assert.Equal(_clock.GetUtcNow().UtcDateTime.AddMinutes(10), (await product.VerdictAsync(id)).ModelDueAt);
    }

    [Theory]
    [InlineData("500")]
    [InlineData("reset")]
    [InlineData("truncated body")]
    public async Task A_failure_that_passes_is_tried_again_at_once(string how)
    {
        await using var product = await StartAsync();
        var id = await product.HasTicketAsync("Charged twice", "I was charged twice.");
        product.Model.Answers = call => product.Model.Calls.Count <= 2 ? Failing(how, call) : ScriptedAnswer.Of(TriageAnswers.Good(call));

        await product.WorkOffAsync();

        Assert.Equal((3, "scripted"), (product.Model.Calls.Count, (await product.VerdictAsync(id)).Model));
    }

    [Fact]
    public async Task A_server_that_fails_throughout_is_left_in_peace_and_the_health_page_says_so()
    {
        await using var product = await StartAsync();
        product.Model.Answers = _ => ScriptedAnswer.Error(500, "server_error", "Sorry.");
        for (var i = 0; i < 30; i++) await product.HasTicketAsync($"Ticket {i}", "I was charged twice.");

        await product.WorkOffAsync();

        Assert.InRange(product.Model.Calls.Count, 8, 39);   // and not four for each of thirty
        var health = (await product.Anonymous().GetAsync<JsonElement>("/health/ready")).GetProperty("parts").GetProperty("modelServers");
        Assert.Equal("ok", health.GetProperty("status").GetString());
        Assert.Contains("scripted failed so often that it is left in peace", health.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Contains("500", health.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_health_page_tells_of_the_last_answer()
    {
        await using var product = await StartAsync();
        await product.HasTicketAsync("Charged twice", "I was charged twice.");
        Assert.Contains("was not asked yet", await product.Anonymous().GetStringAsync("/health/ready", TestContext.Current.CancellationToken), StringComparison.Ordinal);

        await product.WorkOffAsync();

        Assert.Contains("scripted answered at 2026-03-02 09:00:00Z", await product.Anonymous().GetStringAsync("/health/ready", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static ScriptedAnswer Failing(string how, ScriptedCall call) => how switch
    {
        "prose" => ScriptedAnswer.Of($"I think this is about billing. {Canary}"),
        "wrong enum" => ScriptedAnswer.Of(TriageAnswers.Of(priority: Canary)),
        "foreign subcategory" => ScriptedAnswer.Of(TriageAnswers.Of("shipping", "outage")),
        "confidence of 7" => ScriptedAnswer.Of(TriageAnswers.Of(confidence: 7)),
        "field missing" => ScriptedAnswer.Of("{\"category\":{\"value\":\"billing\",\"confidence\":1}}"),
        "cut off" => ScriptedAnswer.Of(TriageAnswers.Of()[..40], finish: "length"),
        "refusal" => ScriptedAnswer.Of(null, refusal: $"I will not talk about {Canary}."),
        "content filter" => ScriptedAnswer.Of("", finish: "content_filter"),
        "filter before it" => ScriptedAnswer.Error(400, "content_filter", $"The prompt was filtered: {call.Body}"),
        "slow" => ScriptedAnswer.Of(TriageAnswers.Of()) with { After = TimeSpan.FromSeconds(20) },
        "500" => ScriptedAnswer.Error(500, "server_error", $"We failed on {call.Body}"),
        "401" => ScriptedAnswer.Error(401, "invalid_api_key", $"Incorrect API key provided: {ScriptedModel.Key}."),
        "reset" => ScriptedAnswer.Reset,
        "truncated body" => ScriptedAnswer.Of(TriageAnswers.Of()) with { IsTruncated = true },
        "html" => ScriptedAnswer.Raw($"<html><body>Bad gateway: {Canary}</body></html>"),
        "no choices" => ScriptedAnswer.Raw("{\"id\":\"x\",\"object\":\"chat.completion\",\"choices\":[]}"),
        "endless body" => ScriptedAnswer.Raw(new string(' ', 5_000_000) + "{}"),
        _ => throw new ArgumentOutOfRangeException(nameof(how)),
    };

    private async Task<ModelProduct> StartAsync(params string[] settings) =>
        await ModelProduct.StartAsync(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(_clock)), settings);
}
