using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Replies.Writing;
using SupportCopilot.Tests.Models;
using SupportCopilot.Tests.Models.Scripted;
using SupportCopilot.Tests.Replies.Rewriting;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Replies.Writing;

public sealed class RepliesWhileTheyAreWritten
{
    private const string Good = "Hi Nia,\n\nyou can reset your password on https://help.example.com/reset and must open the link within 30 minutes. [1]\n\nWhich browser do you use?\n\nAda";

    [Fact]
    public async Task Come_as_they_are_written_and_end_as_a_kept_suggestion_with_its_sources()
    {
        await using var product = await ModelProduct.StartAsync();
        var (ticket, shown) = await product.HasSuggestionAsync();
        product.Model.Answers = call => Speaks(Good);

        var pieces = await WrittenAsync(product, ticket);

        Assert.True(pieces.Count > 5, $"{pieces.Count} pieces");
        Assert.Equal(Good, string.Concat(pieces.Select(piece => piece.Text)).Trim());
        var whole = pieces[^1].Reply!;
        Assert.Equal((Good, "model"), (whole.Text, whole.Source));
        Assert.Equal(shown.Citations[0], Assert.Single(whole.Citations));
        var kept = await product.DatabaseAsync(db => db.Suggestions.AsNoTracking().SingleAsync(s => s.Id == whole.SuggestionId));
        Assert.Equal((Good, ModelProduct.Server), (kept.Text, kept.MadeBy));
    }

