using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Replies;
using SupportCopilot.Replies.Templates;
using SupportCopilot.Tests.Models;
using SupportCopilot.Tests.Models.Scripted;
using SupportCopilot.Tests.Replies.Rewriting;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Replies.Cautions;

/// <summary>What internal notes hold back stands beside the reply, and no reply of ours breaks it; their words stay with the agents.</summary>
public sealed class RepliesUnderRestraint : IAsyncLifetime
{
    private const string Asked = "How long does the repair of the kettle take?";
    private readonly Product product = Product.With();

    [Fact]
    public async Task Are_silent_and_say_which_note_where_they_would_promise_what_it_forbids()
    {
        await HasRepairArticle();
        var seen = await AssistAsync("Escalated to second level. Do not promise a date yet.");

        var caution = Assert.Single(seen.Cautions);
        Assert.Equal("Do not promise a date yet.", caution.Text);
        Assert.Equal(["date"], caution.Forbids);
        Assert.Null(seen.Reply.Text);
        Assert.Contains("Do not promise a date yet.", seen.Reply.SilentBecause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_made_where_no_note_holds_them_back()
    {
        await HasRepairArticle();

        Assert.Contains("3 working days", (await AssistAsync("Warehouse has the spare part.")).Reply.Text, StringComparison.Ordinal);
        Assert.Contains("3 working days", (await AssistAsync("Do not offer a discount.")).Reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hold_no_word_of_the_note_nor_do_letters_and_templates()
    {
        await HasRepairArticle();
        var seen = await AssistAsync("Do not offer a discount to this zebra canary.");

        Assert.Single(seen.Cautions);
        Assert.DoesNotContain("canary", $"{seen.Reply.Text}{seen.Reply.Ask}{string.Join('\n', seen.Templates.Select(one => one.Text))}", StringComparison.OrdinalIgnoreCase);
        Assert.NotNull(seen.Reply.Text);
    }

    [Fact]
    public async Task Do_not_come_as_a_macro_either()
    {
        await product.InsideAsync(async services => await services.GetRequiredService<WriteMacros>().RunAsync("zendesk", [new Macro("1", "Repair of kettles", "The repair of the kettle takes 3 working days.")], CancellationToken.None));

        Assert.Contains((await AssistAsync("The part is there.")).Templates, one => one.Kind == "macro");
        Assert.DoesNotContain((await AssistAsync("Do not promise a date yet.")).Templates, one => one.Kind == "macro");
    }

    [Fact]
    public async Task Wait_altogether_where_nobody_is_to_write()
    {
        await HasRepairArticle();
        var seen = await AssistAsync("Wait for legal before you reply.");

        Assert.Equal((null, null), (seen.Reply.Text, seen.Reply.Ask));
        Assert.Empty(seen.Templates);
        Assert.Equal("Wait: an internal note asks not to write to the customer yet.", seen.Summary.NextStep);
    }

    [Fact]
    public async Task Are_held_back_when_the_note_came_after_them()
    {
        await HasRepairArticle();
        var ticket = await HasTicketAsync("The part is there.");
        var before = (await product.AssistAsync(ticket)).Reply;
        await product.DatabaseAsync(async db =>
        {
            db.Comments.Add(new Comment { TicketId = ticket, ExternalId = "late", Position = 9, AuthorKind = AuthorKind.Agent, IsPublic = false, Body = "Do not promise a date yet." });
            return await db.SaveChangesAsync();
        });

        using var answer = await product.As(Role.Agent).PostAsJsonAsync($"/api/tickets/{ticket}/reply", new { tone = "formal", suggestionId = before.SuggestionId }, TestContext.Current.CancellationToken);
        var rewritten = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);

        Assert.Equal(JsonValueKind.Null, rewritten.GetProperty("text").ValueKind);
        Assert.Contains("Do not promise a date yet.", rewritten.GetProperty("silentBecause").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_model_do_not_break_them_either()
    {
        await using var modelled = await ModelProduct.StartAsync();
        var (ticket, _) = await modelled.HasSuggestionAsync();
        await modelled.DatabaseAsync(async db =>
        {
            db.Comments.Add(new Comment { TicketId = ticket, ExternalId = "note", Position = 9, AuthorKind = AuthorKind.Agent, IsPublic = false, Body = "Do not promise a refund." });
            return await db.SaveChangesAsync();
        });
        modelled.Model.Answers = _ => ScriptedAnswer.Spoken("Hi Nia,\n\nyou can reset your password on https://help.example.com/reset. [1] ", "We refund you. [1]\n\nAda");

        var text = await modelled.As(Role.Agent, user: "Ada").GetStringAsync($"/api/tickets/{ticket}/reply/written", TestContext.Current.CancellationToken);

        Assert.Contains("modelFailed", text, StringComparison.Ordinal);
        Assert.DoesNotContain("refund", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Ask_before_an_internal_source_goes_out_whoever_wrote_the_reply()
    {
        await using var modelled = await ModelProduct.StartAsync();
        await modelled.HasArticleAsync("Repair of kettles", "The repair of a kettle is done in the workshop in Kiel.", with: article => article with { Segment = "internal" });
        var ticket = await modelled.HasTicketAsync(Sidebar.Ticket("Repair of kettles", "Where is the repair of a kettle done?"));
        await modelled.IndexAsync();
        var shown = (await modelled.AssistAsync(ticket)).Reply;
        Assert.NotNull(shown.Confirm);
        modelled.Model.Answers = _ => ScriptedAnswer.Spoken("Hi Nia,\n\nthe repair of a kettle is done ", "in the workshop in Kiel. [1]\n\nAda");

        var written = await modelled.As(Role.Agent, user: "Ada").GetStringAsync($"/api/tickets/{ticket}/reply/written", TestContext.Current.CancellationToken);
        modelled.Model.Answers = _ => ScriptedAnswer.Of("{}");
        var rewritten = await modelled.RewriteAsync(ticket, new { tone = "formal" });

        Assert.Contains("\"confirm\":\"This quotes what customers cannot read", written, StringComparison.Ordinal);
        Assert.Equal(shown.Confirm, rewritten.Confirm);
    }

    public ValueTask InitializeAsync() => product.InitializeAsync();

    public ValueTask DisposeAsync() => product.DisposeAsync();

    private Task<long> HasRepairArticle() => product.HasArticleAsync("Repair of kettles: how long it takes", "The repair of a kettle takes 3 working days after it has reached our workshop.");

    private async Task<Assistance> AssistAsync(string note) => await product.AssistAsync(await HasTicketAsync(note));

    private async Task<long> HasTicketAsync(string note)
    {
        var ticket = await product.HasTicketAsync(Sidebar.Ticket("Repair of the kettle", Asked) with
        {
            Comments = [new IncomingComment("0", Asked, CreatedAt: Sidebar.Day(0)), new IncomingComment("1", note, AuthorKind.Agent, IsPublic: false, CreatedAt: Sidebar.Day(0).AddHours(1))],
        });
        await product.IndexAsync();
        return ticket;
    }
}
