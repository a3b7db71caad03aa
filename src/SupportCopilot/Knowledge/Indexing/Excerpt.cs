using SupportCopilot.Learning.Text;

namespace SupportCopilot.Knowledge.Indexing;

/// <summary>The part of an article that speaks of what was asked.</summary>
internal static class Excerpt
{
    private const int Longest = 240; // two to three lines in a list

    /// <returns>The line that holds most of the asked words, the first of equals, cut to length; empty for an empty body. Cost: linear in the body.</returns>
    public static string Of(string body, string asked)
    {
        var words = Words.Of(asked).ToHashSet();
        var lines = body.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#');
        var best = lines.MaxBy(line => Words.Of(line).Distinct().Count(words.Contains)) ?? "";
        return best.Length <= Longest ? best : $"{Cut(best)} …";
    }

    private static string Cut(string line)
    {
        var space = line.LastIndexOf(' ', Longest);
        return line[..(space > 0 ? space : Longest)];
    }
}
