using SupportCopilot.Knowledge;
using SupportCopilot.Replies;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Replies;

/// <summary>One customer's words never reach another (decision 9): canaries stand everywhere that a reply must not read.</summary>
public sealed class OneCustomersWords : IAsyncLifetime
{
    private const string Name = "Zebulon Canary";
    private const string Order = "77-ZEBRA-4411";

    private static readonly (string Topic, string Question, string Answer)[] Topics =
    [
        ("refund", "How do I get my refund for the order?", "Refunds for an order reach you within five working days. Open the order and choose Refund to get it."),
        ("password", "I forgot my password, how do I reset my password?", "To reset your password choose Forgot password on the sign-in page."),
        ("delivery", "When does the parcel with my order arrive? Tracking shows nothing.", "A parcel arrives within four working days; tracking shows nothing before the order has left."),
        ("invoice", "Where do I download the invoice for my order?", "Download the invoice for an order under Billing, Invoices."),
        ("cancel", "I want to cancel my order, how can I cancel it?", "You can cancel an order until it has left: open the order and choose Cancel."),
    ];

    private readonly Product product = Product.With();

    [Fact]
    public async Task Reach_no_reply_to_another_from_tickets_resolutions_and_notes()
    {
        var random = new Random(11);
        foreach (var (topic, _, answer) in Topics) await product.HasArticleAsync($"Your {topic}", answer);
        await product.HasTicketsAsync([.. Enumerable.Range(0, 40).Select(i => Canary(Topics[i % Topics.Length], random))]);
        var asked = new List<long>();
        for (var i = 0; i < 30; i++) asked.Add(await product.HasTicketAsync(Asking(Topics[random.Next(Topics.Length)], random)));
        await product.IndexAsync();

        var (replies, similar) = (0, 0);
        foreach (var ticket in asked)
        {
            var seen = await product.AssistAsync(ticket);
            if (seen.Reply.Text is not null) replies++;
            similar += seen.Similar.Count(s => s.Resolution is not null);
            AssertClean(seen.Reply);
            Assert.All(seen.Articles, article => AssertClean(article.Excerpt));
        }

        // The test would prove nothing if replies were silent or the canaries were not near.
        Assert.True(replies > 20, $"only {replies} replies");
        Assert.True(similar > 20, $"only {similar} similar tickets with a resolution");
    }

    [Fact]
    public async Task What_only_some_customers_may_read_enters_no_reply()
    {
        await product.HasArticleAsync("Your refund", Topics[0].Answer, with: a => a with { Segment = ArticleSegment.Restricted });
        var ticket = await product.HasTicketAsync(Sidebar.Ticket("Refund", Topics[0].Question));
        await product.IndexAsync();
        Assert.Null((await product.AssistAsync(ticket)).Reply.Text);

        await product.HasArticleAsync("Your refund for all", Topics[0].Answer);   // the same words, which everybody may read
        await product.IndexAsync();
        Assert.All((await product.AssistAsync(ticket)).Reply.Citations, citation => Assert.Equal(ArticleSegment.Public, citation.Segment));
        Assert.NotNull((await product.AssistAsync(ticket)).Reply.Text);
    }

    [Fact]
    public async Task A_note_on_the_ticket_itself_enters_the_summary_marked_and_the_reply_not()
    {
        await product.HasArticleAsync("Your refund", Topics[0].Answer);
        var ticket = await product.HasTicketAsync(Sidebar.Ticket("Refund", Topics[0].Question) with
        {
            Comments =
            [
                new IncomingComment("0", Topics[0].Question),
                new IncomingComment("1", $"We have refunded {Name} for order {Order} before, be careful with this refund.", AuthorKind.Agent, IsPublic: false),
            ],
        });
        await product.IndexAsync();

        var seen = await product.AssistAsync(ticket);

        Assert.NotNull(seen.Reply.Text);
        AssertClean(seen.Reply);
        Assert.StartsWith("Internal note: ", Assert.Single(seen.Summary.Done), StringComparison.Ordinal);
        Assert.DoesNotContain("ZEBRA", seen.Summary.Problem, StringComparison.Ordinal);
    }

    public ValueTask InitializeAsync() => product.InitializeAsync();

    public ValueTask DisposeAsync() => product.DisposeAsync();

    private static IncomingTicket Canary((string Topic, string Question, string Answer) topic, Random random) =>
        Sidebar.Ticket($"{topic.Topic} {Order}", $"I am {Name}. {topic.Question} It is {Order}.", $"Dear {Name}, {topic.Answer} Yours is {Order}.") with
        {
            Status = random.Next(2) == 0 ? TicketStatus.Solved : TicketStatus.Closed,
            Requester = new IncomingPerson("canary@example.com", Name, "canary@example.com"),
            Comments =
            [
                new IncomingComment("0", $"I am {Name}. {topic.Question} It is {Order}."),
                new IncomingComment("1", $"{Name} called about {Order}: {topic.Answer}", AuthorKind.Agent, IsPublic: false),
                new IncomingComment("2", $"Dear {Name}, {topic.Answer} Yours is {Order}.", AuthorKind.Agent),
            ],
            Tags = ["zebra"],
            Fields = new Dictionary<string, string> { ["ShortSummary"] = $"{Name} {topic.Question}" },
        };

    private static IncomingTicket Asking((string Topic, string Question, string Answer) topic, Random random)
    {
        string[] around = ["This is urgent.", "I have waited long enough.", "Thanks in advance!", "My colleague had the same.", "Please answer soon."];
        return Sidebar.Ticket(topic.Topic, $"Hello, {around[random.Next(around.Length)]} {topic.Question} {around[random.Next(around.Length)]}");
    }

    private static void AssertClean(SuggestedReply reply)
    {
        AssertClean(reply.Text ?? "");
        Assert.All(reply.Citations, citation => AssertClean($"{citation.Title} {citation.Quote} {citation.Url}"));
    }

    private static void AssertClean(string text)
    {
        foreach (var word in (string[])["Zebulon", "Canary", "ZEBRA", "4411"]) Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase);
    }
}
