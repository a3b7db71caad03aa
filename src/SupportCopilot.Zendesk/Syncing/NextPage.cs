namespace SupportCopilot.Zendesk.Syncing;

/// <summary>Whether the page that an export by time names says more than the second to go on from, which is known.</summary>
internal static class NextPage
{
    private static readonly string[] Known = ["start_time", "include", "per_page"];

    public static bool LeadsOn(string? next) => Uri.TryCreate(next, UriKind.Absolute, out var address)
        && address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Any(pair => !Known.Contains(pair.Split('=')[0], StringComparer.Ordinal));
}
