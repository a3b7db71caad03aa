using SupportCopilot.Models.Redaction;

namespace SupportCopilot.Tests.Models.Redaction;

public sealed class HidingPersonalData
{
    [Theory]
    [InlineData("Write to Anna.Schmidt+shop@mail.example.com please.", "Write to [EMAIL_1] please.")]
    [InlineData("My card 4111 1111 1111 1111 was charged twice", "My card [CARD_1] was charged twice")]
    [InlineData("IBAN DE89 3704 0044 0532 0130 00, thanks", "IBAN [IBAN_1], thanks")]
    [InlineData("Call me on +49 171 1234567.", "Call me on [PHONE_1].")]
    [InlineData("my ssn is 078-05-1120", "my ssn is [ID_1]")]
    [InlineData("Passport no. C01X00T47 is lost", "Passport no. [ID_1] is lost")]
    [InlineData("It came from 203.0.113.7 and 2001:db8::ff00:42:8329", "It came from [IP_1] and [IP_2]")]
    [InlineData("I was born on 04/11/1984", "I was born on [BIRTHDAY_1]")]
    [InlineData("See https://shop.example.com/account?mail=x%40y.de", "See [URL_1]")]
    [InlineData("My name is Xanthippe Quorx and it broke", "My name is [PERSON_1] and it broke")]
    [InlineData("Ship it to 14 Crown Street, please", "Ship it to [ADDRESS_1], please")]
    public void Puts_a_placeholder_of_its_kind_in_its_place(string text, string hidden) =>
        Assert.Equal(hidden, Redactor.Begin([]).Hide(text));

    [Theory]
    [InlineData("Order 2031188761 and invoice INV-2026-004411 are wrong")]
    [InlineData("Order number: 100 2003 4005, ticket #48151623")]
    [InlineData("Since version 10.4.2.1 the firmware 5.1.2 fails with error 80070005")]
    [InlineData("It happened on 2026-11-22 at 10:05:33, again on 03/11/2026")]
    [InlineData("We paid 1.250.000 EUR and 12,500.50 USD for 1200 seats")]
    [InlineData("Windows 11 and iPhone 15 Pro show the Checkout page of Azure Active Directory")]
    [InlineData("The article https://help.example.com/hc/en-us/articles/360012-returns does not help")]
    [InlineData("the request 3f2504e0-4f89-11d3-9a0c-0305e82c3301 timed out")]
    public void Keeps_what_is_nobodys(string text) => Assert.Equal(text, Redactor.Begin([]).Hide(text));

    [Fact]
    public void Gives_one_value_one_placeholder_throughout_a_request()
    {
        var redaction = Redactor.Begin([]);

        Assert.Equal("[EMAIL_1], [EMAIL_2], [EMAIL_1]", redaction.Hide("a@x.com, b@x.com, a@x.com"));
        Assert.Equal("[EMAIL_2]", redaction.Hide("b@x.com"));
        Assert.Equal(2, redaction.Counts["email"]);
    }

    [Theory]
    [InlineData("Hello, this is zubayda, Zubayda Wexel-Orr, about my order")]
    [InlineData("zubayda wexel asked; WEXEL did not answer. Ms Orr?")]
    public void Hides_the_tickets_own_people_whole_and_in_parts(string text)
    {
        var hidden = Redactor.Begin(["Zubayda Wexel-Orr"]).Hide(text);

        Assert.DoesNotContain("zubayda", hidden, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("wexel", hidden, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Orr", hidden, StringComparison.Ordinal);
    }

    [Fact]
    public void Hides_a_known_name_in_a_script_without_spaces() =>
        Assert.Equal("你好，我是[PERSON_1]，订单没到", Redactor.Begin(["王小明"]).Hide("你好，我是王小明，订单没到"));

    [Fact]
    public void Leaves_a_known_name_that_is_a_word_where_it_is_written_as_a_word() =>
        Assert.Equal("[PERSON_1] will mark it", Redactor.Begin(["Will Mark"]).Hide("Will Mark will mark it"));

    [Fact]
    public void Hides_and_restores_the_values_of_json_and_nothing_else()
    {
        var redaction = Redactor.Begin([]);
        const string Json = """{"a@x.com":1,"text":"mail \"a@x.com\"\nor call +49 171 1234567","list":[true,null,4111111111111111,"b@x.com"]}""";

        var hidden = redaction.HideJson(Json);

        Assert.Equal("""{"a@x.com":1,"text":"mail \"[EMAIL_1]\"\nor call [PHONE_1]","list":[true,null,4111111111111111,"[EMAIL_2]"]}""", hidden);
        Assert.Equal(Json.Replace("+49", "+49", StringComparison.Ordinal), redaction.RestoreJson(hidden));
    }
}
