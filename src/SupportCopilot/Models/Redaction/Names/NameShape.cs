namespace SupportCopilot.Models.Redaction.Names;

/// <summary>
/// Says how much a word looks like a name: naive Bayes over its groups of three letters (Cavnar and Trenkle's n-grams), learned at the
/// start from the product's own dictionaries of names and of words. Linear in the word's length.
/// </summary>
internal static class NameShape
{
    private const int Letters = 32;
    private static readonly float[] Weights = Learned();

    /// <summary>The mean weight of its groups, in natural logarithms: above nothing, it looks more like a name than like a word.</summary>
    public static double Of(ReadOnlySpan<char> word)
    {
        var (before, last) = (0, 0);
        var (sum, count) = (0.0, 0);
        foreach (var letter in word)
        {
            var folded = Folded(letter);
            sum += Weights[Index(before, last, folded)];
            (before, last) = (last, folded);
            count++;
        }
        sum += Weights[Index(before, last, 0)];
        return sum / (count + 1);
    }

    private static float[] Learned()
    {
        var names = Counted(GivenNames.All, FamilyNames.All);
        var words = Counted(OrdinaryWords.All, WordsOfSupport.All, Places.All, WordsAround.Firms, WordsAround.Streets);
        var (ofNames, ofWords) = (names.Sum(), words.Sum());
        var weights = new float[names.Length];
        const float Unseen = 0.7f;
        for (var at = 0; at < weights.Length; at++)
            weights[at] = MathF.Log((names[at] + Unseen) / (ofNames + (Unseen * weights.Length))) - MathF.Log((words[at] + Unseen) / (ofWords + (Unseen * weights.Length)));
        return weights;
    }

    private static float[] Counted(params string[] dictionaries)
    {
        var counts = new float[Letters * Letters * Letters];
        foreach (var word in dictionaries.SelectMany(words => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var (before, last) = (0, 0);
            foreach (var letter in word)
            {
                counts[Index(before, last, Folded(letter))]++;
                (before, last) = (last, Folded(letter));
            }
            counts[Index(before, last, 0)]++;
        }
        return counts;
    }

    private static int Index(int first, int second, int third) => (((first * Letters) + second) * Letters) + third;

    // Letters with accents are more frequent in names than in the English words beside them: one sign for all of them.
    private static int Folded(char letter)
    {
        var lower = char.ToLowerInvariant(letter);
        return lower is >= 'a' and <= 'z' ? lower - 'a' + 1 : lower is '-' or '\'' or '’' ? 28 : char.IsLetter(lower) ? 27 : 29;
    }
}
