using SupportCopilot.Replies.Text;

namespace SupportCopilot.Tests.Replies.Text;

public sealed class FactsThatAreKept
{
    [Theory]
    [InlineData("1,000.50", "1.000,50")]
    [InlineData("1,000.50", "1\u00a0000,50")]
    [InlineData("1,000.50", "1’000.50")]
    [InlineData("12,500", "12.500")]
    [InlineData("10.50", "10,50")]
    [InlineData("2026-03-04", "04.03.2026")]
    [InlineData("March 4, 2026", "4. März 2026")]
    [InlineData("4 March 2026", "le 4 mars 2026")]
    [InlineData("4 March 2026", "4 de marzo de 2026")]
    [InlineData("2026-03-04", "2026年3月4日")]
    [InlineData("4 March 2026", "4 مارس 2026")]
    [InlineData("30 minutes", "٣٠ دقيقة")]
    [InlineData("within 3-5 days", "innerhalb von 3 bis 5 Tagen")]
    [InlineData("at 09:05", "um 9:05 Uhr")]
    [InlineData("order A-55120", "Bestellung A-55120")]
    [InlineData("version 2.10.3", "Version 2.10.3")]
    public void Are_the_same_in_another_languages_form(string one, string other) =>
        Assert.Equal(KeptFacts.Numbers(one).Order(), KeptFacts.Numbers(other).Order());

    [Theory]
    [InlineData("10.50", "1050")]
    [InlineData("1,000.50", "100050")]
    [InlineData("0.500", "500")]
    [InlineData("2026-03-04", "2026-04-03")]
    [InlineData("03/04/2026", "04/03/2026")]
    [InlineData("4 March 2026", "4. April 2026")]
    [InlineData("order A-55120", "order B-55120")]
    [InlineData("INV-2024-AB", "INV-2024-AC")]
    [InlineData("version 2.10", "version 2.1")]
    [InlineData("at 9:05", "at 9:50")]
    [InlineData("007 rooms", "7 rooms")]
    public void Are_told_from_others(string one, string other) =>
        Assert.False(KeptFacts.Numbers(one).SetEquals(KeptFacts.Numbers(other)));

    [Theory]
    [InlineData("within 30 hours", "within 30 minutes")]
    [InlineData("innerhalb von 30 Stunden", "within 30 minutes")]
    [InlineData("dans les 3 semaines", "within 3 days")]
    [InlineData("20 $", "20 euros")]
    [InlineData("$20", "it costs 20 €")]
    [InlineData("3日以内", "within 3 weeks")]
    [InlineData("30 % off", "30 euros off")]
    [InlineData("5 Tage", "5 working days")]
    [InlineData("on 4 April", "on 4 March")]
    [InlineData("am 4. April", "on 4 March 2026")]
    public void Contradict_where_they_count_something_else(string after, string before) => Assert.True(Measures.Contradict(after, before));

    [Theory]
    [InlineData("innerhalb von 30 Minuten", "within 30 minutes")]
    [InlineData("30分以内に", "within 30 minutes")]
    [InlineData("20 €", "20 euros")]
    [InlineData("20 EUR", "€20")]
    [InlineData("in 5 Werktagen", "within 5 business days")]
    [InlineData("am 4. März", "on 4 March")]
    [InlineData("you may send 4 of them", "send 4 of them")]
    [InlineData("30 Plätze", "30 seats")]
    [InlineData("3 Tage für 3 Personen", "3 days for 3 people")]
    public void Do_not_contradict_where_they_say_the_same(string after, string before) => Assert.False(Measures.Contradict(after, before));

    [Fact]
    public void Are_kept_within_links_as_they_are_and_steps_are_none() =>
        Assert.Equal(["https://help.example.com/a/1200?b=3"], KeptFacts.In("1. Open https://help.example.com/a/1200?b=3.\n2. Wait."));
}
