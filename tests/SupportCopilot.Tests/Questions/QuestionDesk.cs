using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Questions;

/// <summary>
/// A made-up desk for questions: 900 tickets over eighteen months, with everything that can be asked for, gaps in each
/// field, tombstones, two agents of one first name, days on which the clocks change, and a second tenant beside it.
/// </summary>
public class QuestionDesk : Product
{
    public QuestionDesk() { }

    private protected QuestionDesk(string[] settings, Action<IServiceCollection>? fakes) : base(settings, fakes: fakes) { }

    public const string Zone = "Europe/London";

    /// <summary>Tuesday 31 March 2026, 13:00 in London; the clocks went forward two days before.</summary>
    public static readonly DateTime AsOf = new(2026, 3, 31, 12, 0, 0, DateTimeKind.Utc);

    private static readonly string[] Agents = ["Amelia Hartley", "Jonas Brandt", "Priya Raman", "Jonas Keller", "Mei Lin Chow", "Ruth Calloway"];
    private static readonly string[] Groups = ["Billing", "Customer Support", "Devices", "Logistics Team"];
    private static readonly string[] Organizations = ["Contoso", "Fabrikam Ltd", "Northwind Traders", "Adventure Works", "O'Brien & Sons"];
    private static readonly string[] Categories = ["billing", "technical", "account", "shipping", "feature"];
    private static readonly string[] Priorities = ["low", "normal", "high", "urgent"];
    private static readonly string[] Statuses = ["new", "open", "pending", "hold", "solved", "solved", "solved", "closed", "closed", "deleted"];
    private static readonly string[] Channels = ["email", "web", "chat", "phone"];
    private static readonly string[] Tags = ["vip", "refund_request", "urgent", "bug", "escalated", "black-friday"];
    private static readonly string[] Products = ["Widget", "Gadget Pro", "Sprocket 9"];
    private static readonly string[] Brands = ["Northbay", "Southbay"];
    private static readonly string[] Customers = ["Grace Okafor", "Tom Lee", "Zoë Müller", "Ann", "Bob Stone", "Carla Diaz", "Dev Patel", "Eve Moran"];

    /// <summary>The tickets as they came in; the tests count in these.</summary>
    public IReadOnlyList<IncomingTicket> Tickets { get; } = [.. Enumerable.Range(0, 900).Select(Make)];

