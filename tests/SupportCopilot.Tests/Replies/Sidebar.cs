using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Knowledge.Articles;
using SupportCopilot.Replies;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Replies;

/// <summary>What the tests of the sidebar's data say often.</summary>
internal static class Sidebar
{
    public static async Task<Assistance> AssistAsync(this Product product, long ticket, string tenant = Product.Tenant) =>
        await product.As(Role.Agent, tenant).GetAsync<Assistance>($"/api/tickets/{ticket}/assist");

    public static async Task<long> HasArticleAsync(this Product product, string title, string body, string tenant = Product.Tenant, Func<IncomingArticle, IncomingArticle>? with = null)
    {
        var article = new IncomingArticle("file", Guid.NewGuid().ToString("N"), title, body);
        var written = await product.InsideAsync(services => services.GetRequiredService<WriteArticles>().RunAsync([with is null ? article : with(article)], CancellationToken.None), tenant);
        return written.Ids[0];
    }

    /// <summary>A ticket of one customer's and the desk's messages in turn, beginning with the customer's.</summary>
    public static IncomingTicket Ticket(string subject, params string[] messages) => new("file", Guid.NewGuid().ToString("N"))
    {
        Subject = subject,
        Status = TicketStatus.Open,
        CreatedAt = Day(0),
        Requester = new IncomingPerson("nia@example.com", "Nia Obi", "nia@example.com"),
        Comments = [.. messages.Select((text, i) => new IncomingComment(
            i.ToString(System.Globalization.CultureInfo.InvariantCulture), text, i % 2 == 0 ? AuthorKind.Requester : AuthorKind.Agent, CreatedAt: Day(0).AddHours(i)))],
    };

    /// <summary>Limits what a person sees to some brands.</summary>
    public static async Task HasScopeAsync(this Product product, string user, string[] brands)
    {
        await product.As(Role.Agent, user: user).GetAsync<System.Text.Json.JsonElement>("/api/search?kind=article&q=anything");   // whoever asks first is known from then on
        await product.DatabaseAsync(async db =>
        {
            var person = await db.People.SingleAsync(p => p.Source == "dev" && p.ExternalId == user);
            foreach (var brand in brands) db.PersonScopes.Add(new PersonScope { PersonId = person.Id, Kind = ScopeKind.Brand, Value = brand });
            return await db.SaveChangesAsync();
        });
    }

    public static DateTime Day(int day) => new DateTime(2026, 3, 2, 8, 0, 0, DateTimeKind.Utc).AddDays(day);

    /// <summary>Lets the jobs triage and index what is there.</summary>
    public static Task IndexAsync(this Product product, string tenant = Product.Tenant) => product.WorkOffAsync(tenant);
}
