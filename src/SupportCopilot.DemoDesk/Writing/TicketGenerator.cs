using System.Globalization;
using SupportCopilot.DemoDesk.People;
using SupportCopilot.DemoDesk.Reading;
using SupportCopilot.DemoDesk.Timing;
using SupportCopilot.Tickets;

namespace SupportCopilot.DemoDesk.Writing;

/// <summary>
/// Makes the tickets of the desk. Ticket n depends on n and the desk's last moment alone, so that a larger desk contains the
/// smaller one. Creation follows the volume curve at the van der Corput points (1935) of n, which fill it evenly for
/// every number of tickets; the ticket's number is that point, so numbers grow with time though n does not.
/// </summary>
internal sealed class TicketGenerator(DeskMaterial material, DateTime now)
{
    /// <summary>The source of all that is made here.</summary>
    public const string Source = "demo";

    /// <summary>The most tickets a desk can have: the points of 20 bits.</summary>
    public const int Most = (1 << Bits) - 1;

    private const int Bits = 20;
    private const int FirstNumber = 100_000;
    private static readonly (string Value, double Weight)[] Languages = [("en", 0.86), ("de", 0.08), ("fr", 0.03), ("es", 0.03)];
    private static readonly (string Value, double Weight)[] Channels = [("email", 52), ("web", 24), ("chat", 13), ("phone", 5), ("api", 6)];
    private static readonly (string Value, double Weight)[] OtherMoods = [("neutral", 55), ("frustrated", 20), ("confused", 12), ("angry", 7), ("happy", 3), ("grateful", 3)];

    private readonly VolumeCurve _curve = new(material.Calendar, now);
    private readonly RequesterPool _requesters = new(material.Names);
    private readonly Staffing _staffing = new(material.Agents);
    private readonly Dictionary<string, Problem> _byKey = material.Problems.ToDictionary(p => p.Key);
    private readonly Dictionary<string, Problem[]> _byLanguage = Languages.ToDictionary(l => l.Value, l => material.Problems.Where(p => p.Words.ContainsKey(l.Value)).ToArray());

    /// <summary>The number under which ticket n (1 and up) is known.</summary>
    public static string ExternalIdOf(int n) => (FirstNumber + Point(n)).ToString(CultureInfo.InvariantCulture);

    /// <summary>Makes ticket n, 1 and up.</summary>
    public IncomingTicket Make(int n) => MakeKnown(n).Ticket;

    /// <summary>Makes ticket n and tells which problem lies under it, for measurements of this project only.</summary>
    public (IncomingTicket Ticket, Problem Problem) MakeKnown(int n)
    {
        var dice = Dice.For("ticket", n);
        var matter = MatterOf(_curve.MomentOf((double)Point(n) / (1 << Bits)), dice);
        var given = GivenLabels.Roll(matter.Problem, matter.Severity, material.Problems, dice);
        return (Tell(n, matter, given, dice), matter.Problem);
    }

    private IncomingTicket Tell(int n, Matter matter, TriageValues given, Dice dice)
    {
        var message = new FirstMessage(matter, dice);
        var (body, subject) = (message.Body(), message.Subject());
        var requester = new IncomingPerson($"customer-{matter.Requester.Number}", matter.Requester.Name, matter.Requester.Email);
        var group = material.Groups[matter.Problem.Group];
        var thread = new TicketThread(requester);
        thread.ByCustomer(matter.Created, body);
        var life = new TicketLife(matter, thread, _staffing, group, material.Groups[TicketLife.FirstLine], _curve.Load(matter.Created), dice);
        life.Live(given.Priority);

        var soFar = thread.By(now);
        var (offered, rating) = Service.Rating(matter, soFar, life.Care, now, dice);
        var assignee = soFar.Last("assignee") is { } name ? material.Agents.First(agent => agent.Name == name) : null;
        return new IncomingTicket(Source, ExternalIdOf(n))
        {
            Subject = subject,
            Status = soFar.Last("status"),
            Type = TypeOf(matter.Problem, dice),
            Channel = matter.Channel,
            Product = matter.Product.Name,
            Brand = matter.Product.Brand,
            Requester = requester,
            Assignee = assignee is null ? null : TicketThread.PersonOf(assignee),
            Group = new($"group-{matter.Problem.Group}", group),
            Organization = matter.Requester.Organization is { } number ? new($"organization-{number + 1}", _requesters.OrganizationName(number)) : null,
            Given = given,
            CreatedAt = matter.Created,
            UpdatedAt = soFar.LastTouched,
            FirstReplyAt = soFar.FirstReply,
            SolvedAt = soFar.Solved,
            DueAt = matter.Created + Service.Promised(matter.Severity).Solution,
            Reopens = soFar.Reopens,
            SlaMet = Service.Met(matter.Severity, matter.Created, soFar, now),
            CsatOffered = offered,
            Csat = rating,
            Comments = soFar.Comments,
            Tags = TagsOf(matter, soFar, dice),
            Fields = FieldsOf(matter, dice),
            Changes = soFar.Changes,
        };
    }

