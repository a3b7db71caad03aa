using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Replies;
using SupportCopilot.Replies.Templates;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Replies.Templates;

public sealed class ProposedTemplates : IAsyncLifetime
{
    private const string Refund = "Hello {{ticket.requester.first_name}}, the refund of your kettle is on its way to the card that you paid with, and your bank shows it within a week.";

    private readonly Product product = Product.With();

    [Fact]
    public async Task Are_macros_that_agents_answered_alike_tickets_with_and_say_how_often()
    {
        await HasMacro("Kettle money", Refund, new("status", "solved"), new("current_tags", "refund"));
        foreach (var other in new[] { "The window sticks", "A lamp flickers", "Wrong door", "No parking", "Loud fan", "Cold soup" }) await product.HasTicketAsync(Sidebar.Ticket(other, $"{other} since the morning, please look at it."));
        await HasSolved("Money for my kettle", 3);
        var ticket = await HasTicket("Money for my kettle", "I sent the kettle back. When is the money for my kettle on my card again?");

        var seen = await product.AssistAsync(ticket);
        Assert.Equal(3, seen.Similar.Count(similar => similar.Resolution is not null));
        var best = seen.Templates[0];

        Assert.Equal(("macro", "used", 3, 3, true), (best.Kind, best.Because, best.Times, best.Of, best.FitsBetter));
        Assert.StartsWith("Hello Nia, the refund of your kettle", best.Text, StringComparison.Ordinal);
        Assert.Equal([("status", "solved"), ("current_tags", "refund")], best.Effects.Select(effect => (effect.Field, effect.Value)));
        Assert.Equal(TicketStatus.Open, await product.DatabaseAsync(db => Task.FromResult(db.Tickets.Single(t => t.Id == ticket).Status)));   // told, not done
    }

    [Fact]
    public async Task Stand_behind_a_cited_reply_that_is_surer()
    {
        await product.HasArticleAsync("Reset your password", "Choose Forgot password on the sign-in page to reset your password.");
        await HasMacro("Sign-in trouble", "Please try to sign in once more in another browser window and tell us what you see.");
        var ticket = await HasTicket("Password", "Hi there, I forgot my password and cannot log in any more. How do I reset my password?");

        var seen = await product.AssistAsync(ticket);

        Assert.NotNull(seen.Reply.Text);
        Assert.All(seen.Templates, template => Assert.False(template.FitsBetter));
    }

    [Fact]
    public async Task Mark_what_cannot_be_filled_and_name_it()
    {
        await HasMacro("Kettle money", "Hello {{ticket.requester.first_name}}, see {{ticket.link}}. {% if ticket.tags contains 'vip' %}Dear guest{% endif %} {{dc.kettle_money}} {{ticket.id | plus: 1}} Yours, {{ticket.assignee.first_name}}");
        await HasMacro("Kettle money two", "The money for the kettle: {{ticket.requester.first_name}} gets it.");
        var ticket = await HasTicket("Kettle money", "When do I get the kettle money?");

        var proposed = (await product.AssistAsync(ticket)).Templates;

        var marked = proposed.Single(template => template.Title == "Kettle money");
        Assert.Equal(["ticket.link", "if ticket.tags contains 'vip'", "endif", "dc.kettle_money", "ticket.id | plus: 1", "ticket.assignee.first_name"], marked.Blanks);
        Assert.StartsWith("Hello Nia, see [… ticket.link …].", marked.Text, StringComparison.Ordinal);
        Assert.All(proposed, template => Assert.DoesNotContain("{", template.Text, StringComparison.Ordinal));
        Assert.Empty(proposed.Single(template => template.Title == "Kettle money two").Blanks);
    }

    [Theory]
    [InlineData("{{ticket.comments}} Obi")]
    [InlineData("shop@example.com")]
    public async Task Take_no_name_that_is_none_of_a_person(string name)
    {
        await HasMacro("Kettle money", "Hello {{ticket.requester.first_name}}, about «{{ticket.title}}»: the kettle money comes.");
        var ticket = await product.HasTicketAsync(Sidebar.Ticket("Kettle {{ticket.comments}} money", "When do I get the kettle money?") with { Requester = new IncomingPerson("x@example.com", name, "x@example.com") });
        await product.IndexAsync();

        var proposed = (await product.AssistAsync(ticket)).Templates.Single(template => template.Kind == "macro");

        Assert.StartsWith("Hello [… ticket.requester.first_name …], about «[… ticket.title …]»", proposed.Text, StringComparison.Ordinal);
        Assert.Equal(["ticket.requester.first_name", "ticket.title"], proposed.Blanks);
    }

    [Fact]
    public async Task Are_for_those_whom_the_desk_lets_use_them()
    {
        var group = await product.DatabaseAsync(async db =>
        {
            var added = db.Groups.Add(new Group { Source = "zendesk", ExternalId = "501", Name = "Money" }).Entity;
            await db.SaveChangesAsync();
            return added.Id;
        });
        await WriteAsync(new Macro("1", "Kettle money", "The money for the kettle comes.") { IsRestricted = true, ForGroups = ["501"], ForAgents = ["77"] });
        var ticket = await HasTicket("Kettle money", "When do I get the kettle money?");
        await product.DatabaseAsync(async db =>
        {
            (await db.Tickets.SingleAsync(t => t.Id == ticket)).GroupId = group;
            return await db.SaveChangesAsync();
        });
        await InSight("of-the-group", group);

        Assert.DoesNotContain(await SeenBy("anybody"), IsMacro);
        Assert.Contains(await SeenBy("of-the-group"), IsMacro);
        Assert.Contains(await SeenBy("boss", Role.Admin), IsMacro);
        Assert.DoesNotContain((await product.As(Role.Agent, user: "anybody").GetAsync<Listed>("/api/replies/templates")).Items, row => row.Kind == "macro");
    }

