using ZendeskSimulator.Accounts;
using ZendeskSimulator.People;
using ZendeskSimulator.Tickets;

namespace ZendeskSimulator.Ratings;

/// <summary>A customer says how a ticket was served.</summary>
internal static class RateTicket
{
    /// <param name="stars">From 1 to 5 for a survey; null for the older kind.</param>
    public static void Apply(Account account, long id, bool isGood, int? stars, string? comment, User customer)
    {
        var ticket = account.Tickets.FindToChange(id)!;
        var score = isGood ? "good" : "bad";
        account.Ratings.Add(new Rating(id, score, stars, comment, account.Now));
        account.Record(ticket, new Audit(account.NextId(), id, customer.Id, account.Now, new Via("web"), [new ChangeEvent(account.NextId(), "satisfaction_score", score, ticket.Rating ?? "unoffered")]));
        ticket.Rating = score;
    }
}
