using System.Text.RegularExpressions;

namespace SupportCopilot.Tests.House;

/// <summary>
/// The rule inside the core: each feature is a folder, and the table says which others it may use. Between projects the
/// project references hold the rule, and a breach does not compile.
/// </summary>
internal static partial class DependencyRule
{
    private static readonly string[] Common = ["Tickets", "Models", "Access", "Storage"];

    /// <summary>Along the loop, and nowhere else.</summary>
    public static IReadOnlyDictionary<string, string[]> MayUse { get; } = new Dictionary<string, string[]>
    {
        ["Tickets"] = [],
        ["Models"] = [],
        ["Access"] = [],
        ["Triage"] = [],
        ["Knowledge"] = [],
        ["Replies"] = ["Triage", "Knowledge"],
        ["Clusters"] = ["Knowledge"],
        ["Questions"] = ["Clusters", "Knowledge"],
        ["Reports"] = ["Questions", "Clusters", "Forecasting", "Insights"],
        ["Forecasting"] = [],
        // It goes through the others as a whole, and none of them knows it.
        ["Evaluations"] = ["Triage", "Knowledge", "Replies", "Questions"],
        ["Insights"] = [],
        // The one context lists every feature's tables; their configuration stays with the features.
        ["Storage"] = ["Triage", "Knowledge", "Replies", "Clusters", "Questions", "Reports", "Forecasting", "Insights"],
    };

    /// <summary>Every use of a feature that the table does not allow, as «file uses feature».</summary>
    /// <param name="files">Path within the core, with forward slashes, and text.</param>
    public static IEnumerable<string> BreachesIn(IReadOnlyList<(string Path, string Text)> files)
    {
        var typesOf = files.GroupBy(file => FeatureOf(file.Path)).ToDictionary(
            feature => feature.Key,
            feature => feature.SelectMany(file => TypeNames().Matches(file.Text).Select(match => match.Groups[1].Value)).ToHashSet());
        foreach (var (path, text) in files)
        {
            var feature = FeatureOf(path);
            if (!MayUse.TryGetValue(feature, out var allowed))
            {
                yield return $"{path} lies in {feature}, which the rule does not know";
                continue;
            }

            foreach (var used in UsesIn(text, typesOf).Distinct())
                if (used != feature && !Common.Contains(used) && !allowed.Contains(used)) yield return $"{path} uses {used}";
        }
    }

    private static IEnumerable<string> UsesIn(string text, Dictionary<string, HashSet<string>> typesOf)
    {
        var code = CommentsAndStrings().Replace(text, "\"\"");
        foreach (Match match in Qualified().Matches(code)) yield return match.Groups[1].Value;
        foreach (Match match in Relative().Matches(code))
            if (typesOf.TryGetValue(match.Groups[1].Value, out var types) && types.Contains(match.Groups[2].Value)) yield return match.Groups[1].Value;
    }

    private static string FeatureOf(string path) => path.Split('/')[0];

    [GeneratedRegex(@"//[^\n]*|/\*[\s\S]*?\*/|""""""[\s\S]*?""""""|""(?:\\.|[^""\\\n])*""")]
    private static partial Regex CommentsAndStrings();

    [GeneratedRegex(@"\bSupportCopilot\.(?!Learning\b)(\w+)")]
    private static partial Regex Qualified();

    [GeneratedRegex(@"(?<![\w.])([A-Z]\w+)\.([A-Z]\w+)")]
    private static partial Regex Relative();

    [GeneratedRegex(@"\b(?:class|record|struct|interface|enum)\s+(?:struct\s+|class\s+)?([A-Z]\w*)")]
    private static partial Regex TypeNames();
}
