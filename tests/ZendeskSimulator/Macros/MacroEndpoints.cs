using System.Text.Json;
using ZendeskSimulator.Accounts;
using ZendeskSimulator.Http;

namespace ZendeskSimulator.Macros;

/// <summary>Prepared answers that agents apply.</summary>
internal static class MacroEndpoints
{
    public static IEnumerable<Line> Lines =>
    [
        new("GET", "/api/v2/macros", call => List(call, call.Account.Macros.All)),
        new("GET", "/api/v2/macros/active", call => List(call, [.. call.Account.Macros.All.Where(macro => macro.IsActive)])),
        new("GET", "/api/v2/macros/{id}", Show),
    ];

    private static SimulatedAnswer List(Call call, IReadOnlyCollection<Macro> macros) =>
        Pages.Answer(call, macros, macros.Count, (json, page) => json.WriteObjects("macros", page, (json, it) => Write(json, call, it)));

    private static SimulatedAnswer Show(Call call) =>
        call.Account.Macros.Find(call.Id()) is { } macro ? SimulatedAnswer.Ok(json => json.WriteObject("macro", macro, (json, it) => Write(json, call, it))) : SimulatedAnswer.NotFound();

    private static void Write(Utf8JsonWriter json, Call call, Macro macro)
    {
        json.WriteNumber("id", macro.Id);
        json.WriteString("url", $"{call.Root}/api/v2/macros/{macro.Id}.json");
        json.WriteString("title", macro.Title);
        json.WriteBoolean("active", macro.IsActive);
        json.WriteString("description", macro.Description);
        json.WriteNumber("position", 1);
        Restriction(json, macro);
        json.WriteTime("created_at", call.Account.History.Start);
        json.WriteTime("updated_at", macro.UpdatedAt);
        json.WriteObjects("actions", macro.Actions, static (json, action) =>
        {
            json.WriteString("field", action.Field);
            json.WritePropertyName("value");
            if (action.Value is string text) json.WriteStringValue(text);
            else json.WriteRawValue(JsonSerializer.Serialize(action.Value));
        });
    }

    private static void Restriction(Utf8JsonWriter json, Macro macro)
    {
        if (macro.Groups.Count == 0 && macro.User is null)
        {
            json.WriteNull("restriction");
            return;
        }

        json.WriteStartObject("restriction");
        json.WriteString("type", macro.User is null ? "Group" : "User");
        json.WriteNumber("id", macro.User ?? macro.Groups[0]);
        if (macro.User is null)
        {
            json.WriteStartArray("ids");
            foreach (var group in macro.Groups) json.WriteNumberValue(group);
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }
}
