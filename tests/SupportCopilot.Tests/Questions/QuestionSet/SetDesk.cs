using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Questions.QuestionSet;

/// <summary>
/// The desk that the question set is asked of: 1,600 tickets over nineteen months in New York, most of them of this year,
/// with gaps in each field, threads with notes and rejoinders, two agents of one first name, and a word that is a priority,
/// an urgency and a tag. Frequencies are skewed, so that ranks have no ties where they are asked for.
/// </summary>
public class SetDesk : Product
{
    public const string Zone = "America/New_York";

    /// <summary>Thursday 18 June 2026, 10:30 in New York.</summary>
    public static readonly DateTime AsOf = new(2026, 6, 18, 14, 30, 0, DateTimeKind.Utc);

    private static readonly string[] Agents = ["Olivia Marsh", "Daniel Okoye", "Sana Iqbal", "Daniel Reyes", "Björn Lindqvist", "Chen Wei"];
    private static readonly string[] Groups = ["Payments", "Tier 2", "Onboarding", "Returns Desk"];
    private static readonly string[] Organizations = ["Globex", "Initech", "Umbrella Health", "Wayne Logistics", "Acme", "Stark & Söhne"];
    private static readonly string[] Customers =
    [
        "Hannah Cole", "Marco Rossi", "Aisha Bello", "Kenji Tanaka", "Lucía Fernández", "Tomás Ribeiro", "Greta Vogel", "Paul Nguyen", "Ines Duarte", "Ruth Adeyemi", "Sven Olsen", "Yara Haddad",
        "Omar Said", "Judy Park",
    ];

    private static readonly string[] Categories = ["billing", "technical", "shipping", "account", "integration", "product", "general"];
    private static readonly string[] Subcategories = ["refund request", "plan change", "cancellation", "API issue", "performance"];
    private static readonly string[] Priorities = ["normal", "high", "low", "urgent"];
    private static readonly string[] Types = ["question", "problem", "incident", "task"];
    private static readonly string[] Channels = ["email", "web", "chat", "phone"];
    private static readonly string[] Products = ["Atlas", "Beacon 2", "Compass Pro"];
    private static readonly string[] Languages = ["en", "es", "pt", "de"];
    private static readonly string[] Sentiments = ["neutral", "negative", "positive"];
    private static readonly (string Tag, double Often)[] Tags = [("vip", 0.16), ("mobile_app", 0.22), ("churn-risk", 0.1), ("escalated", 0.08), ("double charge", 0.06), ("urgent", 0.05)];
    private static readonly string[] Topics = ["The invoice is wrong", "My passport was not accepted", "The app crashes", "Please refund my order", "Where is my parcel?", "How do I export data?"];

    /// <summary>The tickets as they came in; expectations are worked out of these.</summary>
    public IReadOnlyList<IncomingTicket> Tickets { get; private protected init; } = [.. Enumerable.Range(0, 1600).Select(Make)];

