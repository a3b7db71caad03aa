using SupportCopilot.Replies.Drafting;
using SupportCopilot.Replies.Threads;

namespace SupportCopilot.Replies.AutoAnswers;

/// <summary>Sets a cited reply as a customer reads it: without numbers, with the articles' links, and with a word that no person wrote it.</summary>
internal static class ComposeAutoAnswer
{
    private static readonly Dictionary<string, (string Automatic, string More)> ByLanguage = new()
    {
        ["en"] = ("This answer was found automatically in our help center. If it does not help, reply to this message and a person will look into it.", "More about it: {0}"),
        ["de"] = ("Diese Antwort wurde automatisch in unserem Hilfebereich gefunden. Hilft sie nicht weiter, antworten Sie auf diese Nachricht, und ein Mensch kümmert sich darum.", "Mehr dazu: {0}"),
        ["fr"] = ("Cette réponse a été trouvée automatiquement dans notre centre d’aide. Si elle ne vous aide pas, répondez à ce message et une personne s’en occupera.", "En savoir plus : {0}"),
        ["es"] = ("Esta respuesta se ha encontrado automáticamente en nuestro centro de ayuda. Si no le sirve, responda a este mensaje y una persona lo revisará.", "Más información: {0}"),
        ["it"] = ("Questa risposta è stata trovata automaticamente nel nostro centro assistenza. Se non aiuta, risponda a questo messaggio e se ne occuperà una persona.", "Maggiori informazioni: {0}"),
        ["pt"] = ("Esta resposta foi encontrada automaticamente no nosso centro de ajuda. Se não ajudar, responda a esta mensagem e uma pessoa tratará do assunto.", "Mais informações: {0}"),
        ["nl"] = ("Dit antwoord is automatisch gevonden in ons helpcentrum. Helpt het niet, antwoord dan op dit bericht; dan kijkt een medewerker ernaar.", "Meer hierover: {0}"),
        ["ja"] = ("この回答はヘルプセンターから自動的に見つけたものです。解決しない場合は、このメッセージにご返信ください。担当者が確認いたします。", "詳しくはこちら：{0}"),
        ["ar"] = ("عُثر على هذه الإجابة آليًا في مركز المساعدة لدينا. إذا لم تساعدكم فيُرجى الرد على هذه الرسالة وسينظر فيها موظف.", "للمزيد: {0}"),
    };

    /// <summary>What goes to the customer.</summary>
    public static string ForCustomer(TicketThread thread, SuggestedReply reply)
    {
        var language = thread.Ticket.Effective.Language;
        var (automatic, more) = ByLanguage[language is not null && ByLanguage.ContainsKey(language) ? language : "en"];
        var phrases = thread.Voice.In(language);
        var links = reply.Citations.Select(citation => citation.Url).OfType<string>().Distinct().ToList();
        string[] parts =
        [
            ComposeReply.Greeting(thread.Requester, phrases),
            phrases.Thanks,
            .. reply.Citations.Select(citation => ComposeReply.Readable(citation.Quote)),
            links.Count == 0 ? "" : string.Format(System.Globalization.CultureInfo.InvariantCulture, more, string.Join(", ", links)),
            automatic,
            ComposeReply.Signed(thread, phrases),
        ];
        return ComposeReply.Letter(parts);
    }

    /// <summary>The paragraphs of a letter that need no source.</summary>
    public static HashSet<string> Courtesies(TicketThread thread)
    {
        var courtesies = new HashSet<string>(StringComparer.Ordinal);
        foreach (var language in ByLanguage.Keys.Append(thread.Ticket.Effective.Language))
        {
            var phrases = thread.Voice.In(language);
            courtesies.UnionWith([ComposeReply.Greeting(thread.Requester, phrases), phrases.Thanks, $"{phrases.Thanks} {phrases.Sorry}".Trim(), phrases.Closing, ComposeReply.Signed(thread, phrases)]);
        }

        return courtesies;
    }
}
