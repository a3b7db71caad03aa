using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Tests.Models;
using SupportCopilot.Tests.Models.Scripted;
using SupportCopilot.Tickets;
using SupportCopilot.Triage.Runs;

namespace SupportCopilot.Tests.Triage.Runs;

public sealed class RunsOfTriage
{
    [Fact]
    public async Task Tell_of_each_ticket_its_outcome_time_tokens_cost_and_what_changed()
    {
        await using var product = await ModelProduct.StartAsync();
        var id = await product.HasTicketAsync("Charged twice", "I was charged twice.");
        await product.WorkOffAsync();
        product.Model.Answers = _ => ScriptedAnswer.Of(TriageAnswers.Of("shipping", "late delivery", "low"));
        product.Model.Thinks = TimeSpan.FromMilliseconds(40);

        var run = await FinishedAsync(product, await AskedAsync(product.As(Role.Agent), new { ticketId = id }));

        Assert.Equal(("completed", 1.0, "scripted", 1, 1), (Text(run, "status"), run.GetProperty("progress").GetDouble(), Text(run, "model"), run.GetProperty("tickets").GetInt32(), run.GetProperty("done").GetInt32()));
        var item = Assert.Single(run.GetProperty("items").EnumerateArray());
        Assert.Equal((id, "triaged", JsonValueKind.Null), (item.GetProperty("ticketId").GetInt64(), Text(item, "outcome"), item.GetProperty("error").ValueKind));
        Assert.Contains(item.GetProperty("changes").EnumerateArray(), change => (Text(change, "field"), Text(change, "from"), Text(change, "to")) == ("category", "technical", "shipping"));
        Assert.Equal((700, 90, 0.00265m), (item.GetProperty("inputTokens").GetInt32(), item.GetProperty("outputTokens").GetInt32(), item.GetProperty("costUsd").GetDecimal()));
        Assert.True(item.GetProperty("milliseconds").GetInt32() >= 39);
        Assert.Equal(0.00265m, run.GetProperty("costUsd").GetDecimal());
        Assert.Equal("shipping", (await product.TicketAsync(id)).Predicted.Category);
    }

    [Fact]
    public async Task Change_nothing_when_they_are_dry_and_tell_what_would_be()
    {
        await using var product = await ModelProduct.StartAsync();
        var id = await product.HasDeskTicketAsync("Charged twice", "I was charged twice.");
        var before = JsonSerializer.Serialize(await product.TicketAsync(id));

        var run = await FinishedAsync(product, await AskedAsync(product.As(Role.Sme), new { dryRun = true }), workRunsAlone: true);

        Assert.Equal((1, 1), (run.GetProperty("outcomes").GetProperty("triaged").GetInt32(), product.Model.Calls.Count));
        Assert.Contains(run.GetProperty("items")[0].GetProperty("changes").EnumerateArray(), change => Text(change, "field") == "category" && Text(change, "to") == "technical");
        Assert.Equal(before, JsonSerializer.Serialize(await product.TicketAsync(id)));
        Assert.Empty(await product.DatabaseAsync(db => db.Verdicts.ToListAsync()));
        Assert.Empty(product.Desk.Writes);
    }

    [Fact]
    public async Task Take_what_is_owed_first_then_what_the_model_has_not_judged_then_others_in_work_and_urgent_ones_first()
    {
        await using var product = await ModelProduct.StartAsync();
        var judged = await product.HasDeskTicketAsync("Judged", "It is slow.");
        var solved = await product.HasDeskTicketAsync("Solved", "It was slow.", TicketStatus.Solved);
        await product.WorkOffAsync();
        product.Model.Answers = _ => ScriptedAnswer.Of(null, refusal: "No.");
        var refused = await product.HasDeskTicketAsync("Refused", "It is slow, too.");
        await product.WorkOffAsync();
        var owedLow = await product.HasDeskTicketAsync("Owed", "Hello", given: new TriageValues { Priority = "low" });
        var owedUrgent = await product.HasDeskTicketAsync("Owed and urgent", "Hello", given: new TriageValues { Priority = "urgent" });
        var client = product.As(Role.Sme);

        Assert.Equal([owedUrgent, owedLow, refused], await TakenAsync(client, new { dryRun = true }));
        Assert.Equal([owedUrgent, owedLow, refused, judged], await TakenAsync(client, new { dryRun = true, limit = 10 }));
        Assert.Equal([owedUrgent, owedLow], await TakenAsync(client, new { dryRun = true, limit = 2 }));
        Assert.Equal([owedUrgent, owedLow], await TakenAsync(client, new { dryRun = true, model = "none" }));
        Assert.Equal([solved], await TakenAsync(client, new { dryRun = true, ticketId = solved }));
    }

