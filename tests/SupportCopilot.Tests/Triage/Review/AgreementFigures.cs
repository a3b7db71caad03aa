using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Host.Endpoints;
using SupportCopilot.Tickets;
using SupportCopilot.Triage.Review;

namespace SupportCopilot.Tests.Triage.Review;

public sealed class AgreementFigures(ReviewProduct product) : IClassFixture<ReviewProduct>
{
    private static CancellationToken Ct => ReviewProduct.Ct;

    [Theory]
    [InlineData(0, 0, 0, 1)]
    [InlineData(0, 10, 0, 0.2775)]
    [InlineData(10, 10, 0.7225, 1)]
    [InlineData(8, 10, 0.4902, 0.9433)]
    [InlineData(50, 100, 0.4038, 0.5962)]
    [InlineData(81, 263, 0.2553, 0.3662)]   // R. G. Newcombe, Statistics in Medicine 17 (1998), table I, method 3
    [InlineData(15, 148, 0.0624, 0.1605)]
    public void The_interval_is_Wilsons(int hits, int total, double low, double high)
    {
        var interval = WilsonInterval.Of(hits, total);

        Assert.Equal((low, high), (Math.Round(interval.Low, 4), Math.Round(interval.High, 4)));
    }

    [Fact]
    public async Task Agreement_is_counted_by_field_way_and_week()
    {
        const string tenant = "counted";
        for (var i = 0; i < 4; i++)
        {
            var ticket = await product.HasReviewAsync(tenant);
            await product.SayAsync(ticket, i == 0 ? new() { ["agree"] = true, ["fields"] = new JsonObject { ["urgency"] = "urgent", ["category"] = "billing" } } : new() { ["agree"] = true }, tenant);
        }

        var waiting = await product.HasReviewAsync(tenant);
        var agreement = await product.AgreementAsync(tenant);

        Assert.Equal((5, 4), (agreement.Drawn, agreement.Reviewed));
        Assert.Equal((3, 4), (agreement.Tickets.Agreed, agreement.Tickets.Total));
        var category = agreement.Fields.Single(field => field.Field == "category");
        Assert.Equal((4, 4, 1.0, "rules"), (category.Agreed.Agreed, category.Agreed.Total, category.Agreed.Share, Assert.Single(category.Ways).Way));
        Assert.Equal(Math.Round(WilsonInterval.Of(4, 4).Low, 4), category.Agreed.Low);
        var urgency = agreement.Fields.Single(field => field.Field == "urgency");
        Assert.Equal((3, 4, 0.75), (urgency.Agreed.Agreed, urgency.Agreed.Total, urgency.Agreed.Share));
        var week = Assert.Single(agreement.Weeks);
        Assert.Equal((DayOfWeek.Monday, agreement.Fields.Sum(f => f.Agreed.Total)), (week.Monday.DayOfWeek, week.Agreed.Total));
        Assert.Equal(week.Agreed.Total, Assert.Single(agreement.Ways).Agreed.Total);
        Assert.NotEqual(0, waiting);
    }

    [Fact]
    public async Task The_least_certain_come_first_and_never_count()
    {
        await using var none = Product.With("SupportCopilot:Review:Share=0");
        var words = new[] { "I was charged twice for one order. I want the second charge refunded ASAP!", "Hello there, a question", "It does not work somehow, and the parcel, and the invoice?", "Where is my parcel? The delivery is late." };
        foreach (var text in words) await none.HasTicketAsync("", text);
        await none.HasTicketAsync(new IncomingTicket("file", "solved") { Status = TicketStatus.Solved, Comments = [new("0", words[2])] });
        await none.WorkOffAsync();
        var client = none.As(Role.Sme);
        var listed = (await client.GetAsync<Page<ReviewView>>("/api/review?kind=uncertain")).Items;

        Assert.InRange(listed.Count, 2, 4);   // what nothing was said of, and what is solved, is not offered
        Assert.Equal(listed.Select(item => item.Certainty).Order(), listed.Select(item => item.Certainty));
        Assert.All(listed, item => Assert.Equal(item.Certainty, item.Fields.Min(f => f.Confidence), 0.01));
        using var answer = await client.PostAsync($"/api/review/{listed[0].TicketId}", new StringContent("{\"agree\":true}", System.Text.Encoding.UTF8, "application/json"), Ct);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain(listed[0].TicketId, (await client.GetAsync<Page<ReviewView>>("/api/review?kind=uncertain")).Items.Select(item => item.TicketId));
        var agreement = await client.GetAsync<Agreement>("/api/review/agreement");
        Assert.Equal((0, 0, 0), (agreement.Drawn, agreement.Tickets.Total, agreement.Fields.Count));
        Assert.Equal(1, await none.DatabaseAsync(db => db.Tickets.CountAsync(t => t.Given.Sentiment != null || t.Given.Urgency != null || t.Given.Category != null, Ct)));   // an example all the same
    }

    [Theory]
    [InlineData("random")]
    [InlineData("uncertain")]
    public async Task Pages_show_each_ticket_once(string kind)
    {
        var tenant = $"pages-{kind}";
        for (var i = 0; i < 7; i++) await product.HasReviewAsync(tenant, words: i % 2 == 0 ? "I was charged twice." : "Where is my parcel?");
        if (kind == "uncertain")
            await product.DatabaseAsync(async db => { db.ReviewItems.RemoveRange(db.ReviewItems); return await db.SaveChangesAsync(Ct); }, tenant);

        var seen = new List<long>();
        for (string? after = null; ;)
        {
            var page = await product.ListAsync(kind, tenant, $"&limit=3{(after is null ? "" : $"&after={after}")}");
            seen.AddRange(page.Items.Select(item => item.TicketId));
            if ((after = page.Next) is null) break;
        }

        Assert.Equal(7, seen.Count);
        Assert.Equal(7, seen.Distinct().Count());
    }

    [Theory]
    [InlineData("/api/review?kind=best", "no kind")]
    [InlineData("/api/review?after=x", "what a page gave")]
    [InlineData("/api/review?kind=uncertain&after=1", "what a page gave")]
    [InlineData("/api/review?limit=0", "")]
    [InlineData("/api/review/agreement?days=0", "")]
    public async Task What_cannot_be_asked_is_said(string address, string why)
    {
        using var answer = await product.As(Role.Sme).GetAsync(address, Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(why, await answer.Content.ReadAsStringAsync(Ct));
    }
}
