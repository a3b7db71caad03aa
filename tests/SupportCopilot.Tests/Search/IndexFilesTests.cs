using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using SupportCopilot.Knowledge;

namespace SupportCopilot.Tests.Search;

public sealed class IndexFilesTests : IDisposable
{
    private readonly SearchDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task A_second_process_sees_changes_and_a_swapped_index_at_once()
    {
        using var other = _desk.Another();
        await _desk.PutAsync(SearchDesk.Ticket(1, "walrus"));
        Assert.Equal<long>([1], await _desk.FindAsync("walrus", by: other));

        await _desk.PutAsync(SearchDesk.Ticket(2, "penguin"));
        Assert.Equal<long>([2], await _desk.FindAsync("penguin", by: other));

        await _desk.RebuildAsync(SearchDesk.Tickets(60));
        Assert.Empty(await _desk.FindAsync("walrus", by: other));
        Assert.NotEmpty(await _desk.FindAsync("parcel", by: other));

        await other.PutAsync(SearchDesk.Tenant, [SearchDesk.Ticket(999, "a walrus again")], SearchDesk.Stop);
        Assert.Equal(999, (await _desk.FindAsync("walrus"))[0]);
    }

    [Fact]
    public async Task Searches_and_writes_go_on_while_the_index_is_rebuilt()
    {
        await _desk.RebuildAsync(SearchDesk.Tickets(100));
        using var done = new CancellationTokenSource();
        var searching = Task.Run(async () =>
        {
            var searches = 0;
            for (; !done.IsCancellationRequested; searches++) Assert.NotEmpty(await _desk.FindAsync("wrong address"));
            return searches;
        });

        await _desk.Index.RebuildAsync(SearchDesk.Tenant, () => WithWriteBetween(), null, SearchDesk.Stop);
        await done.CancelAsync();

        Assert.True(await searching > 0);
        Assert.Equal(5000, (await _desk.FindAsync("late walrus"))[0]);       // written to the old index, carried over
        Assert.DoesNotContain(3, await _desk.FindAsync("number3", q => q with { Limit = 200 }));   // removed meanwhile
        Assert.Equal(100, (await _desk.Index.StateAsync(SearchDesk.Tenant, SearchDesk.Stop)).Tickets);

        async IAsyncEnumerable<SearchDocument> WithWriteBetween()
        {
            foreach (var document in SearchDesk.Tickets(100)) yield return document;
            await _desk.PutAsync(SearchDesk.Ticket(5000, "late walrus"));
            await _desk.Index.RemoveAsync(SearchDesk.Tenant, [new(SearchKind.Ticket, 3)], SearchDesk.Stop);
        }
    }

    [Fact]
    public async Task A_rebuild_that_is_broken_off_leaves_the_old_index_and_no_files()
    {
        await _desk.PutAsync(SearchDesk.Ticket(1, "walrus"));
        var files = Directory.GetFiles(_desk.Folder, "*.db").Length;

        await Assert.ThrowsAsync<InvalidOperationException>(() => _desk.Index.RebuildAsync(SearchDesk.Tenant, Failing, null, SearchDesk.Stop));

        Assert.Equal<long>([1], await _desk.FindAsync("walrus"));
        Assert.Equal(files, Directory.GetFiles(_desk.Folder, "*.db").Length);

        static async IAsyncEnumerable<SearchDocument> Failing()
        {
            await Task.CompletedTask;
            yield return SearchDesk.Ticket(1, "half");
            throw new InvalidOperationException("the database went away");
        }
    }

