using SupportCopilot.Clusters.Describing;

namespace SupportCopilot.Tests.Clusters;

public sealed class WordsOfClusters
{
    [Theory]
    [InlineData("The refund of € 12.50 is on its way.", "The refund is on its way.")]
    [InlineData("We refunded $99 to your card.", "We refunded the amount to your card.")]
    [InlineData("The reader SN-4471-22 was still tied to the former phone.", "The reader was still tied to the former phone.")]
    [InlineData("Our log of BM-771-2044 shows that the old pairing is in the way.", "Our log shows that the old pairing is in the way.")]
    [InlineData("The label is attached, valid until 12 March.", "The label is attached.")]
    [InlineData("It is corrected since 2026-03-12, please look again.", "It is corrected, please look again.")]
    [InlineData("Please give 2.4 GHz a name of its own.", "Please give 2.4 GHz a name of its own.")]
    [InlineData("Hold the button for ten seconds.", "Hold the button for ten seconds.")]
    [InlineData("INV-2026-1187 was created before your number was stored.", null)]
    [InlineData("You are right, €20 was collected two times.", "You are right, the amount was collected two times.")]
    [InlineData("I returned it to the card ending in 4471.", null)]
    [InlineData("Please write to nia@example.com about it.", null)]
    [InlineData("Call +44 20 7946 0958 and ask for it.", null)]
    [InlineData("It is at https://example.com/x now.", null)]
    [InlineData("The next invoice will be €20.", null)]
    public void Lose_what_belongs_to_one_case(string sentence, string? general) => Assert.Equal(general, Particulars.Without(sentence));

    [Fact]
    public void Of_a_name_are_a_subject_that_several_customers_chose()
    {
        var tickets = Tickets(8, i => ($"Reader will not pair{(i % 2 == 0 ? "" : " at all!!")}", "The card reader does not pair by Bluetooth.", null));

        Assert.Equal("Reader will not pair", NameCluster.Of(tickets, Words(tickets)).Name);
    }

    [Fact]
    public void Of_a_name_are_no_persons_number_or_address()
    {
        var tickets = Tickets(8, i => ($"Zebulon Canary: order 77-ZEBRA-{4400 + i} nia@example.com", "The reader does not pair, says Zebulon Canary of order 77-ZEBRA-4411.", null));

        var name = NameCluster.Of(tickets, Words(tickets));

        var shown = $"{name.Name} {string.Join(' ', name.Terms)}";
        foreach (var own in new[] { "zebulon", "canary", "zebra", "44", "nia", "example" }) Assert.DoesNotContain(own, shown, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("reader", shown, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Of_a_resolution_are_those_that_recur_to_several_customers()
    {
        var tickets = Tickets(8, i => ("Pairing", "The reader does not pair with my phone by Bluetooth.", $"Please delete the reader in the Bluetooth settings of the {Phones[i % 4]} first, then add it in the app. {Once[i]}"));

        Assert.Equal("Please delete the reader in the Bluetooth settings first, then add it in the app.", ProposeResolution.Of(tickets, Words(tickets)));
    }

    [Fact]
    public void Of_a_resolution_are_none_where_only_one_customer_was_told()
    {
        var tickets = Tickets(8, _ => ("Pairing", "The reader does not pair.", "Please delete the reader in the settings first, then add it in the app."), customer: _ => 1);

        Assert.Null(ProposeResolution.Of(tickets, Words(tickets)));
    }

    [Fact]
    public void Two_clusters_never_have_one_name()
    {
        var names = new DistinctNames(["Account locked"]);

        Assert.Equal("Account locked (password)", names.Take(new ClusterName("account locked", ["locked", "password"])).Name, ignoreCase: true);
        Assert.Equal("Account locked (2)", names.Take(new ClusterName("Account locked", ["password"])).Name);
    }

    private static readonly string[] Phones = ["Pixel 8", "iPhone 15", "Galaxy S22", "Nokia G60"];

    private static readonly string[] Once =
    [
        "Your lawyer wrote a long letter about it.", "Our bakery wishes you well.", "The roof of the warehouse leaks again.", "Nobody here speaks Finnish.",
        "A parrot ate the manual.", "Somebody moved the vase yesterday.", "The lift was out of order.", "My colleague likes your shop window.",
    ];

    private static List<DescribedTicket> Tickets(int count, Func<int, (string Subject, string Opening, string? Reply)> of, Func<int, long>? customer = null) =>
        [.. Enumerable.Range(0, count).Select(i => new DescribedTicket(i + 1, customer?.Invoke(i) ?? i + 1, of(i).Subject, of(i).Opening) { Reply = of(i).Reply })];

    private static DeskWords Words(List<DescribedTicket> tickets)
    {
        var words = new DeskWords();
        foreach (var ticket in tickets) words.Customer(ticket.Customer, ticket.Words);
        words.Official("Devices: delete a reader in the settings first, then add it in the app. Please delete and add.");
        return words;
    }
}
