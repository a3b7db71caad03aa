using System.Collections.Frozen;
using System.Net;

namespace SupportCopilot.Models.Redaction.Finding;

/// <summary>Tells hosts from words with a dot between them.</summary>
internal static class Hosts
{
    // The country codes of ISO 3166 that are domains, and generic ones in common use.
    private const string Countries =
        "ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by bz ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz " +
        "ec ee eg er es et eu fi fj fk fm fo fr ga gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz " +
        "la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw " +
        "sa sb sc sd se sg sh si sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw";

    private const string Generic =
        "com org net edu gov mil int info biz name pro app dev cloud online site website web shop store tech xyz club blog news live top link click page space wiki work works world zone agency company " +
        "solutions services support systems software digital email media network host hosting help academy school university health care finance bank money capital group team global international " +
        "today life city design studio art photo photos pics video games game fun win vip icu buzz lol ninja guru expert consulting marketing events chat social community forum download " +
        "aws azure google amazon microsoft apple asia africa berlin london paris tokyo cat jobs mobi tel travel museum coop aero post arpa onion local internal";

    private static readonly FrozenSet<string> Tops = FrozenSet.ToFrozenSet([.. Countries.Split(' '), .. Generic.Split(' ')], StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> TopLookup = Tops.GetAlternateLookup<ReadOnlySpan<char>>();

    // Words of a sentence as well: «... works.It is», «see it.in a».
    private static readonly FrozenSet<string> AlsoWords = FrozenSet.Create(StringComparer.Ordinal, "is", "it", "in", "at", "be", "me", "to", "no", "so", "as", "do", "am", "my", "us", "pm", "de", "la", "es", "se", "no", "al", "and", "pro", "name", "top", "help", "work", "today", "live");
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> WordLookup = AlsoWords.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool IsIn(char letter) => (char.IsLetterOrDigit(letter) && !Scripts.HasNoSpaces(letter)) || letter is '.' or '-';

    /// <summary>A number or a name that only a machine of one's own knows, as after «://».</summary>
    public static bool IsLocal(ReadOnlySpan<char> host) => host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (host.ContainsAny('.', ':') && IPAddress.TryParse(host, out _));

    /// <summary>Labels with dots between them, the last of which is a top-level domain.</summary>
    public static bool IsNamed(ReadOnlySpan<char> host, bool afterScheme = false)
    {
        var dot = host.LastIndexOf('.');
        if (dot < 1 || host.Length > 253 || host.IndexOf("..") >= 0 || host[0] is '.' or '-') return false;
        var top = host[(dot + 1)..];
        var before = host[..dot];
        before = before[(before.LastIndexOf('.') + 1)..];
        if (afterScheme) return TopLookup.Contains(top) || top.StartsWith("xn--", StringComparison.OrdinalIgnoreCase);
        if (!TopLookup.Contains(top)) return false;
        if (char.IsUpper(top[0]) && !char.IsUpper(top[^1])) return false;   // the next sentence began
        if (top is "am" or "pm") return before is not [>= '0' and <= '9'] && !(before.Length == 2 && int.TryParse(before, out var hour) && hour <= 12);
        return !WordLookup.Contains(top) || host.IndexOf('.') != dot || !IsWord(before);
    }

    // Long enough to be a word of a sentence that lost its space.
    private static bool IsWord(ReadOnlySpan<char> label)
    {
        foreach (var letter in label)
            if (!char.IsAsciiLetter(letter)) return false;
        return true;
    }
}
