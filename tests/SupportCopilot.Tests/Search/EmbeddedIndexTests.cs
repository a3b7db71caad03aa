using SupportCopilot.Access;
using SupportCopilot.Knowledge;

namespace SupportCopilot.Tests.Search;

public sealed class EmbeddedIndexTests : IDisposable
{
    private readonly SearchDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Finds_by_words_before_any_meanings_were_learned()
    {
        await _desk.PutAsync(SearchDesk.Ticket(1, "The zebra printer jams"), SearchDesk.Ticket(2, "My invoice is wrong"));

        Assert.Equal<long>([1], await _desk.FindAsync("zebra"));
        var hit = Assert.Single(await _desk.Index.SearchAsync(new(SearchDesk.Tenant, SearchKind.Ticket, "zebra printer unheard", 5), SearchDesk.Stop));
        Assert.Equal(0, hit.Likeness);
        Assert.Equal(1, hit.WordShare, 0.001);   // «unheard» is not known and does not count
    }

    [Fact]
    public async Task Knows_alike_meanings_once_fifty_documents_taught_them()
    {
        await _desk.RebuildAsync(SearchDesk.Tickets(100));

        var hits = await _desk.Index.SearchAsync(new(SearchDesk.Tenant, SearchKind.Ticket, "parcel arrived at the wrong address", 20), SearchDesk.Stop);

        Assert.All(hits.Take(20), hit => Assert.Equal(0, hit.Key.Id % 5));
        Assert.True(hits[0].Likeness > 0.5, $"likeness {hits[0].Likeness}");
        Assert.InRange(hits[0].WordShare, 0.5, 1);
    }

    [Fact]
    public async Task Finds_a_slip_of_the_keyboard_but_nothing_for_a_word_that_nobody_used()
    {
        await _desk.RebuildAsync(SearchDesk.Tickets(100));

        Assert.NotEmpty(await _desk.FindAsync("subscriptoin"));
        Assert.Empty(await _desk.FindAsync("walrus"));
    }

    [Fact]
    public async Task Forgets_the_words_of_what_is_replaced_and_of_what_is_removed()
    {
        await _desk.PutAsync(SearchDesk.Ticket(1, "walrus"), SearchDesk.Ticket(2, "walrus and penguin"));
        await _desk.PutAsync(SearchDesk.Ticket(1, "ostrich"));
        Assert.Equal<long>([2], await _desk.FindAsync("walrus"));
        Assert.Equal<long>([1], await _desk.FindAsync("ostrich"));

        await _desk.Index.RemoveAsync(SearchDesk.Tenant, [new(SearchKind.Ticket, 2), new(SearchKind.Ticket, 99)], SearchDesk.Stop);
        Assert.Empty(await _desk.FindAsync("walrus penguin"));
        Assert.Equal(1, (await _desk.Index.StateAsync(SearchDesk.Tenant, SearchDesk.Stop)).Tickets);
    }

    [Fact]
    public async Task Finds_what_was_written_since_a_word_was_last_looked_up()
    {
        await _desk.PutAsync([.. SearchDesk.Tickets(60)]);   // nothing was learned of them, so that words alone find
        await _desk.PutAsync(SearchDesk.Ticket(1_001, "walrus"));
        Assert.Equal<long>([1_001], await _desk.FindAsync("walrus"));

        await _desk.PutAsync(SearchDesk.Ticket(1_002, "walrus"), SearchDesk.Ticket(1_003, "penguin"));
        Assert.Equal<long>([1_001, 1_002], (await _desk.FindAsync("walrus")).Order());

        await _desk.PutAsync(SearchDesk.Ticket(1_003, "penguin and walrus"), SearchDesk.Ticket(1_001, "ostrich"));
        Assert.Equal<long>([1_002, 1_003], (await _desk.FindAsync("walrus")).Order());
        await _desk.PutAsync([.. Enumerable.Range(2_000, 400).Select(id => SearchDesk.Ticket(id, "walrus"))]);   // more than are added one by one
        Assert.Equal(200, (await _desk.FindAsync("walrus", query => query with { Limit = 200 })).Count);
    }

    [Fact]
    public async Task Takes_new_marks_of_a_document_whose_words_stay_the_same()
    {
        await _desk.PutAsync(SearchDesk.Ticket(1, "walrus"));
        Assert.Empty(await _desk.FindAsync("walrus", q => q with { OnlyDone = true }));

        await _desk.PutAsync(SearchDesk.Ticket(1, "walrus") with { IsDone = true });
        Assert.Equal<long>([1], await _desk.FindAsync("walrus", q => q with { OnlyDone = true }));
    }

