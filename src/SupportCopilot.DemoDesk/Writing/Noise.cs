using System.Text;

namespace SupportCopilot.DemoDesk.Writing;

/// <summary>What hands do to words: typing errors, shouting, chat style.</summary>
internal static class Noise
{
    /// <summary>Swaps, drops or doubles letters in a share of the plain words; numbers, names and addresses stay right.</summary>
    public static string Mistype(string text, double share, Dice dice)
    {
        var words = text.Split(' ');
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i].Length < 4 || !dice.Chance(share) || !words[i].All(char.IsAsciiLetterLower)) continue;
            var at = dice.Between(1, words[i].Length - 2);
            words[i] = dice.Below(3) switch
            {
                0 => $"{words[i][..at]}{words[i][at + 1]}{words[i][at]}{words[i][(at + 2)..]}",
                1 => words[i].Remove(at, 1),
                _ => words[i].Insert(at, words[i][at].ToString()),
            };
        }

        return string.Join(' ', words);
    }

    /// <summary>One to all sentences in capitals.</summary>
    public static string Shout(string text, Dice dice)
    {
        if (dice.Chance(0.35)) return text.ToUpperInvariant();
        var sentences = text.Split(". ");
        var loud = dice.Below(sentences.Length);
        sentences[loud] = sentences[loud].ToUpperInvariant() + (dice.Chance(0.5) ? "!!" : "");
        return string.Join(". ", sentences);
    }

    /// <summary>No capitals, short forms, and no full stop at the end.</summary>
    public static string Chat(string text, Dice dice)
    {
        var plain = new StringBuilder(dice.Chance(0.7) ? text.ToLowerInvariant() : text);
        if (dice.Chance(0.5))
            plain.Replace("please", "pls").Replace("you ", "u ").Replace("because", "cause").Replace("thanks", "thx").Replace("I am", "im").Replace("i am", "im").Replace(" not ", " nt ");
        return plain.ToString().TrimEnd('.');
    }
}