    private Matter MatterOf(DateTime created, Dice dice)
    {
        var language = dice.Pick(Languages, l => l.Weight).Value;
        var problem = _curve.OutOfTurn(created, dice) is { } key ? _byKey[key] : dice.Pick(_byLanguage[language], p => CommonnessOf(p, created));
        if (!problem.Words.ContainsKey(language)) language = "en";
        var requester = _requesters.Pick(language, dice);
        var product = material.Products[dice.Pick(problem.Products)];
        var mood = problem.IsPraise || dice.Chance(0.5) ? problem.Mood : dice.Pick(OtherMoods, m => m.Weight).Value;
        var channel = language == "en" ? dice.Pick(Channels, c => c.Weight).Value : dice.Pick(Channels[..2], c => c.Weight).Value;
        var aside = language == "en" && dice.Chance(0.04) ? dice.Pick([.. material.Problems.Where(p => p != problem && p.EmergedDaysAgo is null && !p.IsOutage && p.Products.Contains(product.Key))]) : null;
        return new Matter(problem, requester, product, created)
        {
            Phrases = material.Phrases[language],
            Notes = material.Phrases["en"],
            Words = problem.Words[language],
            Facts = new TicketFacts(dice, requester, product, problem.Subcategory is "payout" or "data issue", created, material.Names),
            Channel = channel,
            Mood = mood,
            Severity = GivenLabels.Severity(problem, mood, dice),
            Style = Styles.Of(channel, mood, requester, dice),
            Aside = aside,
        };
    }

    private double CommonnessOf(Problem problem, DateTime moment)
    {
        var usual = problem.Weight * problem.Months[moment.Month - 1];
        if (problem.EmergedDaysAgo is not { } days) return usual;
        var grown = 1 - (now - moment).TotalDays / days;   // below 0 before it appeared, 1 on the last day
        return grown <= 0 ? 0 : usual * grown * grown;
    }

    private static string? TypeOf(Problem problem, Dice dice) => dice.Chance(0.15) ? null : (problem.Category, problem.RootCause) switch
    {
        (_, "bug") => dice.Chance(0.9) ? "incident" : "problem",
        ("feature" or "documentation" or "general", _) => "question",
        ("account" or "shipping", _) => dice.Chance(0.5) ? "task" : "question",
        _ => dice.Chance(0.7) ? "question" : "incident",
    };

    private static List<string> TagsOf(Matter matter, ThreadSoFar thread, Dice dice)
    {
        var tags = matter.Problem.Tags.Where(_ => dice.Chance(0.55)).ToList();
        if (matter.Requester.Organization is < 8) tags.Add("vip");
        if (thread.Reopens > 0) tags.Add("reopened");
        if (thread.Last("status") == TicketStatus.Hold || thread.Changes.Any(c => c.To == TicketStatus.Hold)) tags.Add("escalated");
        if (matter.Channel == "phone") tags.Add("voicemail");
        return tags;
    }

    private static Dictionary<string, string> FieldsOf(Matter matter, Dice dice)
    {
        var fields = new Dictionary<string, string>();
        if (matter.Facts.HasNamed(Slot.Order)) fields["Order number"] = matter.Facts[Slot.Order];
        if (matter.Product.Devices.Count == 0 && dice.Chance(0.6)) fields["Plan"] = matter.Facts[Slot.Plan];
        if (matter.Facts.HasNamed(Slot.Version) || matter.Facts.HasNamed(Slot.Phone)) fields["App version"] = matter.Facts[Slot.Version];
        return fields;
    }

    /// <summary>The van der Corput point of n in base 2: its bits in reverse.</summary>
    private static int Point(int n)
    {
        var point = 0;
        for (var bit = 0; bit < Bits; bit++) point |= ((n >> bit) & 1) << (Bits - 1 - bit);
        return point;
    }
}
