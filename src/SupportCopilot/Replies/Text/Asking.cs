using System.Text.RegularExpressions;
using SupportCopilot.Tickets.Speech;

namespace SupportCopilot.Replies.Text;

/// <summary>Recognises questions, requests and complaints by their form.</summary>
internal static partial class Asking
{
    /// <summary>Whether a sentence asks something that wants an answer.</summary>
    public static bool IsQuestion(string sentence) =>
        sentence.Length > (sentence[^1] is '？' or '؟' ? ShortestElsewhere : ShortestQuestion) && (sentence[^1] is '?' or '？' or '؟' || IndirectQuestion().IsMatch(sentence))
        && !RhetoricalQuestion().IsMatch(sentence) && Terms.In(sentence).Any();

    /// <summary>Whether a sentence asks for something to be done.</summary>
    public static bool IsRequest(string sentence) => Request().IsMatch(sentence);

    /// <summary>Whether a sentence says that something is wrong.</summary>
    public static bool IsComplaint(string sentence) => Complaint().IsMatch(sentence);

    /// <summary>Whether a message says no more than that something still fails.</summary>
    public static bool OnlySaysItFails(string message) => message.Length < LongestBare && StillFails().IsMatch(message) && Terms.Of(message).Count <= MostBareTerms;

    private const int LongestBare = 160;
    private const int MostBareTerms = 4;   // «the scanner fails with error 12» names a thing
    private const int ShortestQuestion = 8;
    private const int ShortestElsewhere = 4;   // where a letter is a word, or vowels are not written

    [GeneratedRegex(@"\b(?:i(?:'m| am| was)? (?:just )?(?:wondering|curious|trying to (?:find out|figure out|understand)|not sure|unsure)|(?:i|we)(?:'d| would)? (?:like|want|need|love) to (?:know|understand|ask|find out|learn)|(?:can|could|would) you (?:please |kindly )?(?:tell|explain|clarify|confirm|let me know|advise)|please (?:tell|explain|clarify|confirm|advise)|what i(?:'d| would) like to know|ich (?:wollte|möchte) (?:fragen|wissen)|je voudrais savoir|quisiera saber)\b", RegexOptions.IgnoreCase)]
    private static partial Regex IndirectQuestion();

    [GeneratedRegex(@"^(?:(?:can|would) you believe|how are you|is there anything else|why not|what'?s up|right|really|are you kidding|is this a joke|how hard|you know what|(?:do|does|did) (?:that|this) (?:help|make sense)|why not|know what i mean|(?:can|could|would) you (?:please |kindly )?(?:help|assist|advise|provide)(?: me)?(?: out| on| figure it out| further| any| some| guidance| assistance)*(?: (?:with|on|about) (?:this|that|it))?\?$)|\b(?:am i right|right|you know|isn'?t it|no)\?$", RegexOptions.IgnoreCase)]
    private static partial Regex RhetoricalQuestion();

    [GeneratedRegex(@"\b(?:(?:i|we)(?:'d| would)? (?:like|want|need|demand|request|require|expect)|please|(?:can|could|would) you|i (?:am|will be) (?:seeking|demanding|requesting)|bitte|ich (?:möchte|brauche)|veuillez|pouvez-vous|je (?:veux|voudrais)|por favor|quiero|necesito)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Request();

    [GeneratedRegex(@"\b(?:error|fail(?:s|ed|ing|ure)?|broken?|broke|crash(?:es|ed|ing)?|(?:not|never|stopped|nothing|\w+n'?t) (?:\w+ ){0,3}(?:work|load|open|start|charg|arriv|connect|fit|turn|send|receiv|show|respond|creat|log)\w*|can'?t|cannot|could ?n[o']t|unable|trouble|difficult(?:y|ies)|problem|issue|defective|damaged|missing|lost|wrong|stuck|leak\w*|late|delay\w*|charged twice|double|overcharged|unacceptable|disappointed|malfunction\w*|locked out|no response|too (?:small|big|slow|hot|cold)|funktioniert nicht|(?:nicht|nie|noch nichts) (?:\w+ )?(?:angekommen|geliefert|erhalten|bekommen|möglich|erreichbar)|(?:geht|kommt|klappt|startet|lädt) nicht|fehlt|fehlen|fehler|kaputt|defekt|verloren|verspätet|ne (?:marche|fonctionne|s'ouvre|charge)|(?:pas|jamais|rien) (?:encore )?reçu|en (?:retard|panne)|cassée?|perdue?|erreur|problème|no (?:funciona|abre|carga|llega|puedo)|no (?:ha|han|he|hemos) (?:llegado|recibido|podido)|retras\w+|perdid[oa]|rot[oa]|problema)\b|届(?:いてい|き)ません|届かない|動(?:きません|かない|作しない)|できません|できない|開(?:きません|けません)|壊れ|エラー|不具合|遅れて|問題が|(?:لم|لا) (?:تصل|يصل|أستلم|يعمل|تعمل|يفتح|تفتح|أستطيع)|متأخر|تأخر|مكسور|عطل|مشكلة|خطأ", RegexOptions.IgnoreCase)]
    private static partial Regex Complaint();

    [GeneratedRegex(@"\b(?:still (?:not|the same|no|nothing|doesn'?t|does not|isn'?t|is not|broken|fail\w*|happen\w*|there)|(?:not|never|hasn'?t|has|nothing) (?:\w+ ){0,2}(?:changed|helped|fixed|worked|solved|resolved)|but it is(?: not|n'?t)|(?:didn'?t|did not|doesn'?t|does not) (?:help|work)|same (?:as before|again|problem|issue|error|thing)|(?:is|it'?s) back|(?:only )?worked once|happen\w* again|(?:not|n'?t) work\w*|no luck|problema (?:ha vuelto|sigue|persiste)|sigue (?:igual|sin|fallando)|(?:no )?ha servido|(?:immer |geht )(?:immer )?noch (?:nicht|das ?selbe)|hat nicht geholfen|nichts geändert|problem ist wieder|toujours (?:pas|le même)|(?:n'a|n’a) (?:pas aidé|rien changé)|problème (?:est revenu|persiste))\b|まだ(?:直|動|でき)|直っていません|解決していません|لا يزال|ما زالت? المشكلة|لم تُ?حل", RegexOptions.IgnoreCase)]
    private static partial Regex StillFails();
}
