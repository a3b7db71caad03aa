using System.Globalization;
using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Planning;

namespace SupportCopilot.Tests.Questions;

/// <summary>Plans of every shape over the values of <see cref="QuestionDesk"/>; the same seed gives the same plans.</summary>
internal static class RandomPlans
{
    private static readonly Dictionary<string, string[]> Values = new()
    {
        ["category"] = ["billing", "technical", "account", "shipping"],
        ["priority"] = ["low", "normal", "high", "urgent"],
        ["status"] = ["new", "open", "pending", "solved", "closed"],
        ["channel"] = ["email", "web", "chat", "phone"],
        ["type"] = ["question", "incident", "problem"],
        ["product"] = ["Widget", "Gadget Pro"],
        ["brand"] = ["Northbay"],
        ["agent"] = ["Amelia Hartley", "Jonas Brandt", "Mei Lin Chow"],
        ["group"] = ["Billing", "Devices"],
        ["organization"] = ["Contoso", "O'Brien & Sons"],
        ["tag"] = ["vip", "refund_request", "bug"],
        ["language"] = ["de", "fr"],
        ["sentiment"] = ["negative", "positive"],
        ["requester"] = ["Grace Okafor", "Tom Lee"],
    };

    private static readonly string[] Groups = ["category", "priority", "status", "channel", "agent", "group", "organization", "tag", "product", "type", "sentiment", "requester", "weekday"];

    public static IEnumerable<Plan> Of(int count, int seed)
    {
        var dice = new Random(seed);
        for (var made = 0; made < count;)
        {
            var plan = One(dice);
            if (CheckPlan.ProblemOf(plan) is not null) continue;
            made++;
            yield return plan;
        }
    }

    private static Plan One(Random dice)
    {
        var known = Catalog.Measures[dice.Next(Catalog.Measures.Count)];
        var isOpen = known.Clock == "open";
        var clock = isOpen || dice.Next(4) > 0 ? known.Clock : new[] { "created", "solved", "updated" }[dice.Next(3)];
        var measure = new PlanMeasure(known.Name, clock) { Part = known.Name == "share" && dice.Next(2) == 0 ? [Filter(dice)] : [] };
        var first = new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(dice.Next(440));
        var last = first.AddDays(dice.Next(1, 60));
        var hasPeriod = dice.Next(3) > 0 || isOpen;
        var groups = Enumerable.Range(0, dice.Next(3)).Select(_ => Groups[dice.Next(Groups.Length)]).Distinct().ToList();
        var grain = dice.Next(3) == 0 && hasPeriod ? Catalog.Grains[dice.Next(1, Catalog.Grains.Count)] : null;
        if (isOpen || grain is not null) groups.Remove("weekday");
        return new Plan([measure])
        {
            From = hasPeriod && (!isOpen || grain is not null) ? Midnight(first) : null,
            To = hasPeriod ? Midnight(last.AddDays(1)) : null,
            TimeZone = QuestionDesk.Zone,
            GroupBy = groups,
            Grain = grain,
            Filters = [.. Enumerable.Range(0, dice.Next(3)).Select(_ => Filter(dice)).DistinctBy(filter => filter.Field), .. isOpen && grain is null && dice.Next(3) == 0 ? new[] { new PlanFilter("openAgeMinutes", dice.Next(2) == 0 ? "moreThan" : "atMost", ["20160"]) } : []],
        };
    }

    /// <summary>The first instant of a day in London.</summary>
    public static DateTime Midnight(DateTime day) => TimeZoneInfo.ConvertTimeToUtc(DateTime.SpecifyKind(day.Date, DateTimeKind.Unspecified), TimeZoneInfo.FindSystemTimeZoneById(QuestionDesk.Zone));

    private static PlanFilter Filter(Random dice)
    {
        switch (dice.Next(8))
        {
            case 0: return new PlanFilter("text", dice.Next(2) == 0 ? "contains" : "notContains", ["50%_off"]);
            case 1: return new PlanFilter("replies", new[] { "atLeast", "atMost", "moreThan", "lessThan", "is", "isNot" }[dice.Next(6)], [dice.Next(6).ToString(CultureInfo.InvariantCulture)]);
            case 2: return new PlanFilter("csat", dice.Next(2) == 0 ? "empty" : "notEmpty", []);
        }

        var field = Values.Keys.ElementAt(dice.Next(Values.Count));
        if (dice.Next(4) == 0) return new PlanFilter(field, dice.Next(2) == 0 ? "empty" : "notEmpty", []);
        return new PlanFilter(field, dice.Next(3) == 0 ? "isNot" : "is", [.. Values[field].OrderBy(_ => dice.Next()).Take(dice.Next(1, 3))]);
    }

}
