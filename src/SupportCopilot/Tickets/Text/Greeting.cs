using System.Text.RegularExpressions;

namespace SupportCopilot.Tickets.Text;

/// <summary>Cuts the greeting, alone on the first line or in front of the first sentence.</summary>
internal static partial class Greeting
{
    public static List<string> Cut(List<string> lines)
    {
        var first = lines.FindIndex(line => line.Length > 0);
        if (first < 0) return lines;

        var rest = InFront().Replace(Alone().Replace(lines[first], ""), "").TrimStart();
        if (rest.Length > 0 && rest.Length < lines[first].Length) rest = char.ToUpperInvariant(rest[0]) + rest[1..];
        return [rest, .. lines[(first + 1)..]];
    }

    private const string Hello = @"(hi|hello|hey|hiya|dear|greetings|good (morning|afternoon|evening|day)|hallo|guten (tag|morgen|abend)|moin|servus|grü(ß|ss) gott|sehr geehrte[rs]?|liebe[rs]?|bonjour|bonsoir|salut|ch(er|ère)s?|hola|buen(os|as) (días|dias|tardes|noches)|estimad[oa]s?|ciao|buongiorno|salve|gentile|olá|bom dia|boa tarde|prezad[oa]s?|goedemorgen|goedemiddag|goedendag|beste|geachte)";

    // Whom one greets: a name (capital letter, more than one letter, so not «I») or a usual word; «Hi cannot log in» greets nobody.
    private const string Whom = @"(there|all|again|team|everyone|everybody|folks|guys|support|customer|service|care|help|desk|sir|madam|ma'am|mr|mrs|ms|or|and|und|the|damen|herren|herr|frau|zusammen|liebes|liebe|à|tous|toutes|madame|monsieur|a|todos|equipo|señor(a|es)?|tutti|equipe|équipe|allemaal|heer|mevrouw|&|(?-i:\p{Lu}[\p{Ll}'’-]+(\p{Lu}\p{Ll}+)?\.?|\p{Lu}\.))";

    [GeneratedRegex("^\\s*" + Hello + "(\\s+" + Whom + "){0,5}\\s*[,!:.–-]*\\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Alone();

    [GeneratedRegex("^\\s*" + Hello + "(\\s+" + Whom + "){0,5}(\\s*[,!:–]|(?<=(hi|hello|hey|there|all|team|hallo|hola|bonjour|ciao))(?=\\s))\\s*(?=\\S)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex InFront();
}
