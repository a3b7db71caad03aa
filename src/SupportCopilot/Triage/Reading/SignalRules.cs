using System.Buffers;
using System.Text.RegularExpressions;
using SupportCopilot.Tickets.Text;
using SupportCopilot.Triage.Rules;

namespace SupportCopilot.Triage.Reading;

/// <summary>What a message holds besides plain words: a question, an error text, code, a screenshot.</summary>
internal static partial class SignalRules
{
    private static readonly SearchValues<char> CodeMarks = SearchValues.Create("`<{=;(#");
    private const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>The rules' ids.</summary>
    public static IEnumerable<string> Ids => ["signal/question", "signal/error-text", "signal/code", "signal/screenshot"];

    /// <summary>What the text holds.</summary>
    public static TriageSignals Find(string text, WordList words) => new(
        Question: IsQuestion(text),
        ErrorText: ErrorName().IsMatch(text) || ErrorWords().IsMatch(text),
        Code: HasCode(text),
        Screenshot: words.Count > 0 && (Screenshot().IsMatch(text) || Picture().IsMatch(text)));

    /// <summary>Whether it asks how something is done or where something is.</summary>
    public static bool AsksHow(WordList words) => HowTo().IsMatch(words.Text);

    // Prose has none of the marks that nearly all code has; what is left are queries.
    private static bool HasCode(string text) =>
        (text.AsSpan().ContainsAny(CodeMarks) || text.Contains("select ", StringComparison.OrdinalIgnoreCase) || text.Contains(" -", StringComparison.Ordinal))
        && (Code().IsMatch(text) || CodeLines().Count(text) >= 2);

    private static bool IsQuestion(string text) =>
        QuestionMark().IsMatch(text) || Sentences.Of(text).Any(sentence => Interrogative().IsMatch(sentence)) || IndirectQuestion().IsMatch(text);

    // Not the one in a web address.
    [GeneratedRegex(@"[?？](?=[\s!?""')]|$)")]
    private static partial Regex QuestionMark();

    // «How» is no question in itself: asking it of us is («how do I», «wie kann ich», «cómo puedo»).
    [GeneratedRegex(@"^\W*(who|what|when|where|why|which|whose|how (do|does|can|could|should|would|to|much|many|long|often|come|is|are)|(can|could|would|will|do|does|did|is|are|was|were|may|should|have|has) (i|you|we|it|there|they|this|that|my|your|someone|anyone|somebody|anybody)\b|wer|wann|wo|warum|wieso|weshalb|wie (kann|können|lange|viel|geht|funktioniert|komme|ist)|welche[rsn]?|(kann|können|könnten|könnte|ist es|gibt es|haben sie) |comment|pourquoi|quand|où|combien|quel(le)?s? |est-ce que|pouvez-vous|pourriez-vous|puis-je|cómo|por qué|cuándo|dónde|cuánto|cuál|pueden|podrían|puedo)\b.{3}", Plain)]
    private static partial Regex Interrogative();

    [GeneratedRegex(@"\b((can|could) you (please )?(tell|explain|let|help)|(please|kindly) (tell|let) me know (how|what|when|where|why|if|whether)|i('d| would)? (like|want|need) to know|wondering (if|how|what|when|where|why|whether)|i (do not|don't) know (how|what|where|why|if)|wüsste gern|möchte wissen|je voudrais savoir|quisiera saber|me gustaría saber)\b", Plain)]
    private static partial Regex IndirectQuestion();

    [GeneratedRegex(@"\b(how (do|can|could|should|to|would)|where (do|can|is|are|should)|what (do|should) i|tell me (how|where)|show me how|explain how|i (do not|don't) know (how|what|where)|help me (to )?\w+|wie (kann|können|komme|geht|mache)|wo (finde|kann|ist)|comment (puis|faire|peut|dois)|où (puis|est|trouver)|cómo (puedo|se|hago)|dónde (puedo|está|encuentro))\b", Plain)]
    private static partial Regex HowTo();

    // Names, codes and addresses are written in fixed letters; searching them without regard to case would try every word.
    [GeneratedRegex(@"(?<=\w)(Exception|Error)\s*[:(]|\b0x[0-9a-fA-F]{6,16}\b|(?<=\b([Hh][Tt][Tt][Pp](/1\.1)?|[Ss]tatus( code)?|[Cc]ode|[Ee]rror|an?|the)[ :/]{1,2})(40[0-9]|41[0-9]|42[0-9]|50[0-9])\b(?! (USD|EUR|euros?|dollars?|days?|items?|people))|\b(400 Bad Request|401 Unauthorized|403 Forbidden|404 Not Found|429 Too Many|500 Internal|502 Bad Gateway|503 Service|504 Gateway)|\b(ORA|ERR|SQLSTATE|NETSDK|CS|TS|PLS|MSB)[-_ ]?\d{4,7}\b|\bERR_[A-Z_]{4,}|\bE(CONN|NOENT|ACCES|PERM|TIMEDOUT|ADDRINUSE)[A-Z]*\b|^\s*at [\w.$<>]+\(.{0,200}\)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex ErrorName();

    [GeneratedRegex(@"traceback \(most recent|segmentation fault|null ?reference|null ?pointer|stack ?trace|\berrno\b|\b(fatal|panic|uncaught|unhandled) ?(error|exception|:)|\b(error|warning|fatal|exception|fehler|erreur)\s?:\s?\S|\b(error|fehler|erreur)\s*(code|nr\.?|no\.?|number|#|:)?\s*[:#]?\s*(0x[0-9a-f]+|[A-Z]{0,10}[-_]?\d{2,8})\b|\b(error|fehler|erreur|message|meldung|mensaje)[^.\n]{0,40}[""„“«'][^""“”»'\n]{6,200}[""“”»']", Plain)]
    private static partial Regex ErrorWords();

    [GeneratedRegex(@"```|\bselect\s.{1,200}\sfrom\s+[\w.\[\]]+(\s+(where|join|order|limit)\b|;)|^\s*(curl|wget|npm|pip|git|docker|kubectl|sudo|ssh) +[-\w]|<(html|div|span|script|table|body|head|xml|\?xml|input|iframe|a href|img)\b[^>]{0,200}>|</\w{1,20}>|\{\s*""[^""\n]{1,60}""\s*:|\b(function|def|class|public|private|const|let|var|import|using)\s+[\w.<>]+\s*[=({;]|=>\s*\{|\bconsole\.log\(|\bprintf?\(|#include\s*<", Plain | RegexOptions.Multiline)]
    private static partial Regex Code();

    [GeneratedRegex(@"^[^\n]{0,200}(;|\{|\})\s*$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex CodeLines();

    [GeneratedRegex(@"\b(screen ?-?shots?|screen ?-?grabs?|screen ?-?captures?|screen recording|print ?screen|snipping|bildschirmfotos?|bildschirmaufnahme|captures? d['’]écran|captura(s)? de pantalla|pantallazo|schermafbeelding|schermata|captura de tela|(attached|attaching|see|enclosed|anbei|ci-joint|adjunto|im anhang)\b.{0,30}\b(image|picture|photo|photos|pictures|images|bild|bilder|foto|fotos|image|photo|imagen|pic))\b", Plain)]
    private static partial Regex Screenshot();

    [GeneratedRegex(@"[\w\-]\.(png|jpe?g|gif|bmp|heic|webp)\b|!\[[^\]\n]{0,80}\]\(|\[(cid|image):", Plain)]
    private static partial Regex Picture();
}
