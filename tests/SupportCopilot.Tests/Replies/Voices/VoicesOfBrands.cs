using System.Net;
using System.Net.Http.Json;
using SupportCopilot.Access;
using SupportCopilot.Replies;
using SupportCopilot.Tests.Models;
using SupportCopilot.Tests.Models.Scripted;
using SupportCopilot.Tests.Replies.Rewriting;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Replies.Voices;

public sealed class VoicesOfBrands : IAsyncLifetime
{
    private readonly Product product = Product.With();

    [Fact]
    public async Task Make_a_brands_letters_its_own_and_leave_another_brands()
    {
        await SetAsync(new { brand = "Kettles", language = "en", tone = "friendly", greeting = "Ahoy {name}!", closing = "Write again any time.", signature = "{agent}\n{brand} crew" });
        await product.HasArticleAsync("Reset your password", "Choose Forgot password on the sign-in page to reset your password.");

        var ours = await ReplyFor("Kettles");
        var theirs = await ReplyFor("Lamps");

        Assert.StartsWith("Ahoy Nia!\n\nThanks so much for writing to us.", ours, StringComparison.Ordinal);
        Assert.EndsWith("Write again any time.\n\nMia Chen\nKettles crew", ours, StringComparison.Ordinal);
        Assert.StartsWith("Hi Nia,\n\nThank you for getting in touch.", theirs, StringComparison.Ordinal);
        Assert.EndsWith("Kind regards\nMia Chen", theirs, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_any_brand_hold_where_a_brand_has_none_and_give_way_to_the_tone_that_is_asked_for()
    {
        await SetAsync(new { tone = "short", signature = "{agent}, support" });
        await product.HasArticleAsync("Reset your password", "Choose Forgot password on the sign-in page to reset your password.");
        var ticket = await HasTicket("Lamps");

        var shown = (await product.AssistAsync(ticket)).Reply.Text;
        var formal = (await product.RewriteAsync(ticket, new { tone = "formal" })).Text;

        Assert.Equal("Hi Nia,\n\nChoose Forgot password on the sign-in page to reset your password. [1]\n\nMia Chen, support", shown);
        Assert.StartsWith("Dear Nia,\n\nThank you for contacting us.", formal, StringComparison.Ordinal);
        Assert.EndsWith("Mia Chen, support", formal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leave_the_agents_line_out_where_nobody_has_the_ticket()
    {
        await SetAsync(new { language = "en", greeting = "Dear {name}", signature = "{agent}\nThe kettle team" });
        await product.HasArticleAsync("Reset your password", "Choose Forgot password on the sign-in page to reset your password.");
        var ticket = await product.HasTicketAsync(Sidebar.Ticket("Password", "How do I reset my password?") with { Requester = new IncomingPerson("shop", "SHOP 24", "shop@example.com") });
        await product.IndexAsync();

        var text = (await product.AssistAsync(ticket)).Reply.Text;

        Assert.StartsWith("Hello,\n\n", text, StringComparison.Ordinal);   // no name to put in
        Assert.EndsWith("\n\nThe kettle team", text, StringComparison.Ordinal);
        Assert.DoesNotContain("{", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"tone\":\"rude\"}")]
    [InlineData("{\"greeting\":\"Hello\"}")]
    [InlineData("{\"language\":\"en\",\"greeting\":\"Hello {nmae}\"}")]
    [InlineData("{\"signature\":\"{{current_user.name}}\"}")]
    [InlineData("{\"language\":\"english\",\"tone\":\"formal\"}")]
    public async Task That_cannot_be_written_are_refused(string setting)
    {
        var answer = await product.As(Role.Admin).PutAsync("/api/replies/voices", new StringContent(setting, System.Text.Encoding.UTF8, "application/json"), Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Are_an_admins_to_set_and_of_one_tenant()
    {
        await SetAsync(new { tone = "formal" });

        Assert.Equal(HttpStatusCode.Forbidden, (await product.As(Role.Sme).PutAsJsonAsync("/api/replies/voices", new { tone = "formal" }, Ct)).StatusCode);
        Assert.Equal("{\"items\":[],\"next\":null}", await product.As(Role.Admin, "stranger").GetStringAsync("/api/replies/voices", Ct));
        await SetAsync(new { });
        Assert.Equal("{\"items\":[],\"next\":null}", await product.As(Role.Admin).GetStringAsync("/api/replies/voices", Ct));
    }

    [Fact]
    public async Task Are_told_to_a_model_with_the_names_in_them()
    {
        await using var modelled = await ModelProduct.StartAsync();
        (await modelled.As(Role.Admin).PutAsJsonAsync("/api/replies/voices", new { language = "en", tone = "formal", greeting = "Ahoy {name}!", signature = "{agent}\nThe crew, +44 20 7946 0321" }, Ct)).EnsureSuccessStatusCode();
        var (ticket, _) = await modelled.HasSuggestionAsync();
        modelled.Model.Answers = _ => ScriptedAnswer.Of("Ahoy Nia!");

        using var written = await modelled.As(Role.Agent).GetAsync($"/api/tickets/{ticket}/reply/written", Ct);
        await written.Content.ReadAsStringAsync(Ct);

        var voice = modelled.Model.Calls.Last().Data.GetProperty("voice");
        Assert.Equal("formal", voice.GetProperty("tone").GetString());
        Assert.StartsWith("Ahoy ", voice.GetProperty("greeting").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("{", voice.GetProperty("signature").GetString(), StringComparison.Ordinal);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private async Task SetAsync(object setting)
    {
        using var answer = await product.As(Role.Admin).PutAsJsonAsync("/api/replies/voices", setting, Ct);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Ct));
    }

    private async Task<string> ReplyFor(string brand) => (await product.AssistAsync(await HasTicket(brand))).Reply.Text!;

    private async Task<long> HasTicket(string brand)
    {
        var ticket = await product.HasTicketAsync(Sidebar.Ticket("Password", "How do I reset my password?") with { Brand = brand, Assignee = new IncomingPerson("mia", "Mia Chen", "mia@example.com") });
        await product.IndexAsync();
        return ticket;
    }

    public ValueTask InitializeAsync() => product.InitializeAsync();

    public ValueTask DisposeAsync() => product.DisposeAsync();
}
