using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Learning.Classification;
using SupportCopilot.Tickets;
using SupportCopilot.Triage;
using SupportCopilot.Triage.Training;

namespace SupportCopilot.Tests.Triage;

/// <summary>What a ticket was given beside its words speaks for the fields that nobody gave it.</summary>
public sealed class GivenValues(Product product) : IClassFixture<Product>
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;
    private static readonly string[] Words = ["door", "lamp", "chair", "table", "window", "carpet", "shelf", "mirror"];

    [Fact]
    public async Task A_field_that_decides_the_urgency_is_learned_and_named_to_the_agent_in_their_language()
    {
        await HasLabelledAsync("decides", site => Custom("Site", site));

        var urgency = Assert.Single(await TrainAsync("decides"));

        Assert.True(urgency is { Field: "urgency", InUse: true, NeedsGiven: true, GivenFields: "Site", Accuracy: > 0.8, WordsAccuracy: < 0.7 }, $"{urgency.Accuracy} {urgency.WordsAccuracy} {urgency.GivenFields}");
        var shown = await ShownAsync("decides", await HasAsync("decides", Custom("Site", "Mill")));
        Assert.Equal(("high", "classifier"), (shown.GetProperty("value").GetString(), shown.GetProperty("source").GetString()));
        Assert.Equal(["Site is Mill"], Because(shown));
        Assert.Equal(["Site ist Mill"], Because(await ShownAsync("decides", await HasAsync("decides", Custom("Site", "Mill")), "de-AT")));
    }

    [Fact]
    public async Task A_ticket_without_them_is_judged_exactly_as_if_none_had_been_learned_from()
    {
        await HasLabelledAsync("with", site => Custom("Site", site), areWordsTelling: true);
        await HasLabelledAsync("without", _ => new IncomingTicket("file", ""), areWordsTelling: true);
        Assert.Equal("Site", Assert.Single(await TrainAsync("with")).GivenFields);
        Assert.Null(Assert.Single(await TrainAsync("without")).GivenFields);

        var (with, without) = (await JudgedAsync("with"), await JudgedAsync("without"));

        Assert.Equal("classifier", without.Source);
        Assert.Equal(without, with with { Because = without.Because });
        Assert.Empty(with.Because);
    }

    [Fact]
    public async Task A_ticket_without_them_is_left_to_the_rules_where_words_alone_tell_nothing()
    {
        await HasLabelledAsync("rules", site => Custom("Site", site));
        await TrainAsync("rules");
        var judged = await JudgedAsync("rules", "Please help ASAP, this is urgent, the lamp is on fire!");
        Assert.Equal(("urgent", "rules"), (judged.Value, judged.Source));
    }

    [Fact]
    public async Task The_figures_tell_both_with_them_and_by_words_alone()
    {
        await HasLabelledAsync("figures", site => Custom("Site", site), areWordsTelling: true);
        await TrainAsync("figures");

        var rows = await product.As(Role.Agent, tenant: "figures").GetAsync<JsonElement>("/api/triage/classifiers");

        var newest = rows.GetProperty("items").EnumerateArray().Single(row => row.GetProperty("field").GetString() == "urgency").GetProperty("newest");
        Assert.True(newest.GetProperty("accuracy").GetDouble() > newest.GetProperty("byWords").GetProperty("accuracy").GetDouble());
        Assert.True(newest.GetProperty("byWords").GetProperty("inUse").GetBoolean());
        Assert.Equal("Site", newest.GetProperty("beside").GetString());
    }

    [Fact]
    public async Task A_copy_of_the_label_is_not_learned_from()
    {
        await HasLabelledAsync("copy", (_, urgency) => Custom("Wanted", urgency == "high" ? "today" : "some day"));
        var trained = Assert.Single(await TrainAsync("copy"));
        Assert.Equal((null, false), (trained.GivenFields, trained.InUse));
    }

    [Fact]
    public async Task What_is_only_filled_in_when_a_ticket_is_finished_is_not_learned_from()
    {
        var i = 0;
        await HasLabelledAsync("end", site => i++ % 2 == 0 ? Custom("Site", site) with { Status = TicketStatus.Solved } : new IncomingTicket("file", ""));
        Assert.Null(Assert.Single(await TrainAsync("end")).GivenFields);
    }

    [Fact]
    public async Task What_triage_itself_said_is_not_learned_from()
    {
        await HasLabelledAsync("own", _ => new IncomingTicket("file", ""));
        await product.DatabaseAsync(async db =>
        {
            foreach (var ticket in await db.Tickets.ToListAsync(Ct)) ticket.Predicted.Category = ticket.Given.Urgency == "high" ? "fire" : "water";
            return await db.SaveChangesAsync(Ct);
        }, "own");
        Assert.Null(Assert.Single(await TrainAsync("own")).GivenFields);
    }

    [Fact]
    public async Task A_given_category_and_product_speak_too()
    {
        await HasLabelledAsync("columns", site => new IncomingTicket("file", "") { Product = site, Given = new() { Category = site == "Mill" ? "repairs" : "sales" } });
        var trained = (await TrainAsync("columns")).Single(one => one.Field == "urgency");
        Assert.Equal("category, product", trained.GivenFields);
        Assert.Contains("category is repairs", Because(await ShownAsync("columns", await HasAsync("columns", new IncomingTicket("file", "") { Given = new() { Category = "repairs" } }))));
    }

    [Fact]
    public async Task They_are_shown_to_nobody_who_may_not_see_the_ticket_and_not_once_they_are_gone()
    {
        await HasLabelledAsync("sight", site => Custom("Site", site));
        await TrainAsync("sight");
        var id = await HasAsync("sight", Custom("Site", "Mill") with { Group = new IncomingName("1", "Tier 1") });
        Assert.Equal(["Site is Mill"], Because(await ShownAsync("sight", id)));

        var limited = product.As(Role.Agent, "sight", "limited");
        await limited.GetAsync<JsonElement>("/api/triage/fields");   // makes them known
        await product.DatabaseAsync(async db =>
        {
            db.PersonScopes.Add(new PersonScope { PersonId = (await db.People.SingleAsync(p => p.ExternalId == "limited", Ct)).Id, Kind = ScopeKind.Group, Value = "424242" });
            return await db.SaveChangesAsync(Ct);
        }, "sight");
        using (var hidden = await limited.GetAsync($"/api/tickets/{id}/assist", Ct)) Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);

        await product.DatabaseAsync(async db =>
        {
            db.TicketFields.RemoveRange(await db.TicketFields.Where(f => f.TicketId == id).ToListAsync(Ct));
            return await db.SaveChangesAsync(Ct);
        }, "sight");
        Assert.Empty(Because(await ShownAsync("sight", id)));
    }

    [Fact]
    public async Task A_classifier_of_an_older_version_judges_on_and_is_soon_trained_anew()
    {
        await HasLabelledAsync("older", site => Custom("Site", site), areWordsTelling: true);
        await TrainAsync("older");
        await product.DatabaseAsync(async db =>
        {
            var tickets = await db.Tickets.Where(t => t.Given.Urgency != null).ToListAsync(Ct);
            using var model = new MemoryStream();
            LinearClassifier.Train([.. tickets.Select(t => t.Subject)], [.. tickets.Select(t => t.Given.Urgency!)], new(), Ct).Write(model);
            db.Classifiers.Add(new TrainedClassifier { Field = "urgency", Model = model.ToArray(), InUse = true, Labelled = tickets.Count, Examples = tickets.Count, TrainedAt = TimeProvider.System.GetUtcNow().UtcDateTime });
            return await db.SaveChangesAsync(Ct);
        }, "older");

        Assert.Equal("classifier", (await JudgedAsync("older")).Source);
        Assert.True(await product.InsideAsync(services => services.GetRequiredService<TrainClassifiers>().IsDueAsync(Ct), "older"));
    }

    [Fact]
    public async Task A_ticket_that_is_given_something_else_owes_triage_again()
    {
        await product.HasTicketAsync(new IncomingTicket("file", "7") { Subject = "Hello", Product = "Lamp" }, "again");
        await product.WorkOffAsync("again");
        var id = await product.HasTicketAsync(new IncomingTicket("file", "7") { Subject = "Hello", Product = "Chair" }, "again");
        Assert.True((await product.DatabaseAsync(db => db.Tickets.SingleAsync(t => t.Id == id, Ct), "again")).Owed.HasFlag(Owed.Triage));
    }

    [Theory]
    [InlineData(TriageField.Urgency, "category", true)]
    [InlineData(TriageField.Urgency, "field.sub_category2", true)]
    [InlineData(TriageField.Urgency, "field.Region", true)]
    [InlineData(TriageField.Urgency, "field.Urgency", false)]
    [InlineData(TriageField.Urgency, "field.Dringlichkeit", false)]
    [InlineData(TriageField.Urgency, "field.Impact", false)]
    [InlineData(TriageField.Priority, "field.Severity", false)]
    [InlineData(TriageField.Category, "category", false)]
    [InlineData(TriageField.Category, "subcategory", false)]
    [InlineData(TriageField.Category, "field.sub category", false)]
    [InlineData(TriageField.Category, "product", true)]
    [InlineData(TriageField.Subcategory, "category", true)]
    [InlineData(TriageField.Subcategory, "subcategory", false)]
    [InlineData(TriageField.Category, "field.Assigned to", false)]
    [InlineData(TriageField.Category, "field.caller_id", false)]
    [InlineData(TriageField.Category, "field.Customer name", false)]
    [InlineData(TriageField.Category, "field.Resolved at", false)]
    [InlineData(TriageField.Category, "field.Resolution", false)]
    [InlineData(TriageField.Category, "field.Team", false)]
    public void Only_what_is_known_before_and_is_nobodys_name_may_speak(TriageField told, string field, bool may) => Assert.Equal(may, GivenBeside.MaySpeakFor(told, field));

    private static IncomingTicket Custom(string name, string value) => new("file", "") { Fields = new Dictionary<string, string> { [name] = value } };

    private Task HasLabelledAsync(string tenant, Func<string, IncomingTicket> given, bool areWordsTelling = false) => HasLabelledAsync(tenant, (site, _) => given(site), areWordsTelling);

    /// <summary>Three hundred tickets: at the mill nine of ten are urgent, elsewhere one of ten; of the words none tells, or some do.</summary>
    private Task HasLabelledAsync(string tenant, Func<string, string, IncomingTicket> given, bool areWordsTelling = false)
    {
        var random = new Random(11);
        return product.HasTicketsAsync([.. Enumerable.Range(0, 300).Select(i =>
        {
            var site = random.Next(2) == 0 ? "Mill" : "Office";
            var urgency = random.Next(10) == 0 == (site == "Mill") ? "low" : "high";
            var telling = areWordsTelling && random.Next(2) == 0 ? urgency == "high" ? " flood" : " whenever" : "";
            var ticket = given(site, urgency);
            var before = ticket.Given;
            return ticket with
            {
                ExternalId = $"{i}", Source = "file", Subject = string.Join(' ', random.GetItems(Words, 5)) + telling, Status = ticket.Status ?? TicketStatus.Open,
                CreatedAt = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(i),
                Given = new TriageValues { Urgency = urgency, Category = before.Category },
            };
        })], tenant);
    }

    private Task<long> HasAsync(string tenant, IncomingTicket ticket) =>
        product.HasTicketAsync(ticket with { Source = "file", ExternalId = Guid.NewGuid().ToString("N"), Subject = "chair and table", Status = TicketStatus.Open }, tenant);

    private Task<IReadOnlyList<TrainedClassifier>> TrainAsync(string tenant) =>
        product.InsideAsync(services => services.GetRequiredService<TrainClassifiers>().RunAsync(Ct), tenant);

    /// <summary>The urgency as an agent is shown it, once the jobs have judged the ticket.</summary>
    private async Task<JsonElement> ShownAsync(string tenant, long id, string language = "en")
    {
        while (await product.InsideAsync(services => services.GetRequiredService<TriageOwed>().RunAsync(Ct), tenant) > 0)
        {
        }

        var agent = product.As(Role.Agent, tenant);
        agent.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        return (await agent.GetAsync<JsonElement>($"/api/tickets/{id}/assist")).GetProperty("triage").GetProperty("urgency");
    }

    private static string[] Because(JsonElement shown) => [.. shown.GetProperty("because").EnumerateArray().Select(reason => reason.GetString()!)];

    private async Task<ShownField> JudgedAsync(string tenant, string words = "the lamp, a flood, the carpet")
    {
        var id = await product.HasTicketAsync("", words, tenant);
        return (await product.InsideAsync(services => services.GetRequiredService<TriageTicket>().RunAsync(id, Ct), tenant))!.Urgency;
    }
}