    [Fact]
    public async Task Say_of_a_ticket_on_which_the_model_failed_that_the_embedded_way_judged_it()
    {
        await using var product = await ModelProduct.StartAsync();
        var id = await product.HasTicketAsync("Charged twice", "I was charged twice.");
        product.Model.Answers = _ => ScriptedAnswer.Of("no JSON");

        var run = await FinishedAsync(product, await AskedAsync(product.As(Role.Sme), new { ticketId = id }), workRunsAlone: true);

        Assert.Equal(("fallback", "malformed", 2100), (Text(run.GetProperty("items")[0], "outcome"), Text(run.GetProperty("items")[0], "error"), run.GetProperty("inputTokens").GetInt32()));
        Assert.Equal(("billing", "malformed"), ((await product.TicketAsync(id)).Predicted.Category, (await product.VerdictAsync(id)).WithoutModelBecause));
    }

    [Fact]
    public async Task Keep_what_a_model_said_before_when_it_fails_on_the_very_same_words()
    {
        await using var product = await ModelProduct.StartAsync();
        var id = await product.HasTicketAsync("Charged twice", "I was charged twice.");
        await product.WorkOffAsync();
        product.Model.Answers = _ => ScriptedAnswer.Error(401, "invalid_api_key", "Wrong key.");

        var run = await FinishedAsync(product, await AskedAsync(product.As(Role.Sme), new { ticketId = id }));

        Assert.Equal("fallback", Text(run.GetProperty("items")[0], "outcome"));
        Assert.Equal("model", (await product.ShownAsync(id)).Category.Source);
    }

    [Fact]
    public async Task Do_without_a_model_when_told_so_and_say_that_nothing_changed()
    {
        await using var product = new Product();
        var id = await product.HasTicketAsync("Charged twice", "I was charged twice.");
        await product.WorkOffAsync();

        var run = await FinishedAsync(product, await AskedAsync(product.As(Role.Sme), new { ticketId = id, model = "none" }));

        Assert.Equal(("unchanged", JsonValueKind.Null), (Text(run.GetProperty("items")[0], "outcome"), run.GetProperty("model").ValueKind));
    }

    [Fact]
    public async Task Skip_a_ticket_that_is_gone()
    {
        await using var product = new Product();
        var id = await product.HasTicketAsync("Charged twice", "I was charged twice.");
        var asked = await AskedAsync(product.As(Role.Sme), new { ticketId = id });
        await product.DatabaseAsync(async db =>
        {
            (await db.Tickets.SingleAsync(t => t.Id == id)).Status = TicketStatus.Deleted;
            return await db.SaveChangesAsync();
        });

        var run = await FinishedAsync(product, asked);

        Assert.Equal(("completed", 1), (Text(run, "status"), run.GetProperty("outcomes").GetProperty("skipped").GetInt32()));
    }

    [Fact]
    public async Task Are_gone_on_with_after_their_process_died_without_doing_finished_tickets_again()
    {
        await using var product = await ModelProduct.StartAsync("SupportCopilot:Triage:Workers=1");
        for (var i = 0; i < 4; i++) await product.HasTicketAsync($"Ticket {i}", "I was charged twice.");
        var asked = await AskedAsync(product.As(Role.Sme), new { });
        using var dies = new CancellationTokenSource();
        product.Model.Answers = call =>
        {
            if (product.Model.Calls.Count == 3) _ = DieAsync();
            return ScriptedAnswer.Of(TriageAnswers.Good(call)) with { After = product.Model.Calls.Count == 3 ? TimeSpan.FromSeconds(30) : TimeSpan.Zero };
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => product.InsideAsync(services =>
            services.GetRequiredService<SupportCopilot.Host.Jobs.WorkOff>().RunsAsync(services.GetRequiredService<CurrentTenant>().Id, true, dies.Token)));
        product.Model.Answers = call => ScriptedAnswer.Of(TriageAnswers.Good(call));

        var run = await FinishedAsync(product, asked);

        Assert.Equal((4, 4), (run.GetProperty("done").GetInt32(), run.GetProperty("outcomes").GetProperty("triaged").GetInt32()));
        var perTicket = product.Model.Calls.CountBy(call => call.Data.GetProperty("ticket").GetProperty("subject").GetString()!).Select(pair => pair.Value).Order();
        Assert.Equal([1, 1, 1, 2], perTicket);   // the one that was being asked is asked again

        // Two are on disk by then: what is not yet kept when a process dies is asked again, as it should be.
        async Task DieAsync()
        {
            for (var tries = 0; tries < 500 && await product.DatabaseAsync(db => db.TriageRunTickets.CountAsync(t => t.Outcome != TriageRunOutcome.Pending)) < 2; tries++) await Task.Delay(20);
            await dies.CancelAsync();
        }
    }

