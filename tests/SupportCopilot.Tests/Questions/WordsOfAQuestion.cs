using SupportCopilot.Questions.Parsing.Words;

namespace SupportCopilot.Tests.Questions;

public sealed class WordsOfAQuestion
{
    [Theory]
    [InlineData("How many tickets?", "how|many|tickets|?")]
    [InlineData("last week’s tickets", "last|week|'s|tickets")]
    [InlineData("What's open; don't count O'Brien", "what|'s|open|;|don't|count|o'brien")]
    [InlineData("3–9 May, 2026-03-09", "3|-|9|may|,|2026|-|03|-|09")]
    [InlineData("p90 in Q3 at 9am by Zoë", "p90|in|q3|at|9am|by|zoe")]
    [InlineData("tag refund_request 50% > 1,000", "tag|refund|_|request|50|%|>|1|,|000")]
    [InlineData("urgent 😀‍🔥 tickets\u200b\u0000", "urgent|tickets")]
    [InlineData("\ud83d alone \udc00", "alone")]
    [InlineData("ＦＵＬＬ width «said» “so”", "full|width|«|said|»|\"|so|\"")]
    [InlineData("", "")]
    public void Are_folded_and_cut_at_every_mark(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', WordReader.Read(text).Select(word => word.Text)));

    [Theory]
    [InlineData("How many urgent tickets — by «Zoë»?")]
    [InlineData("e\u0301te\u0301 𝐡𝐨𝐰 שלום 3½ tickets")]
    public void Say_where_they_stand(string text) =>
        Assert.All(WordReader.Read(text), word => Assert.Equal(word.Raw, text.Substring(word.Start, word.Length)));

    [Fact]
    public void Never_overlap_in_any_text()
    {
        var dice = new Random(7);
        for (var i = 0; i < 2000; i++)
        {
            var text = new string([.. Enumerable.Range(0, dice.Next(40)).Select(_ => (char)dice.Next(1, 0x10000))]);
            var words = WordReader.Read(text);
            Assert.All(words.Zip(words.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
            Assert.All(words, word => Assert.True(word.Text.Length > 0 && word.Raw == text.Substring(word.Start, word.Length)));
        }
    }
}
