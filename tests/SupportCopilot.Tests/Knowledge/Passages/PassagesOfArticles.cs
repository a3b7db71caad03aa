using SupportCopilot.Knowledge;
using SupportCopilot.Knowledge.Passages;

namespace SupportCopilot.Tests.Knowledge.Passages;

/// <summary>The pure parts: how articles are cut, what words stand for others, and what is a name.</summary>
public sealed class PassagesOfArticles
{
    private const string Body = """
        Everything about the Brightfield kettle.
        ## 1. Kitchen
        ### 1.1 Filling
        Fill it up to the mark. Never more than 1.7 litres.
        ### 1.2 Boiling
        To boil water:
        1. Close the lid.
        2. Press the switch.
        3. Wait for the click.
        """;

    [Fact]
    public void Stand_under_their_headings_with_lists_kept_together()
    {
        var cut = CutArticles.Cut(Article("Brightfield kettle", Body));

        Assert.Equal(["", "1.1 Filling", "1.2 Boiling"], cut.Passages.Select(passage => passage.Heading));
        Assert.StartsWith("To boil water:", cut.Passages[2].Quote, StringComparison.Ordinal);
        Assert.EndsWith("click.", cut.Passages[2].Quote, StringComparison.Ordinal);
        Assert.Contains("kitchen", cut.Passages[1].OfChapter);
        Assert.All(cut.Passages, passage => Assert.Contains(passage.Quote, Body, StringComparison.Ordinal));
    }

    [Fact]
    public void A_long_list_falls_into_its_items_and_none_of_its_words_is_lost()
    {
        var steps = string.Join('\n', Enumerable.Range(1, 12).Select(n => $"{n}. Step {n} is written out at some length, so that the whole list is too long to read."));
        var cut = CutArticles.Cut(Article("Steps", steps));

        Assert.True(cut.Passages.Count > 2);
        Assert.All(cut.Passages, passage => Assert.Matches(@"^\d+\. Step", passage.Quote));
        Assert.Equal(steps, string.Join('\n', cut.Passages.Select(passage => passage.Quote)));
    }

    [Theory]
    [InlineData("My zip is jammed", "stuck")]
    [InlineData("How long is the guarantee?", "warranti")]
    [InlineData("How do I switch it on?", "power")]
    [InlineData("How heavy is it?", "weight")]
    [InlineData("It will not budge", "stuck")]
    public void What_customers_say_is_found_by_what_articles_say(string asked, string said) =>
        Assert.Contains(AskedTerms.Of(asked), term => term.Others.Contains(said));

    [Theory]
    [InlineData("How do I clean the Naptime 5000 Sleeping Bag?", "naptim 5000 sleep bag")]
    [InlineData("My WeatherGuard leaks.", "weatherguard")]
    [InlineData("Can I wash it in the sink?", "")]
    [InlineData("Is it fit for my MTB?", "")]
    [InlineData("Wie kann ich meine Rechnung mit Karte und Konto bezahlen?", "")]
    public void Names_are_told_from_other_words(string text, string names) =>
        Assert.Equal(names, string.Join(' ', NamedThings.RunsIn(text).SelectMany(run => run)));

    [Fact]
    public void The_passage_of_the_thing_that_is_named_comes_before_the_same_words_on_another()
    {
        CutArticle[] articles = [Cut("Brightfield kettle", "The warranty of the kettle is two years."), Cut("Stormhaven kettle", "The warranty of the kettle is five years. Warranty claims go to the shop.")];

        var ranked = RankPassages.In(articles, "How long is the guarantee of my Brightfield?", "How long is the guarantee of my Brightfield?");

        Assert.Contains("two years", ranked.All[0].Passage.Quote, StringComparison.Ordinal);
        Assert.True(ranked.IsNamed(ranked.All[0]));
        Assert.Empty(ranked.SiblingsOf(ranked.All[0]));
    }

    [Fact]
    public void Without_a_name_alike_things_are_siblings_and_another_things_name_is_seen()
    {
        CutArticle[] articles = [Cut("Brightfield kettle", "The warranty of the kettle is two years."), Cut("Stormhaven kettle", "The warranty of the kettle is five years.")];

        var unnamed = RankPassages.In(articles, "How long is the guarantee of the kettle?", "How long is the guarantee of the kettle?");
        var other = RankPassages.In(articles, "How long is the guarantee of my Moonbrook Kettle?", "How long is the guarantee of my Moonbrook Kettle?");

        Assert.Single(unnamed.SiblingsOf(unnamed.All[0]));
        Assert.True(other.NamesAnother(other.All[0]));
        Assert.True(other.NamesElse(other.All[0]));
    }

    private static CutArticle Cut(string title, string body) => CutArticles.Cut(Article(title, body));

    private static Article Article(string title, string body) => new() { Source = "file", ExternalId = title, Title = title, Body = body };
}
