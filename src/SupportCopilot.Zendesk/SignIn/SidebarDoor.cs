using System.Globalization;

namespace SupportCopilot.Zendesk.SignIn;

/// <summary>Remembers how the sidebar was last opened, and last refused, since this process started: for the health page.</summary>
public sealed class SidebarDoor(TimeProvider clock)
{
    private volatile Event? _opened;
    private volatile Event? _refused;

    /// <summary>In words; null where nobody has come yet.</summary>
    public string? Words
    {
        get
        {
            string[] said =
            [
                .. _opened is { } opened ? [$"last opened {Text(opened.At)} UTC"] : Array.Empty<string>(),
                .. _refused is { } refused ? [$"last refused {Text(refused.At)} UTC: {refused.Why}"] : Array.Empty<string>(),
            ];
            return said.Length == 0 ? null : string.Join("; ", said);
        }
    }

    internal void Opened() => _opened = new(clock.GetUtcNow().UtcDateTime, "");

    internal void Refused(string why) => _refused = new(clock.GetUtcNow().UtcDateTime, why);

    private static string Text(DateTime at) => at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private sealed record Event(DateTime At, string Why);
}