    /// <summary>Those that may be counted at all.</summary>
    public IReadOnlyList<IncomingTicket> Live => [.. Tickets.Where(t => t.Status != TicketStatus.Deleted)];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await FillAsync();
        await HasTicketsAsync([.. Enumerable.Range(1600, 40).Select(Make).Select(t => t with { Organization = new("hooli", "Hooli") })], "rival-desk");
    }

    /// <summary>Brings the tickets in.</summary>
    private protected virtual async Task FillAsync() => await HasTicketsAsync(Tickets);

    private static IncomingTicket Make(int n)
    {
        var dice = new Random(n * 6151 + 5);
        var created = CreatedOf(n, dice);
        var thread = ThreadOf(n, created, dice);
        var solved = created is { } from && dice.Next(10) < 8 ? from.AddMinutes(dice.Next(60, 18_000)) : (DateTime?)null;
        var isSolved = solved < AsOf;
        var updated = isSolved && dice.Next(3) > 0 ? solved!.Value.AddHours(dice.Next(0, 100)) : created?.AddHours(dice.Next(0, 300));
        var offered = isSolved && dice.Next(10) < 7;
        return new IncomingTicket("file", $"s-{n}")
        {
            Subject = thread[0].Body,
            Status = n % 29 == 0 ? TicketStatus.Deleted : isSolved ? Often(["solved", "closed"], dice) : Often(["open", "pending", "new", "hold"], dice),
            Type = Or(dice, 0.2, Types),
            Channel = Often(Channels, dice),
            Product = Or(dice, 0.25, Products),
            Brand = dice.Next(5) == 0 ? null : Often(["Kestrel", "Heron"], dice),
            Requester = Person(Often(Customers, dice)),
            Assignee = dice.Next(8) == 0 ? null : Person(dice.Next(40) == 0 ? "Beatrice O'Neill" : Often(Agents, dice)),
            Group = dice.Next(8) == 0 ? null : Named(Often(Groups, dice)),
            Organization = dice.Next(5) == 0 ? null : Named(Often(Organizations, dice)),
            Given = new TriageValues
            {
                Category = Or(dice, 0.1, Categories),
                Subcategory = Or(dice, 0.5, Subcategories),
                Priority = Or(dice, 0.1, Priorities),
                Urgency = Often(["normal", "urgent", "low", "high"], dice),
                Sentiment = Often(Sentiments, dice),
                Emotion = Often(["neutral", "frustrated", "happy"], dice),
                Language = Often(Languages, dice),
                RootCause = Often(["other", "bug", "refund", "feature"], dice),
            },
            CreatedAt = created,
            UpdatedAt = updated is { } at && at > AsOf ? AsOf.AddMinutes(-1) : updated,
            SolvedAt = isSolved ? solved : null,
            Reopens = dice.Next(8) == 0 ? dice.Next(1, 4) : 0,
            SlaMet = dice.Next(6) == 0 ? null : dice.Next(5) > 0,
            CsatOffered = offered,
            Csat = offered && dice.Next(2) == 0 ? dice.Next(1, 6) / 5.0 : null,
            Tags = [.. Tags.Where(tag => dice.NextDouble() < tag.Often).Select(tag => tag.Tag)],
            Comments = thread,
        };
    }

    /// <summary>A description, replies of agents, rejoinders of the customer, and notes that the customer does not see.</summary>
    private static List<IncomingComment> ThreadOf(int n, DateTime? created, Random dice)
    {
        var at = created ?? AsOf.AddYears(-3);
        var thread = new List<IncomingComment> { new("0", $"{Often(Topics, dice)} ({n})", CreatedAt: created) };
        for (var i = 1; i <= (int)(dice.NextDouble() * dice.NextDouble() * 9); i++)
        {
            at = at.AddMinutes(dice.Next(2, 2000));
            if (at >= AsOf) break;
            var (kind, isPublic) = dice.Next(10) switch { < 6 => (AuthorKind.Agent, true), < 8 => (AuthorKind.Requester, true), _ => (AuthorKind.Agent, false) };
            thread.Add(new($"{i}", "More about it.", kind, null, isPublic, at));
        }

        return thread;
    }

    /// <summary>Two thirds this year, some on the weekends on which New York's clocks change and around last year's holidays, a few today, a few without a date.</summary>
    private static DateTime? CreatedOf(int n, Random dice) => (n % 20) switch
    {
        0 when n % 200 == 0 => null,
        1 => new DateTime(2025, 11, 1, 4, 0, 0, DateTimeKind.Utc).AddMinutes(dice.Next(0, 2 * 24 * 60)),
        2 => new DateTime(2026, 3, 7, 5, 0, 0, DateTimeKind.Utc).AddMinutes(dice.Next(0, 2 * 24 * 60)),
        3 => new DateTime(2025, 11, 24, 5, 0, 0, DateTimeKind.Utc).AddMinutes(dice.Next(0, 35 * 24 * 60)),
        4 => AsOf.AddMinutes(-dice.Next(1, 3 * 24 * 60)),
        8 when n % 100 == 8 => new DateTime(2026, 5, 14, 13, 0, 0, DateTimeKind.Utc).AddMinutes(dice.Next(0, 500)),   // an outage
        < 8 => AsOf.AddMinutes(-dice.Next(1, 580 * 24 * 60)),
        < 14 => AsOf.AddMinutes(-dice.Next(1, 60 * 24 * 60)),
        _ => AsOf.AddMinutes(-dice.Next(1, 168 * 24 * 60)),
    };

    private static IncomingName Named(string name) => new(name.ToLowerInvariant(), name);

    private static IncomingPerson Person(string name) => new(name.ToLowerInvariant(), name);

    private static string? Or(Random dice, double none, string[] of) => dice.NextDouble() < none ? null : Often(of, dice);

    /// <summary>The first ones more often than the last.</summary>
    private static string Often(string[] of, Random dice)
    {
        var place = dice.NextDouble();
        return of[(int)((0.35 * place + 0.65 * place * place) * of.Length)];
    }
}
