using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Tickets;
using SupportCopilot.Triage.Training;

namespace SupportCopilot.Tests.Triage.Review;

public sealed class AnsweredReviews(ReviewProduct product) : IClassFixture<ReviewProduct>
{
    private static readonly JsonObject Agree = new() { ["agree"] = true };

    private static CancellationToken Ct => ReviewProduct.Ct;

    [Fact]
    public async Task Show_the_words_and_what_triage_said_with_its_confidence()
    {
        var shown = await product.OneAsync(await product.HasReviewAsync());

        Assert.Equal("random", shown.Kind);
        Assert.Contains("second charge refunded", shown.Words);
        var category = shown.Fields.Single(field => field.Field == "category");
        Assert.Equal(("billing", "rules"), (category.Value, category.Way));
        Assert.InRange(category.Confidence, 0.01, 1);
        Assert.DoesNotContain(shown.Fields, field => field.Field == "language");
    }

    [Fact]
    public async Task That_agree_make_every_value_an_example_and_are_gone_from_the_list()
    {
        var ticket = await product.HasReviewAsync("agree");
        var shown = await product.OneAsync(ticket, tenant: "agree");
        var (status, answer) = await product.SayAsync(ticket, Agree, "agree");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(shown.Fields.Count, answer.GetProperty("answers").GetArrayLength());
        Assert.Empty((await product.ListAsync(tenant: "agree")).Items);
        await product.InsideAsync(async services =>
        {
            var db = (SupportCopilot.Storage.SupportDbContext)services.GetService(typeof(SupportCopilot.Storage.SupportDbContext))!;
            var kept = await db.Tickets.SingleAsync(t => t.Id == ticket, Ct);
            foreach (var field in shown.Fields) Assert.Equal(field.Value, kept.Given[TriageFields.Parse(field.Field)!.Value]);
            Assert.True(kept.Corrected.HasFlag(TriageField.Category));
            Assert.Equal(shown.Fields.Count, await db.Corrections.CountAsync(c => c.TicketId == ticket, Ct));
            Assert.Equal(1, (await new LabelledTickets(db).CountAsync(Ct))[TriageField.Category]);   // what the next training reads
        }, "agree");
    }

    [Fact]
    public async Task That_correct_a_category_hold_it_and_count_its_subcategory_as_wrong_too()
    {
        var ticket = await product.HasReviewAsync("correct");
        Assert.Contains((await product.OneAsync(ticket, tenant: "correct")).Fields, field => field.Field == "subcategory");   // so that the test tests something

        var (status, answer) = await product.SayAsync(ticket, new() { ["agree"] = true, ["fields"] = new JsonObject { ["category"] = "Shipping" } }, "correct");

        Assert.Equal(HttpStatusCode.OK, status);
        var answers = answer.GetProperty("answers").EnumerateArray().ToDictionary(a => a.GetProperty("field").GetString()!);
        Assert.Equal(("shipping", false), (answers["category"].GetProperty("said").GetString(), answers["category"].GetProperty("agreed").GetBoolean()));
        Assert.Equal(("", false), (answers["subcategory"].GetProperty("said").GetString(), answers["subcategory"].GetProperty("agreed").GetBoolean()));
        Assert.True(answers["sentiment"].GetProperty("agreed").GetBoolean());
        var kept = await product.DatabaseAsync(db => db.Tickets.AsNoTracking().SingleAsync(t => t.Id == ticket, Ct), "correct");
        Assert.Equal(("shipping", null), (kept.Given.Category, kept.Given.Subcategory));
    }

    [Fact]
    public async Task Of_some_fields_alone_leave_the_others_unanswered()
    {
        var ticket = await product.HasReviewAsync("some");
        var (_, answer) = await product.SayAsync(ticket, new() { ["fields"] = new JsonObject { ["urgency"] = "low" } }, "some");

        Assert.Equal(["urgency"], answer.GetProperty("answers").EnumerateArray().Select(a => a.GetProperty("field").GetString()!));
        Assert.Null(await product.DatabaseAsync(async db => (await db.Tickets.SingleAsync(t => t.Id == ticket, Ct)).Given.Category, "some"));
    }

