using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Questions.Background;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Questions.Reasons;

/// <summary>
/// A desk with planted reasons, asked about on 10 April 2026: in March 22 more tickets than in February, 20 of them about shipping;
/// complaints about checkout in three known parts; words that nobody may quote in notes, agents' replies, a secret group and
/// another tenant.
/// </summary>
public class WhyDesk : Product
{
    public const string Note = "CANARYNOTE", Agent = "CANARYAGENT", Secret = "CANARYSECRET", Rival = "CANARYRIVAL", Copied = "CANARYCOPIED";
    public const string Card = "My card is declined at the checkout although the bank says it is fine";
    public const string Coupon = "The coupon is refused at checkout for no reason";
    public const string Slow = "Your checkout takes minutes to load";

    public static readonly DateTime AsOf = new(2026, 4, 10, 12, 0, 0, DateTimeKind.Utc);

    private int _tickets;

    public WhyDesk() : this([]) { }

    private protected WhyDesk(string[] settings, Action<IServiceCollection>? fakes = null) : base(settings, "Development", fakes) { }

    public static new WhyDesk With(params string[] settings) => new(settings);

    public static new WhyDesk Having(Action<IServiceCollection> fakes, params string[] settings) => new(settings, fakes);

    /// <summary>What every requester wrote in public, by ticket.</summary>
    public Dictionary<string, string> Said { get; } = [];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await HasTicketsAsync([.. February(), .. March()]);
        await HasTicketsAsync([.. Enumerable.Range(0, 9).Select(n => Make(3, "billing", "payment failed", "negative", $"{Rival} checkout {n} is broken for us"))], "rival-desk");
    }

    private IEnumerable<IncomingTicket> February() =>
    [
        .. Many(10, 2, "shipping", "late delivery", "neutral", "The parcel is late"),
        .. Many(1, 2, "billing", "payment failed", "negative", Card),
        .. Many(2, 2, "billing", "coupon", "negative", Coupon),
        .. Many(17, 2, "billing", "invoice", "neutral", "Please send the invoice once more"),
        .. Many(10, 2, "account", "password reset", "neutral", "I forgot my password"),
    ];

    private IEnumerable<IncomingTicket> March() =>
    [
        .. Many(30, 3, "shipping", "late delivery", "neutral", "The parcel is late"),
        .. Many(6, 3, "billing", "payment failed", "negative", Card),
        .. Many(4, 3, "billing", "coupon", "negative", Coupon),
        .. Many(2, 3, "billing", "slow pages", "negative", Slow),
        .. Many(10, 3, "billing", "invoice", "neutral", "Please send the invoice once more") .Select((ticket, n) => n > 2 ? ticket : ticket with { Organization = new("contoso", "Contoso"), Comments = [new("0", $"The new invoice number {n + 1} shows a wrong total")] }),
        .. Many(10, 3, "account", "password reset", "neutral", "I forgot my password").Select(Tempting),
    ];

    /// <summary>Tickets that speak of a checkout where none of it is their requester's public word.</summary>
    private static IncomingTicket Tempting(IncomingTicket ticket, int n) => ticket with
    {
        Comments =
        [
            .. ticket.Comments!,
            new("1", $"{Agent}: our checkout is fine, it is declined by the bank.", AuthorKind.Agent),
            new("2", $"{Note}: the customer hates our checkout.", AuthorKind.Agent, IsPublic: false),
            new("3", $"{Note}: checkout again", AuthorKind.Requester, IsPublic: false),
            new("4", $"{Copied}: our checkout is down as well", AuthorKind.Requester, new("somebody-else", "Somebody Else")),
        ],
    };

    private IEnumerable<IncomingTicket> Many(int count, int month, string category, string subcategory, string sentiment, string said) =>
        Enumerable.Range(0, count).Select(n => Make(month, category, subcategory, sentiment, $"{said}, case {n} of mine"));

    public IncomingTicket Make(int month, string category, string subcategory, string sentiment, string said, string? group = null)
    {
        var n = ++_tickets;
        var id = $"w-{n.ToString(CultureInfo.InvariantCulture)}";
        Said[id] = said;
        var created = new DateTime(2026, month, 1 + (n % 27), 9, 0, 0, DateTimeKind.Utc);
        return new IncomingTicket("file", id)
        {
            Subject = $"Request {n}",
            Status = TicketStatus.Solved,
            Channel = n % 2 == 0 ? "email" : "web",
            Requester = new($"customer-{n}", $"Customer {n}"),
            Group = group is null ? null : new(group.ToLowerInvariant(), group),
            Given = new TriageValues { Category = category, Subcategory = subcategory, Sentiment = sentiment },
            CreatedAt = created,
            SolvedAt = created.AddDays(1),
            CsatOffered = true,
            Csat = month == 3 && category == "shipping" ? 0.25 : 1,
            Comments = [new IncomingComment("0", said)],
        };
    }

    public async Task<JsonElement> AskAsync(string text, string user = "anna", string? conversation = null, string tenant = Tenant)
    {
        using var response = await As(Role.Analyst, tenant, user).PostAsJsonAsync("/api/questions", new { text, conversation, asOf = AsOf, timeZone = "UTC" }, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, $"{text}: {body}");
        return JsonDocument.Parse(body).RootElement;
    }

    public Task<JsonElement> QuestionAsync(JsonElement answer, string user = "anna") => As(Role.Analyst, user: user).GetAsync<JsonElement>($"/api/questions/{answer.GetProperty("id").GetString()}");

    public async Task<HttpStatusCode> CancelAsync(JsonElement answer, string user = "anna") =>
        (await As(Role.Analyst, user: user).DeleteAsync($"/api/questions/{answer.GetProperty("id").GetString()}", TestContext.Current.CancellationToken)).StatusCode;

    /// <summary>The external ids of the tickets behind an answer.</summary>
    public async Task<List<string>> DrillAsync(JsonElement answer, string user = "anna")
    {
        var (ids, after) = (new List<string>(), "");
        while (true)
        {
            var page = await As(Role.Analyst, user: user).GetAsync<JsonElement>($"{answer.GetProperty("tickets").GetProperty("href").GetString()}?limit=7{after}");
            ids.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("externalId").GetString()!));
            if (page.GetProperty("next").GetString() is not { } next) return ids;
            after = $"&after={next}";
        }
    }

    /// <summary>Works what waits in the background, as the job would.</summary>
    public Task<bool> WorkAsync() => InsideAsync(services => services.GetRequiredService<WorkInvestigations>().RunAsync(0, TestContext.Current.CancellationToken));

    public Task LimitAsync(string user, string group) => DatabaseAsync(async db =>
    {
        var person = db.People.Single(p => p.Source == "dev" && p.ExternalId == user);
        var id = db.Groups.Single(g => g.Name == group).Id;
        db.PersonScopes.Add(new PersonScope { PersonId = person.Id, Kind = ScopeKind.Group, Value = id.ToString(CultureInfo.InvariantCulture) });
        return await db.SaveChangesAsync();
    });
}

internal static class WhyAnswerReading
{
    public static string Kind(this JsonElement answer) => answer.GetProperty("kind").GetString()!;

    public static string Words(this JsonElement answer) => answer.GetProperty("text").GetString()!;

    public static Dictionary<string, JsonElement> Themes(this JsonElement answer) => answer.GetProperty("themes").EnumerateArray().ToDictionary(theme => theme.GetProperty("name").GetString()!);

    public static IEnumerable<JsonElement> Quotes(this JsonElement answer) =>
        (answer.GetProperty("quotes") is { ValueKind: JsonValueKind.Array } own ? own.EnumerateArray() : Enumerable.Empty<JsonElement>())
        .Concat(answer.GetProperty("themes") is { ValueKind: JsonValueKind.Array } themes ? themes.EnumerateArray().SelectMany(theme => theme.GetProperty("quotes").EnumerateArray()) : []);

    public static int Count(this JsonElement answer) => answer.GetProperty("tickets").GetProperty("count").GetInt32();
}
