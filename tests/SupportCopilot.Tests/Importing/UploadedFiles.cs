using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Host.Endpoints;
using SupportCopilot.Tickets.Importing;

namespace SupportCopilot.Tests.Importing;

public sealed class UploadedFiles(Product product) : IClassFixture<Product>
{
    private const string Two = "id,subject,status,created_at,requester email\n1,Lamp is dark,Open,2026-03-02,nia@example.org\n2,Door is stuck,Closed,2026-03-03,sam@example.org\n";

    [Fact]
    public async Task Become_tickets_and_show_what_their_columns_were_taken_for()
    {
        var run = await product.ImportAsync(Two, "shown");

        Assert.Equal(("completed", 2, 2, 0, 0), (run.Status, run.Read, run.Created, run.Updated, run.Rejected));
        Assert.Equal(["id", "subject", "status", "createdAt", "requesterEmail"], run.Mapping!.Columns.Select(column => column.Field));
        Assert.Equal(["open", "closed"], (await product.TicketsAsync("shown")).Select(ticket => ticket.Status));
    }

    [Fact]
    public async Task Change_nothing_when_they_come_again_and_only_what_is_new_when_they_come_changed()
    {
        await product.ImportAsync(Two, "again");
        var same = await product.ImportAsync(Two, "again");
        var changed = await product.ImportAsync(Two.Replace("Open", "Solved", StringComparison.Ordinal) + "3,Roof leaks,New,2026-03-04,\n", "again");

        Assert.Equal((0, 0), (same.Created, same.Updated));
        Assert.Equal((1, 1), (changed.Created, changed.Updated));
        Assert.Equal(3, (await product.TicketsAsync("again")).Count);
        Assert.Equal(2, await product.DatabaseAsync(db => db.People.CountAsync(p => p.Source == "file"), "again"));
    }

    [Fact]
    public async Task Keep_their_bad_rows_with_line_and_reason_and_go_on()
    {
        var run = await product.ImportAsync("id,subject,created_at\n1,Good,2026-03-02\n2,Bad,31/31/2026\n,No id,2026-03-02\n4,Too,many,2026-03-02\n5,Good too,\n", "bad-rows");

        Assert.Equal(("completed", 5, 2, 3), (run.Status, run.Read, run.Created, run.Rejected));
        var rows = await product.As(Role.Admin, "bad-rows").GetAsync<Page<RejectedRowView>>($"/api/imports/{run.Id}/rejected");
        Assert.Equal([3L, 4, 5], rows.Items.Select(row => row.Line));
        Assert.Equal("Line 3: created_at \"31/31/2026\" is no date; give the format with --dates.", rows.Items[0].Reason);
        Assert.Equal("2,Bad,31/31/2026", rows.Items[0].Row);
    }

    [Fact]
    public async Task Give_their_bad_rows_as_a_table_in_which_nothing_runs_as_a_formula()
    {
        var run = await product.ImportAsync("created_at,id,subject\n2026-03-02,1,Good\n2026-03-02,2,Good\n=1+31/31,3,Bad\n", "formula");

        var csv = await product.As(Role.Admin, "formula").GetStringAsync($"/api/imports/{run.Id}/rejected?format=csv", TestContext.Current.CancellationToken);

        Assert.StartsWith("line,reason,row\r\n4,", csv, StringComparison.Ordinal);
        Assert.Contains(",\"'=1+31/31,3,Bad\"", csv, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("empty", "", "is empty")]
    [InlineData("blank", " \n\n ", "is empty")]
    [InlineData("header", "id,subject\n", "no rows")]
    [InlineData("prose", "Dear team,\nI wanted to say, as I said, that all is well.\nBest\n", "does not look like tickets")]
    [InlineData("page", "<!DOCTYPE html><html><body>Sign in</body></html>", "web page")]
    [InlineData("numbers", "temperature,wind\n1,2\n2,3\n", "does not look like tickets")]
    [InlineData("json", "{\"error\": \"unauthorized\"\n}", "no list")]
    public async Task Are_refused_with_a_reason_when_they_are_no_table_of_tickets(string tenant, string content, string reason)
    {
        var run = await product.ImportAsync(content, tenant);

        Assert.Equal("failed", run.Status);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
        Assert.Empty(await product.TicketsAsync(tenant));
    }

    public static TheoryData<string, byte[], string> BadFiles() => new()
    {
        { "image", [0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 13], "no text has" },
        { "archive", Upload.Zip(("readme.txt", "hello")), "not an Excel workbook" },
        { "bomb", Upload.Zip(("xl/workbook.xml", new string('0', 20_000_000))), "unpacks to more" },
        { "cut", Upload.Workbook(["id", "subject"], ["1", "Lamp"])[..600], "damaged" },
        { "locked", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[2_000]], "cannot be read" },
    };

    [Theory, MemberData(nameof(BadFiles))]
    public async Task Are_refused_with_a_reason_when_they_are_damaged_or_made_to_harm(string tenant, byte[] content, string reason)
    {
        var run = await product.ImportAsync(content, tenant, "tickets.xlsx");

        Assert.Equal("failed", run.Status);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
        Assert.Empty(await product.TicketsAsync(tenant));
    }

