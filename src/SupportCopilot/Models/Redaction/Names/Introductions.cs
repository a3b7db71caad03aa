namespace SupportCopilot.Models.Redaction.Names;

/// <summary>How surely the words before say that a name follows.</summary>
internal enum Introduction
{
    /// <summary>They do not.</summary>
    None,

    /// <summary>Often: «with», «by», «hi».</summary>
    Likely,

    /// <summary>As good as always: «my name is», «Mrs.».</summary>
    Sure,
}

/// <summary>Reads the words around a name.</summary>
internal static class Introductions
{
    private static readonly string[][] Sure =
    [
        ["name", "is"], ["names", "is"], ["name", "was"], ["name's"], ["name", "to"], ["i", "am", "called"], ["call", "me"], ["calls", "me"], ["speaking", "with"], ["named", "him"], ["named", "her"], ["ich", "heiße"], ["ich", "heisse"], ["name", "ist"], ["mein", "name", "ist"],
        ["je", "m'appelle"], ["m'appelle"], ["nom", "est"], ["me", "llamo"], ["nombre", "es"], ["mi", "chiamo"], ["nome", "è"], ["me", "chamo"], ["nome", "é"], ["ik", "heet"], ["naam", "is"], ["jag", "heter"], ["jeg", "hedder"], ["jeg", "heter"], ["nazywam", "się"], ["jmenuji", "se"], ["зовут"],
        ["partner's", "name"], ["wife's", "name"], ["husband's", "name"], ["partner’s", "name"],
    ];

    public static Introduction Before(Words words, int at)
    {
        if (at == 0) return Introduction.None;
        var gap = words.Before(at);
        if (gap.Length > 4) return Introduction.None;
        if (words[at - 1].Is(Traits.Title) && gap is " " or ". " or "." && (words[at - 1].IsCapital || gap[0] == '.') && !words[at].Is(Traits.Title)) return Introduction.Sure;
        if (gap.Contains(':')) return EndsWith(words, at - 1, "name") || EndsWith(words, at - 1, "nombre") || EndsWith(words, at - 1, "nom") || EndsWith(words, at - 1, "nome") || EndsWith(words, at - 1, "naam") ? Introduction.Sure : Introduction.None;
        if (gap.Contains('?') && EndsWith(words, at - 1, "name")) return Introduction.Sure;
        if (gap is not (" " or "\u00A0" or " \"" or " '" or ", ")) return gap.Contains('\n') && gap.Contains(',') && words[at - 1].Is(Traits.Calling) ? Introduction.Likely : Introduction.None;
        if (gap is not ", ")
            foreach (var phrase in Sure)
                if (Ends(words, at - 1, phrase)) return words[at].IsCapital || !words[at].Is(Traits.Ordinary | Traits.Doing) ? Introduction.Sure : Introduction.None;
        return words[at - 1].Is(Traits.Calling | Traits.Doing) || Ends(words, at - 1, ["i'm"]) || Ends(words, at - 1, ["i", "am"]) || Ends(words, at - 1, ["this", "is"]) || EndsWith(words, at - 1, "with") || EndsWith(words, at - 1, "by") ? Introduction.Likely : Introduction.None;
    }

    /// <summary>The words after say that a person stood before: «said», «'s wife», a comma after a sentence's first word.</summary>
    public static bool After(Words words, int at)
    {
        if (at + 1 >= words.Count) return false;
        var gap = words.Before(at + 1);
        return (gap is " " or ", " && words[at + 1].Is(Traits.Doing)) || gap is "'s " or "’s " || (gap is ", " or ": " && (at == 0 || words.Before(at) is ['.', ..] or ['\n', ..]));
    }

    private static bool Ends(Words words, int last, string[] phrase)
    {
        if (last + 1 < phrase.Length) return false;
        for (var at = 0; at < phrase.Length; at++)
            if (!EndsWith(words, last - phrase.Length + 1 + at, phrase[at])) return false;
        return true;
    }

    private static bool EndsWith(Words words, int at, string word) => words.Of(at).Equals(word, StringComparison.OrdinalIgnoreCase);
}