    [Theory]
    [InlineData("text")]
    [InlineData("version")]
    [InlineData("model")]
    [InlineData("tenant")]
    public async Task A_file_that_cannot_be_used_is_put_aside_with_a_word_and_built_anew(string damage)
    {
        await _desk.RebuildAsync(SearchDesk.Tickets(60));
        _desk.Index.Dispose();
        SqliteConnection.ClearAllPools();
        Damage(Directory.GetFiles(_desk.Folder, "*.db").Single(), damage);

        using var again = _desk.Another();
        Assert.Empty(await _desk.FindAsync("parcel", by: again));
        Assert.True((await again.StateAsync(SearchDesk.Tenant, SearchDesk.Stop)).NeedsRebuild);
        Assert.Contains(_desk.Log.All, line => line.Contains("built anew", StringComparison.Ordinal));

        await again.RebuildAsync(SearchDesk.Tenant, () => SearchDesk.Stream(SearchDesk.Tickets(60)), null, SearchDesk.Stop);
        Assert.NotEmpty(await _desk.FindAsync("parcel", by: again));
        Assert.False((await again.StateAsync(SearchDesk.Tenant, SearchDesk.Stop)).NeedsRebuild);
    }

    [Fact]
    public async Task A_large_one_is_read_when_somebody_first_searches_and_tells_how_it_stands_before()
    {
        await _desk.RebuildAsync(SearchDesk.Tickets(60));
        using var large = _desk.Another(largestReadAtOnce: 10);

        var state = await large.StateAsync(SearchDesk.Tenant, SearchDesk.Stop);
        await large.PutAsync(SearchDesk.Tenant, [.. SearchDesk.Tickets(119)], SearchDesk.Stop);
        var grown = await large.StateAsync(SearchDesk.Tenant, SearchDesk.Stop);
        await large.PutAsync(SearchDesk.Tenant, [.. SearchDesk.Tickets(120)], SearchDesk.Stop);

        Assert.Equal((60, false, 119, false), (state.Tickets, state.NeedsRebuild, grown.Tickets, grown.NeedsRebuild));
        Assert.True((await large.StateAsync(SearchDesk.Tenant, SearchDesk.Stop)).NeedsRebuild);
        Assert.False(large.IsRead(SearchDesk.Tenant));
        await large.RebuildAsync(SearchDesk.Tenant, () => SearchDesk.Stream(SearchDesk.Tickets(120)), null, SearchDesk.Stop);
        Assert.False(large.IsRead(SearchDesk.Tenant));
        Assert.Contains(118, await _desk.FindAsync("case number118", by: large));
        Assert.True(large.IsRead(SearchDesk.Tenant));
        Assert.Equal(120, (await large.StateAsync(SearchDesk.Tenant, SearchDesk.Stop)).Tickets);
    }

    [Fact]
    public async Task Says_when_it_should_be_built_anew()
    {
        Assert.True(await NeedsRebuild());   // there is none
        await _desk.PutAsync(SearchDesk.Ticket(1, "walrus"));
        Assert.True(await NeedsRebuild());   // it was never built from the database: it may have been lost
        await _desk.RebuildAsync(SearchDesk.Tickets(1));
        Assert.False(await NeedsRebuild());
        await _desk.PutAsync([.. SearchDesk.Tickets(49)]);
        Assert.False(await NeedsRebuild());
        await _desk.PutAsync([.. SearchDesk.Tickets(50)]);
        Assert.True(await NeedsRebuild());   // enough to learn meanings from
        await _desk.RebuildAsync(SearchDesk.Tickets(60));
        await _desk.PutAsync([.. SearchDesk.Tickets(119)]);
        Assert.False(await NeedsRebuild());
        await _desk.PutAsync([.. SearchDesk.Tickets(120)]);
        Assert.True(await NeedsRebuild());   // doubled
    }

    private async Task<bool> NeedsRebuild() => (await _desk.Index.StateAsync(SearchDesk.Tenant, SearchDesk.Stop)).NeedsRebuild;

    private static void Damage(string file, string how)
    {
        if (how == "text")
        {
            File.WriteAllText(file, "This is no database.");
            return;
        }
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = how switch
        {
            "version" => "UPDATE about SET version = 0",
            "model" => "UPDATE about SET model = substr(model, 1, 1000)",
            _ => "UPDATE about SET tenant = 2",
        };
        command.ExecuteNonQuery();
    }
}
