using SupportCopilot.Replies.Cautions;

namespace SupportCopilot.Tests.Replies.Cautions;

/// <summary>Which sentences of internal notes hold something back, what they hold back, and which replies break it.</summary>
public sealed class NotesThatRestrain
{
    [Theory]
    [InlineData("Do not promise a date yet.", "date")]
    [InlineData("please don't promise any refund before finance has answered", "refund")]
    [InlineData("VIP customer, never offer a discount!", "amount")]
    [InlineData("Hold off on the refund until fraud has looked at it.", "refund")]
    [InlineData("Wait for legal before you reply.", "reply")]
    [InlineData("Don't tell the customer about the outage.", "telling")]
    [InlineData("Keep this internal.", "telling")]
    [InlineData("We must not close this one.", "closing")]
    [InlineData("No promises please.", "promise")]
    [InlineData("Refund not yet approved.", "refund")]
    [InlineData("Bitte noch keinen Termin zusagen.", "date")]
    [InlineData("Dem Kunden nichts vom Ausfall sagen.", "telling")]
    [InlineData("Noch nicht antworten, bis die Rechtsabteilung geprüft hat.", "reply")]
    [InlineData("Ne pas promettre de date au client.", "date")]
    [InlineData("Ne promettez aucun remboursement.", "refund")]
    [InlineData("No prometer ninguna fecha.", "date")]
    [InlineData("Por favor, no confirmar el reembolso todavía.", "refund")]
    [InlineData("返金はまだ約束しないでください。", "refund")]
    [InlineData("يرجى عدم الرد على العميل.", "reply")]
    public void Are_told_by_what_they_hold_back(string note, string forbidden) => Assert.Contains(forbidden, Of(note).Forbids);

    [Theory]
    [InlineData("Warehouse backlog, BM-806966 picked today.")]
    [InlineData("Waiting for a word from the vendor, case R712371.")]
    [InlineData("Customer does not respond to calls.")]
    [InlineData("Do not forget to update the order.")]
    [InlineData("I don't know why it fails.")]
    [InlineData("Refunded 20 euros today.")]
    [InlineData("No refund has been issued yet.")]
    [InlineData("Firmware 4.2 keeps the radio awake after a lost beacon. Rollback to 4.1.7 on request.")]
    [InlineData("Two workspaces under one card, only one was cancelled.")]
    [InlineData("Kunde hat keine Antwort bekommen.")]
    [InlineData("El cliente no responde.")]
    public void Are_not_those_that_only_tell(string note) => Assert.False(FindCautions.Restrains(note), note);

    [Theory]
    [InlineData("Do not promise a date yet.", "It will be repaired within 3 working days.")]
    [InlineData("Do not promise a date yet.", "You will have it by Friday.")]
    [InlineData("Do not promise a date yet.", "Wir reparieren es in zwei Wochen.")]
    [InlineData("Do not promise a date yet.", "3営業日以内に対応いたします。")]
    [InlineData("Hold off on the refund.", "We refund the amount to your card.")]
    [InlineData("Hold off on the refund.", "Nous vous remboursons.")]
    [InlineData("No promises please.", "You get 20 euros back.")]
    [InlineData("Wait for legal before you reply.", "Hello.")]
    [InlineData("Don't tell the customer about the data breach.", "There was a breach of our systems.")]
    [InlineData("Never offer a discount.", "We give you 10 % off.")]
    [InlineData("Do not reset the password until he is verified.", "To reset your password, choose Forgot password.")]
    public void Are_broken_by_replies_that_say_it(string note, string reply) => Assert.True(Of(note).IsBrokenBy(reply));

    [Theory]
    [InlineData("Do not promise a date yet.", "Wait ten minutes and look in the spam folder.")]
    [InlineData("Do not promise a date yet.", "Press the sensor's button and change the battery.")]
    [InlineData("Hold off on the refund.", "Your parcel is on its way.")]
    [InlineData("Do not close this.", "Your parcel is on its way.")]
    public void Are_not_broken_by_others(string note, string reply) => Assert.False(Of(note).IsBrokenBy(reply));

    private static Caution Of(string note) => FindCautions.Of(note, null);
}