    [Fact]
    public async Task Are_for_one_ticket_of_an_agent_and_for_many_of_an_expert()
    {
        await using var product = new Product();
        var id = await product.HasTicketAsync("Charged twice", "I was charged twice.");
        async Task<HttpStatusCode> StatusAsync(Role role, object wish) => (await product.As(role, user: role.ToString()).PostAsJsonAsync("/api/triage/runs", wish, TestContext.Current.CancellationToken)).StatusCode;

        Assert.Equal(HttpStatusCode.Accepted, await StatusAsync(Role.Agent, new { ticketId = id }));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(Role.Agent, new { limit = 1 }));
        Assert.Equal(HttpStatusCode.Accepted, await StatusAsync(Role.Sme, new { limit = 1 }));
        Assert.Equal(HttpStatusCode.Accepted, await StatusAsync(Role.Admin, new { }));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(Role.Analyst, new { ticketId = id }));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(Role.Agent, new { ticketId = 987654 }));
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(Role.Sme, new { model = "nobody" }));
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(Role.Sme, new { limit = 0 }));
    }

    [Fact]
    public async Task Are_seen_by_their_agent_and_by_experts_alone_and_in_their_own_tenant()
    {
        await using var product = new Product();
        var id = await product.HasTicketAsync("Charged twice", "I was charged twice.");
        var asked = await AskedAsync(product.As(Role.Agent), new { ticketId = id });
        async Task<HttpStatusCode> StatusAsync(HttpClient client) => (await client.GetAsync($"/api/triage/runs/{asked}", TestContext.Current.CancellationToken)).StatusCode;

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(product.As(Role.Agent)));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(product.As(Role.Sme, user: "sme")));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(product.As(Role.Agent, user: "other")));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(product.As(Role.Admin, tenant: "elsewhere")));
        Assert.Single((await product.As(Role.Admin, user: "boss").GetAsync<JsonElement>("/api/triage/runs")).GetProperty("items").EnumerateArray());
        Assert.Empty((await product.As(Role.Agent, user: "other").GetAsync<JsonElement>("/api/triage/runs")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Take_no_ticket_out_of_the_sight_of_who_asks()
    {
        await using var product = new Product();
        var inSight = await product.HasTicketAsync(InGroup("in", "Tier 1"));
        await product.HasTicketAsync(InGroup("out", "Tier 2"));
        var client = product.As(Role.Sme, user: "limited");
        await client.GetAsync("/api/triage/runs", TestContext.Current.CancellationToken);   // makes the person known
        await product.DatabaseAsync(async db =>
        {
            var group = db.Groups.Single(g => g.Name == "Tier 1").Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
            db.PersonScopes.Add(new PersonScope { PersonId = db.People.Single(p => p.ExternalId == "limited").Id, Kind = ScopeKind.Group, Value = group });
            return await db.SaveChangesAsync();
        });

        Assert.Equal([inSight], await TakenAsync(client, new { }));
    }

    private static IncomingTicket InGroup(string id, string group) => new("file", id)
    {
        Subject = id,
        Status = TicketStatus.Open,
        Group = new(group.ToLowerInvariant(), group),
        Comments = [new IncomingComment("0", "Where is it?")],
    };

    private static string? Text(JsonElement of, string name) => of.GetProperty(name).GetString();

    private static async Task<long> AskedAsync(HttpClient client, object wish)
    {
        using var answer = await client.PostAsJsonAsync("/api/triage/runs", wish, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var id = (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("id").GetInt64();
        Assert.Equal($"/api/triage/runs/{id}", answer.Headers.Location!.ToString());
        return id;
    }

    private static async Task<List<long>> TakenAsync(HttpClient client, object wish) =>
        [.. (await client.GetAsync<JsonElement>($"/api/triage/runs/{await AskedAsync(client, wish)}")).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("ticketId").GetInt64())];

    private static async Task<JsonElement> FinishedAsync(Product product, long run, bool workRunsAlone = false)
    {
        if (!workRunsAlone) await product.WorkOffAsync();
        else
        {
            await product.InsideAsync(services => services.GetRequiredService<SupportCopilot.Host.Jobs.WorkOff>()
                .RunsAsync(services.GetRequiredService<CurrentTenant>().Id, false, CancellationToken.None));
        }

        return await product.As(Role.Admin).GetAsync<JsonElement>($"/api/triage/runs/{run}");
    }
}
