using System.Text.RegularExpressions;
using SupportCopilot.Triage;
using SupportCopilot.Triage.Rules;

namespace SupportCopilot.Tests.Triage;

public sealed partial class RulesDocumentTests
{
    [Fact]
    public void RULES_md_lists_each_rule_of_the_code_once_and_no_other()
    {
        var listed = Row().Matches(File.ReadAllText(RepositoryFile("src/SupportCopilot/Triage/RULES.md"))).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(TriageRules.Ids.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_topic_that_rules_can_name_is_in_the_default_lists()
    {
        foreach (var id in TriageRules.Ids.Where(id => id.StartsWith("subcategory/", StringComparison.Ordinal)))
        {
            var (category, subcategory) = (id.Split('/')[1], id.Split('/', 3)[2]);
            Assert.Equal(subcategory, Taxonomy.Default.Find(SupportCopilot.Tickets.TriageField.Subcategory, subcategory, category));
        }

        var topics = Taxonomy.Default.Subcategories.SelectMany(pair => pair.Value.Select(subcategory => $"subcategory/{pair.Key}/{subcategory}"));
        Assert.Empty(topics.Except(TriageRules.Ids));
    }

    private static string RepositoryFile(string relative)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SupportCopilot.sln"))) folder = folder.Parent;
        return Path.Combine(folder!.FullName, relative);
    }

    [GeneratedRegex(@"^\| `([^`]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
