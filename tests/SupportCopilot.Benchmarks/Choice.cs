using System.Globalization;

namespace SupportCopilot.Benchmarks;

/// <summary>What stands behind the names on the command line: <c>--count 1000</c>.</summary>
internal static class Choice
{
    private static readonly Dictionary<string, int> Chosen = [];

    /// <summary>Takes the choices out of the line.</summary>
    /// <returns>The names that are left; null where a choice is no number.</returns>
    public static IReadOnlyList<string>? Read(string[] line)
    {
        var names = new List<string>();
        for (var i = 0; i < line.Length; i++)
        {
            if (!line[i].StartsWith("--", StringComparison.Ordinal)) names.Add(line[i]);
            else if (i + 1 < line.Length && int.TryParse(line[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)) Chosen[line[i++][2..]] = number;
            else return null;
        }

        return names;
    }

    public static int Number(string name, int otherwise) => Chosen.GetValueOrDefault(name, otherwise);
}
