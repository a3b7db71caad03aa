using SupportCopilot.Replies.Text;
using SupportCopilot.Tickets.Speech;
using SupportCopilot.Tickets.Text;

namespace SupportCopilot.Tests.Replies;

public sealed class SentencesAndStems
{
    [Theory]
    [InlineData("It broke. Can you help?", "It broke.|Can you help?")]
    [InlineData("Version 2.5 is out, e.g. for Mr. Smith. Good.", "Version 2.5 is out, e.g. for Mr. Smith.|Good.")]
    [InlineData("This line was\nwrapped by mail.\n\nNext one", "This line was wrapped by mail.|Next one")]
    [InlineData("Do this:\n1. Open it.\n2. Close it.", "Do this:|1. Open it.|2. Close it.")]
    [InlineData("He said \"stop.\" Then it stopped.", "He said \"stop.\"|Then it stopped.")]
    [InlineData("壊れました。助けて！", "壊れました。|助けて！")]
    [InlineData("", "")]
    public void Sentences_end_where_a_reader_ends_them(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Sentences.Of(text)));

    [Fact]
    public void Spans_point_into_the_text_in_order_and_lose_no_word()
    {
        var random = new Random(7);
        const string alphabet = "ab A1 .?!\n\n-: \"')。";
        for (var round = 0; round < 2000; round++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(60)).Select(_ => alphabet[random.Next(alphabet.Length)])]);
            var spans = Sentences.In(text);

            Assert.Equal(string.Concat(text.Where(c => !char.IsWhiteSpace(c))), string.Concat(spans.Select(span => text[span])).Where(c => !char.IsWhiteSpace(c)).ToArray());
            Assert.All(spans.Zip(spans.Skip(1)), pair => Assert.True(pair.First.End.Value <= pair.Second.Start.Value));
        }
    }

    [Theory]
    [InlineData("replace", "replaced")]
    [InlineData("replacement", "replacing")]
    [InlineData("cancellation", "cancel")]
    [InlineData("battery", "batteries")]
    [InlineData("setting", "settings")]
    [InlineData("apply", "applied")]
    public void Forms_of_a_word_share_a_stem(string one, string other) => Assert.Equal(Terms.Stem(one), Terms.Stem(other));
}
