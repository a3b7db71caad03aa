using System.Net;
using System.Net.Sockets;

namespace SupportCopilot.Models.Redaction.Finding;

/// <summary>Finds IP addresses of both versions; a version of four numbers («v1.2.3.4») is none.</summary>
internal static class IpAddresses
{
    public static void Find(string text, List<Find> finds)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!IsIn(text[at]) || (at > 0 && Scripts.Joins(text[at - 1]))) continue;
            var end = at;
            while (end < text.Length && IsIn(text[end])) end++;
            var run = text.AsSpan(at, end - at);
            if (end == text.Length || !Scripts.Joins(text[end]))
            {
                var trimmed = run.TrimEnd('.');
                if (trimmed.Count(':') == 1 && trimmed.Contains('.')) trimmed = trimmed[..trimmed.IndexOf(':')];   // a port
                if (trimmed.EndsWith(":") && !trimmed.EndsWith("::")) trimmed = trimmed[..^1];
                if (trimmed.Length is >= 2 and <= 45 && IsAddress(trimmed) && !SaysVersion(text, at)) finds.Add(new(at, at + trimmed.Length, PersonalKind.Ip));
            }
            at = end - 1;
        }
    }

    private static bool IsIn(char letter) => char.IsAsciiHexDigit(letter) || letter is '.' or ':';

    private static bool IsAddress(ReadOnlySpan<char> run)
    {
        if (run.Contains(':')) return run.Count(':') >= 2 && run.ContainsAnyInRange('0', 'f') && IPAddress.TryParse(run, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6;
        if (run.Count('.') != 3) return false;
        foreach (var part in run.Split('.'))
            if (run[part].Length is 0 or > 3 || !int.TryParse(run[part], System.Globalization.NumberStyles.None, null, out var number) || number > 255) return false;
        return true;
    }

    private static bool SaysVersion(string text, int at)
    {
        var before = text.AsSpan(Math.Max(0, at - 12), Math.Min(12, at)).TrimEnd();
        return before.EndsWith("version", StringComparison.OrdinalIgnoreCase) || before.EndsWith("firmware", StringComparison.OrdinalIgnoreCase) || before.EndsWith("release", StringComparison.OrdinalIgnoreCase) || before.EndsWith("build", StringComparison.OrdinalIgnoreCase) || before.EndsWith(" v", StringComparison.OrdinalIgnoreCase);
    }
}
