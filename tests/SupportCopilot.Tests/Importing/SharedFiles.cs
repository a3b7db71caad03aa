using Microsoft.EntityFrameworkCore;
using SupportCopilot.Host.Endpoints;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Importing;

/// <summary>The public files, whole.</summary>
public sealed class SharedFiles(Product product) : IClassFixture<Product>
{
    [Theory]
    [InlineData("wild-exports/selfmade_freshdesk_like_cp1252_semicolon.csv", 2, 2)]
    [InlineData("wild-exports/selfmade_html_bodies.csv", 4, 3)]
    [InlineData("wild-exports/selfmade_jira_cloud_all_fields.csv", 4, 4)]
    [InlineData("wild-exports/selfmade_zendesk_view.csv", 3, 3)]
    [InlineData("wild-exports/zendesk_tickets.csv", 50, 50)]
    [InlineData("endava-it-tickets/all_tickets.csv", 5431, 5431)]
    [InlineData("servicenow-incidents/incident_event_log.csv", 5998, 890)]
    [InlineData("eshopsupport/tickets.json", 500, 500)]
    public async Task Come_in_whole_and_double_nothing(string name, int rows, int tickets)
    {
        var first = await Import(name, "twice");
        var again = await Import(name, "twice");

        Assert.Equal((null, rows, tickets, 0, 0), (first.Error, first.Read, first.Created, first.Updated, first.Rejected));
        Assert.Equal((0, 0, 0), (again.Created, again.Updated, again.Rejected));
        Assert.Equal(tickets, await product.DatabaseAsync(db => db.Tickets.CountAsync(), Tenant(name, "twice")));
    }

    [Fact]
    public async Task ServiceNows_events_agree_with_its_own_counts()
    {
        await Import("servicenow-incidents/incident_event_log.csv");

        var tickets = await product.TicketsAsync(Tenant("servicenow-incidents/incident_event_log.csv"));
        Assert.All(tickets, ticket => Assert.True(ticket is { Status: TicketStatus.Closed, SlaMet: not null, CreatedAt.Year: 2016 }));
        Assert.Equal(495, tickets.Count(ticket => ticket.SlaMet is true));
    }

    [Fact]
    public async Task EShopSupports_threads_alternate_and_its_summaries_are_no_words_of_the_ticket()
    {
        await Import("eshopsupport/tickets.json");

        var tenant = Tenant("eshopsupport/tickets.json");
        var (comments, customers, dated) = await product.DatabaseAsync(async db =>
            (await db.Comments.CountAsync(), await db.Comments.CountAsync(c => c.AuthorKind == AuthorKind.Requester), await db.Tickets.CountAsync(t => t.CreatedAt != null)), tenant);
        Assert.True(customers > comments / 2 && customers < comments, $"{customers} of {comments}");
        Assert.Equal(0, dated);
        var tickets = await product.TicketsAsync(tenant);
        Assert.Contains(tickets, ticket => ticket.Subject == "I'm considering purchasing the Aquaduct Puriflo Water Filter Bottle for my…");
        Assert.All(tickets, ticket => Assert.InRange(ticket.Subject.Length, 1, 81));
    }

    private Task<ImportView> Import(string name, string purpose = "") =>
        product.ImportAsync(File.ReadAllBytes(SharedData.File(name)), Tenant(name, purpose), Path.GetFileName(name));

    /// <summary>A tenant for each file and purpose: the tests share a product and run in any order.</summary>
    private static string Tenant(string name, string purpose = "") => "shared-" + Math.Abs((name + purpose).Aggregate(17, (hash, c) => unchecked((hash * 31) + c)));
}
