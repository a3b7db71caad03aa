using SupportCopilot.Zendesk.Wire;

namespace SupportCopilot.Zendesk.Mapping;

/// <summary>Custom fields by their titles, with the names of what was chosen.</summary>
internal static class MapFields
{
    public static Dictionary<string, string> Run(ZendeskTicket ticket, DeskNames names)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var field in ticket.CustomFields ?? [])
        {
            if (field.Id is not { } id) continue;
            var known = names.Field(id);
            var values = field.Value.AsList().Where(value => value.Length > 0).Select(value => known?.Options.GetValueOrDefault(value) ?? value);
            var text = string.Join(", ", values);
            if (text.Length > 0) fields[known?.Title ?? WireText.Of(id)] = text;
        }

        return fields;
    }
}
