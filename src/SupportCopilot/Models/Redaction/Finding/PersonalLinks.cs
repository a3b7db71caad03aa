using System.Text.RegularExpressions;

namespace SupportCopilot.Models.Redaction.Finding;

/// <summary>
/// Finds links that say something about a person: who signs in, what is asked for, an address, a profile, a long number or a
/// key in the path. The address of a site or of an article stays: it is nobody's, and a reply may have to name it.
/// </summary>
internal static partial class PersonalLinks
{
    public static void Find(string text, List<Find> finds)
    {
        foreach (var link in Links.In(text))
            if (IsPersonal(text.AsSpan(link))) finds.Add(new(link.Start.Value, link.End.Value, PersonalKind.Url));
    }

    private static bool IsPersonal(ReadOnlySpan<char> link)
    {
        var scheme = link.IndexOf("://");
        var rest = scheme < 0 ? link : link[(scheme + 3)..];
        if (rest.Contains('@')) return true;
        var path = rest.IndexOfAny("/?#");
        if (path < 0) return false;
        return Asks().IsMatch(rest[path..]) || Profiles().IsMatch(rest) || Keys().IsMatch(rest[path..]);
    }

    // ?name=…, #access_token=…
    [GeneratedRegex(@"[?&#;][^=&#]{1,60}=[^&#]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Asks();

    [GeneratedRegex(@"(?:^|\.)(?:(?:linkedin|facebook|instagram|twitter|x|tiktok|t|wa|vk|github|gitlab|xing|pinterest|reddit|paypal)\.(?:com|me|de|ru))/(?!hc/|search\b|help\b)[^/\s]|/(?:users?|profiles?|accounts?|customers?|members?|people|persons?|contacts?|u|~)/[^/\s]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Profiles();

    // A key or a session: thirty characters and more without a word's hyphens.
    [GeneratedRegex(@"/[0-9A-Za-z_%]{30,}(?:[/?#.]|$)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Keys();
}
