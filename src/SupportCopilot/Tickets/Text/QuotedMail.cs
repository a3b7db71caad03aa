using System.Text.RegularExpressions;

namespace SupportCopilot.Tickets.Text;

/// <summary>
/// Cuts what a mail program put under (or over) an answer: lines that begin with &gt;, «On … wrote:», header blocks.
/// A forwarded mail with nothing said above it is itself what was said, and stays without its headers.
/// </summary>
internal static partial class QuotedMail
{
    // «On Mon, 2 Mar 2026 at 10:14, Desk <help@…> wrote:» is often broken over two or three lines.
    private const int IntroductionLines = 3;

    // From, To, Subject: two such lines in a row also stand in ordinary text («From: London / To: Paris»), three do not.
    private const int HeaderLines = 3;

    public static List<string> Cut(List<string> lines)
    {
        var kept = new List<string>(lines.Count);
        for (var i = 0; i < lines.Count; i++)
        {
            if (TypeAbove().IsMatch(lines[i])) break;
            if (lines[i].StartsWith('>')) continue;

            if (IntroductionAt(lines, i) is var introduction and > 0)
            {
                i += introduction - 1;
                if (IsMarked(lines, i + 1)) continue;   // the answer may stand below the marked lines
                if (HasWords(kept)) break;
                continue;
            }

            if (OriginalMessage().IsMatch(lines[i]) || HeadersAt(lines, i) >= HeaderLines)
            {
                if (HasWords(kept)) break;
                i += HeadersAt(lines, i);
                if (OriginalMessage().IsMatch(lines[Math.Min(i, lines.Count - 1)])) i += HeadersAt(lines, i + 1);
                else i--;
                continue;
            }

            kept.Add(lines[i]);
        }

        return kept;
    }

    /// <summary>How many lines an introduction that begins here takes; 0 when none does.</summary>
    private static int IntroductionAt(List<string> lines, int at)
    {
        if (!IntroductionBegin().IsMatch(lines[at])) return 0;
        for (var count = 1; count <= IntroductionLines && at + count <= lines.Count; count++)
        {
            if (IntroductionEnd().IsMatch(lines[at + count - 1])) return count;
        }

        return 0;
    }

    private static bool IsMarked(List<string> lines, int from) =>
        lines.Skip(from).FirstOrDefault(line => line.Length > 0)?.StartsWith('>') ?? false;

    private static int HeadersAt(List<string> lines, int at) => lines.Skip(at).TakeWhile(line => Header().IsMatch(line)).Count();

    private static bool HasWords(List<string> kept) => kept.Exists(line => line.Any(char.IsLetter));

    [GeneratedRegex(@"^\W{0,6}(please )?(type|write|reply)( your reply)? above this line|^\W{0,6}bitte antworten sie oberhalb dieser (zeile|linie)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TypeAbove();

    [GeneratedRegex(@"^(On|Am|Le|El|Il|Em|Op|Den|W dniu)\s.{0,200}\d", RegexOptions.CultureInvariant)]
    private static partial Regex IntroductionBegin();

    [GeneratedRegex(@"(wrote|schrieb|schrieb .{0,120}|a écrit|escribió|ha scritto|escreveu|schreef .{0,120}|schreef|skrev .{0,120}|skrev|napisał\(?a?\)?)\s*:\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex IntroductionEnd();

    [GeneratedRegex(@"^\s*(-{2,}\s*(original message|forwarded message|ursprüngliche nachricht|originalnachricht|weitergeleitete nachricht|message d'origine|message original|message transféré|mensaje original|mensaje reenviado|messaggio originale|mensagem original|oorspronkelijk bericht)\s*-{2,}|begin forwarded message:|_{20,})\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OriginalMessage();

    [GeneratedRegex(@"^\*?(from|sent|date|to|cc|subject|reply-to|von|gesendet|datum|an|betreff|de|envoyé|à|objet|enviado( el)?|fecha|para|asunto|da|inviato|data|oggetto|van|verzonden|aan|onderwerp)\s?:\*?\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Header();
}
