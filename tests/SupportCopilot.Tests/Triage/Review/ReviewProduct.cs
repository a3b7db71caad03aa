using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using SupportCopilot.Access;
using SupportCopilot.Host.Endpoints;
using SupportCopilot.Tickets;
using SupportCopilot.Triage.Review;

namespace SupportCopilot.Tests.Triage.Review;

/// <summary>A product that draws every ticket for review.</summary>
public sealed class ReviewProduct() : Product(["SupportCopilot:Review:Share=1"])
{
    private static int _tickets;

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A ticket that is triaged by rules as a bug of billing, drawn for review.</summary>
    public async Task<long> HasReviewAsync(string tenant = Tenant, string? group = null, string source = "file", string words = "I was charged twice for one order. I want the second charge refunded.")
    {
        var id = await HasTicketAsync(new IncomingTicket(source, Interlocked.Increment(ref _tickets).ToString(System.Globalization.CultureInfo.InvariantCulture))
        {
            Subject = "Charged twice",
            Status = TicketStatus.Open,
            CreatedAt = new DateTime(2026, 3, 2, 8, 0, 0, DateTimeKind.Utc),
            Group = group is null ? null : new(group.ToLowerInvariant(), group),
            Comments = [new IncomingComment("0", words)],
        }, tenant);
        await WorkOffAsync(tenant);
        return id;
    }

    public Task<Page<ReviewView>> ListAsync(string kind = "random", string tenant = Tenant, string rest = "&limit=200") =>
        As(Role.Sme, tenant).GetAsync<Page<ReviewView>>($"/api/review?kind={kind}{rest}");

    public async Task<ReviewView> OneAsync(long ticket, string kind = "random", string tenant = Tenant) => (await ListAsync(kind, tenant)).Items.Single(item => item.TicketId == ticket);

    public async Task<(HttpStatusCode Status, JsonElement Answer)> SayAsync(long ticket, JsonObject said, string tenant = Tenant, string user = "sme")
    {
        using var answer = await As(Role.Sme, tenant, user).PostAsJsonAsync($"/api/review/{ticket}", said, Ct);
        return (answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Ct)).RootElement);
    }

    public Task<Agreement> AgreementAsync(string tenant = Tenant, HttpClient? client = null) => (client ?? As(Role.Sme, tenant)).GetAsync<Agreement>("/api/review/agreement");
}
