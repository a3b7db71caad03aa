using System.Text.RegularExpressions;
using SupportCopilot.Replies.Threads;
using SupportCopilot.Tickets.Desks;
using SupportCopilot.Tickets.Speech;
using SupportCopilot.Tickets.Text;

namespace SupportCopilot.Replies.Cautions;

/// <summary>
/// Finds the sentences of internal notes that restrain: «do not promise a date yet», «hold off on the refund», «wait for legal
/// before you answer», «keep this internal», in the languages of the replies. Cost: linear in the notes.
/// </summary>
internal static partial class FindCautions
{
    private const int Most = 5;
    private const int LongestText = 240;

    /// <returns>The newest first, of the part of the thread that is still going on.</returns>
    public static IReadOnlyList<Caution> In(TicketThread thread) =>
    [
        .. thread.Current.Where(turn => !turn.IsPublic && !NoteMarker.IsOurs(turn.Text, turn.IsPublic)).Reverse()
            .SelectMany(turn => Sentences.Of(turn.Text).Where(Restrains).Select(sentence => Of(sentence, turn.At)))
            .DistinctBy(caution => caution.Text, StringComparer.OrdinalIgnoreCase).Take(Most),
    ];

    /// <summary>Whether a sentence of a note holds something back.</summary>
    public static bool Restrains(string sentence) =>
        !Idle().IsMatch(sentence) && (English().IsMatch(sentence) || NotYet().IsMatch(sentence) || Secret().IsMatch(sentence) || German().IsMatch(sentence) || Romance().IsMatch(sentence) || Others().IsMatch(sentence));

    /// <summary>What a sentence that restrains holds back.</summary>
    public static Caution Of(string sentence, DateTime? at)
    {
        var forbids = Matters.In(sentence).ToList();
        if (Tells().IsMatch(sentence) && !(forbids.Count > 0 && Gives().IsMatch(sentence))) forbids.Add(Caution.Telling);
        if (Closes().IsMatch(sentence)) forbids.Add(Caution.Closing);
        if (Replies().IsMatch(sentence)) forbids.Add(Caution.Reply);
        if (forbids.Count == 0) forbids.Add(Commits().IsMatch(sentence) ? Caution.Promise : Caution.Other);
        return new Caution(Clip.To(sentence, LongestText), forbids, at) { About = Terms.Of(Frame().Replace(sentence, " ")) };
    }

    private const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const string Verbs = "promis|commit|guarantee|offer|giv|grant|issu|approv|agree|confirm|refund|credit|reimburs|compensat|pay|replac|exchang|ship|send|cancel|terminat|clos|solv|resolv|reopen|repl[yi]|respond|answer|contact|call|writ|e-?mail|messag|tell|say|mention|shar|disclos|reveal|discuss|inform|admit|acknowledg|nam|quot|stat|communicat|announc|forward|publish|apologi|blam|speculat|reset|unlock|chang|delet|remov|touch|merg|escalat|accept|waiv|extend|discount|estimat|act|proceed|process|releas|let|bring|talk|speak|use|link|ask";

    // «Do not …» as it begins a sentence or a part of one, or of somebody who is told so.
    [GeneratedRegex(@"(?:^|[,;:.(!–—-]\s*|\b(?:please|pls|kindly|and|but|so|then|we|you|agents?|team|everybody|nobody|must|should)\s+)(?:(?:do not|don['’]?t|never|(?:must|should|shall|may)(?: not|n['’]?t)|are not (?:to|allowed to)|aren['’]?t allowed to|not to|nobody (?:may|should))\s+(?:yet |ever |just |simply |please )?(?:" + Verbs + @")\w*|(?:can ?not|can['’]?t|won['’]?t|will not)\s+(?:yet )?(?:promis|commit|guarantee|offer|confirm|refund|credit|shar|tell|disclos|give)\w*)|\b(?:avoid|refrain from|hold(?:ing)? (?:off|back)(?: on| with| from)?|postpone|delay) (?:\w+ ){0,2}(?:" + Verbs + @")\w*|^(?:please )?hold off\b|^(?:please )?wait (?:for|until|till|with)\b|\bno (?:promis\w+|commitments?|refunds?|credits?|dates?|discounts?|replacements?|compensation|repl(?:y|ies)|answers?|contact)\b(?! (?:has|have|had|was|were|is|are|found|requested|issued|booked|seen|yet received|from|by|came|number|on file))(?=.{0,60}$)", Plain)]
    private static partial Regex English();

