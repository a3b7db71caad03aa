using System.Globalization;
using SupportCopilot.Replies.Threads;

namespace SupportCopilot.Replies.Drafting;

/// <summary>The letter that asks the customer which of several things they mean, where an answer for one would be wrong for another.</summary>
internal static class AskWhich
{
    private const int MostNamed = 4;   // a longer list is no help to who has one of them in hand

    private static readonly Dictionary<string, (string Question, string Or)> ByLanguage = new()
    {
        ["en"] = ("So that we give you the right answer: which of these is it about, {0}?", "or"),
        ["de"] = ("Damit wir Ihnen richtig antworten: Worum geht es, um {0}?", "oder"),
        ["fr"] = ("Pour vous répondre au mieux : de quoi s'agit-il, {0} ?", "ou"),
        ["es"] = ("Para responderle bien: ¿de cuál se trata, {0}?", "o"),
        ["it"] = ("Per risponderle bene: di quale si tratta, {0}?", "o"),
        ["pt"] = ("Para lhe responder bem: de qual se trata, {0}?", "ou"),
        ["nl"] = ("Om u goed te antwoorden: om welke gaat het, {0}?", "of"),
        ["ja"] = ("正しくご案内するため、どちらについてのご質問か教えてください：{0}", "または"),
        ["ar"] = ("كي نجيبكم بدقة: أيّ هذه تقصدون، {0}؟", "أو"),
    };

    /// <summary>The letter, in the ticket's language where there are words for it, else in English.</summary>
    public static string Letter(TicketThread thread, IReadOnlyList<string> titles)
    {
        var language = thread.Ticket.Effective.Language is { } known && ByLanguage.ContainsKey(known) ? known : "en";
        var (phrases, words) = (thread.Voice.In(language), ByLanguage[language]);
        var named = titles.Take(MostNamed).ToList();
        var list = $"{string.Join(", ", named.SkipLast(1))} {words.Or} {named[^1]}";
        return ComposeReply.Letter(ComposeReply.Greeting(thread.Requester, phrases), phrases.Thanks, string.Format(CultureInfo.InvariantCulture, words.Question, list), ComposeReply.Signed(thread, phrases));
    }
}
