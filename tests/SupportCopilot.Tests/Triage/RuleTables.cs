using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Text;
using SupportCopilot.Triage;
using SupportCopilot.Triage.Rules;

namespace SupportCopilot.Tests.Triage;

public sealed class RuleTables
{
    [Theory]
    [InlineData("I was charged twice for my subscription", "billing", "double charge", "refund")]
    [InlineData("Please refund my last payment", "billing", "refund request", "refund")]
    [InlineData("The app crashes with an error message when I open settings", "technical", "error or crash", "bug")]
    [InlineData("I forgot my password and the reset link expired", "account", "password reset", null)]
    [InlineData("Where is my order? The tracking number shows nothing", "shipping", "delivery status", "other")]
    [InlineData("It would be great if you could add an option for dark mode", "feature", "feature request", "feature")]
    [InlineData("The webhook is not called since yesterday", "integration", "webhook", null)]
    [InlineData("There is no documentation for this guide, the tutorial is outdated", "documentation", "missing documentation", null)]
    [InlineData("Ich möchte eine Rückerstattung, die Rechnung ist falsch", "billing", "refund request", "refund")]
    [InlineData("Mon colis est arrivé endommagé", "shipping", "lost or damaged", null)]
    [InlineData("No puedo entrar, olvidé mi contraseña", "account", "password reset", null)]
    [InlineData("An exceptional blender, how long does charging take?", null, null, null)]
    [InlineData("Lorem ipsum dolor sit amet", null, null, null)]
    [InlineData("", null, null, null)]
    public void Topics(string words, string? category, string? subcategory, string? rootCause)
    {
        var judged = Judge(words);
        Assert.Equal((category, subcategory, rootCause), (judged[TriageField.Category]?.Value, judged[TriageField.Subcategory]?.Value, judged[TriageField.RootCause]?.Value));
    }

    [Theory]
    [InlineData("I need this ASAP, my payment failed", "urgent", "urgent", "ASAP")]
    [InlineData("Bitte dringend helfen, die Zahlung fehlt", "urgent", "urgent", "dringend")]
    [InlineData("C'est urgent, ma commande n'est pas arrivée", "urgent", "urgent", "urgent")]
    [InlineData("This is not urgent, but the invoice has a typo", "low", "low", "not urgent")]
    [InlineData("We need the invoice by tomorrow", "high", "high", "by tomorrow")]
    [InlineData("There was a data breach in our account", "normal", "urgent", "")]
    [InlineData("Can you send the invoice again?", "normal", "normal", "")]
    [InlineData("Lorem ipsum dolor sit amet", null, null, "")]
    public void Urgency_and_its_words(string words, string? urgency, string? priority, string because)
    {
        var judged = Judge(words);
        Assert.Equal((urgency, priority, because), (judged[TriageField.Urgency]?.Value, judged[TriageField.Priority]?.Value, string.Join('|', judged.UrgencyWords)));
    }

    [Theory]
    [InlineData("I love this, it works great", "positive", "happy")]
    [InlineData("This is terrible and unacceptable", "negative", "angry")]
    [InlineData("I am not happy with this", "negative", "frustrated")]
    [InlineData("This is not bad at all", "positive", null)]
    [InlineData("Thank you so much for your help yesterday", "positive", "grateful")]
    [InlineData("I would like an invoice. Thank you for your assistance", "neutral", "neutral")]
    [InlineData("I don't understand what this setting does", null, "confused")]
    [InlineData("The meeting is at noon in room four", "neutral", "neutral")]
    [InlineData("Ich bin sehr enttäuscht von Ihnen", "negative", "frustrated")]
    [InlineData("Je ne suis pas satisfait du tout", "negative", null)]
    [InlineData("Esto es inaceptable", "negative", "angry")]
    public void Moods(string words, string? sentiment, string? emotion)
    {
        var judged = Judge(words);
        if (sentiment is not null) Assert.Equal(sentiment, judged[TriageField.Sentiment]?.Value);
        if (emotion is not null) Assert.Equal(emotion, judged[TriageField.Emotion]?.Value);
    }

