using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using SupportCopilot.Access;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Questions.Rights;

/// <summary>
/// One desk with everything, where askers see a part of it, and for each part a second desk that holds nothing else, where
/// everybody sees all. Whatever is answered to somebody must be the same at both: then nothing out of sight had a part in it.
/// </summary>
public sealed class SightDesks : IAsyncLifetime
{
    /// <summary>Words that stand on tickets out of everybody's sight alone.</summary>
    public static readonly string[] Hidden = ["Hidden Harry", "Hush Holdings", "secret-project", "Under Wraps", "Vault", "Shadowbrand", "covert", "Zanzibar", "Quiet Customer"];

    private readonly QuestionDesk _whole = new();
    private readonly Dictionary<string, Product> _parts = [];

    public static IReadOnlyDictionary<string, Func<IncomingTicket, bool>> Sights { get; } = new Dictionary<string, Func<IncomingTicket, bool>>
    {
        ["group"] = t => t.Group?.Name == "Devices",
        ["organization"] = t => t.Organization?.Name == "Contoso",
        ["both"] = t => t.Group?.Name == "Devices" && t.Brand == "Northbay",
    };

    public async ValueTask InitializeAsync()
    {
        await _whole.InitializeAsync();
        await _whole.HasTicketsAsync([.. Enumerable.Range(0, 40).Select(OutOfSight)]);
        foreach (var (name, isSeen) in Sights)
        {
            await AskAsync(_whole, name, "tickets", null);   // makes the person known
            await LimitAsync(name);
            var part = new Product();
            await part.InitializeAsync();
            await part.HasTicketsAsync([.. _whole.Tickets.Where(isSeen)]);
            _parts.Add(name, part);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _whole.DisposeAsync();
        foreach (var part in _parts.Values) await part.DisposeAsync();
    }

    /// <summary>What somebody of that sight is told, where there is more and where there is nothing else.</summary>
    public async Task<(JsonObject There, JsonObject Alone)> AskBothAsync(string sight, string question, string? conversation = null)
    {
        var (there, alone) = (AskAsync(_whole, sight, question, conversation), AskAsync(_parts[sight], sight, question, conversation));
        return (await there, await alone);
    }

    /// <summary>What a piece of the product makes at both: there within that sight, and where there is nothing else, of everything.</summary>
    internal async Task<(T There, T Alone)> OfBothAsync<T>(string sight, Func<IServiceProvider, Visibility, Task<T>> make)
    {
        var seen = await _whole.DatabaseAsync(async db =>
        {
            var person = db.People.Single(p => p.Source == "dev" && p.ExternalId == sight).Id;
            return await Task.FromResult(Visibility.Of(db.PersonScopes.Where(scope => scope.PersonId == person).AsEnumerable().Select(scope => (scope.Kind, scope.Value))));
        });
        return (await _whole.InsideAsync(services => make(services, seen)), await _parts[sight].InsideAsync(services => make(services, Visibility.Everything)));
    }

    /// <summary>What an address gives at both, such as an export.</summary>
    public async Task<(string There, string Alone)> GetBothAsync(string sight, string there, string alone) =>
        (await ReadAsync(_whole, sight, there), await ReadAsync(_parts[sight], sight, alone));

    private static async Task<string> ReadAsync(Product desk, string user, string address)
    {
        using var client = desk.As(Role.Analyst, user: user);
        using var response = await client.GetAsync(address, TestContext.Current.CancellationToken);
        return $"{(int)response.StatusCode}: {await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}";
    }

    private static async Task<JsonObject> AskAsync(Product desk, string user, string text, string? conversation)
    {
        using var client = desk.As(Role.Analyst, user: user);
        using var response = await client.PostAsJsonAsync("/api/questions", new { text, conversation, timeZone = QuestionDesk.Zone, asOf = QuestionDesk.AsOf }, CancellationToken.None);
        var body = await response.Content.ReadAsStringAsync(CancellationToken.None);
        Assert.True(response.IsSuccessStatusCode, $"{text}: {body}");
        return JsonNode.Parse(body)!.AsObject();
    }

    private Task LimitAsync(string sight) => _whole.DatabaseAsync(async db =>
    {
        var person = db.People.Single(p => p.Source == "dev" && p.ExternalId == sight).Id;
        void Add(ScopeKind kind, string value) => db.PersonScopes.Add(new PersonScope { PersonId = person, Kind = kind, Value = value });
        if (sight is "group" or "both") Add(ScopeKind.Group, db.Groups.Single(g => g.Name == "Devices").Id.ToString(CultureInfo.InvariantCulture));
        if (sight is "organization") Add(ScopeKind.Organization, db.Organizations.Single(o => o.Name == "Contoso").Id.ToString(CultureInfo.InvariantCulture));
        if (sight is "both") Add(ScopeKind.Brand, "Northbay");
        return await db.SaveChangesAsync();
    });

    private static IncomingTicket OutOfSight(int n) => new("file", $"hidden-{n}")
    {
        Subject = $"Zanzibar matter {n}",
        Status = n % 3 == 0 ? TicketStatus.Open : TicketStatus.Solved,
        Channel = "email",
        Product = "Under Wraps",
        Brand = "Shadowbrand",
        Requester = new("quiet customer", "Quiet Customer"),
        Assignee = new("hidden harry", "Hidden Harry"),
        Group = new("vault team", "Vault Team"),
        Organization = new("hush holdings", "Hush Holdings"),
        Given = new TriageValues { Category = "covert", Subcategory = "refund request", Priority = "urgent", Sentiment = "negative", Language = "en" },
        CreatedAt = QuestionDesk.AsOf.AddDays(-n).AddHours(-1),
        SolvedAt = n % 3 == 0 ? null : QuestionDesk.AsOf.AddDays(-n),
        SlaMet = false,
        CsatOffered = true,
        Csat = 0,
        Tags = ["secret-project", "escalated"],
        Fields = new Dictionary<string, string> { ["Vault number"] = n.ToString(CultureInfo.InvariantCulture) },
        Comments = [new IncomingComment("0", "I want my Zanzibar money back, this checkout is awful.", AuthorKind.Requester, new("quiet customer", "Quiet Customer"))],
    };
}
