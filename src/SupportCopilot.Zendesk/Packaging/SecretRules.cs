using System.Text;
using System.Text.RegularExpressions;

namespace SupportCopilot.Zendesk.Packaging;

/// <summary>Whether a file holds what looks like a secret. Zendesk's scanner warns of the same; everybody who installs an app can read its package.</summary>
internal static partial class SecretRules
{
    private static readonly string[] Looked = [".js", ".html", ".json", ".css", ".svg", ".txt", ".md"];

    public static IEnumerable<string> BreachesIn(AppPackage package)
    {
        foreach (var name in package.Names.Where(name => Looked.Contains(Path.GetExtension(name).ToLowerInvariant())))
        {
            var text = Encoding.UTF8.GetString(package.Content(name));
            if (Keys().IsMatch(text)) yield return $"{name} holds a private key or an access key: take it out, and replace it wherever it is used.";
            else if (Words().Match(text) is { Success: true } word) yield return $"{name} holds the word \"{word.Value.TrimEnd(':', '"', '\'', ' ', '=')}\", at which the secrets scanner stops: put it otherwise, and a real secret into a secure parameter.";
        }
    }

    [GeneratedRegex(@"-----BEGIN [A-Z ]*PRIVATE KEY-----|\bAKIA[0-9A-Z]{16}\b|\bxox[abop]-[0-9A-Za-z-]{10,}")]
    private static partial Regex Keys();

    [GeneratedRegex(@"\b(?:password|passwd|secret(?:_?token)?|auth_?(?:key|pass|user)|api_?key|username)\b|\b\w*token[""']?\s*[:=]", RegexOptions.IgnoreCase)]
    private static partial Regex Words();
}
