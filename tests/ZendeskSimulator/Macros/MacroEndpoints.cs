using System.Globalization;
using System.Text.Json;
using ZendeskSimulator.Accounts;
using ZendeskSimulator.Generated;
using ZendeskSimulator.Http;

namespace ZendeskSimulator.Macros;

/// <summary>Prepared answers that agents apply.</summary>
internal static class MacroEndpoints
{
    private const long FirstId = 701;

    public static IEnumerable<Line> Lines =>
    [
        new("GET", "/api/v2/macros", List),
        new("GET", "/api/v2/macros/active", List),
        new("GET", "/api/v2/macros/{id}", Show),
    ];

    private static SimulatedAnswer List(Call call) =>
        Pages.Answer(call, Phrases.Matters.Select((matter, n) => (matter, n)), Phrases.Matters.Length, (json, page) => json.WriteObjects("macros", page, (json, it) => Write(json, call, it.matter, it.n)));

    private static SimulatedAnswer Show(Call call)
    {
        var n = (int)(call.Id() - FirstId);
        if (n < 0 || n >= Phrases.Matters.Length) return SimulatedAnswer.NotFound();
        return SimulatedAnswer.Ok(json => json.WriteObject("macro", Phrases.Matters[n], (json, it) => Write(json, call, it, n)));
    }

    private static void Write(Utf8JsonWriter json, Call call, Phrases.Matter matter, int n)
    {
        json.WriteNumber("id", FirstId + n);
        json.WriteString("url", $"{call.Root}/api/v2/macros/{FirstId + n}.json");
        json.WriteString("title", $"Answer: {matter.Tag}");
        json.WriteBoolean("active", true);
        json.WriteString("description", $"For tickets about {matter.Tag}");
        json.WriteNumber("position", n + 1);
        json.WriteNull("restriction");
        json.WriteTime("created_at", call.Account.History.Start);
        json.WriteTime("updated_at", call.Account.History.Start);
        json.WriteObjects("actions", [("comment_value", matter.Answer), ("current_tags", matter.Tag), ("status", "solved"), ("position", n.ToString(CultureInfo.InvariantCulture))], static (json, action) =>
        {
            json.WriteString("field", action.Item1);
            json.WriteString("value", action.Item2);
        });
    }
}
