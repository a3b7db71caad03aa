using System.Net.Http.Json;
using SupportCopilot.Access;

namespace SupportCopilot.Tests.Questions.QuestionSet;

/// <summary>
/// The same tickets at a desk that has custom fields, calls things by words of its own, begins its weeks on Sunday and its
/// fiscal years in February.
/// </summary>
public sealed class OwnDesk : SetDesk
{
    private static readonly string[] Regions = ["Bavaria", "Tyrol", "Upper Saxony"];
    private static readonly string[] Contracts = ["gold", "silver", "bronze"];

    public OwnDesk() => Tickets = [.. Tickets.Select((ticket, n) => ticket with { Fields = FieldsOf(n) })];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        using var response = await As(Role.Admin).PutAsJsonAsync("/api/vocabulary", new
        {
            version = 0,
            calendar = new { fiscalYearStart = 2, weekStart = "sunday" },
            measures = new[] { new { name = "csat", synonyms = new[] { "smile index" } }, new { name = "medianFirstReplyMinutes", synonyms = new[] { "pick-up delay" } } },
            dimensions = new[] { new { name = "organization", synonyms = new[] { "mandant" } }, new { name = "group", synonyms = new[] { "crew" } } },
            values = new[] { new { dimension = "category", value = "billing", synonyms = new[] { "money matters" } }, new { dimension = "channel", value = "phone", synonyms = new[] { "hotline" } } },
            fields = new[] { new { name = "Sales Region", synonyms = new[] { "turf" } } },
        }, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
    }

    private static Dictionary<string, string> FieldsOf(int n)
    {
        var dice = new Random(n * 7919 + 3);
        var fields = new Dictionary<string, string>();
        if (dice.Next(5) > 0) fields["Sales Region"] = Regions[(int)(dice.NextDouble() * dice.NextDouble() * Regions.Length)];
        if (dice.Next(4) > 0) fields["Contract"] = Contracts[(int)(dice.NextDouble() * dice.NextDouble() * Contracts.Length)];
        if (dice.Next(3) > 0) fields["Story points"] = dice.Next(1, 14).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return fields;
    }
}