    /// <summary>Those that may be counted at all.</summary>
    public IReadOnlyList<IncomingTicket> Live => [.. Tickets.Where(t => t.Status != TicketStatus.Deleted)];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await HasTicketsAsync(Tickets);
        await HasTicketsAsync([.. Enumerable.Range(900, 50).Select(Make).Select(t => t with { Organization = new("rivalcorp", "Rivalcorp"), Tags = ["rivaltag"] })], "rival-desk");
    }

    /// <summary>Asks, as an analyst who sees everything.</summary>
    public async Task<JsonElement> AskAsync(string text, string user = "anna", string tenant = Tenant)
    {
        using var response = await As(Role.Analyst, tenant, user).PostAsJsonAsync("/api/questions", new { text, timeZone = Zone, asOf = AsOf }, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, $"{text}: {body}");
        return JsonDocument.Parse(body).RootElement;
    }

    /// <summary>The external ids of all tickets behind an answer, page by page.</summary>
    public async Task<List<string>> DrillAsync(JsonElement answer, string user = "anna", string tenant = Tenant)
    {
        var (ids, after) = (new List<string>(), "");
        while (true)
        {
            var page = await As(Role.Analyst, tenant, user).GetAsync<JsonElement>($"{answer.GetProperty("tickets").GetProperty("href").GetString()}?limit=200{after}");
            ids.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("externalId").GetString()!));
            if (page.GetProperty("next").GetString() is not { } next) return ids;
            after = $"&after={next}";
        }
    }

    private static IncomingTicket Make(int n)
    {
        var dice = new Random(n * 7919 + 17);
        var created = CreatedOf(n, dice);
        var status = dice.Next(40) == 0 ? null : Pick(Statuses, dice);
        var minutes = dice.Next(4) == 0 ? (int?)null : dice.Next(1, 3000);
        var replied = created is { } c && minutes is { } m && c.AddMinutes(m) < AsOf ? c.AddMinutes(m) : (DateTime?)null;
        var isDone = status is TicketStatus.Solved or TicketStatus.Closed;
        var solved = isDone && created is { } from && dice.Next(25) > 0 ? from.AddMinutes(dice.Next(30, 30_000)) : (DateTime?)null;
        var agent = dice.Next(6) == 0 ? null : Pick(Agents, dice);
        var customer = Pick(Customers, dice);
        var refund = dice.Next(5) == 0;
        return new IncomingTicket("file", $"q-{n}")
        {
            Subject = refund ? $"Refund 50%_off for order {n}" : $"Question {n} about the app",
            Status = status,
            Type = dice.Next(5) == 0 ? null : Pick(["question", "incident", "problem", "task"], dice),
            Channel = Pick(Channels, dice),
            Product = dice.Next(4) == 0 ? null : Pick(Products, dice),
            Brand = dice.Next(3) == 0 ? null : Pick(Brands, dice),
            Requester = new(customer.ToLowerInvariant(), customer),
            Assignee = agent is null ? null : new(agent.ToLowerInvariant(), agent),
            Group = dice.Next(5) == 0 ? null : Named(Pick(Groups, dice)),
            Organization = dice.Next(4) == 0 ? null : Named(Pick(Organizations, dice)),
            Given = new TriageValues
            {
                Category = dice.Next(8) == 0 ? null : Pick(Categories, dice),
                Priority = dice.Next(8) == 0 ? null : Pick(Priorities, dice),
                Sentiment = Pick(["negative", "neutral", "positive"], dice),
                Language = Pick(["en", "de", "fr"], dice),
                RootCause = Pick(["bug", "feature", "refund", "other"], dice),
                Urgency = Pick(Priorities, dice),
                Emotion = Pick(["angry", "confused", "neutral"], dice),
                Subcategory = dice.Next(2) == 0 ? null : Pick(["refund request", "API issue", "password reset"], dice),
            },
            CreatedAt = created,
            UpdatedAt = created?.AddDays(dice.Next(0, 20)),
            FirstReplyAt = replied,
            SolvedAt = solved,
            Reopens = dice.Next(7) == 0 ? dice.Next(1, 4) : 0,
            Replies = dice.Next(0, 7),
            SlaMet = dice.Next(5) == 0 ? null : dice.Next(4) > 0,
            CsatOffered = dice.Next(2) == 0,
            Csat = dice.Next(3) == 0 ? dice.Next(0, 5) / 4.0 : null,
            Tags = [.. Tags.Where(_ => dice.Next(6) == 0)],
            Comments = [new IncomingComment("0", refund ? "I want my money back, Zürich branch." : "How do I sign in?"), .. Further(created, dice)],
        };
    }

    /// <summary>What the customer wrote later, one of them without a date.</summary>
    private static IEnumerable<IncomingComment> Further(DateTime? created, Random dice) => Enumerable.Range(1, dice.Next(4))
        .Select(i => new IncomingComment(i.ToString(CultureInfo.InvariantCulture), "Is there any news?", CreatedAt: dice.Next(6) == 0 ? null : created?.AddMinutes(dice.Next(1, 40_000))));

    /// <summary>Most in the last quarter, some on the weekends on which London's clocks change, a few without a date.</summary>
    private static DateTime? CreatedOf(int n, Random dice) => (n % 10) switch
    {
        0 when n % 50 == 0 => null,
        1 => new DateTime(2025, 10, 25, 22, 0, 0, DateTimeKind.Utc).AddMinutes(dice.Next(0, 1800)),
        2 => new DateTime(2026, 3, 28, 22, 0, 0, DateTimeKind.Utc).AddMinutes(dice.Next(0, 1800)),
        < 7 => AsOf.AddMinutes(-dice.Next(0, 60 * 24 * 90)),
        _ => AsOf.AddMinutes(-dice.Next(0, 60 * 24 * 540)),
    };

    private static IncomingName Named(string name) => new(name.ToLowerInvariant(), name);

    private static T Pick<T>(IReadOnlyList<T> of, Random dice) => of[dice.Next(of.Count)];
}
