using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Replies.Templates;

namespace SupportCopilot.Tests.Replies.Templates;

public sealed class OwnTemplates(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task Are_written_by_experts_and_proposed_for_their_category()
    {
        var written = await WriteAsync(new { title = "Invoice copy", text = "Hello {{ticket.requester.first_name}}, a copy of each invoice stands under Settings.", category = "billing", tone = "friendly" });
        Assert.Equal(("own", "billing", "friendly", "en"), (written.Kind, written.Category, written.Tone, written.Language));
        var ticket = await product.HasTicketAsync(Sidebar.Ticket("Invoice", "Please send me a copy of the invoice.") with { Given = new SupportCopilot.Tickets.TriageValues { Category = "billing", Language = "en" } });
        await product.IndexAsync();

        var proposed = (await product.AssistAsync(ticket)).Templates[0];

        Assert.Equal((written.Id, "Hello Nia, a copy of each invoice stands under Settings."), (proposed.Id, proposed.Text));
        var subject = $"template/{written.Id.Split('/')[1]}";
        Assert.Equal(1, await product.DatabaseAsync(db => db.Audit.CountAsync(a => a.Action == "template.added" && a.Subject == subject)));
    }

    [Fact]
    public async Task Are_not_proposed_for_another_category()
    {
        var written = await WriteAsync(new { title = "Parcel copy", text = "A copy of each parcel slip stands under Settings.", category = "shipping" });
        var ticket = await product.HasTicketAsync(Sidebar.Ticket("Parcel slip copy", "Please send me a copy of the parcel slip.") with { Given = new SupportCopilot.Tickets.TriageValues { Category = "account" } });
        await product.IndexAsync();

        Assert.DoesNotContain((await product.AssistAsync(ticket)).Templates, template => template.Id == written.Id);
    }

    [Fact]
    public async Task Change_by_the_version_that_was_read()
    {
        var written = await WriteAsync(new { title = "One", text = "First words." });
        var address = $"/api/replies/templates/{written.Id.Split('/')[1]}";

        var changed = await product.As(Role.Sme).PutAsJsonAsync(address, new { title = "One", text = "Other words.", version = written.Version }, Ct);
        var late = await product.As(Role.Sme).PutAsJsonAsync(address, new { title = "One", text = "Late words.", version = written.Version }, Ct);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Conflict), (changed.StatusCode, late.StatusCode));
        Assert.Equal(HttpStatusCode.NoContent, (await product.As(Role.Sme).DeleteAsync(address, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await product.As(Role.Sme).DeleteAsync(address, Ct)).StatusCode);
    }

    [Fact]
    public async Task Are_no_agents_to_write_and_no_strangers_to_change()
    {
        var written = await WriteAsync(new { title = "One", text = "First words." });
        var address = $"/api/replies/templates/{written.Id.Split('/')[1]}";

        Assert.Equal(HttpStatusCode.Forbidden, (await product.As(Role.Agent).PostAsJsonAsync("/api/replies/templates", new { title = "x", text = "y" }, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await product.As(Role.Sme, "stranger").DeleteAsync(address, Ct)).StatusCode);
    }

    [Theory]
    [InlineData("Hello {{ticket.requester.shoe_size}}")]
    [InlineData("{% if true %}Hello{% endif %}")]
    public async Task With_what_cannot_be_filled_are_refused(string text)
    {
        var answer = await product.As(Role.Sme).PostAsJsonAsync("/api/replies/templates", new { title = "x", text }, Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private async Task<TemplateRow> WriteAsync(object template)
    {
        using var answer = await product.As(Role.Sme).PostAsJsonAsync("/api/replies/templates", template, Ct);
        Assert.True(answer.StatusCode is HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(Ct));
        return (await answer.Content.ReadFromJsonAsync<TemplateRow>(Ct))!;
    }
}
