using System.Globalization;

namespace SupportCopilot.Zendesk.Writing;

/// <summary>Zendesk's numbers as the product keeps them: as text.</summary>
internal static class DeskIds
{
    public static long? Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    public static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
