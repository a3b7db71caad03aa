using SupportCopilot.Learning.Text;

namespace SupportCopilot.Tests.Learning;

public sealed class WordsTests
{
    [Theory]
    [InlineData("", new string[0])]
    [InlineData("Hello, World!", new[] { "hello", "world" })]
    [InlineData("I haven’t received it", new[] { "i", "haven't", "received", "it" })]
    [InlineData("Crème BRÛLÉE in München, Straße", new[] { "creme", "brulee", "in", "munchen", "strasse" })]
    [InlineData("e\u0301te\u0301", new[] { "ete" })]
    [InlineData("ＡＢＣ１２", new[] { "abc12" })]
    [InlineData("Order 12345678, error 404", new[] { "order", "00000000", "error", "404" })]
    [InlineData("我的包裹 late", new[] { "我", "的", "包", "裹", "late" })]
    [InlineData("Где посылка?", new[] { "где", "посылка" })]
    [InlineData("'quoted' it's'", new[] { "quoted", "it's" })]
    public void Are_cut_and_folded(string text, string[] words) => Assert.Equal(words, Words.Of(text));

    [Fact]
    public void Join_subject_and_body_on_lines_of_their_own()
    {
        Assert.Equal("Where is it?\nMy parcel", TextJoin.Of("Where is it?", "My parcel"));
        Assert.Equal("\nMy parcel", TextJoin.Of(null, "My parcel"));
    }
}
