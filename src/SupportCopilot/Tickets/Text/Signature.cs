using System.Text.RegularExpressions;

namespace SupportCopilot.Tickets.Text;

/// <summary>Cuts the signature: what stands below «-- », or a sign-off such as «Best regards» with what follows it.</summary>
internal static partial class Signature
{
    // Name, title, company, street, town, phone, mail, web, slogan: what is longer than that has something to say.
    private const int LongestSignature = 12;

    // A line with more words than this below a sign-off is a sentence («Thanks, and while we are at it …»), not an address.
    private const int WordsInSignatureLine = 9;

    public static List<string> Cut(List<string> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var rest = lines.Skip(i + 1).Where(line => line.Length > 0).ToList();
            var isMarked = lines[i] is "--" or "—" && rest.Count <= LongestSignature;
            var isSignedOff = SignOff().IsMatch(lines[i]) && rest.Count <= LongestSignature && rest.TrueForAll(IsSignatureLine);
            if (isMarked || isSignedOff) return lines[..i];
        }

        return lines;
    }

    private static bool IsSignatureLine(string line) =>
        line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= WordsInSignatureLine && !line.EndsWith('?') && !Afterthought().IsMatch(line);

    [GeneratedRegex(@"^\s*(((best|kind|warm|many)(est)? ?)?(regards|wishes)|(with )?(best|kind(est)?|warm(est)?) regards|regards|best|all the best|sincerely|yours (sincerely|faithfully|truly)|respectfully|cheers|thx|(have a (nice|good|great|lovely) (day|week|weekend|evening)|(einen )?schönen tag( noch)?|que tenga (un )?buen día)|(many )?thanks( (again|so much|a lot|in advance|and regards|for your help|very much))?|thank you( (again|so much|very much|in advance|for your (help|time|support|assistance)))?|mit (freundlichen|besten|lieben) grü(ß|ss)en|(viele|beste|liebe|schöne|freundliche) grü(ß|ss)e|gru(ß|ss)|mfg|lg|vg|(besten|vielen) dank( im voraus)?|danke( im voraus)?|(bien )?cordialement|bien à vous|sincères salutations|(bonne|belle) journée|merci( (d'avance|beaucoup|par avance))?|(un )?(cordial )?saludos?( cordial(es)?)?|atentamente|(muchas )?gracias( de antemano| por su ayuda)?|cordiali saluti|distinti saluti|(molte )?grazie( mille)?|atenciosamente|obrigad[oa]|met vriendelijke groet(en)?|(vriendelijke|hartelijke) groet(en)?|alvast bedankt)\s*[,.!]*(?-i:\s*\p{Lu}\w+(\s\p{Lu}\w*\.?){0,2})?\s*[,.!]*\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SignOff();

    [GeneratedRegex(@"^\s*(p\.? ?s\b|ps:|edit:|update:|also\b|but\b|however\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Afterthought();
}