    [GeneratedRegex(@"\b(?:refund|credit|date|eta|fix|release|replacement|discount|price|amount|compensation|root cause|outage|incident|breach)\w*\b.{0,25}\bnot (?:yet )?(?:approved|confirmed|authori[sz]ed|agreed|cleared|final|public|announced|decided|to be (?:shared|told|mentioned|named))\b|\bnot (?:yet )?(?:approved|authori[sz]ed|cleared) (?:for|to)\b", Plain)]
    private static partial Regex NotYet();

    [GeneratedRegex(@"\b(?:keep|treat) (?:this|it|that|everything) (?:as )?(?:strictly )?(?:internal|confidential|to ourselves|between us|secret|private)\b|\b(?:strictly |this is )(?:confidential|internal)\b|\binternal(?:ly)? only\b|\bnot for (?:the |our )?(?:customers?|publication|outside)\b|\bunder (?:nda|embargo)\b|\b(?:streng )?vertraulich\b|\bnur intern\b|\bstrictement confidentiel|\bà usage interne\b|\bconfidencial\b|\bsolo (?:uso )?interno\b|\briservato\b|社外秘|内部限定|極秘|سري\b|داخلي فقط", Plain)]
    private static partial Regex Secret();

    [GeneratedRegex(@"(?:^|\b(?:bitte|noch|dem kunden|der kundin|wir|ihr|sie|auf keinen fall)\s+)[^.!?]{0,40}?\b(?:nicht|kein(?:e[nrms]?)?|nichts|niemals|nie)\b[^.!?]{0,70}\b(?:versprechen|zusagen|zusichern|zugesagt|erstatten|gutschreiben|nennen|sagen|mitteilen|verraten|weitergeben|teilen|antworten|beantworten|schließen|lösen|kontaktieren|anrufen|anbieten|ersetzen|austauschen|kündigen|stornieren|bestätigen|herausgeben|erwähnen|schreiben|senden|schicken|auszahlen|ankündigen)(?=\s*(?:[.!,;]|$|,? ?(?:bis|bevor|ohne|solange)\b))|^(?:bitte )?(?:noch )?(?:abwarten|warten (?:auf|bis))\b|\bkeine? (?:zusage|zusagen|versprechen|erstattung|termin|datum|rabatt)\w*(?:[.!]|$| (?:bis|ohne|vor))", Plain)]
    private static partial Regex German();

    [GeneratedRegex(@"(?:^|[,;:.]\s*|\b(?:svp|merci de|veuillez|il faut|on doit)\s+)(?:surtout )?n(?:e |['’])(?:(?:pas|rien|jamais|plus) (?:encore )?)?(?:promett|rembours|communiqu|dire|dites|répond|donn|annonc|confirm|clôtur|clore|ferm|envoy|partag|mentionn|engag|offr|remplac|annul|contact|divulgu)\w*|\b(?:pas de|aucune?) (?:promesse|date|remboursement|remise|réponse)\w*(?: (?:avant|pour l'instant|sans)|[.!]|$)|^(?:veuillez )?attend(?:re|ez) (?:la|le|l['’]|que|avant)|(?:^|[,;:.]\s*|\bpor favor,?\s+|\b(?:se debe|hay que)\s+)(?:todavía |aún |de momento )?(?:no|nunca|jamás)\s+(?:\w+\s)?(?:promet|reembols|decir|diga|digá|comuni[cq]|respond|contest|dar\b|dé\b|confirm|cerr|cierr|envi|enví|compart|mencion|ofre|reemplaz|cancel|contact|revel)\w*|^(?:esperar|espere) (?:a|hasta)\b|\bsin (?:promesas|prometer)\b|(?:^|[,;:.]\s*|\bper favore,?\s+)non (?:ancora )?(?:promett|rimbors|dire|comunic|rispond|conferm|chiud|invi|offr|sostitu|annull|contatt)\w*|(?:^|[,;:.]\s*|\bpor favor,?\s+)(?:ainda )?não (?:promet|reembols|diz|dizer|diga|comuni|respond|confirm|fech|envi|ofere|substitu|cancel|contact)\w*", Plain)]
    private static partial Regex Romance();

