using System.Text.Json;
using System.Text.RegularExpressions;
using SupportCopilot.Zendesk.Webhooks;

namespace SupportCopilot.Zendesk.Packaging;

/// <summary>What every manifest must have.</summary>
internal static partial class ManifestRules
{
    private static readonly string[] Required = ["author", "defaultLocale", "location", "frameworkVersion"];
    private static readonly string[] Booleans = ["private", "signedUrls", "singleInstall", "requirementsOnly", "marketingOnly"];
    private static readonly string[] Texts = ["name", "version", "defaultLocale", "frameworkVersion", "termsConditionsURL", "remoteInstallationURL"];

    public static IEnumerable<string> BreachesIn(AppPackage package)
    {
        if (package.Has(AppPackage.ManifestFile)) return package.Manifest.ValueKind is JsonValueKind.Undefined ? [] : Breaches(package, package.Manifest);
        return package.Names.FirstOrDefault(name => name.EndsWith("/" + AppPackage.ManifestFile, StringComparison.Ordinal)) is { } nested
            ? [$"manifest.json lies in {nested}: put it, and all beside it, into the root of the package."]
            : ["manifest.json is missing: put it into the root of the package."];
    }

    private static IEnumerable<string> Breaches(AppPackage package, JsonElement manifest)
    {
        foreach (var key in Required.Where(key => manifest.Child(key).ValueKind is JsonValueKind.Undefined or JsonValueKind.Null))
            yield return $"manifest.json has no \"{key}\": add it.";
        foreach (var key in Booleans.Where(key => manifest.Child(key).ValueKind is not (JsonValueKind.Undefined or JsonValueKind.True or JsonValueKind.False)))
            yield return $"manifest.json: \"{key}\" is written true or false, without quotes.";
        foreach (var key in Texts.Where(key => manifest.Child(key).ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.String)))
            yield return $"manifest.json: \"{key}\" is a text: put it in quotes.";

        if (manifest.Text("frameworkVersion") is { } version and not "2.0") yield return $"manifest.json: \"frameworkVersion\" is \"{version}\"; apps run on \"2.0\".";
        if (manifest.Child("signedUrls").ValueKind is not JsonValueKind.True)
            yield return "manifest.json: set \"signedUrls\" to true; by the signed address alone the sidebar knows who opened it.";
        var author = manifest.Child("author");
        foreach (var key in new[] { "name", "email" })
            if (author.ValueKind is JsonValueKind.Object && author.Text(key) is not { Length: > 0 }) yield return $"manifest.json: \"author\" has no \"{key}\": add it.";
        foreach (var (key, url) in new[] { ("author.url", author.Text("url")), ("termsConditionsURL", manifest.Text("termsConditionsURL")) })
            if (url is not null && !(Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps)) yield return $"manifest.json: \"{key}\" is an address that begins with https://.";
        if (manifest.Text("defaultLocale") is not { } locale) yield break;
        if (!Locale().IsMatch(locale)) yield return $"manifest.json: \"{locale}\" is no locale; write \"defaultLocale\" like \"en\" or \"pt-br\".";
        else if (!package.Has($"{AppPackage.TranslationsFolder}{locale}.json")) yield return $"translations/{locale}.json is missing: \"defaultLocale\" names it.";
    }

    [GeneratedRegex("^[a-z]{2,3}(?:-[a-zA-Z0-9]{2,8})*$")]
    public static partial Regex Locale();
}
