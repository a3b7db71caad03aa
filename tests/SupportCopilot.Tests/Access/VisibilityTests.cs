using SupportCopilot.Access;

namespace SupportCopilot.Tests.Access;

public sealed class VisibilityTests
{
    private static readonly Visibility[] Sights =
    [
        Visibility.Everything, Visibility.Nothing,
        new([1], [], []), new([2], [], []), new([1, 2], [], []), new([3], [], []),
        new([], [1], []), new([], [2], []), new([], [], ["Acme"]), new([], [], ["Best"]),
        new([1], [1], ["Acme"]), new([1, 2], [1, 2], ["Acme", "Best"]), new([2], [], ["Best"]),
    ];

    [Fact]
    public void Two_together_show_exactly_what_each_of_them_shows()
    {
        foreach (var one in Sights)
            foreach (var other in Sights)
                foreach (var ticket in Tickets())
                    Assert.True(
                        one.And(other).Covers(ticket.Group, ticket.Organization, ticket.Brand)
                            == (one.Covers(ticket.Group, ticket.Organization, ticket.Brand) && other.Covers(ticket.Group, ticket.Organization, ticket.Brand)),
                        $"{one} and {other} on {ticket}");
    }

    [Fact]
    public void Two_that_share_nothing_show_nothing_rather_than_everything()
    {
        var both = new Visibility([1], [], []).And(new([2], [], []));

        Assert.False(both.IsEverything);
        Assert.All(Tickets(), ticket => Assert.False(both.Covers(ticket.Group, ticket.Organization, ticket.Brand)));
    }

    [Fact]
    public void Everything_leaves_the_other_as_it_is() => Assert.All(Sights, sight => Assert.Equal(sight, sight.And(Visibility.Everything)));

    private static IEnumerable<(long? Group, long? Organization, string? Brand)> Tickets() =>
        from @group in new long?[] { null, 1, 2, 3 }
        from organization in new long?[] { null, 1, 2 }
        from brand in new[] { null, "Acme", "Best" }
        select (@group, organization, brand);
}