    [Fact]
    public async Task That_agree_do_not_undo_what_somebody_has_said_since()
    {
        var ticket = await product.HasReviewAsync("since");
        await product.As(Role.Agent, "since").PutAsync($"/api/tickets/{ticket}/triage/category", JsonContent("technical"), Ct);
        Assert.Equal("technical", (await product.OneAsync(ticket, tenant: "since")).Fields.Single(f => f.Field == "category").Given);

        await product.SayAsync(ticket, Agree, "since");

        Assert.Equal("technical", await product.DatabaseAsync(async db => (await db.Tickets.SingleAsync(t => t.Id == ticket, Ct)).Given.Category, "since"));
        Assert.Equal(0, (await product.AgreementAsync("since")).Fields.Single(f => f.Field == "category").Agreed.Agreed);
    }

    [Fact]
    public async Task That_agree_with_what_triage_no_longer_says_do_not_put_it_back()
    {
        var ticket = await product.HasReviewAsync("anew");
        await product.DatabaseAsync(async db =>
        {
            (await db.Tickets.SingleAsync(t => t.Id == ticket, Ct)).Predicted.Category = "technical";   // judged anew, after more words
            return await db.SaveChangesAsync(Ct);
        }, "anew");

        await product.SayAsync(ticket, Agree, "anew");

        var kept = await product.DatabaseAsync(db => db.Tickets.AsNoTracking().SingleAsync(t => t.Id == ticket, Ct), "anew");
        Assert.Equal((null, "technical"), (kept.Given.Category, kept.Effective.Category));
        Assert.Equal(1, (await product.AgreementAsync("anew")).Fields.Single(f => f.Field == "category").Agreed.Agreed);
    }

    [Fact]
    public async Task Of_a_desks_ticket_are_owed_to_the_desk()
    {
        var ticket = await product.HasReviewAsync("desk", source: TicketSource.Zendesk);
        await product.DatabaseAsync(async db =>
        {
            (await db.Tickets.SingleAsync(t => t.Id == ticket, Ct)).Owed = Owed.Nothing;
            return await db.SaveChangesAsync(Ct);
        }, "desk");

        await product.SayAsync(ticket, new() { ["fields"] = new JsonObject { ["category"] = "technical" } }, "desk");

        Assert.True((await product.DatabaseAsync(async db => (await db.Tickets.SingleAsync(t => t.Id == ticket, Ct)).Owed, "desk")).HasFlag(Owed.WriteBack));
    }

    [Fact]
    public async Task By_two_people_at_once_are_kept_once_and_the_second_is_told()
    {
        var ticket = await product.HasReviewAsync("race");
        var answers = await Task.WhenAll(
            product.SayAsync(ticket, new() { ["fields"] = new JsonObject { ["category"] = "technical" } }, "race", "carla"),
            product.SayAsync(ticket, new() { ["fields"] = new JsonObject { ["category"] = "account" } }, "race", "dora"));
        var late = await product.SayAsync(ticket, Agree, "race", "emil");

        Assert.Single(answers, a => a.Status is HttpStatusCode.OK);
        Assert.Single(answers, a => a.Status is HttpStatusCode.Conflict);
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Matches("^(carla|dora) has reviewed this ticket meanwhile", late.Answer.GetProperty("detail").GetString());
        Assert.Equal(1, await product.DatabaseAsync(db => db.ReviewAnswers.CountAsync(a => a.TicketId == ticket, Ct), "race"));
    }

