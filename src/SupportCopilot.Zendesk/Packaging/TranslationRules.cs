using SupportCopilot.Zendesk.Webhooks;

namespace SupportCopilot.Zendesk.Packaging;

/// <summary>What the app is called in each language.</summary>
internal static class TranslationRules
{
    private static readonly string[] OfPublicApps = ["short_description", "long_description", "installation_instructions"];

    public static IEnumerable<string> BreachesIn(AppPackage package)
    {
        if (!package.Has($"{AppPackage.TranslationsFolder}en.json")) yield return "translations/en.json is missing: Zendesk shows it where there is no other.";
        foreach (var (locale, text) in package.Translations)
        {
            var (file, app) = ($"translations/{locale}.json", text.Child("app"));
            if (!ManifestRules.Locale().IsMatch(locale)) yield return $"{file}: \"{locale}\" is no locale; name the file like en.json or pt-br.json.";
            if (app.Text("name") is not { Length: > 0 }) yield return $"{file} has no \"app.name\": add it.";
            if (package.Manifest.Flag("private") is false)
                foreach (var key in OfPublicApps.Where(key => app.Text(key) is not { Length: > 0 })) yield return $"{file} has no \"app.{key}\", which a public app needs: add it.";
            foreach (var parameter in package.Parameters.Select(parameter => parameter.Text("name")).OfType<string>())
                if (app.Child("parameters").Child(parameter).Text("label") is not { Length: > 0 }) yield return $"{file} has no label for the parameter \"{parameter}\": add \"app.parameters.{parameter}.label\".";
        }
    }
}
