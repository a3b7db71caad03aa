using System.Globalization;
using System.Net.Http.Json;
using SupportCopilot.Access;
using SupportCopilot.Tests.Questions.QuestionSet;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Questions.HeldOut;

/// <summary>
/// The same tickets where everything has an awkward name: people who are called like a date, a word of the grammar or each other,
/// firms with signs and numbers in their names, products of which one is a part of the other, and fiscal years from April.
/// </summary>
public sealed class OddDesk : SetDesk
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["Olivia Marsh"] = "Will Open",
        ["Daniel Okoye"] = "Sam Carter",
        ["Sana Iqbal"] = "May Day",
        ["Daniel Reyes"] = "Sam Reyes",
        ["Björn Lindqvist"] = "April Summers",
        ["Chen Wei"] = "Grace High",
        ["Payments"] = "Tier 2",
        ["Tier 2"] = "Night Shift",
        ["Onboarding"] = "Field Ops",
        ["Returns Desk"] = "Tier 1",
        ["Globex"] = "St. John's Hospital",
        ["Initech"] = "Acme (EU)",
        ["Umbrella Health"] = "Payments Ltd",
        ["Wayne Logistics"] = "Open Door Charity",
        ["Acme"] = "24/7 Fitness",
        ["Stark & Söhne"] = "Friday's Diner",
        ["Atlas"] = "Pro/Lite",
        ["Beacon 2"] = "Pro",
        ["Compass Pro"] = "C++ Toolkit",
        ["billing"] = "card dispute",
        ["technical"] = "hardware fault",
        ["shipping"] = "kyc check",
        ["account"] = "payments",
        ["integration"] = "data export",
        ["product"] = "returns & exchanges",
        ["general"] = "onboarding",
        ["Kestrel"] = "Northstar",
        ["Heron"] = "Südwind",
    };

    private static readonly string[] Regions = ["North", "EMEA", "APAC"];
    private static readonly string[] Systems = ["Android", "iOS", "Windows 11"];

    public OddDesk() => Tickets = [.. Tickets.Select((ticket, n) => Renamed(ticket) with { Fields = FieldsOf(n) })];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        using var response = await As(Role.Admin).PutAsJsonAsync("/api/vocabulary", new { version = 0, calendar = new { fiscalYearStart = 4, weekStart = "monday" } }, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
    }

    private static IncomingTicket Renamed(IncomingTicket ticket) => ticket with
    {
        Product = Named(ticket.Product),
        Brand = Named(ticket.Brand),
        Assignee = Named(ticket.Assignee?.Name) is { } agent ? new(agent.ToLowerInvariant(), agent) : null,
        Group = Named(ticket.Group?.Name) is { } group ? new(group.ToLowerInvariant(), group) : null,
        Organization = Named(ticket.Organization?.Name) is { } firm ? new(firm.ToLowerInvariant(), firm) : null,
        Given = Renamed(ticket.Given),
    };

    private static TriageValues Renamed(TriageValues given) => new()
    {
        Category = Named(given.Category),
        Subcategory = given.Subcategory,
        Priority = given.Priority,
        Urgency = given.Urgency,
        Sentiment = given.Sentiment,
        Emotion = given.Emotion,
        Language = given.Language,
        RootCause = given.RootCause,
    };

    private static string? Named(string? name) => name is null ? null : Names.GetValueOrDefault(name, name);

    private static Dictionary<string, string> FieldsOf(int n)
    {
        var dice = new Random(n * 4421 + 11);
        var fields = new Dictionary<string, string>();
        if (dice.Next(8) > 0) fields["Region"] = Regions[(int)(dice.NextDouble() * dice.NextDouble() * Regions.Length)];
        if (dice.Next(4) > 0) fields["Device OS"] = Systems[(int)(dice.NextDouble() * dice.NextDouble() * Systems.Length)];
        if (dice.Next(5) > 0) fields["Contract value"] = (dice.Next(0, 9) * 1500).ToString(CultureInfo.InvariantCulture);
        return fields;
    }
}
