using System.Text.RegularExpressions;

namespace SupportCopilot.Replies.Summaries;

/// <summary>Tells what customers say beside their matter, by its usual forms: who they are, how they feel, how long they waited, what they attach. It counts for less in a summary, and stands there where nothing else does.</summary>
internal static partial class Asides
{
    /// <summary>Whether a sentence speaks of the writer, the wait, the mood or the mail instead of the matter.</summary>
    public static bool IsBeside(string sentence) => People().IsMatch(sentence) || Mood().IsMatch(sentence) || Mail().IsMatch(sentence) || German().IsMatch(sentence) || Romance().IsMatch(sentence);

    /// <summary>Whether a sentence asks for help with «this» without naming it.</summary>
    public static bool AsksWithoutNaming(string sentence) => Bare().IsMatch(sentence);

    /// <summary>Whether a sentence tells what the matter is about rather than what is wrong: a number, a device, since when.</summary>
    public static bool IsSetting(string sentence) => Setting().IsMatch(sentence);

    /// <summary>Whether a sentence tells what the customer has tried.</summary>
    public static bool TellsATry(string sentence) => Try().IsMatch(sentence);

    [GeneratedRegex(@"^(?:(?:i|we) (?:run|own|manage|represent|look after|work (?:for|at|in|as)|took over|have a small|are (?:only |just )?(?:a (?:small|team|family|charity)|\d+|here|open))\b|(?:i'm|i am|we're|we are) (?:a |an |the |only |just |new )(?!\w*(?:able|ing)\b)|(?:my|our) (?:colleague|accountant|boss|manager|husband|wife|partner|assistant|it)\b.{0,50}\b(?:can still|has looked|have looked|is in copy|knows|is away|says hello|recommended)|we have about \d)|\b(?:in (?:copy|cc)\b|repl(?:y|ies) to all|between (?:nine|\d+) and (?:five|\d+)\b|first of all|we (?:really )?like \w+ very)", RegexOptions.IgnoreCase)]
    private static partial Regex People();

    [GeneratedRegex(@"\b(?:annoy\w*|frustrat\w*|disappoint\w*|patience|unacceptable|ridiculous|fed up|slap in the face|good money|grateful|a bit lost|not what i expected|to be honest|no (?:rush|hurry)|not the end of the world|(?:second|third) time (?:in|this)|just like to know|urgent(?:ly)?\b(?!.{0,20}\?)|asap|emergency|as soon as possible|need (?:this|it|an answer|a reply|help)\b.{0,40}\b(?:by|before|within|today|now|soon|sorted|solved)|great to have this|(?:audit|deadline|meeting|event|launch) is (?:on|in)|as i may be missing|missing some history|sorry to bother|i hope (?:i am|this|you)|quick (?:one|question) (?:from|for))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Mood();

    [GeneratedRegex(@"^(?:(?:i|we) (?:already |also )?(?:rang|called|phoned|wrote to|spoke (?:to|with)|e-?mailed|chatted)\b|(?:see|please see|i attach|i have attached|we attach|attached|enclosed|find attached|here is (?:a|the) (?:screenshot|photo|picture))\b.{0,50}$|screenshots? attached|(?:i|we) (?:could|can) ?n[o']t find (?:an answer|anything|it) in (?:the|your) (?:help|faq)|(?:i am|we are) calling|this is \w+ \w+ calling|please call|(?:i|we)(?:'d| would)? like a written answer)|\b(?:hotline|number \d+ in the queue|chat ?bot)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Mail();

    [GeneratedRegex(@"^(?:(?:ich|wir) (?:leite|betreibe|führe|sind (?:ein|nur)|bin (?:der|die|bei)|habe (?:bereits |schon )?(?:angerufen|geschrieben))|(?:mein|unser)e? (?:kolleg\w+|chef\w*|steuerberater\w*)\b|(?:es|das) (?:eilt|ist (?:dringend|ärgerlich|eilig))|(?:screenshot|foto|bild)\w* (?:im anhang|anbei)|im anhang|anbei)|\b(?:bis heute (?:lief|ging) alles|so schnell wie möglich|enttäuscht|verärgert)\b", RegexOptions.IgnoreCase)]
    private static partial Regex German();

    [GeneratedRegex(@"^(?:(?:je|nous) (?:gère|gérons|sommes (?:une|un))|(?:mon|ma|notre) (?:collègue|comptable)\b|(?:c'est|ceci est) (?:urgent|agaçant|gênant)|ci-joint|vous trouverez|(?:soy|somos) (?:una|un|el|la)|(?:a )?mi (?:compañer\w+|jef\w+)\b|(?:es|resulta) (?:bastante )?(?:urgente|molesto)|adjunt\w+|hasta ahora todo|espero su)|\b(?:dès que possible|jusqu'ici tout|lo antes posible)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Romance();

    [GeneratedRegex(@"^(?:(?:can|could|would|will) (?:you|someone|anybody|anyone|somebody) (?:please |kindly )?(?:help|assist|look into (?:this|it)|check(?: this| it)?|explain this|tell me what|sort (?:this|it)|fix (?:this|it)|reset whatever|do something)\b|who can (?:help|explain)|how do i get (?:this|it) |what (?:am i doing wrong|should (?:i|we) do|can (?:i|we) do|happens next|is going on|now)\b|is (?:this|it) (?:a )?known|is there anything (?:else )?(?:i|we) can|when will (?:it|this) be|(?:please|kindly) (?:fix|correct|look|check|advise|help|sort)\b.{0,25}$|any (?:news|update|idea)|maybe i(?:'?m| am) doing|können sie (?:das|mir|bitte) (?:prüfen|helfen)|was (?:soll|kann) ich tun|pouvez-vous (?:m'aider|regarder|vérifier)|que (?:faire|dois-je faire)|¿?pueden (?:revisarlo|ayudarme)|¿?qué (?:debo|puedo) hacer)", RegexOptions.IgnoreCase)]
    private static partial Regex Bare();

    [GeneratedRegex(@"^(?:(?:the|my|our) (?:serial|order|invoice|account|customer|ticket|reference|card|phone) ?(?:number|no\.?|id|on file|name)? ?(?:is|are|ends)\b|it is connected to|it (?:was|worked) (?:ordered|bought|fine|without)|(?:i|we) (?:use|am using|are using|am on|are on|paid extra|bought it|have had it)\b|i am on the plan)", RegexOptions.IgnoreCase)]
    private static partial Regex Setting();

    [GeneratedRegex(@"^(?:and |also |then )?(?:i|we)(?:'ve| have)? (?:also |already |even |then |just )?(?:tried|restarted|rebooted|reinstalled|re-?installed|cleared|cleraed|followed|looked in|reset|updated|unplugged|logged out|signed out|held|swapped|replaced the|changed the (?:cable|battery|batteries|socket|browser)|switched|deleted and|removed and|checked (?:the|my|our|in))\b|^(?:ich|wir) (?:habe|haben) (?:es |den |die |das |auch |schon |bereits )*.{0,50}(?:versucht|neu gestartet|gelöscht|geleert|neu installiert|ausprobiert|zurückgesetzt)|^(?:j'ai|nous avons) (?:déjà |aussi )?(?:essayé|redémarré|vidé|réinstallé)|^(?:he|hemos|lo he) (?:ya |también )?(?:intentado|probado|reiniciado|reinstalado|borrado)", RegexOptions.IgnoreCase)]
    private static partial Regex Try();
}