    [Theory]
    [InlineData("This is good", "This is very good")]
    [InlineData("This is good", "This is GOOD")]
    [InlineData("This is good", "This is good!!!")]
    [InlineData("This is somewhat good", "This is good")]
    [InlineData("It was good but the end was terrible", "It was terrible but the end was good")]
    public void The_second_sounds_better(string worse, string better) => Assert.True(Judge(worse).SentimentScore < Judge(better).SentimentScore);

    [Theory]
    [InlineData("I can't log in, please tell me how to reset it?", true, false, false, false)]
    [InlineData("Wie kann ich das Passwort ändern", true, false, false, false)]
    [InlineData("It says: System.NullReferenceException: Object reference not set", false, true, false, false)]
    [InlineData("The page shows a 502 error", false, true, false, false)]
    [InlineData("The call returns HTTP 503", false, true, false, false)]
    [InlineData("I bought 502 chairs", false, false, false, false)]
    [InlineData("I run SELECT id FROM orders WHERE id = 3;", false, false, true, false)]
    [InlineData("See the attached screenshot", false, false, false, true)]
    [InlineData("Ich habe bild.png beigelegt", false, false, false, true)]
    [InlineData("The parcel arrived yesterday.", false, false, false, false)]
    public void Signals(string words, bool question, bool error, bool code, bool screenshot) =>
        Assert.Equal(new TriageSignals(question, error, code, screenshot), Judge(words).Signals);

    [Theory]
    [InlineData("I have been waiting for my parcel for two weeks and it is still not here", "en")]
    [InlineData("Ich warte seit zwei Wochen auf mein Paket und es ist immer noch nicht da", "de")]
    [InlineData("J'attends mon colis depuis deux semaines et il n'est toujours pas arrivé", "fr")]
    [InlineData("Llevo dos semanas esperando mi paquete y todavía no ha llegado", "es")]
    [InlineData("Aspetto il mio pacco da due settimane e non è ancora arrivato", "it")]
    [InlineData("Estou à espera da minha encomenda há duas semanas e ainda não chegou", "pt")]
    [InlineData("Ik wacht al twee weken op mijn pakket en het is er nog steeds niet", "nl")]
    [InlineData("Czekam na moją paczkę od dwóch tygodni i jeszcze jej nie ma", "pl")]
    [InlineData("Я уже две недели жду посылку", "ru")]
    [InlineData("荷物がまだ届きません", "ja")]
    [InlineData("我的包裹还没有到", "zh")]
    [InlineData("12345", null)]
    [InlineData("", null)]
    public void Languages(string words, string? language) => Assert.Equal(language, Judge(words)[TriageField.Language]?.Value);

    [Fact]
    public void A_language_is_less_sure_in_a_short_text() =>
        Assert.True(Judge("refund please").Fields.GetValueOrDefault("language")?.Confidence is null or < ConfidenceLevel.High);

    [Fact]
    public void Key_phrases_name_things_and_hold_no_address()
    {
        var phrases = Judge("The docking station does not charge my laptop. Write to nia@example.com about the docking station.").KeyPhrases;
        Assert.Equal("docking station", phrases[0]);
        Assert.DoesNotContain(phrases, phrase => phrase.Contains("example"));
    }

    [Fact]
    public void Each_judgement_names_the_words_it_stands_on() =>
        Assert.Equal(["refund"], Judge("Please refund it")[TriageField.Category]!.Because);

    [Theory]
    [InlineData("a")]
    [InlineData("\"><(((;;;{{{")]
    [InlineData("!!!!!????....")]
    [InlineData("\ud800 \u0000 \uffff")]
    public void Odd_texts_are_judged_without_failing(string piece) => Assert.NotNull(Judge(string.Concat(Enumerable.Repeat(piece + " ", 20_000))));

    private static Judgement Judge(string words) => TriageRules.Judge(new TicketText("", [new TicketMessage(AuthorKind.Requester, words, null)]), null);
}
