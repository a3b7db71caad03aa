using System.Text.RegularExpressions;

namespace SupportCopilot.Tickets.Speech;

/// <summary>Tells what a message says from the courtesies around it.</summary>
internal static partial class Courtesies
{
    /// <summary>A sentence without the filler at its head («So, …»), beginning with a capital again.</summary>
    public static string WithoutLead(string sentence)
    {
        var rest = Lead().Replace(sentence, "");
        return rest.Length > 0 && char.IsLower(rest[0]) ? char.ToUpperInvariant(rest[0]) + rest[1..] : rest;
    }

    /// <summary>Whether a sentence is thanks, a wish, or a farewell and nothing else.</summary>
    public static bool IsEmptyTalk(string sentence)
    {
        if (!sentence.Any(char.IsLetterOrDigit)) return true;
        return sentence.Length < LongestCourtesy && (Courtesy().IsMatch(sentence) || AgentCourtesy().IsMatch(sentence) || Elsewhere().IsMatch(sentence));
    }

    /// <summary>Whether the message is content with what was done and asks for nothing.</summary>
    public static bool SoundsSettled(string message) =>
        !message.Contains('?') && ((MayBeClosed().IsMatch(message) && !Objection().IsMatch(message)) || (Settled().IsMatch(message) && !StillTroubled().IsMatch(message)));

    /// <summary>Whether a message is a mailbox's own word that its owner is away.</summary>
    public static bool IsAbsence(string message) => message.Length < LongestAbsence && Absence().IsMatch(message);

    /// <summary>Whether the customer is about to try what was advised, and will say how it went.</summary>
    public static bool IsTryingIt(string message) => TryingIt().IsMatch(message) && !message.Contains('?');

    private const int LongestAbsence = 400;
    private const int LongestCourtesy = 170;   // a longer one that begins with thanks goes on to say something

    [GeneratedRegex(@"^(?:so|well|ok(?:ay)?|anyway|also|however|additionally|furthermore|unfortunately|by the way|(?:thanks|thank you|thx)[^,.!?]{0,40}(?=, (?:but|and|however|can|could|when|how|what|where|why|is|are|do|does)\b)|but|and|oh(?: gosh)?|umm?|just to clarify|but here's the thing -|i hope (?:you are|you're|this (?:message|email)) [^,.]{0,30}),\s+(?:(?:but|and) )?", RegexOptions.IgnoreCase)]
    private static partial Regex Lead();

    [GeneratedRegex(@"^(?:(?:many |thanks|thank you|thx|cheers|much appreciated|vielen dank|danke|merci|gracias|obrigad|grazie|bedankt|cordialement|saludos|mit freundlichen|viele grüße|freundliche grüße)|(?:best|kind|warm) regards|regards\b|sincerely|yours (?:truly|faithfully)|(?:any|your|all) (?:prompt |quick |immediate |further )?(?:help|assistance|advice|guidance|info(?:rmation)?|insights?|tips?|support|attention|response|reply)\b.*(?:appreciated|helpful|great|welcome|invaluable)|(?:i|we)(?:'d| would)? (?:really |greatly |truly |so )?appreciate (?:your|any|the|it|that|all)\b|(?:i am |i'm |we are )?looking forward to|(?:i )?hope (?:you|this|to hear|all is)|have a (?:great|good|nice|lovely)|stay (?:cool|safe)|can'?t wait\b|haha|(?:can|would) you believe|let me know(?: what you think)?[.!]*$|please (?:help|advise|let me know)[.!]*$|can you (?:please )?help(?: me)?(?: with this)?\??$|keep up the|cheers)", RegexOptions.IgnoreCase)]
    private static partial Regex Courtesy();

    [GeneratedRegex(@"^(?:(?:if you (?:have|need|encounter)|if (?:that|this) does|do you have any (?:other|further|more) question|should you have|please (?:do not|don't) hesitate|feel free|is there anything else|let us know|please let us know|we(?:'re| are) (?:here|happy|glad)|i(?:'m| am) (?:sorry to hear|glad|happy)|we(?:'re| are) (?:sorry to hear|glad)|we apologi[sz]e|i apologi[sz]e|sorry (?:to hear|for|about)|(?:it's|it is) great to hear|i understand (?:your|that|how)|we understand))", RegexOptions.IgnoreCase)]
    private static partial Regex AgentCourtesy();

