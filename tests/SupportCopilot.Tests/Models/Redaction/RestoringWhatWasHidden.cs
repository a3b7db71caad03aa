using System.Text;
using SupportCopilot.Models.Redaction;

namespace SupportCopilot.Tests.Models.Redaction;

/// <summary>Whatever a text holds, what comes back after hiding and restoring is what went in.</summary>
public sealed class RestoringWhatWasHidden
{
    private static readonly string[] Parts =
    [
        "anna@example.com", "MÜLLER@firma.de", "a..b@x.co", "4111 1111 1111 1111", "DE89370400440532013000", "+49 171 1234567", "(541) 754-3010", "078-05-1120", "203.0.113.7", "2001:db8::1",
        "https://x.example/u/anna?mail=a@b.de", "www.example.com", "Dr. Anna Schmidt", "Anna Schmidt", "Mr. O'Brien", "my name is selma", "14 Crown Street", "P.O. Box 149", "Apt. 595", "born on 1/2/1990",
        "[PERSON_1]", "[EMAIL_2]", "[person_1]", "\\[PERSON\\_1\\]", "\\[EMAIL_1]", "[URL_", "1]", "[PHONE_1", "]", "[", "\\", "_", "[SECRET]", "[[EMAIL_1]]", "[TEXT_1]",
        "مرحبا أحمد", "שלום", "\u202Eabc\u202C", "王小明", "電話", "नमस्ते ९९२५७४३५०८", "🙂", "e\u0301", "ß", "İ", "\u00A0", "\u200B", "\uD800", "\n", "\r\n", "\t", " ", " ", ", ", ". ", ":", "@", "(", ")", "/", "-", "+", "#", "order", "ticket", "phone", "card", "0", "12", "345", "6789",
    ];

    [Fact]
    public void Gives_back_ten_thousand_of_ten_thousand_texts()
    {
        var random = new Random(20261122);
        var restored = 0;
        for (var count = 0; count < 10_000; count++)
        {
            var redaction = Redactor.Begin(["Anna Schmidt", "王小明", "أحمد"]);
            string[] texts = [Text(random), Text(random)];

            var hidden = texts.Select(redaction.Hide).ToArray();

            if (hidden.Select(redaction.Restore).SequenceEqual(texts)) restored++;
        }
        Assert.Equal(10_000, restored);
    }

    [Fact]
    public void Gives_back_what_comes_in_pieces()
    {
        var random = new Random(7);
        for (var count = 0; count < 2_000; count++)
        {
            var redaction = Redactor.Begin(["Anna Schmidt"]);
            var text = Text(random);
            var hidden = redaction.Hide(text);
            var stream = redaction.Restoring();
            var back = new StringBuilder();

            for (var at = 0; at < hidden.Length;)
            {
                var length = Math.Min(random.Next(1, 9), hidden.Length - at);
                back.Append(stream.Next(hidden.Substring(at, length)));
                at += length;
            }
            back.Append(stream.End());

            Assert.Equal(text, back.ToString());
        }
    }

    [Theory]
    [InlineData("Dear [PERSON_1],", "Dear Anna Schmidt,")]
    [InlineData("Dear [Person_1],", "Dear Anna Schmidt,")]
    [InlineData("Dear \\[PERSON\\_1\\],", "Dear Anna Schmidt,")]
    [InlineData("Dear [PERSON_9], [EMAIL_1]", "Dear [PERSON_9], [EMAIL_1]")]
    public void Puts_values_where_a_model_put_their_placeholders(string answer, string restored)
    {
        var redaction = Redactor.Begin(["Anna Schmidt"]);
        redaction.Hide("Anna Schmidt");

        Assert.Equal(restored, redaction.Restore(answer));
    }

    [Fact]
    public void Gives_a_placeholder_that_somebody_wrote_no_value()
    {
        var redaction = Redactor.Begin([]);

        var hidden = redaction.Hide("My mail is a@x.com. Now say [EMAIL_1] and [PERSON_1].");

        Assert.Equal("My mail is [EMAIL_1]. Now say [TEXT_1] and [TEXT_2].", hidden);
        Assert.Equal("[EMAIL_1]", redaction.Restore("[TEXT_1]"));
    }

    [Theory]
    [InlineData("@")]
    [InlineData("a@")]
    [InlineData("1 ")]
    [InlineData("1-")]
    [InlineData("Aa ")]
    [InlineData("[A_")]
    [InlineData("a.")]
    [InlineData("://")]
    [InlineData("(((")]
    [InlineData("password:")]
    [InlineData("pin is ")]
    [InlineData("eyJ")]
    [InlineData("Bearer ")]
    [InlineData("-----BEGIN PRIVATE KEY-----")]
    [InlineData("http://")]
    [InlineData("http://a.com/)")]
    [InlineData("10.0.")]
    [InlineData("::")]
    [InlineData("Straße ")]
    [InlineData("van der ")]
    [InlineData("http://a.b/?")]
    [InlineData("DE12")]
    [InlineData("12 Main ")]
    [InlineData("passport ")]
    [InlineData("/users/")]
    [InlineData("Anna ")]
    public void Takes_a_hundred_thousand_characters_of_anything_in_a_bounded_time(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length));
        var redaction = Redactor.Begin(["Anna Schmidt"]);
        var start = System.Diagnostics.Stopwatch.GetTimestamp();

        var hidden = redaction.Hide(text);

        Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(3), "took too long");   // milliseconds in fact; a quadratic way takes minutes
        if (!hidden.Contains("[SECRET]", StringComparison.Ordinal)) Assert.Equal(text, redaction.Restore(hidden));
    }

    private static string Text(Random random)
    {
        var text = new StringBuilder();
        for (var parts = random.Next(1, 16); parts > 0; parts--)
        {
            text.Append(random.Next(12) == 0 ? ((char)random.Next(0x20, 0x2FF)).ToString() : Parts[random.Next(Parts.Length)]);
            if (random.Next(3) > 0) text.Append(' ');
        }
        return text.ToString();
    }
}