    [Fact]
    public async Task Of_an_uncertain_ticket_by_two_people_at_once_are_kept_once()
    {
        var ticket = await UndrawnAsync("race-uncertain");
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => product.SayAsync(ticket, Agree, "race-uncertain", $"person-{i}")));

        Assert.Single(answers, a => a.Status is HttpStatusCode.OK);
        Assert.Equal(5, answers.Count(a => a.Status is HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task Of_what_triage_has_judged_anew_are_not_taken()
    {
        var ticket = await UndrawnAsync("stale");
        var seen = await product.OneAsync(ticket, "uncertain", "stale");

        var stale = await product.SayAsync(ticket, new() { ["agree"] = true, ["judgedAt"] = seen.JudgedAt.AddSeconds(-1).ToString("O") }, "stale");
        var fresh = await product.SayAsync(ticket, new() { ["agree"] = true, ["judgedAt"] = seen.JudgedAt.ToString("O") }, "stale");

        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Contains("judged this ticket anew", stale.Answer.GetProperty("detail").GetString());
        Assert.Equal(HttpStatusCode.OK, fresh.Status);
    }

    [Theory]
    [InlineData("{}", "Say what is right")]
    [InlineData("{\"fields\":{\"category\":\"gardening\"}}", "That is no category")]
    [InlineData("{\"fields\":{\"colour\":\"green\"}}", "no triage field")]
    [InlineData("{\"fields\":{\"category\":\" \"}}", "Say the right category")]
    [InlineData("{\"agree\":true,\"fields\":{\"category\":\"shipping\",\"subcategory\":\"refund request\"}}", "no subcategory of shipping")]
    public async Task That_say_nothing_right_keep_nothing(string said, string why)
    {
        var ticket = await product.HasReviewAsync("wrong");
        var (status, answer) = await product.SayAsync(ticket, JsonNode.Parse(said)!.AsObject(), "wrong");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(why, answer.GetProperty("detail").GetString());
        Assert.NotNull(await product.OneAsync(ticket, tenant: "wrong"));
        Assert.Equal(0, await product.DatabaseAsync(db => db.Corrections.CountAsync(Ct), "wrong"));
    }

    [Fact]
    public async Task Of_a_deleted_ticket_are_none_and_its_figures_drop_out()
    {
        var (waiting, answered) = (await product.HasReviewAsync("gone"), await product.HasReviewAsync("gone"));
        await product.SayAsync(answered, Agree, "gone");
        Assert.Equal((2, 1), ((await product.AgreementAsync("gone")).Drawn, (await product.AgreementAsync("gone")).Tickets.Total));

        await product.DatabaseAsync(async db =>
        {
            foreach (var ticket in await db.Tickets.ToListAsync(Ct)) ticket.Status = TicketStatus.Deleted;
            return await db.SaveChangesAsync(Ct);
        }, "gone");

        Assert.Empty((await product.ListAsync(tenant: "gone")).Items);
        Assert.Equal(HttpStatusCode.NotFound, (await product.SayAsync(waiting, Agree, "gone")).Status);
        Assert.Equal((0, 0), ((await product.AgreementAsync("gone")).Drawn, (await product.AgreementAsync("gone")).Tickets.Total));
    }

    [Fact]
    public async Task Out_of_sight_are_as_if_they_were_not_there()
    {
        var (own, hidden) = (await product.HasReviewAsync("scoped", "Tier 1"), await product.HasReviewAsync("scoped", "Tier 2"));
        var foreign = await product.HasReviewAsync("scoped-not");
        var limited = product.As(Role.Agent, "scoped", "limited");
        await limited.GetAsync("/api/review", Ct);
        await product.DatabaseAsync(async db =>
        {
            var group = await db.Groups.SingleAsync(g => g.Name == "Tier 1", Ct);
            db.PersonScopes.Add(new PersonScope { PersonId = (await db.People.SingleAsync(p => p.ExternalId == "limited", Ct)).Id, Kind = ScopeKind.Group, Value = group.Id.ToString(System.Globalization.CultureInfo.InvariantCulture) });
            return await db.SaveChangesAsync(Ct);
        }, "scoped");

        var listed = await limited.GetStringAsync("/api/review", Ct);
        Assert.Contains($"\"ticketId\":{own},", listed);
        Assert.DoesNotContain($"\"ticketId\":{hidden},", listed);
        foreach (var ticket in new[] { hidden, foreign })
            Assert.Equal(HttpStatusCode.NotFound, (await limited.PostAsync($"/api/review/{ticket}", Json(Agree), Ct)).StatusCode);
        await product.SayAsync(hidden, Agree, "scoped");
        Assert.Equal(0, (await product.AgreementAsync(client: limited)).Tickets.Total);
        Assert.Equal(HttpStatusCode.OK, (await limited.PostAsync($"/api/review/{own}", Json(Agree), Ct)).StatusCode);
        Assert.Equal(1, (await product.AgreementAsync(client: limited)).Tickets.Total);
    }

    /// <summary>A triaged ticket on which the lot did not fall.</summary>
    private async Task<long> UndrawnAsync(string tenant)
    {
        var ticket = await product.HasReviewAsync(tenant);
        await product.DatabaseAsync(async db =>
        {
            db.ReviewItems.RemoveRange(db.ReviewItems);
            return await db.SaveChangesAsync(Ct);
        }, tenant);
        return ticket;
    }

    private static StringContent JsonContent(string value) => Json(new JsonObject { ["value"] = value });

    private static StringContent Json(JsonObject body) => new(body.ToJsonString(), System.Text.Encoding.UTF8, "application/json");
}
