using Microsoft.EntityFrameworkCore;
using SupportCopilot.Tickets;
using SupportCopilot.Triage.Review;

namespace SupportCopilot.Tests.Triage.Review;

public sealed class DrawnTickets
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Are_a_twentieth_of_all_unless_a_setting_says_otherwise()
    {
        await using var product = new Product();
        await product.HasTicketsAsync([.. Enumerable.Range(0, 4000).Select(Ticket)]);
        await product.WorkOffAsync();

        // 200 expected; by chance one run in ten million lies more than 5.3 standard deviations (of 13.8) away.
        Assert.InRange(await CountAsync(product), 127, 273);
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("1", 40)]
    public async Task Are_none_or_all_where_a_setting_says_so(string share, int expected)
    {
        await using var product = Product.With($"SupportCopilot:Review:Share={share}");
        await product.HasTicketsAsync([.. Enumerable.Range(0, 40).Select(Ticket)]);
        await product.WorkOffAsync();

        Assert.Equal(expected, await CountAsync(product));
    }

    [Fact]
    public async Task Do_not_start_with_a_share_that_is_none() =>
        await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await using var product = Product.With("SupportCopilot:Review:Share=5");
            _ = product.Services;
        });

    [Fact]
    public async Task Are_drawn_once_and_keep_what_triage_said_then()
    {
        await using var product = new ReviewProduct();
        var ticket = await product.HasReviewAsync();
        var drawn = await ItemAsync(product, ticket);

        await product.DatabaseAsync(async db =>
        {
            (await db.Tickets.SingleAsync(t => t.Id == ticket, Ct)).Owed |= Owed.Triage;
            (await db.Comments.SingleAsync(c => c.TicketId == ticket, Ct)).Body = "The parcel never arrived. Where is my delivery?";
            return await db.SaveChangesAsync(Ct);
        });
        await product.WorkOffAsync();

        var again = await ItemAsync(product, ticket);
        Assert.Equal((drawn.Id, drawn.Judged), (again.Id, again.Judged));
        Assert.Equal("shipping", await product.DatabaseAsync(async db => (await db.Tickets.SingleAsync(t => t.Id == ticket, Ct)).Predicted.Category));   // it was judged anew
    }

    [Fact]
    public async Task Are_those_that_were_triaged_for_the_first_time_alone()
    {
        await using var product = Product.With("SupportCopilot:Review:Share=0");
        var ticket = await product.HasTicketAsync("Charged twice", "I was charged twice.");
        await product.WorkOffAsync();
        await using var drawing = new ReviewProduct();
        var other = await drawing.HasReviewAsync();
        await drawing.DatabaseAsync(async db =>
        {
            db.ReviewItems.RemoveRange(db.ReviewItems);
            (await db.Tickets.SingleAsync(t => t.Id == other, Ct)).Owed |= Owed.Triage;
            return await db.SaveChangesAsync(Ct);
        });
        await drawing.WorkOffAsync();

        Assert.Equal(0, await CountAsync(drawing));   // a second judging draws no second lot, so nobody can ask until it suits
        Assert.Equal(0, await CountAsync(product));
        Assert.NotEqual(0, ticket);
    }

    private static Task<int> CountAsync(Product product) => product.DatabaseAsync(db => db.ReviewItems.CountAsync(Ct));

    private static Task<ReviewItem> ItemAsync(Product product, long ticket) => product.DatabaseAsync(db => db.ReviewItems.AsNoTracking().SingleAsync(i => i.TicketId == ticket, Ct));

    private static IncomingTicket Ticket(int number) => new("file", $"t{number}")
    {
        Subject = $"Charged twice for order {number}",
        Status = TicketStatus.Open,
        Comments = [new IncomingComment("0", "I was charged twice and want a refund.")],
    };
}
