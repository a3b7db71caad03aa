using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Knowledge.Articles;
using SupportCopilot.Replies;
using SupportCopilot.Tests.Replies;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Replies.ManualQuestions;

/// <summary>Replies from long articles on things that are alike, such as manuals.</summary>
public sealed class RepliesFromManuals : IAsyncLifetime
{
    private readonly Product product = Product.With();

    [Fact]
    public async Task Quote_the_passage_of_the_thing_that_the_customer_names()
    {
        await HasKettles();

        var reply = await ReplyTo("The lid of my Brightfield is jammed. What now?");

        Assert.Contains("wooden spoon", Assert.Single(reply.Citations).Quote, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_which_is_meant_where_several_things_answer_alike()
    {
        await HasKettles();

        var reply = await ReplyTo("How long is the guarantee on the kettle?");

        Assert.Null(reply.Text);
        Assert.Contains("Brightfield kettle", reply.SilentBecause, StringComparison.Ordinal);
        Assert.Contains("Stormhaven kettle", reply.SilentBecause, StringComparison.Ordinal);
        Assert.Contains("which of these is it about", reply.Ask, StringComparison.Ordinal);
        Assert.Contains("Brightfield kettle", reply.Ask, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_silent_on_a_thing_whose_manual_is_not_there()
    {
        await HasKettles();

        Assert.Null((await ReplyTo("How long is the guarantee of the Moonbrook Kettle?")).Text);
        Assert.Null((await ReplyTo("I own a Brightfield Toaster 900. How do I clean the Brightfield Toaster 900?")).Text);
    }

    [Fact]
    public async Task Passages_are_found_over_HTTP_with_their_headings_and_their_words()
    {
        await HasKettles();
        await product.IndexAsync();

        var found = await product.As(SupportCopilot.Access.Role.Agent).GetAsync<JsonElement>("/api/search?kind=passage&limit=5&q=the%20lid%20of%20my%20Brightfield%20is%20jammed");

        var first = found.GetProperty("items")[0];
        Assert.Equal(("passage", "Lid", "public"), (first.GetProperty("kind").GetString(), first.GetProperty("heading").GetString(), first.GetProperty("segment").GetString()));
        Assert.Contains("wooden spoon", first.GetProperty("excerpt").GetString(), StringComparison.Ordinal);
    }

    /// <summary>The floors of the benchmark «eshop», on a part that runs in seconds.</summary>
    [Fact]
    public async Task On_real_manuals_find_cite_and_keep_silent_as_promised()
    {
        var manuals = SharedData.File("eshopsupport/manual-chunks.json");
        var chunks = JsonDocument.Parse(await File.ReadAllTextAsync(manuals, Ct)).RootElement.EnumerateArray().ToDictionary(
            chunk => chunk.GetProperty("ChunkId").GetInt32(), chunk => Bare(chunk.GetProperty("Text").GetString()!));
        var asked = (await File.ReadAllLinesAsync(Path.Combine(SharedData.RepositoryRoot, "tests/SupportCopilot.Tests/Replies/ManualQuestions/questions.txt"), Ct))
            .SkipWhile(line => !line.StartsWith("== reporting", StringComparison.Ordinal)).Skip(1).Where((_, i) => i % 3 == 0).Select(line => line.Split('|')).ToList();
        var others = JsonDocument.Parse(await File.ReadAllTextAsync(SharedData.File("eshopsupport/product-questions.json"), Ct)).RootElement.EnumerateArray()
            .Where((_, i) => i % 10 == 0).Select(q => q.GetProperty("Question").GetString()!).ToList();
        await product.InsideAsync(services => services.GetRequiredService<ImportArticles>().RunAsync(manuals, null, Ct));

        var cited = 0;
        foreach (var question in asked)
        {
            var right = question[0].Split(',').Select(id => chunks[int.Parse(id, CultureInfo.InvariantCulture)]).ToList();
            var reply = await ReplyTo(question[1].Trim());
            foreach (var citation in reply.Citations)
                Assert.Contains(citation.Quote, (await product.As(SupportCopilot.Access.Role.Agent).GetAsync<ArticleDetail>($"/api/articles/{citation.ArticleId}")).Body, StringComparison.Ordinal);
            if (reply.Citations.Any(citation => citation.Quote.Split('\n').Select(Bare).Any(line => line.Length > 30 && right.Exists(text => text.Contains(line, StringComparison.Ordinal))))) cited++;
        }
        var spoken = new List<string>();
        foreach (var other in others)
            if ((await ReplyTo(other)).Text is not null) spoken.Add(other);

        Assert.True(cited >= 0.60 * asked.Count, $"cited {cited} of {asked.Count}");
        Assert.True(spoken.Count <= 0.05 * others.Count, string.Join('\n', spoken));
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await product.DisposeAsync();

    private async Task HasKettles()
    {
        const string rest = "\n## Cleaning\nWipe the outside with a damp cloth. Remove limescale with vinegar once a month.\n## Lid\nIf the lid sticks, let it cool and loosen it with a wooden spoon.\n## Warranty\n";
        await product.HasArticleAsync("Brightfield kettle", $"The Brightfield kettle boils 1.7 litres.{rest}The warranty lasts two years from the day of purchase.");
        await product.HasArticleAsync("Stormhaven kettle", $"The Stormhaven kettle boils one litre.{rest}The warranty lasts five years from the day of purchase.");
    }

    private async Task<SuggestedReply> ReplyTo(string question)
    {
        var ticket = await product.HasTicketAsync(new IncomingTicket("file", Guid.NewGuid().ToString("N")) { Status = TicketStatus.Open, Comments = [new IncomingComment("0", question)] });
        if (isIndexed is false) await product.IndexAsync();
        isIndexed = true;
        return (await product.AssistAsync(ticket)).Reply;
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private bool isIndexed;

    private static string Bare(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