    [Fact]
    public async Task Gives_no_place_to_what_may_not_be_found()
    {
        // Thirty better hits that are out of sight, excepted or not done stand before the one that may be found.
        var hidden = Enumerable.Range(1, 300).Select(i => SearchDesk.Ticket(i, "walrus walrus walrus") with { GroupId = 7, IsDone = true });
        var seen = SearchDesk.Ticket(1000, "a walrus among many other words about something else") with { GroupId = 8 };
        await _desk.RebuildAsync([.. hidden, seen]);

        Assert.Equal(20, (await _desk.FindAsync("walrus")).Count);
        Assert.Equal<long>([1000], await _desk.FindAsync("walrus", q => q with { Limit = 1, Visibility = new([8], [], []) }));
        Assert.Empty(await _desk.FindAsync("walrus", q => q with { Visibility = new([9], [], []) }));
        Assert.DoesNotContain(1000, await _desk.FindAsync("walrus", q => q with { Limit = 200, OnlyDone = true }));
        Assert.DoesNotContain(5, await _desk.FindAsync("walrus", q => q with { Limit = 200, Except = new(SearchKind.Ticket, 5) }));
    }

    [Theory]
    [InlineData("organization")]
    [InlineData("brand")]
    public async Task Honours_every_part_of_a_sight(string part)
    {
        await _desk.PutAsync(
            SearchDesk.Ticket(1, "walrus") with { OrganizationId = 3, Brand = "north" },
            SearchDesk.Ticket(2, "walrus") with { OrganizationId = 4, Brand = "south" },
            SearchDesk.Ticket(3, "walrus"));
        var sight = part == "brand" ? new Visibility([], [], ["south"]) : new Visibility([], [4], []);

        Assert.Equal<long>([2], await _desk.FindAsync("walrus", q => q with { Visibility = sight }));
        Assert.Equal(3, (await _desk.FindAsync("walrus")).Count);
    }

    [Fact]
    public async Task Keeps_tickets_and_articles_apart()
    {
        await _desk.PutAsync(SearchDesk.Ticket(1, "walrus"), new SearchDocument(new(SearchKind.Article, 1), "Walrus", "All about the walrus") { IsDone = true });

        Assert.Equal(SearchKind.Article, Assert.Single(await _desk.Index.SearchAsync(new(SearchDesk.Tenant, SearchKind.Article, "walrus", 5), SearchDesk.Stop)).Key.Kind);
        Assert.Equal<long>([1], await _desk.FindAsync("walrus"));
    }

    [Fact]
    public async Task Never_shows_one_tenant_what_another_has()
    {
        await _desk.PutAsync(SearchDesk.Ticket(1, "walrus"));
        await _desk.Index.PutAsync(2, [SearchDesk.Ticket(2, "walrus")], SearchDesk.Stop);

        Assert.Equal<long>([1], await _desk.FindAsync("walrus"));
        Assert.Equal<long>([2], await _desk.FindAsync("walrus", q => q with { TenantId = 2 }));
        Assert.Empty(await _desk.FindAsync("walrus", q => q with { TenantId = 3 }));
    }

    [Fact]
    public async Task Puts_a_word_of_the_title_before_one_of_the_text()
    {
        await _desk.PutAsync(SearchDesk.Ticket(1, "walrus was here among other things"), SearchDesk.Ticket(2, "was here among other things", "walrus"));

        Assert.Equal<long>([2, 1], await _desk.FindAsync("walrus"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("!?… \" * ( ) : -")]
    [InlineData("\0\0")]
    public async Task Finds_nothing_for_a_query_without_words(string query)
    {
        await _desk.PutAsync(SearchDesk.Ticket(1, "walrus"));
        Assert.Empty(await _desk.FindAsync(query));
    }

    [Theory]
    [InlineData("walrus\" OR \"x")]
    [InlineData("words: walrus NEAR(a b) AND NOT *")]
    [InlineData("wal\0rus walrus")]
    [InlineData("WALRUS^2 {walrus}")]
    [InlineData("Wálrus'; DROP TABLE documents; --")]
    public async Task Takes_query_syntax_as_words(string query)
    {
        await _desk.PutAsync(SearchDesk.Ticket(1, "walrus"), SearchDesk.Ticket(2, "something else"));
        Assert.Equal<long>([1], await _desk.FindAsync(query));
    }

    [Fact]
    public async Task Answers_a_query_of_100_kilobytes()
    {
        await _desk.RebuildAsync(SearchDesk.Tickets(100));
        Assert.NotEmpty(await _desk.FindAsync(string.Concat(Enumerable.Repeat("my parcel never arrived ", 4_500))));
    }

    [Fact]
    public async Task Finds_words_of_languages_without_spaces_by_pairs_of_signs()
    {
        await _desk.PutAsync(SearchDesk.Ticket(1, "我要申请退款，订单号是 88431"), SearchDesk.Ticket(2, "无法登录我的账户"));

        Assert.Equal<long>([1], await _desk.FindAsync("退款"));
        Assert.Equal<long>([1], await _desk.FindAsync("88431"));
    }

    [Fact]
    public async Task Refuses_a_limit_outside_its_range()
    {
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => _desk.FindAsync("walrus", q => q with { Limit = 0 }));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => _desk.FindAsync("walrus", q => q with { Limit = 201 }));
    }
}
