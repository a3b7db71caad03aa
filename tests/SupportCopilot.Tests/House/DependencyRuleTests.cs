namespace SupportCopilot.Tests.House;

public sealed class DependencyRuleTests
{
    [Fact]
    public void Holds_in_the_core()
    {
        var core = Path.Combine(SharedData.RepositoryRoot, "src", "SupportCopilot");
        var files = Directory.EnumerateFiles(core, "*.cs", SearchOption.AllDirectories)
            .Select(path => (Path: Path.GetRelativePath(core, path).Replace('\\', '/'), Text: File.ReadAllText(path)))
            .Where(file => !file.Path.StartsWith("obj/", StringComparison.Ordinal) && !file.Path.StartsWith("bin/", StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(files);
        Assert.Empty(DependencyRule.BreachesIn(files));
    }

    [Theory]
    [InlineData("using SupportCopilot.Replies;")]
    [InlineData("using Reply = SupportCopilot.Replies.SuggestReply;")]
    [InlineData("internal sealed class Bad { Replies.SuggestReply? reply; }")]
    public void Sees_a_planted_breach(string code) =>
        Assert.Equal(["Triage/Bad.cs uses Replies"], DependencyRule.BreachesIn([("Triage/Bad.cs", code), ("Replies/SuggestReply.cs", "public sealed class SuggestReply;")]));

    [Theory]
    [InlineData("Triage/Good.cs", "using SupportCopilot.Tickets;\nusing SupportCopilot.Learning.Text;")]
    [InlineData("Replies/Good.cs", "using SupportCopilot.Triage;")]
    [InlineData("Triage/Good.cs", "// unlike SupportCopilot.Replies, this asks nobody\nvar text = \"SupportCopilot.Replies\";")]
    [InlineData("Triage/Good.cs", "var count = db.Replies.Count();")]
    public void Lets_pass_what_is_allowed(string path, string code) =>
        Assert.Empty(DependencyRule.BreachesIn([(path, code)]));

    [Fact]
    public void Knows_every_folder_or_says_so() =>
        Assert.Equal(["Helpers/Stuff.cs lies in Helpers, which the rule does not know"], DependencyRule.BreachesIn([("Helpers/Stuff.cs", "")]));

    [Theory]
    [InlineData("SupportCopilot.Learning", "")]
    [InlineData("SupportCopilot", "SupportCopilot.Learning")]
    [InlineData("SupportCopilot.Databases", "SupportCopilot")]
    [InlineData("SupportCopilot.SearchIndexes", "SupportCopilot")]
    [InlineData("SupportCopilot.DemoDesk", "SupportCopilot")]
    public void No_project_knows_more_than_it_may(string project, string references)
    {
        var text = File.ReadAllText(Path.Combine(SharedData.RepositoryRoot, "src", project, project + ".csproj"));
        var found = System.Text.RegularExpressions.Regex.Matches(text, "<ProjectReference Include=\"[^\"]*/([^/\"]+)\\.csproj\"").Select(match => match.Groups[1].Value);
        Assert.Equal(references, string.Join(' ', found));
    }
}
