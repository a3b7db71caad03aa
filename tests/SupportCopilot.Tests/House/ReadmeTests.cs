using System.Text.RegularExpressions;

namespace SupportCopilot.Tests.House;

public sealed partial class ReadmeTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(SharedData.RepositoryRoot, "README.md"));

    [Fact]
    public void Every_file_and_folder_it_names_is_there()
    {
        var named = Paths().Matches(Text).Select(match => match.Value.TrimEnd('/')).Concat(Pictures().Matches(Text).Select(match => match.Groups[1].Value)).Distinct().ToList();

        Assert.True(named.Count > 10);
        Assert.All(named, path => Assert.True(Path.Exists(Path.Combine(SharedData.RepositoryRoot, path)), path));
    }

    [Fact]
    public async Task Every_command_it_names_exists()
    {
        var section = Text.Split("\n## ").Single(part => part.StartsWith("Commands", StringComparison.Ordinal));
        var named = CommandRows().Matches(section).Select(match => match.Groups[1].Value).Distinct().ToList();
        Assert.Contains("import", named);
        foreach (var command in named) Assert.Equal(0, (await CommandRun.OfAsync(command, "--help")).ExitCode);
    }

    [GeneratedRegex(@"(?<=[`\s(])(?:src|zendesk-app|tests|infra|teams-manifest)(?:/[\w.-]+)+")]
    private static partial Regex Paths();

    [GeneratedRegex(@"!\[[^\]]*\]\(([^)]+)\)")]
    private static partial Regex Pictures();

    [GeneratedRegex(@"(?m)^\| `(\w+)[ `]")]
    private static partial Regex CommandRows();
}
