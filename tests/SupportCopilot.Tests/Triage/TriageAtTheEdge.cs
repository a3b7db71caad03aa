using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Tickets;
using SupportCopilot.Triage;

namespace SupportCopilot.Tests.Triage;

public sealed class TriageAtTheEdge(Product product) : IClassFixture<Product>
{
    private const string Canary = "zanzibarcanary";

    [Fact]
    public async Task What_is_owed_is_triaged_and_handed_to_the_index()
    {
        var id = await product.HasTicketAsync("Charged twice", "I was charged twice, please refund me ASAP!");

        await product.WorkOffAsync();

        var ticket = await product.DatabaseAsync(db => db.Tickets.SingleAsync(t => t.Id == id));
        Assert.Equal(("billing", "double charge", "urgent"), (ticket.Effective.Category, ticket.Effective.Subcategory, ticket.Effective.Urgency));
        Assert.Null(ticket.Given.Category);
        Assert.False(ticket.Owed.HasFlag(Owed.Triage));
        var shown = await ShownAsync(id);
        Assert.Equal(("billing", "rules", false), (shown.Category.Value, shown.Category.Source, shown.Pending));
        Assert.Contains("charged twice", shown.Category.Because, StringComparer.OrdinalIgnoreCase);
        Assert.Equal(["ASAP"], shown.UrgencyWords);
    }

    [Fact]
    public async Task What_the_desk_gave_wins_over_what_the_words_say()
    {
        var id = await product.HasTicketAsync(new IncomingTicket("file", Guid.NewGuid().ToString("N"))
        {
            Subject = "Where is my parcel?",
            Given = new TriageValues { Category = "billing", Priority = "low" },
            Comments = [new IncomingComment("0", "The invoice was for a parcel that never arrived, urgent!")],
        });

        await product.WorkOffAsync();

        var shown = await ShownAsync(id);
        Assert.Equal(("billing", "billing", 1.0, "given"), (shown.Category.Value, shown.Category.Given, shown.Category.Confidence, shown.Category.Source));
        Assert.Equal("low", shown.Priority.Value);
        Assert.Equal("invoice", shown.Subcategory.Value);
    }

    [Fact]
    public async Task A_ticket_of_which_nothing_is_known_shows_empty_fields()
    {
        var id = await product.HasTicketAsync("", "....");

        await product.WorkOffAsync();

        Assert.Equal(new ShownField(null, null, 0, "low", null, []), (await ShownAsync(id)).Category with { Because = [] });
    }

    [Fact]
    public async Task Before_it_is_triaged_it_is_pending()
    {
        var id = await product.HasTicketAsync("Refund", "Please refund me");
        Assert.True((await ShownAsync(id)).Pending);
    }

    [Fact]
    public async Task A_correction_holds_is_written_down_and_owes_the_index()
    {
        var id = await product.HasTicketAsync("Refund", "Please refund my invoice");
        await product.WorkOffAsync();

        var triage = await PutAsync(product.As(Role.Agent), id, "category", "Shipping", HttpStatusCode.OK);

        Assert.Equal("shipping", triage.GetProperty("category").GetProperty("value").GetString());
        Assert.Equal("correction", triage.GetProperty("category").GetProperty("source").GetString());
        Assert.Equal(JsonValueKind.Null, triage.GetProperty("subcategory").GetProperty("value").ValueKind);
        var ticket = await product.DatabaseAsync(db => db.Tickets.SingleAsync(t => t.Id == id));
        Assert.Equal(("shipping", TriageField.Category, "billing"), (ticket.Given.Category, ticket.Corrected, ticket.Predicted.Category));
        Assert.True(ticket.Owed.HasFlag(Owed.Index));
        var correction = await product.DatabaseAsync(db => db.Corrections.SingleAsync(c => c.TicketId == id));
        Assert.Equal(("category", "billing", "shipping"), (correction.Field, correction.Before, correction.Value));
        Assert.True(await product.DatabaseAsync(db => db.Audit.AnyAsync(a => a.Action == "triage.corrected" && a.Subject == $"ticket/{id}" && a.PersonId == correction.PersonId)));
    }

    [Fact]
    public async Task Correcting_to_what_already_holds_adds_nothing()
    {
        var id = await product.HasTicketAsync("Refund", "Please refund my invoice");
        await PutAsync(product.As(Role.Agent), id, "priority", "high", HttpStatusCode.OK);
        await PutAsync(product.As(Role.Agent), id, "priority", "high", HttpStatusCode.OK);
        Assert.Equal(1, await product.DatabaseAsync(db => db.Corrections.CountAsync(c => c.TicketId == id)));
    }

