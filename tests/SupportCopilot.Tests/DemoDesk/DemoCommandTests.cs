using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.DemoDesk;
using SupportCopilot.Knowledge;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.DemoDesk;

/// <summary>The command on a real SQLite file, and what it leaves there.</summary>
public sealed class DemoCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("supportcopilot-demo-").FullName;

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Fills_the_demo_tenant_and_a_second_run_adds_nothing_and_a_larger_one_the_rest()
    {
        var first = await RunAsync("--tickets", "120");
        Assert.Equal(("demo", 120, 0), (first.Tenant, first.Created, first.AlreadyThere));
        Assert.InRange(first.ArticlesCreated, 38, 60);

        var second = await RunAsync("--tickets", "120");
        Assert.Equal((0, 120, 0), (second.Created, second.AlreadyThere, second.ArticlesCreated));

        var third = await RunAsync("--tickets", "200");
        Assert.Equal((80, 120, 0), (third.Created, third.AlreadyThere, third.ArticlesCreated));
    }

    [Fact]
    public async Task Says_so_when_the_number_or_the_tenant_is_wrong()
    {
        var negative = await CommandRun.OfAsync("demo", "--tickets", "-3", "--data", _folder);
        var elsewhere = await CommandRun.OfAsync("demo", "--tickets", "5", "--tenant", "default", "--data", _folder);

        Assert.Equal((2, 2), (negative.ExitCode, elsewhere.ExitCode));
        Assert.Contains("--tickets", negative.Error);
        Assert.Contains("demo", elsewhere.Error);
    }

    private async Task<Result> RunAsync(params string[] args)
    {
        var run = await CommandRun.OfAsync(["demo", .. args, "--json", "--data", _folder]);
        Assert.True(run.ExitCode == 0, run.Error + run.Output);
        return JsonSerializer.Deserialize<Result>(run.Output, JsonSerializerOptions.Web)!;
    }

    private sealed record Result(string Tenant, int Created, int AlreadyThere, int ArticlesCreated, int Articles);
}

/// <summary>What stands in the database of a product whose demo desk was filled.</summary>
public sealed class FilledDeskTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task Tickets_threads_people_history_and_articles_are_stored()
    {
        await FillAsync(product, 300);

        await product.DatabaseAsync(async db =>
        {
            Assert.Equal(300, await db.Tickets.CountAsync());
            Assert.True(await db.Comments.CountAsync() > 600);
            Assert.True(await db.TicketChanges.CountAsync() > 900);
            Assert.True(await db.People.CountAsync(p => p.IsAgent) >= 15);
            Assert.True(await db.People.CountAsync(p => p.OrganizationId != null) > 50);
            Assert.True(await db.TicketTags.AnyAsync() && await db.TicketFields.AnyAsync());
            Assert.Equal(2, await db.Articles.CountAsync(a => a.Segment == ArticleSegment.Restricted));
            Assert.True(await db.Articles.AnyAsync(a => a.Segment == ArticleSegment.Internal));
            Assert.True(await db.Articles.CountAsync(a => a.Language == "de") >= 3);
            return 0;
        }, Tenant.DemoKey);
    }

    [Fact]
    public async Task A_tenant_with_tickets_of_another_source_is_refused()
    {
        await using var other = Product.With();
        await other.InitializeAsync();
        await other.HasTicketAsync("Our own", "A real ticket", Tenant.DemoKey);

        var desk = await FillAsync(other, 10);

        Assert.Contains("file", desk.Refused);
        Assert.Equal(1, await other.DatabaseAsync(db => db.Tickets.CountAsync(), Tenant.DemoKey));
    }

    [Fact]
    public async Task Another_tenant_than_demo_is_refused() =>
        Assert.Contains("acme", (await FillAsync(product, 10, Product.Tenant)).Refused);

    private static Task<FilledDesk> FillAsync(Product product, int tickets, string tenant = Tenant.DemoKey) => product.InsideAsync(services =>
        services.GetRequiredService<FillDemoDesk>().RunAsync(services.GetRequiredService<CurrentTenant>().Id, tickets, null, TestContext.Current.CancellationToken), tenant);
}