    [Fact]
    public async Task Are_refused_over_the_size_limit_and_nothing_of_them_is_kept()
    {
        await using var small = Product.With("SupportCopilot:Import:MaxBytes=1000");

        using var answer = await small.As(Role.Admin).PostAsync("/api/imports", Upload.Form(new byte[2_000], "big.csv"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("1,000 bytes", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.Combine(small.DataDirectory, "uploads")));
    }

    [Fact]
    public async Task Are_read_as_their_sender_says()
    {
        var run = await product.ImportAsync("nr,Title,other,when\n1,Lamp,Blue,03/04/2026\n2,Door,Red,05/06/2026\n", "mapped", "a.csv", "map:subject=other", "map:Title=", "dates:mdy");

        Assert.Equal(["id", "ignored", "subject", "createdAt"], run.Mapping!.Columns.Select(column => column.Field));
        var lamp = (await product.TicketsAsync("mapped"))[0];
        Assert.Equal(("Blue", new DateTime(2026, 3, 4, 0, 0, 0, DateTimeKind.Utc)), (lamp.Subject, lamp.CreatedAt));
    }

    [Theory]
    [InlineData("map:subject", "write field=Column")]
    [InlineData("dates:whenever", "dmy, mdy or ymd")]
    public async Task Are_refused_at_once_when_the_sender_asks_for_what_cannot_be(string field, string says)
    {
        using var answer = await product.As(Role.Admin).PostAsync("/api/imports", Upload.Form(Encoding.UTF8.GetBytes(Two), "a.csv", field), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(says, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fail_in_words_when_a_named_column_is_not_there()
    {
        var run = await product.ImportAsync(Two, "no-column", "a.csv", "map:subject=Titel");

        Assert.Equal("There is no column \"Titel\" for subject; there are id, subject, status, created_at, requester email.", run.Error);
    }

    [Fact]
    public async Task Are_taken_up_again_after_a_restart_without_doubling_anything()
    {
        var first = await product.ImportAsync(Two + "3,Bad,31/31/2026,\n", "restart");
        await product.DatabaseAsync(async db =>
        {
            (await db.Imports.SingleAsync()).Status = "running";
            return await db.SaveChangesAsync();
        }, "restart");

        await product.WorkOffImportsAsync("restart");

        var again = await product.As(Role.Admin, "restart").GetAsync<ImportView>($"/api/imports/{first.Id}");
        Assert.Equal(("completed", 3, 1), (again.Status, again.Read, again.Rejected));
        Assert.Equal(2, (await product.TicketsAsync("restart")).Count);
        Assert.Equal(1, await product.DatabaseAsync(db => db.RejectedRows.CountAsync(), "restart"));
    }

    [Fact]
    public async Task Are_removed_when_their_days_are_over_and_not_before()
    {
        var run = await product.ImportAsync(Two, "old");
        Task<int> Remove() => product.InsideAsync(services => services.GetRequiredService<RemoveOldUploads>().RunAsync(CancellationToken.None), "old");
        var path = Path.Combine(product.DataDirectory, (await product.DatabaseAsync(db => db.Imports.Select(r => r.StoredAs).SingleAsync(), "old"))!);

        Assert.Equal(0, await Remove());
        Assert.True(File.Exists(path));
        await product.DatabaseAsync(async db =>
        {
            var row = db.Entry(await db.Imports.SingleAsync());
            row.Property(r => r.CreatedAt).CurrentValue = run.CreatedAt.AddDays(-91);
            return await db.SaveChangesAsync();
        }, "old");

        Assert.Equal(1, await Remove());
        Assert.False(File.Exists(path));
    }

    [Fact]
    public async Task Are_listed_newest_first_a_page_at_a_time_and_to_their_own_tenant_alone()
    {
        await product.ImportAsync(Two, "listed", "first.csv");
        await product.ImportAsync(Two, "listed", "second.csv");
        var client = product.As(Role.Admin, "listed");

        var page = await client.GetAsync<Page<ImportView>>("/api/imports?limit=1");
        var next = await client.GetAsync<Page<ImportView>>($"/api/imports?limit=1&after={page.Next}");

        Assert.Equal(["second.csv", "first.csv"], [page.Items.Single().FileName, next.Items.Single().FileName]);
        Assert.Null(next.Next);
        using var stranger = await product.As(Role.Admin, "other").GetAsync($"/api/imports/{page.Items[0].Id}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);
    }

    [Fact]
    public async Task Leave_no_customer_words_in_the_log()
    {
        await product.ImportAsync("id,subject,created_at\n1,CANARY-QUETZAL,2026-03-02\n2,CANARY-QUETZAL,31/31/2026\n", "canary");

        Assert.DoesNotContain("QUETZAL", string.Join('\n', product.Log.All), StringComparison.Ordinal);
    }
}
