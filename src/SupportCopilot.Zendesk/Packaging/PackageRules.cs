namespace SupportCopilot.Zendesk.Packaging;

/// <summary>
/// Whether Zendesk would take a package. Its own validation needs a login, so its rules are kept here (after the public gem
/// zendesk_apps_support 4.52); what that warns of is refused too.
/// </summary>
internal static class PackageRules
{
    /// <summary>Every breach, each in a sentence that says what to do about it.</summary>
    public static IReadOnlyList<string> BreachesIn(IReadOnlyList<(string Name, byte[] Content)> files)
    {
        var package = new AppPackage(files);
        return
        [
            .. package.Unreadable, .. ManifestRules.BreachesIn(package), .. LocationRules.BreachesIn(package), .. ParameterRules.BreachesIn(package),
            .. TranslationRules.BreachesIn(package), .. FileRules.BreachesIn(package), .. SecretRules.BreachesIn(package), .. RequirementRules.BreachesIn(package),
        ];
    }
}