    [Theory]
    [InlineData("77", true)]
    [InlineData("7", false)]
    [InlineData(null, false)]
    public void Of_a_group_are_for_its_members_at_the_desk(string? agent, bool may)
    {
        var macro = new PreparedTemplate(new ReplyTemplate { Source = "zendesk", ExternalId = "1", Title = "One", Text = "Words.", IsRestricted = true, ForGroups = "501", ForAgents = "12 77 770" });

        Assert.Equal(may, macro.IsFor(new TemplateUser(false, agent, [])));
    }

    [Fact]
    public async Task Speak_the_customers_language_and_are_offered_only_while_they_are_active()
    {
        await WriteAsync(
            new Macro("1", "Kettle money", "Das Geld für Ihren Wasserkocher ist auf dem Weg zu Ihnen, und Ihre Bank zeigt es in einer Woche."),
            new Macro("2", "Kettle money", "The money for the kettle comes.") { IsActive = false });
        var ticket = await product.HasTicketAsync(Sidebar.Ticket("Kettle money", "When do I get the kettle money?") with { Given = new TriageValues { Language = "en" } });
        await product.IndexAsync();

        Assert.DoesNotContain((await product.AssistAsync(ticket)).Templates, IsMacro);
    }

    [Theory]
    [InlineData("de", "Hallo Nia,", "Ihre Idee ist")]
    [InlineData("ja", "Nia 様", "ご提案")]
    [InlineData("ar", "مرحبًا Nia،", "فكرتكم")]
    [InlineData("sv", "Hi Nia,", "Your idea has reached us")]
    public async Task Have_one_of_the_products_own_where_nothing_else_fits(string language, string greeting, string words)
    {
        var ticket = await product.HasTicketAsync(Sidebar.Ticket("?", "zzz yyy xxx") with { Given = new TriageValues { Language = language, Category = "feature" } });
        await product.IndexAsync();

        var only = Assert.Single((await product.AssistAsync(ticket)).Templates);

        Assert.Equal(("builtin/feature", "category", true), (only.Id, only.Because, only.FitsBetter));
        Assert.StartsWith(greeting, only.Text, StringComparison.Ordinal);
        Assert.Contains(words, only.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_another_tenant_are_not_seen()
    {
        await HasMacro("Kettle money", "The money for the kettle comes.");
        var ticket = await product.HasTicketAsync(Sidebar.Ticket("Kettle money", "When do I get the kettle money?"), "stranger");
        await product.IndexAsync("stranger");

        Assert.DoesNotContain((await product.AssistAsync(ticket, "stranger")).Templates, IsMacro);
    }

    private static bool IsMacro(ProposedTemplate template) => template.Kind == "macro";

    private async Task<IReadOnlyList<ProposedTemplate>> SeenBy(string user, Role role = Role.Agent) =>
        (await product.As(role, user: user).GetAsync<Assistance>($"/api/tickets/{await LastTicket()}/assist")).Templates;

    private Task<long> LastTicket() => product.DatabaseAsync(db => Task.FromResult(db.Tickets.Max(t => t.Id)));

    private async Task InSight(string user, long group)
    {
        await product.As(Role.Agent, user: user).GetAsync<System.Text.Json.JsonElement>("/api/search?kind=article&q=anything");
        await product.DatabaseAsync(async db =>
        {
            var person = db.People.Single(p => p.Source == "dev" && p.ExternalId == user);
            db.PersonScopes.Add(new PersonScope { PersonId = person.Id, Kind = ScopeKind.Group, Value = group.ToString(System.Globalization.CultureInfo.InvariantCulture) });
            return await db.SaveChangesAsync();
        });
    }

    private Task HasMacro(string title, string text, params TemplateEffect[] effects) => product.InsideAsync(async services =>
    {
        var known = services.GetRequiredService<SupportDbContext>().ReplyTemplates.ToList().ConvertAll(t => new Macro(t.ExternalId, t.Title, t.Text));
        await services.GetRequiredService<WriteMacros>().RunAsync("zendesk", [.. known, new Macro(Guid.NewGuid().ToString("N"), title, text) { Effects = effects }], CancellationToken.None);
    });

    private Task WriteAsync(params Macro[] macros) => product.InsideAsync(services => services.GetRequiredService<WriteMacros>().RunAsync("zendesk", macros, CancellationToken.None));

    private async Task HasSolved(string subject, int times)
    {
        for (var i = 0; i < times; i++)
        {
            await product.HasTicketAsync(Sidebar.Ticket(subject, "Where is the money for my kettle? I want my money for the kettle.",
                "Hello Bo, the refund of your kettle is on its way to the card that you paid with, and your bank shows it within a week. Have a good day!") with
            { Status = TicketStatus.Solved });
        }
    }

    private async Task<long> HasTicket(string subject, string text)
    {
        var ticket = await product.HasTicketAsync(Sidebar.Ticket(subject, text));
        await product.IndexAsync();
        return ticket;
    }

    private sealed record Listed(List<TemplateRow> Items);

    public ValueTask InitializeAsync() => product.InitializeAsync();

    public ValueTask DisposeAsync() => product.DisposeAsync();
}
