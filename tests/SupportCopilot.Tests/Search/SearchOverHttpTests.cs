using System.Net;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Host.Endpoints;
using SupportCopilot.Knowledge;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Search;

public sealed class SearchOverHttpTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task A_ticket_is_found_after_the_work_on_it_and_gone_when_it_is_deleted()
    {
        var ticket = new IncomingTicket("file", "walrus-1") { Subject = "Walrus on the line", Status = TicketStatus.Open, Comments = [new("0", "It will not leave.")] };
        var id = await product.HasTicketAsync(ticket);
        await product.WorkOffAsync();
        Assert.Equal(id, (await SearchAsync("walrus")).First(i => i.Title == "Walrus on the line").Id);

        await product.HasTicketsAsync([ticket with { Status = TicketStatus.Deleted }]);
        await product.WorkOffAsync();
        Assert.DoesNotContain(await SearchAsync("walrus"), item => item.Id == id);
    }

    [Fact]
    public async Task What_stands_in_internal_notes_and_in_agents_words_finds_nothing()
    {
        await product.HasTicketAsync(new IncomingTicket("file", "notes-1")
        {
            Subject = "A question",
            Status = TicketStatus.Open,
            Comments = [new("0", "Where is my marmoset?"), new("1", "Customer is a capybara", AuthorKind.Agent, IsPublic: false), new("2", "We sent an axolotl", AuthorKind.Agent)],
        });
        await product.WorkOffAsync();

        Assert.Contains(await SearchAsync("marmoset"), item => item.Title == "A question");
        Assert.DoesNotContain(await SearchAsync("capybara axolotl"), item => item.Title == "A question");
    }

    [Fact]
    public async Task What_is_out_of_an_agents_scope_is_not_found()
    {
        await product.HasTicketsAsync(
        [
            new("file", "north-1") { Subject = "Pelican in the north", Brand = "north", Status = TicketStatus.Open, Comments = [new("0", "pelican")] },
            new("file", "south-1") { Subject = "Pelican in the south", Brand = "south", Status = TicketStatus.Open, Comments = [new("0", "pelican")] },
        ]);
        await product.WorkOffAsync();
        await (await product.As(Role.Agent, user: "sued").GetAsync("/api/search?q=pelican", SearchDesk.Stop)).Content.ReadAsStringAsync(SearchDesk.Stop);   // signs up
        await product.InsideAsync(async services =>
        {
            var db = (SupportDbContext)services.GetService(typeof(SupportDbContext))!;
            var person = await db.People.SingleAsync(p => p.Name == "sued", SearchDesk.Stop);
            db.PersonScopes.Add(new PersonScope { PersonId = person.Id, Kind = ScopeKind.Brand, Value = "south" });
            await db.SaveChangesAsync(SearchDesk.Stop);
        });

        Assert.Equal(["Pelican in the south"], (await SearchAsync("pelican", "sued")).Select(i => i.Title));
        Assert.Equal(2, (await SearchAsync("pelican")).Count(i => i.Title.StartsWith("Pelican", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_published_article_is_found_with_the_line_that_answers()
    {
        await product.InsideAsync(async services =>
        {
            var db = (SupportDbContext)services.GetService(typeof(SupportDbContext))!;
            db.Articles.Add(new Article { Source = "file", ExternalId = "a1", UpdatedAt = DateTime.UnixEpoch, Title = "Returning a toucan", Body = "# Returning\nSend it within a week.\nA toucan travels in its own box." });
            db.Articles.Add(new Article { Source = "file", ExternalId = "a2", UpdatedAt = DateTime.UnixEpoch, Title = "Draft about a toucan", Body = "toucan", IsPublished = false });
            await db.SaveChangesAsync(SearchDesk.Stop);
        });
        await product.WorkOffAsync();

        var item = Assert.Single(await SearchAsync("toucan box&kind=article"));
        Assert.Equal(("article", "Returning a toucan", "A toucan travels in its own box."), (item.Kind, item.Title, item.Excerpt));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?q=")]
    [InlineData("?q=x&kind=person")]
    [InlineData("?q=x&limit=0")]
    public async Task A_search_that_cannot_be_understood_is_refused(string query)
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await product.As(Role.Agent).GetAsync($"/api/search{query}", SearchDesk.Stop)).StatusCode);
    }

    [Fact]
    public async Task The_index_command_builds_the_index_anew()
    {
        var ticket = await product.HasTicketAsync("Okapi", "An okapi stands at my door");
        var run = await CommandRun.OfAsync("index", "--data", product.DataDirectory, "--tenant", Product.Tenant, "--json");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("\"needsRebuild\":false", run.Output, StringComparison.Ordinal);
        Assert.Equal(ticket, (await SearchAsync("okapi"))[0].Id);   // the running server takes what the command built
    }

    private async Task<IReadOnlyList<SearchItem>> SearchAsync(string query, string user = "anna") =>
        (await product.As(Role.Agent, user: user).GetAsync<Page<SearchItem>>($"/api/search?q={query}")).Items;
}
