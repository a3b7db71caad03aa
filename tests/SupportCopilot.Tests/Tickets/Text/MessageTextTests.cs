using SupportCopilot.Tickets.Text;

namespace SupportCopilot.Tests.Tickets.Text;

public sealed class MessageTextTests
{
    [Theory]
    [InlineData("Hi there,\n\nI cannot log in.\n\nBest regards,\nNia Obi\nAcme Ltd.", "I cannot log in.")]
    [InlineData("Hello team, the app crashes on start", "The app crashes on start")]
    [InlineData("Hello everyone\nMy order is late.\nThanks in advance!\nSam", "My order is late.")]
    [InlineData("Guten Tag,\nmeine Rechnung stimmt nicht.\n\nMit freundlichen Grüßen\nJana Kühn", "meine Rechnung stimmt nicht.")]
    [InlineData("Bonjour,\nje n'ai rien reçu.\nCordialement,\nLuc", "je n'ai rien reçu.")]
    [InlineData("Hola,\nno puedo entrar.\nUn saludo\nAna", "no puedo entrar.")]
    [InlineData("It still fails.\n\nSent from my iPhone", "It still fails.")]
    [InlineData("It still fails.\n-- \nSam Lee\n+44 20 7946 0000", "It still fails.")]
    [InlineData("Yes, that worked.\n\nOn Mon, 2 Mar 2026 at 10:14, Desk <help@example.com>\nwrote:\n> Did you try again?\n> Sam", "Yes, that worked.")]
    [InlineData("> Did you try again?\n\nYes, twice.", "Yes, twice.")]
    [InlineData("On 2 Mar 2026, Desk wrote:\n> Which order?\n\nThe one from May.", "The one from May.")]
    [InlineData("Nein.\n\nAm 02.03.2026 um 10:14 schrieb Desk:\nHaben Sie es versucht?", "Nein.")]
    [InlineData("Done.\n\n-----Original Message-----\nFrom: Desk\nSent: Monday\nTo: Nia\nSubject: Re: x\n\nPlease restart.", "Done.")]
    [InlineData("See below.\n\nFrom: Desk\nSent: Monday\nTo: Nia\nSubject: Re: x\n\nPlease restart.", "See below.")]
    [InlineData("##- Please type your reply above this line -##\nold words", "##- Please type your reply above this line -##\nold words")]
    [InlineData("It broke.\n\nThis e-mail is confidential and intended solely for the addressee.\nDelete it otherwise.", "It broke.")]
    [InlineData("Hi I cannot login, please help", "I cannot login, please help")]
    [InlineData("Hello my order is late\nWhere is it?", "My order is late\nWhere is it?")]
    [InlineData("Dear Sir or Madam,\nit broke", "it broke")]
    [InlineData("Hi Mr. Lee, it broke", "It broke")]
    [InlineData("Order lost.\nThanks for nothing", "Order lost.\nThanks for nothing")]
    [InlineData("Thanks,\nAlso the export still stops at ten rows whenever I open it in the evening.", "Thanks,\nAlso the export still stops at ten rows whenever I open it in the evening.")]
    public void The_writers_own_words_are_left(string body, string words) => Assert.Equal(words, MessageText.Clean(body));

    [Fact]
    public void A_forwarded_mail_with_nothing_above_it_is_kept_without_its_headers() =>
        Assert.Equal("The printer is on fire.", MessageText.Clean("---------- Forwarded message ---------\nFrom: Nia\nDate: Monday\nSubject: Fire\nTo: Desk\n\nThe printer is on fire."));

    [Theory]
    [InlineData("Hi")]
    [InlineData("Thanks!")]
    [InlineData("> all of it quoted")]
    public void A_message_that_would_vanish_stays_whole(string body) => Assert.Equal(body, MessageText.Clean(body));

    [Fact]
    public void Invisible_characters_and_odd_spaces_go() => Assert.Equal("refund now", MessageText.Clean("re\u200Bfund\u00A0now\u00AD \r\n\r\n\r\n"));

    [Theory]
    [InlineData("RE: AW: Fwd: Invoice 12", "Invoice 12")]
    [InlineData("[EXTERNAL] Re[2]: Invoice 12", "Invoice 12")]
    [InlineData("Reinstall", "Reinstall")]
    public void A_subject_loses_its_mail_prefixes(string subject, string clean) => Assert.Equal(clean, SubjectLine.Clean(subject));
}
