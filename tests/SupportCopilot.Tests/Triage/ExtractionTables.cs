using SupportCopilot.Triage.Reading;

namespace SupportCopilot.Tests.Triage;

public sealed class ExtractionTables
{
    private static readonly DateTime March = new(2026, 3, 10, 9, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("my order A-55120 is late", "A-55120")]
    [InlineData("order no. 77-ZEBRA", "77-ZEBRA")]
    [InlineData("Order #123456 and invoice number INV-2026-0042", "123456|INV-2026-0042")]
    [InlineData("Bestellnummer: 4711-08, Rechnung Nr. 2026/1187", "4711-08|2026/1187")]
    [InlineData("commande n° FR-88123", "FR-88123")]
    [InlineData("pedido número 998877", "998877")]
    [InlineData("ticket id 00004587345 please", "00004587345")]
    [InlineData("114-3941689-8772232", "114-3941689-8772232")]
    [InlineData("I ordered 2 chairs in 2026", "")]
    [InlineData("the order of 12 March", "")]
    [InlineData("order 3 items for $45.00", "")]
    [InlineData("error ERR-1001, UTF-8 and HTTP-5000", "")]
    [InlineData("my AquaTech X-5000 leaks", "")]
    [InlineData("call +44 20 7946 0000", "")]
    public void Order_numbers(string text, string numbers) => Assert.Equal(numbers, string.Join('|', OrderNumbers.In(text)));

    [Theory]
    [InlineData("I paid $1,234.50", "USD 1234.50")]
    [InlineData("Ich zahlte 1.234,50 €", "EUR 1234.50")]
    [InlineData("1 234,50 € débités", "EUR 1234.50")]
    [InlineData("CHF 1'234.50", "CHF 1234.50")]
    [InlineData("49 dollars, €20 and £5.5", "USD 49.00|EUR 20.00|GBP 5.50")]
    [InlineData("€1.234", "EUR 1234.00")]
    [InlineData("US$ 15", "USD 15.00")]
    [InlineData("$5k", "USD 5000.00")]
    [InlineData("¥12,000", "JPY 12000.00")]
    [InlineData("$49.90 and again 49.90 USD", "USD 49.90")]
    [InlineData("1,234.50 of them", "")]
    [InlineData("version 1.2.3", "")]
    public void Amounts_with_their_currency(string text, string amounts) => Assert.Equal(amounts, string.Join('|', Amounts.In(text)));

    [Theory]
    [InlineData("2026-03-01", "en", "2026-03-01")]
    [InlineData("am 01.03.2026 und 1. März 2026", "de", "2026-03-01")]
    [InlineData("on March 1st, 2026", "en", "2026-03-01")]
    [InlineData("1 March 2026", "en", "2026-03-01")]
    [InlineData("le 1er mars 2026", "fr", "2026-03-01")]
    [InlineData("el 1 de marzo de 2026", "es", "2026-03-01")]
    [InlineData("03/04/2026", "en", "")]
    [InlineData("03/04/2026", "fr", "2026-04-03")]
    [InlineData("03/04/2026 and 31/01/2026", "en", "2026-04-03|2026-01-31")]
    [InlineData("03/04/2026 and 01/31/2026", "en", "2026-03-04|2026-01-31")]
    [InlineData("on Feb 3", "en", "2026-02-03")]
    [InlineData("since December 28", "en", "2025-12-28")]
    [InlineData("31/31/2026", "en", "")]
    [InlineData("30 February 2026", "en", "")]
    [InlineData("version 10.0.14", "en", "")]
    [InlineData("you may 5 times", "en", "")]
    public void Days(string text, string language, string days) => Assert.Equal(days, string.Join('|', Dates.In(text, language, March)));

    [Fact]
    public void A_day_without_a_year_is_left_out_where_the_ticket_has_no_date() => Assert.Empty(Dates.In("on Feb 3", "en", null));
}
