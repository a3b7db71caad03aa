using CsvHelper;
using SupportCopilot.Learning.Classification;

namespace SupportCopilot.Benchmarks.Learning;

/// <summary>Texts and a label for each, read from a CSV file, and what was given beside them.</summary>
internal sealed record LabelledSet(string[] Texts, string[] Labels)
{
    /// <summary>What was given beside each text; nothing where the set has nothing, or none of it is to be used.</summary>
    public IReadOnlyList<GivenValue>[] Given { get; init; } = [.. Texts.Select(_ => Array.Empty<GivenValue>())];

    public static LabelledSet Read(string path, Func<CsvReader, string> text, string label, Func<CsvReader, IReadOnlyList<GivenValue>>? given = null)
    {
        using var csv = CsvReader.FromFile(path);
        var texts = new List<string>();
        var labels = new List<string>();
        var beside = new List<IReadOnlyList<GivenValue>>();
        while (csv.Read())
        {
            texts.Add(text(csv));
            labels.Add(csv.GetString(label));
            beside.Add(given?.Invoke(csv) ?? []);
        }
        return new LabelledSet([.. texts], [.. labels]) { Given = [.. beside] };
    }

    public static LabelledSet Banking77(string folder, string file) => Read(Path.Combine(folder, file), row => row.GetString("text")!, "category");

    public LabelledSet Take(IEnumerable<int> rows)
    {
        var chosen = rows.ToArray();
        return new LabelledSet([.. chosen.Select(i => Texts[i])], [.. chosen.Select(i => Labels[i])]) { Given = [.. chosen.Select(i => Given[i])] };
    }

    /// <summary>The same without what was given.</summary>
    public LabelledSet WordsAlone() => new(Texts, Labels);
}
