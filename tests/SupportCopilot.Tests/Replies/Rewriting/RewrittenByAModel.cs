using System.Text.Json;
using SupportCopilot.Tests.Models;
using SupportCopilot.Tests.Models.Scripted;

namespace SupportCopilot.Tests.Replies.Rewriting;

public sealed class RewrittenByAModel
{
    private const string Good = "Choose «Forgot password» on https://help.example.com/reset, then open the link within 30 minutes.";

    [Fact]
    public async Task Is_shown_with_its_sources_and_told_none_of_the_customers_words()
    {
        await using var product = await ModelProduct.StartAsync();
        var (ticket, shown) = await product.HasSuggestionAsync();
        product.Model.Answers = _ => Says(Good);

        var reply = await product.RewriteAsync(ticket, new { tone = "simple", instruction = "Be kind." });

        Assert.Equal($"Hello Nia,\n\n{Good} [1]\n\nBye", reply.Text);
        Assert.Equal(("model", shown.Citations[0].Quote), (reply.Source, reply.Citations[0].Quote));
        Assert.Empty(reply.NotDone);
        var asked = product.Model.Calls.Last();
        Assert.DoesNotContain("cannot log in any more", asked.Body, StringComparison.Ordinal);
        Assert.Equal("Be kind.", asked.Data.GetProperty("wish").GetProperty("instruction").GetString());
    }

    [Theory]
    [InlineData("https://help.example.com/reset and open it within 45 minutes.", "another number")]
    [InlineData("https://evil.example.com/reset, link within 30 minutes.", "another link")]
    [InlineData("«Forgot password», link within 30 minutes.", "a lost link")]
    [InlineData("https://help.example.com/reset, open the link soon.", "a lost number")]
    [InlineData("https://help.example.com/reset within 30 minutes or write to boss@evil.example.com", "an address")]
    [InlineData("https://help.example.com/reset within 30 hours", "another unit")]
    [InlineData("<b>https://help.example.com/reset</b> within 30 minutes", "markup")]
    [InlineData("![x](https://help.example.com/reset) within 30 minutes", "an image")]
    [InlineData("https://help.example.com/reset\u202e within 30 minutes", "an invisible character")]
    [InlineData("Wählen Sie auf der Seite https://help.example.com/reset den Punkt «Passwort vergessen» und öffnen Sie den Link innerhalb von 30 Minuten, damit Sie sich wieder anmelden können.", "another language")]
    public async Task Keeps_links_numbers_and_language_or_is_not_shown(string text, string why)
    {
        await using var product = await ModelProduct.StartAsync();
        var (ticket, shown) = await product.HasSuggestionAsync();
        var before = product.Model.Calls.Count;
        product.Model.Answers = _ => Says(text);

        var reply = await product.RewriteAsync(ticket, new { tone = "simple" });

        Assert.True(reply.Source == "extractive", why);
        Assert.Equal(shown.Text, reply.Text);
        Assert.Equal(("tone", "modelFailed"), (reply.NotDone.Single().Wish, reply.NotDone.Single().Because));
        Assert.Equal(3, product.Model.Calls.Count - before);   // told what was wrong, twice
        Assert.DoesNotContain(text, product.Model.Calls.Last().Said("user").Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_people_as_they_were_called()
    {
        await using var product = await ModelProduct.StartAsync();
        var (ticket, shown) = await product.HasSuggestionAsync();
        product.Model.Answers = _ => ScriptedAnswer.Of($$"""{"parts":[{"text":"Hello dear customer,","cites":[]},{"text":{{JsonSerializer.Serialize(Good)}},"cites":[1]}]}""");

        var reply = await product.RewriteAsync(ticket, new { tone = "simple" });

        Assert.Equal((shown.Text, "extractive"), (reply.Text, reply.Source));
    }

    [Fact]
    public async Task Puts_right_what_it_was_told_is_wrong()
    {
        await using var product = await ModelProduct.StartAsync();
        var (ticket, _) = await product.HasSuggestionAsync();
        product.Model.Answers = call => Says(call.Said("user").Count == 1 ? "Just reset it." : Good);

        var reply = await product.RewriteAsync(ticket, new { tone = "simple" });

        Assert.Equal("model", reply.Source);
        Assert.Contains("leaves out a link", product.Model.Calls.Last().Said("user").Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cites_no_other_source_and_leaves_none_out()
    {
        await using var product = await ModelProduct.StartAsync();
        var (ticket, shown) = await product.HasSuggestionAsync();
        foreach (var cites in new[] { "[2]", "[]", "[1,99]" })
        {
            product.Model.Answers = _ => Says(Good, cites);
            Assert.Equal((shown.Text, "extractive"), await product.RewriteAsync(ticket, new { tone = "simple" }) is var reply ? (reply.Text, reply.Source) : default);
        }
    }

    [Fact]
    public async Task Speaks_another_language_where_it_was_asked_for_with_numbers_in_that_languages_form()
    {
        await using var product = await ModelProduct.StartAsync();
        var (ticket, _) = await product.HasSuggestionAsync();
        product.Model.Answers = _ => Says("Wählen Sie auf https://help.example.com/reset den Punkt «Passwort vergessen» und öffnen Sie den Link innerhalb von 30 Minuten, dann können Sie sich wieder anmelden.");

        var reply = await product.RewriteAsync(ticket, new { language = "de" });

        Assert.Equal("model", reply.Source);
        Assert.Contains("Wählen Sie", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_shorter_when_it_was_asked_to_be()
    {
        await using var product = await ModelProduct.StartAsync();
        var (ticket, shown) = await product.HasSuggestionAsync();
        product.Model.Answers = _ => Says(string.Join(' ', Enumerable.Repeat(Good, 20)));
        Assert.Equal("extractive", (await product.RewriteAsync(ticket, new { length = "shorter" })).Source);

        product.Model.Answers = _ => Says("Use https://help.example.com/reset within 30 minutes.");
        var reply = await product.RewriteAsync(ticket, new { length = "shorter" });

        Assert.Equal("model", reply.Source);
        Assert.True(reply.Text!.Length < shown.Text!.Length);
    }

    [Fact]
    public async Task Is_replaced_by_what_can_be_done_without_it_while_it_is_down()
    {
        await using var product = await ModelProduct.StartAsync();
        var (ticket, _) = await product.HasSuggestionAsync();
        product.Model.Answers = _ => ScriptedAnswer.Error(500, "server_error", "The server had an error.");

        var reply = await product.RewriteAsync(ticket, new { tone = "formal", instruction = "Mention the sale." });

        Assert.StartsWith("Dear Nia,", reply.Text, StringComparison.Ordinal);
        Assert.Equal(("instruction", "modelFailed"), (reply.NotDone.Single().Wish, reply.NotDone.Single().Because));
    }

    private static ScriptedAnswer Says(string text, string cites = "[1]") =>
        ScriptedAnswer.Of($$"""{"parts":[{"text":"Hello Nia,","cites":[]},{"text":{{JsonSerializer.Serialize(text)}},"cites":{{cites}}},{"text":"Bye","cites":[]}]}""");
}
