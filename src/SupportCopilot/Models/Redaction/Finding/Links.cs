using System.Buffers;
using System.Collections.Frozen;

namespace SupportCopilot.Models.Redaction.Finding;

/// <summary>Finds links: with a scheme, with «www.», or a bare host whose last part is a top-level domain.</summary>
internal static class Links
{
    private const int LongestScheme = 8;
    private const int Longest = 4096;   // more than browsers and servers take; it bounds the work on a text made to be slow

    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\r\n\f\v\"<>`{}|\\^'\u00A0\u2028\u2029«»“”„");
    private static readonly FrozenSet<string> Schemes = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "http", "https", "ftp", "ftps", "sftp", "ws", "wss", "file");
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SchemeLookup = Schemes.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Every link of a text, from its first to its last character.</summary>
    public static IEnumerable<Range> In(string text)
    {
        var (done, seen) = (0, 0);
        for (var at = Next(text, 0); at >= 0; at = Next(text, Math.Max(at + 1, seen)))
        {
            var (start, end) = At(text, at, done);
            seen = Math.Max(seen, end);   // what is no host from one of its dots is none from the next
            if (end <= start) continue;
            done = end;
            yield return start..end;
        }
    }

    // Every link has a «://» or a dot with something on both sides.
    private static int Next(string text, int from)
    {
        while (from < text.Length)
        {
            var at = text.AsSpan(from).IndexOfAny('.', ':');
            if (at < 0) return -1;
            from += at;
            if (text[from] == ':' ? text.AsSpan(from).StartsWith("://") : from > 0 && from + 1 < text.Length && char.IsLetterOrDigit(text[from - 1]) && char.IsLetterOrDigit(text[from + 1])) return from;
            from++;
        }
        return -1;
    }

    private static (int Start, int End) At(string text, int at, int done)
    {
        if (text[at] == ':')
        {
            var start = at;
            while (start > done && at - start < LongestScheme && char.IsAsciiLetter(text[start - 1])) start--;
            if (!SchemeLookup.Contains(text.AsSpan(start, at - start))) return default;
            var end = EndOfAll(text, at + 3);
            return IsHost(text.AsSpan(at + 3, end - at - 3)) ? (start, end) : default;
        }

        var first = at;
        while (first > done && Hosts.IsIn(text[first - 1])) first--;
        var before = first > done ? text[first - 1] : ' ';
        var last = at;
        while (last < text.Length && Hosts.IsIn(text[last])) last++;
        if (before is '@' or '/' or ':' || (last < text.Length && text[last] == '@')) return (last, last);
        var host = text.AsSpan(first, last - first).TrimEnd('.').TrimEnd('-');
        if (!Hosts.IsNamed(host)) return (last, last);
        last = first + host.Length;
        return (first, last < text.Length && text[last] is '/' or '?' or ':' or '#' ? EndOfAll(text, last) : last);
    }

    private static int EndOfAll(string text, int from)
    {
        var rest = text.AsSpan(from, Math.Min(Longest, text.Length - from));
        var length = rest.IndexOfAny(Ends);
        var end = from + (length < 0 ? rest.Length : length);
        for (var at = from; at < end; at++)
            if (Scripts.HasNoSpaces(text[at])) { end = at; break; }
        while (end > from && (text[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or '*' or '_' or '~' or ']' || (text[end - 1] == ')' && text.AsSpan(from, end - from).Count('(') < text.AsSpan(from, end - from).Count(')')))) end--;
        return end;
    }

    private static bool IsHost(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOfAny("/?#");
        var host = end < 0 ? rest : rest[..end];
        host = host[(host.LastIndexOf('@') + 1)..];
        if (host.LastIndexOf(':') is > 0 and var port && !host.Contains(']')) host = host[..port];
        return Hosts.IsLocal(host) || Hosts.IsNamed(host, afterScheme: true);
    }
}
