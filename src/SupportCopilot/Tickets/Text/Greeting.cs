using System.Text.RegularExpressions;

namespace SupportCopilot.Tickets.Text;

/// <summary>Cuts the greeting, alone on the first line or in front of the first sentence.</summary>
internal static partial class Greeting
{
    public static List<string> Cut(List<string> lines)
    {
        var first = lines.FindIndex(line => line.Length > 0);
        if (first < 0) return lines;

        var rest = InFront().Replace(NameInFront().Replace(Alone().Replace(lines[first], ""), ""), "").TrimStart();
        if (rest.Length > 0 && rest.Length < lines[first].Length) rest = char.ToUpperInvariant(rest[0]) + rest[1..];
        return [rest, .. lines[(first + 1)..]];
    }

    private const string Hello = @"(hi|hello|hey|hiya|dear|greetings|good (morning|afternoon|evening|day)|hallo|guten (tag|morgen|abend)|moin|servus|grü(ß|ss) gott|sehr geehrte[rs]?|liebe[rs]?|bonjour|bonsoir|salut|ch(er|ère)s?|hola|buen(os|as) (días|dias|tardes|noches)|estimad[oa]s?|ciao|buongiorno|salve|gentile|olá|bom dia|boa tarde|prezad[oa]s?|goedemorgen|goedemiddag|goedendag|beste|geachte)";

    // Whom one greets: a name (capital letter, more than one letter, so not «I») or a usual word; «Hi cannot log in» greets nobody.
    private const string Whom = @"(there|all|again|team|everyone|everybody|folks|guys|support|customer|service|care|help|desk|sir|madam|ma'am|mr|mrs|ms|or|and|und|the|damen|herren|herr|frau|zusammen|liebes|liebe|à|tous|toutes|madame|monsieur|a|todos|equipo|señor(a|es)?|tutti|equipe|équipe|allemaal|heer|mevrouw|&|(?-i:\p{Lu}[\p{Ll}'’-]+(\p{Lu}\p{Ll}+)?\.?|\p{Lu}\.))";

    [GeneratedRegex("^\\s*" + Hello + "(,?\\s+" + Whom + "){0,5}\\s*[,!:.–-]*\\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Alone();

    [GeneratedRegex("^\\s*" + Hello + "(,?\\s+" + Whom + "){0,5}(\\s*[,!:–]|(?<=(hi|hello|hey|there|all|team|hallo|hola|bonjour|ciao))(?=\\s))\\s*(?=\\S)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex InFront();

    // «hello rotamoor i made a mistake»: whoever writes in small letters greets a name in small letters. It is one where the
    // sentence begins behind it; a word that begins a sentence itself («hello today i …») is none.
    private const string Begins = @"(i|i['’]?m|i['’]?ve|i['’]?d|we|we['’]?re|we['’]?ve|my|our|can you|could you|please|pls|ich|wir|mein|meine|unser|unsere|je|j['’]\w+|nous|mon|ma|mes|notre|mi|mis|nuestro|nuestra|yo|no puedo|he|hemos|io|ho|il mio|la mia|eu|meu|minha|ik|mijn|wij)";

    private const string NoName = @"(since|when|whenever|if|today|yesterday|now|just|because|as|after|before|while|where|what|why|how|who|can|could|may|might|should|must|did|do|does|have|had|am|was|is|are|and|but|so|also|maybe|sometimes|once|lately|recently|still|again|suddenly|unfortunately|that|this|it|there|the|a|an|all|everything|something|nothing|please|pls|seit|wenn|wann|warum|wie|was|wo|heute|gestern|leider|jetzt|und|aber|können|kann|depuis|quand|pourquoi|comment|hier|maintenant|et|mais|que|quoi|desde|cuando|como|cómo|por|hoy|ayer|y|pero|quando|perché|come|oggi|ieri|sinds|waarom|hoe|vandaag)";

    [GeneratedRegex("^\\s*" + Hello + "\\s+(?!" + NoName + "\\s)(?-i:\\p{Ll}[\\p{L}\\d'’-]{2,24})(?=\\s+" + Begins + "(\\s|$))\\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NameInFront();
}
