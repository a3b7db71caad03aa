using SupportCopilot.Tickets;

namespace SupportCopilot.BrowserTests;

/// <summary>The tickets of the desk. Those with a name are what the tests speak of; the rest fill its pages.</summary>
internal static class KnownTickets
{
    public const string ChargedTwice = "charged-twice";
    public const string LockedOut = "locked-out";
    public const string OffTopic = "off-topic";
    public const string PaidTwice = "paid-twice";

    /// <summary>One of the everyday tickets, for which there is no article.</summary>
    public const string ArrivedDamaged = "filler-10";

    /// <summary>More than one page of the list holds.</summary>
    public const int Fillers = 36;

    /// <summary>How many of them were created in March 2026, in every zone of Europe: the 28 fillers up to the 31st, and the ticket that was solved first.</summary>
    public static int CreatedInMarch => All.Count(ticket => ticket.CreatedAt is { Year: 2026, Month: 3 });

    private static readonly DateTime Start = new(2026, 3, 2, 8, 0, 0, DateTimeKind.Utc);
    private static readonly IncomingPerson Sam = new("sam", "Sam Lee", "sam@desk.example");

    private static readonly (string Subject, string Words)[] Everyday =
    [
        ("The export stops at 10,000 rows", "The CSV export of our records stops at 10,000 rows. How do I get the rest?"),
        ("Where is my parcel?", "My parcel has not moved for a week. Could you have it searched for?"),
        ("Switch to the yearly plan", "We would like to change from the monthly to the yearly plan."),
        ("Calendar events do not appear", "Since yesterday no events of my calendar appear any more."),
        ("Dark colours on the phone", "Could the phone app get a dark mode? It glares at night."),
        ("Error 502 when saving a form", "Every time I save the intake form I get an error page saying 502 Bad Gateway."),
        ("Invoice with our new address", "Please put our new address on the invoice of this month."),
        ("Thank you for the quick help!", "That solved it, thank you so much. You are wonderful."),
        ("Notifications arrive twice", "Each notification comes twice on my phone since the update."),
        ("How do I add a colleague?", "I cannot find where to invite a colleague to our workspace."),
        ("Parcel arrived damaged", "The box was torn open and the lamp inside is broken. I am really disappointed."),
        ("Searching takes half a minute", "Searching our records takes half a minute and sometimes never ends. It is very slow."),
    ];

    private static readonly string[] Customers =
        ["Ana Souza", "Björn Dahl", "Chidi Eze", "Dana Novak", "Elif Kaya", "Farid Aziz", "Grace Kim", "Hugo Martin", "Ines Costa"];

    public static IEnumerable<IncomingTicket> All =>
    [
        .. Enumerable.Range(0, Fillers).Select(Filler),
        new("demo", PaidTwice)
        {
            Subject = "Paid two times for one order", Status = TicketStatus.Solved, CreatedAt = Start, SolvedAt = Start.AddHours(5), Requester = Person("Omar Haddad"),
            Comments = [From("Omar Haddad", "I was charged twice for one order and want the second charge refunded."), By("We refunded the second charge; you will see it within ten days.")],
        },
        new("demo", OffTopic)
        {
            Subject = "Zither lessons", Status = TicketStatus.Open, CreatedAt = Start.AddDays(40), Requester = Person("Vera Blum"),
            Comments = [From("Vera Blum", "Xylophone quartz zither kayak. Jazz fjord vexing waltz.")],
        },
        new("demo", LockedOut)
        {
            Subject = "My account is locked", Status = TicketStatus.Open, CreatedAt = Start.AddDays(41), Requester = Person("Wei Zhang"),
            Comments = [From("Wei Zhang", "My account is locked after five wrong passwords. Please unlock my account. <b>Thank you</b>")],
        },
        new("demo", ChargedTwice)
        {
            Subject = "Charged twice for order A-55120", Status = TicketStatus.Open, CreatedAt = Start.AddDays(42), Requester = Person("Nia Obi"), Assignee = Sam, Channel = "email", Tags = ["billing"],
            Comments =
            [
                From("Nia Obi", "I was charged twice for my order A-55120. I need the second charge of EUR 49.90 refunded ASAP!"),
                By("I see both charges and have passed this on."),
                By("Finance has seen both charges.", isPublic: false),
                From("Nia Obi", "When will the second charge be refunded?"),
            ],
        },
    ];

    private static IncomingTicket Filler(int number)
    {
        var (subject, words) = Everyday[number % Everyday.Length];
        var customer = Customers[number % Customers.Length];
        return new("demo", $"filler-{number}")
        {
            Subject = subject,
            Status = number % 3 == 0 ? TicketStatus.Solved : TicketStatus.Open,
            CreatedAt = Start.AddHours(26 * number),
            Requester = Person(customer),
            Comments = [From(customer, words)],
        };
    }

    private static IncomingPerson Person(string name) => new(name.ToLowerInvariant(), name);

    private static IncomingComment From(string name, string words) => new(Guid.NewGuid().ToString("N"), words, AuthorKind.Requester, Person(name));

    private static IncomingComment By(string words, bool isPublic = true) => new(Guid.NewGuid().ToString("N"), words, AuthorKind.Agent, Sam, isPublic);
}
