using System.Text;
using SupportCopilot.Models.Redaction.Finding;

namespace SupportCopilot.Models.OutputChecks;

/// <summary>Compares links.</summary>
internal static class LinkText
{
    // Letters of other scripts, and digits, that look like Latin ones (the common ones of Unicode's confusables, gathered by hand).
    private const string LookAlikes = "аaеeоoрpсcуyхxіiјjѕsԁdԛqԝwһhӏlνvοoαaρpτtκkιiυuηnωwցgոnսuօoıiɑaɡgǀlƖl0o1l5s3e";

    public static string Normal(string link)
    {
        var scheme = link.IndexOf("://", StringComparison.Ordinal);
        var rest = scheme < 0 ? link : link[(scheme + 3)..];
        if (rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) rest = rest[4..];
        return rest.TrimEnd('/', '.', ',');
    }

    public static string Host(string link)
    {
        var rest = Normal(link);
        var end = rest.AsSpan().IndexOfAny("/?#:");
        var host = end < 0 ? rest : rest[..end];
        return host[(host.LastIndexOf('@') + 1)..];
    }

    /// <summary>What a host looks like: two that look alike have one skeleton.</summary>
    public static string Skeleton(string host)
    {
        var skeleton = new StringBuilder(host.Length);
        foreach (var letter in LettersWithoutSigns.Of(host.ToLowerInvariant()))
        {
            if (letter == '-') continue;
            var at = LookAlikes.IndexOf(letter, StringComparison.Ordinal);
            skeleton.Append(at >= 0 && at % 2 == 0 ? LookAlikes[at + 1] : letter);
        }
        return skeleton.Replace("rn", "m").Replace("vv", "w").ToString();
    }
}