    [GeneratedRegex(@"\b(?:thanks|thank you|thx|you're the best|perfect(?:ly)?|it works|works now|work(?:s|ed) (?:now|again|perfectly|great)|that (?:worked|helped|did it|fixed)|solved|problem is gone|got it|appreciate|danke|merci|gracias|obrigado|grazie|bedankt)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Settled();

    [GeneratedRegex(@"\b(?:but|however|still|again (?:not|fail)|not work|doesn'?t|isn'?t|can'?t (?!wait)|cannot|unable|refund|need|demand|aber|mais|pero|immer noch|could you|can you|would like|please)\b", RegexOptions.IgnoreCase)]
    private static partial Regex StillTroubled();

    [GeneratedRegex(@"\b(?:i(?:'ll| will| am going to)|let me) (?:\w+ )?(?:try|give (?:it|that|this) a (?:try|go|shot)|check|test)\b|ich (?:werde|probiere)\b.{0,40}(?:probieren|aus)\b|je vais essayer|voy a probar", RegexOptions.IgnoreCase)]
    private static partial Regex TryingIt();

    [GeneratedRegex(@"^(?:(?:ok(?:ay)?|great|brilliant|perfect|super|fine|thanks?|thank you)\b[\w ,.!]{0,40})?(?:(?:you|u|we) (?:can|may) (?:now )?close (?:this|it|the (?:ticket|case|request))|(?:please|kindly) close (?:this|it|the (?:ticket|case|request))|(?:it'?s |that'?s )?all (?:clear|good|sorted|set|fixed)\b(?! but)|(?:ok(?:ay)? )?thanks?,? sorted|(?:this|it) (?:is|has been) (?:sorted|resolved|solved)|hat sich erledigt|(?:sie|ihr) könn(?:en|t) (?:das )?(?:ticket )?schließen|(?:c'est|tout est) (?:réglé|résolu)|ya está (?:resuelto|solucionado)|解決しました|تم حل)", RegexOptions.IgnoreCase)]
    private static partial Regex MayBeClosed();

    [GeneratedRegex(@"^(?:こんにちは|こんばんは|おはようございます|はじめまして|(?:いつも)?お世話になっ(?:ております|ています)|(?:どうぞ)?よろしくお願い(?:いた)?(?:します|申し上げます)|(?:ご対応)?(?:どうも)?ありがとうございま(?:す|した)|お願いします|مرحب\S{0,2}|أهل\S{0,2}|السلام عليكم(?: ورحمة الله(?: وبركاته)?)?|تحية طيبة(?: وبعد)?|شكر\S{0,2}(?: (?:لكم|جزيل\S{0,2}))?|مع (?:أطيب )?(?:التحيات|تحياتي)|وتفضلوا .{0,30})\s*[。！!.,،：:]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Elsewhere();

    [GeneratedRegex(@"\b(?:but|however|still|not|\w+n't|again|except|aber|doch|nicht|noch|mais|pas|encore|pero|todav[ií]a|a[uú]n)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Objection();

    [GeneratedRegex(@"\b(?:out of (?:the )?office|on (?:annual |maternity |parental )?leave until|automatic reply|auto-?reply|limited access to (?:my )?(?:e-?)?mails?|abwesenheitsnotiz|(?:nicht|außer) (?:im )?(?:büro|haus)\b.{0,60}\b(?:bis|wieder|zurück)|absent(?:e)? du bureau|réponse automatique|fuera de la oficina|respuesta automática|fuori (?:sede|ufficio)|risposta automatica|fora do escritório|resposta automática|afwezig(?:heids)?)\b|不在にして|自動返信|خارج المكتب|رد تلقائي", RegexOptions.IgnoreCase)]
    private static partial Regex Absence();
}
