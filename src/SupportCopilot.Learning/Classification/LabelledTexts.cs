namespace SupportCopilot.Learning.Classification;

/// <summary>Labels as numbers: an index into the distinct labels in ordinal order, for every text.</summary>
internal sealed class LabelledTexts
{
    private LabelledTexts(string[] labels, int[] ids, int[] counts)
    {
        Labels = labels;
        Ids = ids;
        Counts = counts;
    }

    public string[] Labels { get; }

    public int[] Ids { get; }

    /// <summary>How many texts each label has.</summary>
    public int[] Counts { get; }

    public static LabelledTexts Of(IReadOnlyList<string> texts, IReadOnlyList<string> labels)
    {
        if (texts.Count != labels.Count) throw new ArgumentException($"There are {texts.Count} texts and {labels.Count} labels; give one label for each text.");
        if (texts.Count == 0) throw new ArgumentException("There is no text to learn from.");
        var distinct = labels.Distinct().Order(StringComparer.Ordinal).ToArray();
        var index = distinct.Select((label, i) => (label, i)).ToDictionary(p => p.label, p => p.i, StringComparer.Ordinal);
        var ids = labels.Select(l => index[l]).ToArray();
        var counts = new int[distinct.Length];
        foreach (var id in ids) counts[id]++;
        return new LabelledTexts(distinct, ids, counts);
    }
}
