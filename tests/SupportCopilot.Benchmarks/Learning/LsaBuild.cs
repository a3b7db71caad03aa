using System.Diagnostics;
using SupportCopilot.Learning.Likeness;

namespace SupportCopilot.Benchmarks.Learning;

/// <summary>100,000 made-up texts of about 230 characters whose words follow Zipf's law, as those of a language do.</summary>
internal static class LsaBuild
{
    private const int Texts = 100_000;
    private const int WordsKnown = 60_000;
    private const int Characters = 230;

    public static Task RunAsync(CancellationToken ct)
    {
        var texts = MakeTexts();
        Console.WriteLine($"{texts.Length} texts of {texts.Average(t => t.Length):0} characters; {Environment.WorkingSet / 1e6:0} MB in use before");
        var clock = Stopwatch.StartNew();
        var model = LsaModel.Train(texts, new LsaOptions(), null, ct);
        var trained = clock.Elapsed.TotalSeconds;
        Parallel.ForEach(texts, text => model.Embed(text));
        Target.AtMost("seconds to train and embed all", clock.Elapsed.TotalSeconds, 90);
        Console.WriteLine($"{trained:0.0} s of it to train");
        Target.AtMost("peak memory of the process, GB", Process.GetCurrentProcess().PeakWorkingSet64 / 1e9, 1.0);
        return Task.CompletedTask;
    }

    private static string[] MakeTexts()
    {
        var random = new Random(1);
        var words = Enumerable.Range(0, WordsKnown).Select(_ => Word(random)).ToArray();
        var texts = new string[Texts];
        for (var i = 0; i < Texts; i++)
        {
            var text = new System.Text.StringBuilder();
            while (text.Length < Characters)
            {
                // The inverse of Zipf's distribution with exponent 1: rank = N^u.
                var rank = (int)Math.Pow(WordsKnown, random.NextDouble()) - 1;
                text.Append(words[rank]).Append(' ');
            }
            texts[i] = text.ToString();
        }
        return texts;
    }

    private static string Word(Random random)
    {
        const string consonants = "bcdfghklmnprstvw";
        const string vowels = "aeiou";
        var word = new char[2 * random.Next(1, 5)];
        for (var i = 0; i < word.Length; i++)
        {
            var letters = i % 2 == 0 ? consonants : vowels;
            word[i] = letters[random.Next(letters.Length)];
        }
        return new string(word);
    }
}
