using CsvHelper;

namespace SupportCopilot.Benchmarks.Learning;

/// <summary>Texts and a label for each, read from a CSV file.</summary>
internal sealed record LabelledSet(string[] Texts, string[] Labels)
{
    public static LabelledSet Read(string path, Func<CsvReader, string> text, string label)
    {
        using var csv = CsvReader.FromFile(path);
        var texts = new List<string>();
        var labels = new List<string>();
        while (csv.Read())
        {
            texts.Add(text(csv));
            labels.Add(csv.GetString(label));
        }
        return new LabelledSet([.. texts], [.. labels]);
    }

    public static LabelledSet Banking77(string folder, string file) => Read(Path.Combine(folder, file), row => row.GetString("text")!, "category");

    public LabelledSet Take(IEnumerable<int> rows)
    {
        var chosen = rows.ToArray();
        return new LabelledSet([.. chosen.Select(i => Texts[i])], [.. chosen.Select(i => Labels[i])]);
    }
}