    [GeneratedRegex(@"(?:^|\bgraag\s+)(?:nog )?(?:niets?|geen)\b[^.!?]{0,50}\b(?:beloven|toezeggen|terugbetalen|zeggen|melden|antwoorden|sluiten|delen|bevestigen|sturen|noemen|aanbieden)\b|(?:約束|返金|伝え|知らせ|返信|回答|連絡|共有|公開|言及|案内|クローズ|解決済み)[^。]{0,14}(?:ないで|ないこと|ぬよう|禁止|控え|待って|お待ち)|まだ[^。]{0,14}(?:約束|返金|伝え|返信|回答|案内)[^。]{0,8}(?:ない|なく)|(?:^|[،,.:؛]\s*|يُ?رجى\s+|الرجاء\s+)(?:عدم|لا|ممنوع|تجنب(?:وا)?)\s+(?:\S+\s){0,2}?\S*(?:تعد|وعد|استرداد|الرد|ترد|تخبر|إخبار|إبلاغ|تبلغ|مشاركة|تشارك|ذكر|تذكر|إغلاق|تغلق|إرسال|ترسل|تأكيد|تؤكد)|^(?:يُ?رجى )?انتظ(?:ر|ار)", Plain)]
    private static partial Regex Others();

    // «Do not forget to call», «I do not know»: nothing is held back.
    [GeneratedRegex(@"\b(?:do not|don['’]?t) (?:forget|hesitate|worry|bother|miss)\b|\bnicht vergessen\b|\bne pas (?:oublier|hésiter)\b|\bno (?:olvid|dud)\w+", Plain)]
    private static partial Regex Idle();

    [GeneratedRegex(@"\b(?:tell|say|mention|shar|disclos|reveal|discuss|inform|admit|acknowledg|communicat|announc|quot|nam|forward|publish|speculat|blam|let (?:the |them|him|her))\w*|\b(?:internal(?:ly)?|confidential|nda|embargo|not for)\b|\b(?:sagen|mitteilen|verraten|weitergeben|teilen|nennen|erwähnen|ankündigen|vertraulich|nur intern)\b|\b(?:dire|dites|communiqu|annonc|partag|mentionn|divulgu|confidentiel|interne)\w*|\b(?:decir|diga|comuni|compart|mencion|revel|confidencial|interno)\w*|\b(?:dire|comunic|dizer|diga|zeggen|melden|delen|noemen|riservato)\w*|伝え|知らせ|共有|公開|言及|社外秘|内部限定|極秘|تخبر|إخبار|إبلاغ|تبلغ|مشاركة|ذكر|سري|داخلي", Plain)]
    private static partial Regex Tells();

    // «Do not name a date»: the date is what is held back, and nothing else.
    [GeneratedRegex(@"\b(?:nam|quot|announc|communicat|nennen|ankündigen|annonc|communiqu|comuni|noemen)\w*", Plain)]
    private static partial Regex Gives();

    [GeneratedRegex(@"\b(?:clos(?:e|ing)|solv(?:e|ing)|resolv(?:e|ing)|schließen|lösen|clôtur\w*|clore|ferm(?:er|ez)|cerrar|cierr\w+|chiud\w+|fechar|sluiten)\b|クローズ|解決済み|إغلاق|تغلق", Plain)]
    private static partial Regex Closes();

    [GeneratedRegex(@"\b(?:not|n['’]?t|never|nobody may|off|back|from|avoid|before(?: you| we)?|with|on) (?:yet |ever )?(?:repl[yi]\w*|respond\w*|answer\w*|contact\w*|call\w*|writ\w+|e-?mail\w*|messag\w*)|\bno (?:repl(?:y|ies)|answers?|contact)\b|\b(?:antworten|beantworten|kontaktieren|anrufen|schreiben)\b|\b(?:répondre|répondez|contacter|contactez)\b|\b(?:respond|contest|contact)(?:er|ar|e|a|en|an)\b|\brispond\w+|\bantwoorden\b|返信|回答|連絡|الرد|ترد\b", Plain)]
    private static partial Regex Replies();

    [GeneratedRegex(@"promis|commit|guarantee|versprech|zusag|zusicher|promett|promet|engag|belov|約束|وعد|تعد", Plain)]
    private static partial Regex Commits();

    // What frames a restraint is not what it is about.
    [GeneratedRegex(@"\b(?:please|do not|don['’]?t|never|must|should|not|yet|until|before|wait\w*|for|hold\w*|off|back|avoid|refrain|from|keep|this|that|it|the|any|anything|customers?|clients?|user|them|him|her|requester|internal\w*|only|confidential|strictly|tell\w*|say\w*|mention\w*|shar\w+|disclos\w*|reveal\w*|discuss\w*|inform\w*|admit\w*|acknowledg\w*|announc\w*|about|further notice|approv\w*|confirm\w*|kunde\w*|kundin\w*|bitte|noch|nicht\w*|kein\w*|sagen|mitteilen|verraten|nennen|erwähnen|bis|clients?|ne|pas|rien|encore|dire|clientes?|no|nada|decir|todavía|aún)\b", Plain)]
    private static partial Regex Frame();
}
