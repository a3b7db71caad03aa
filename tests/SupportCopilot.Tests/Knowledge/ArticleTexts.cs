using SupportCopilot.Knowledge.Articles;

namespace SupportCopilot.Tests.Knowledge;

public sealed class ArticleTexts
{
    [Theory]
    [InlineData("# Title\n\nText with [a link](https://x.example).", "Text with a link.")]
    [InlineData("## Part\n\n- one\n- two\n  - inner", "## Part\n\n- one\n- two\n  - inner")]
    [InlineData("<ol start=3><li><p>Third</p></li><li>Fourth</li></ol>", "3. Third\n4. Fourth")]
    [InlineData("<p>#1 reason: <em>dust</em></p>", "1 reason: dust")]
    [InlineData("<table><tr><th>Plan</th><th>Price</th></tr><tr><td>Pro</td><td>9 EUR</td></tr></table>", "Plan | Price\nPro | 9 EUR")]
    [InlineData("One<br>two &amp; three", "One\ntwo & three")]
    [InlineData("---\nowner: x\n---\nText", "Text")]
    public void Markup_becomes_plain_text_with_headings_and_lists(string markup, string expected) =>
        Assert.Equal(expected, ArticleText.Read(markup, ArticleFormat.Auto).Body);

    [Theory]
    [InlineData("# Reset\n\nText.", "Reset")]
    [InlineData("<html><head><title>Shop</title></head><body><h1>Reset</h1><p>Text.</p></body></html>", "Reset")]
    [InlineData("Text.", null)]
    public void The_title_in_it_is_found(string markup, string? expected) =>
        Assert.Equal(expected, ArticleText.Read(markup, ArticleFormat.Auto).Title);

    [Fact]
    public void A_manuals_text_loses_contents_and_footers_and_keeps_its_headings()
    {
        const string page = "(c) Maker 3\n\n1.1 Opening . . . . . . . 4\n\n2.1: Cleaning the stove\n\nTo clean it:\n\n1. Let it cool.\n\n2. Wipe it.\n\nPage 4 of 9";

        Assert.Equal("# 2.1: Cleaning the stove\n\nTo clean it:\n\n1. Let it cool.\n\n2. Wipe it.", ArticleText.Read(page, ArticleFormat.Text).Body);
    }
}