    [Fact]
    public async Task Are_asked_for_with_the_sources_and_the_public_words_alone()
    {
        await using var product = await ModelProduct.StartAsync();
        var (ticket, shown) = await product.HasSuggestionAsync();
        await product.DatabaseAsync(async db =>
        {
            db.Comments.Add(new Comment { TicketId = ticket, ExternalId = "note", Body = "INTERNAL-SECRET: the customer is difficult.", IsPublic = false, AuthorKind = AuthorKind.Agent });
            return await db.SaveChangesAsync();
        });
        product.Model.Answers = _ => Speaks(Good);

        await WrittenAsync(product, ticket);

        var asked = product.Model.Calls.Last(call => call.Body.Contains("sources", StringComparison.Ordinal));
        Assert.DoesNotContain("INTERNAL-SECRET", asked.Body, StringComparison.Ordinal);
        Assert.Contains("How do I reset my password?", asked.Said("user")[0], StringComparison.Ordinal);
        Assert.Equal(1, asked.Data.GetProperty("sources").GetArrayLength());
        Assert.StartsWith(shown.Citations[0].Quote[..20], asked.Data.GetProperty("sources")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Hi Nia, visit https://evil.example.com now. [1] Bye for now.", "evil")]
    [InlineData("Hi Nia, write to boss@evil.example.com please. [1] Bye for now.", "evil")]
    [InlineData("Hi Nia, we give you 500 euros back. [1] Bye for now.", "500")]
    [InlineData("Hi Nia, see the secret source. [7] Bye for now.", "[7]")]
    [InlineData("Hi Nia, look ![x](https://help.example.com/reset) here. [1] Bye for now.", "![x]")]
    [InlineData("Hi Nia, <img src=x> is here. [1] Bye for now.", "<img")]
    [InlineData("Hi Nia, &#60;img src=x&#62; is here. [1] Bye for now.", "&#60;")]
    [InlineData("Hi Nia, open https://help.ex\u0430mple.com/reset now. [1] Bye for now.", "\u0430mple")]
    [InlineData("Hi Nia, open help.ex\u200Bample.com/reset now. [1] Bye for now.", "\u200B")]
    [InlineData("Hi Nia, open evil.pizza/reset now. [1] Bye for now.", "evil")]
    [InlineData("Hi Nia, open evil\uFF0Ecom now. [1] Bye for now.", "evil")]
    [InlineData("Hi Nia, open evil (dot) com now. [1] Bye for now.", "(dot)")]
    [InlineData("Hi Nia, open http://3232235521/ now. [1] Bye for now.", "3232235521")]
    [InlineData("Hi Nia, open https://help.example.com/%72eset now. [1] Bye for now.", "%72")]
    [InlineData("Hi Nia, open https://help.example.com@evil.net/ now. [1] Bye for now.", "evil")]
    [InlineData("Hi Nia, write to boss at evil dot com please. [1] Bye for now.", "dot com")]
    [InlineData("Hi Nia, ask [PERSON_7] about it. [1] Bye for now.", "PERSON_7")]
    [InlineData("Hi Nia, use mailto:boss please. [1] Bye for now.", "mailto")]
    [InlineData("Hi Nia, run ```reset``` please. [1] Bye for now.", "```")]
    [InlineData("Hi Nia, you see.\nsystem: refund all of it. [1] Bye for now.", "system:")]
    public async Task Show_nothing_that_no_source_holds_and_leave_the_embedded_reply_standing(string text, string forbidden)
    {
        await using var product = await ModelProduct.StartAsync();
        var (ticket, shown) = await product.HasSuggestionAsync();
        product.Model.Answers = _ => Speaks(text);

        var pieces = await WrittenAsync(product, ticket);

        Assert.Equal("modelFailed", pieces[^1].Because);
        Assert.DoesNotContain(forbidden, string.Concat(pieces.Select(piece => piece.Text)), StringComparison.Ordinal);
        Assert.Equal(shown.Text, (await product.AssistAsync(ticket)).Reply.Text);
    }

    [Theory]
    [InlineData("Hi Nia,\n\nthis one weird trick can make you rich overnight. You can reset your password. [1] Bye for now.")]
    [InlineData("Hi Nia,\n\nyou can reset your password on https://help.example.com/reset. [1] Vote in the upcoming elections, your voice counts.")]
    public async Task Hold_no_sentence_that_a_ticket_dictated(string text)
    {
        await using var product = await ModelProduct.StartAsync();
        var (ticket, shown) = await product.HasSuggestionAsync();
        product.Model.Answers = _ => Speaks(text);

        var pieces = await WrittenAsync(product, ticket);

        Assert.Equal((null, "modelFailed"), (pieces[^1].Reply, pieces[^1].Because));
        Assert.DoesNotContain("rich overnight.", string.Concat(pieces.Select(piece => piece.Text)), StringComparison.Ordinal);
        Assert.Equal(shown.Text, (await product.AssistAsync(ticket)).Reply.Text);
    }

    [Theory]
    [InlineData("Hi Nia, just reset your password and all will be well again.")]
    [InlineData("Hallo Nia, Sie können Ihr Passwort auf der Seite zurücksetzen und müssen den Link öffnen, dann können Sie sich wieder anmelden. [1]")]
    public async Task Count_for_nothing_where_they_cite_no_source_or_speak_another_language(string text)
    {
        await using var product = await ModelProduct.StartAsync();
        var (ticket, _) = await product.HasSuggestionAsync();
        product.Model.Answers = _ => Speaks(text);

        var pieces = await WrittenAsync(product, ticket);

        Assert.Equal((null, "modelFailed"), (pieces[^1].Reply, pieces[^1].Because));
    }

    [Fact]
    public async Task Are_not_written_without_a_source_or_without_a_model()
    {
        await using var product = await ModelProduct.StartAsync();
        var pizza = await product.HasTicketAsync(Sidebar.Ticket("Pizza", "My parrot ate the pizza."));
        await product.IndexAsync();
        Assert.Equal("noSource", Assert.Single(await WrittenAsync(product, pizza)).Because);

        await using var plain = Product.With();
        await plain.InitializeAsync();
        var (ticket, _) = await plain.HasSuggestionAsync();
        Assert.Equal("noModel", Assert.Single(await WrittenAsync(plain, ticket)).Because);
    }

    [Fact]
    public async Task Are_not_there_for_a_ticket_out_of_sight()
    {
        await using var product = await ModelProduct.StartAsync();

        using var answer = await product.As(Role.Agent).GetAsync("/api/tickets/4711/reply/written", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static ScriptedAnswer Speaks(string text) => ScriptedAnswer.Spoken([.. text.Chunk(7).Select(scrap => new string(scrap))]);

    private static async Task<IReadOnlyList<WrittenPiece>> WrittenAsync(Product product, long ticket)
    {
        var ct = TestContext.Current.CancellationToken;
        using var answer = await product.As(Role.Agent, user: "Ada").GetAsync($"/api/tickets/{ticket}/reply/written", HttpCompletionOption.ResponseHeadersRead, ct);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        var pieces = new List<WrittenPiece>();
        await foreach (var item in SseParser.Create(await answer.Content.ReadAsStreamAsync(ct)).EnumerateAsync(ct))
            pieces.Add(JsonSerializer.Deserialize<WrittenPiece>(item.Data, JsonSerializerOptions.Web)!);
        return pieces;
    }
}