    [Fact]
    public async Task A_value_outside_the_lists_is_refused_with_the_lists()
    {
        var id = await product.HasTicketAsync("Refund", "Please refund my invoice");
        var problem = await PutAsync(product.As(Role.Agent), id, "priority", "sky-high", HttpStatusCode.BadRequest);
        Assert.Contains("low, normal, high, urgent", problem.GetProperty("detail").GetString());
        problem = await PutAsync(product.As(Role.Agent), id, "colour", "red", HttpStatusCode.BadRequest);
        Assert.Contains("rootCause", problem.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task A_subcategory_must_be_one_of_the_tickets_category()
    {
        var id = await product.HasTicketAsync("Refund", "Please refund my invoice");
        await PutAsync(product.As(Role.Agent), id, "category", "shipping", HttpStatusCode.OK);
        await PutAsync(product.As(Role.Agent), id, "subcategory", "invoice", HttpStatusCode.BadRequest);
        await PutAsync(product.As(Role.Agent), id, "subcategory", "late delivery", HttpStatusCode.OK);
    }

    [Fact]
    public async Task Another_tenants_ticket_is_not_there()
    {
        var id = await product.HasTicketAsync("Refund", "Please refund my invoice");
        await PutAsync(product.As(Role.Agent, tenant: "rival"), id, "category", "shipping", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_ticket_outside_the_agents_groups_is_not_there()
    {
        var id = await product.HasTicketAsync("Refund", "Please refund my invoice");
        using var bounded = product.As(Role.Agent, user: "bounded");
        await bounded.GetAsync<JsonElement>("/api/triage/fields");   // signs in for the first time
        await product.DatabaseAsync(async db =>
        {
            var person = await db.People.SingleAsync(p => p.ExternalId == "bounded");
            db.PersonScopes.Add(new PersonScope { PersonId = person.Id, Kind = ScopeKind.Group, Value = "424242" });
            return await db.SaveChangesAsync();
        });
        await PutAsync(bounded, id, "category", "shipping", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_analyst_may_not_correct()
    {
        var id = await product.HasTicketAsync("Refund", "Please refund my invoice");
        await PutAsync(product.As(Role.Analyst, user: "otto"), id, "category", "shipping", HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_lists_grow_by_what_the_desk_uses()
    {
        await product.HasTicketAsync(new IncomingTicket("file", "55") { Subject = "x", Given = new TriageValues { Category = "Category 55", Subcategory = "Sub 7" } }, "lists");
        var fields = await product.As(Role.Agent, tenant: "lists").GetAsync<JsonElement>("/api/triage/fields");
        Assert.Contains("Category 55", fields.GetProperty("category").EnumerateArray().Select(v => v.GetString()));
        Assert.Equal(["Sub 7"], fields.GetProperty("subcategory").GetProperty("Category 55").EnumerateArray().Select(v => v.GetString()!));
        Assert.Contains("billing", fields.GetProperty("category").EnumerateArray().Select(v => v.GetString()));
        var elsewhere = await product.As(Role.Agent, tenant: "other-lists").GetAsync<JsonElement>("/api/triage/fields");
        Assert.DoesNotContain("Category 55", elsewhere.GetProperty("category").EnumerateArray().Select(v => v.GetString()));
    }

    [Fact]
    public async Task Logs_hold_no_words_of_tickets()
    {
        var id = await product.HasTicketAsync($"Refund {Canary}", $"Please refund {Canary} urgently");
        await product.WorkOffAsync();
        await PutAsync(product.As(Role.Agent), id, "category", "shipping", HttpStatusCode.OK);
        await PutAsync(product.As(Role.Agent), id, "category", Canary, HttpStatusCode.BadRequest);
        Assert.DoesNotContain(product.Log.All, line => line.Contains(Canary, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_ticket_that_changes_while_it_is_judged_keeps_its_change_and_is_judged_anew()
    {
        var id = await product.HasTicketAsync("Refund", "Please refund my invoice", "racing");
        await product.HasTicketAsync("Password", "I forgot my password", "racing");
        await product.InsideAsync(async services =>
        {
            var triage = services.GetRequiredService<TriageOwed>();
            var db = services.GetRequiredService<SupportCopilot.Storage.SupportDbContext>();
            await db.Tickets.SingleAsync(t => t.Id == id);   // tracked in the state that is about to be old
            await product.DatabaseAsync(async other =>
            {
                var changed = await other.Tickets.SingleAsync(t => t.Id == id);
                changed.Subject = "Late parcel";
                changed.Version++;
                return await other.SaveChangesAsync();
            }, "racing");
            Assert.Equal(0, await triage.RunAsync(CancellationToken.None));
        }, "racing");
        var ticket = await product.DatabaseAsync(db => db.Tickets.SingleAsync(t => t.Id == id), "racing");
        Assert.Equal(("Late parcel", "billing", Owed.Index), (ticket.Subject, ticket.Predicted.Category, ticket.Owed));
    }

    private Task<TicketTriage> ShownAsync(long id) =>
        product.InsideAsync(async services => (await services.GetRequiredService<ShowTriage>().RunAsync(id, CancellationToken.None))!);

    private static async Task<JsonElement> PutAsync(HttpClient client, long id, string field, string value, HttpStatusCode expected)
    {
        using var response = await client.PutAsJsonAsync($"/api/tickets/{id}/triage/{field}", new { value }, TestContext.Current.CancellationToken);
        Assert.Equal(expected, response.StatusCode);
        return await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }
}
