using System.Text.RegularExpressions;
using SupportCopilot.Tickets.Text;

namespace SupportCopilot.Tickets.Speech;

/// <summary>
/// What solved a ticket: the desk's last public reply that says something of substance. «As I have not heard back, I close
/// this» is none, nor is a question, nor a shorter reply that follows another without a word of the customer between: a nudge.
/// </summary>
internal static partial class Resolution
{
    /// <summary>What is kept of one at most, in characters.</summary>
    public const int Longest = 400;


    /// <param name="said">The public comments, oldest first.</param>
    /// <returns>At most 400 characters; null where the desk said nothing of substance.</returns>
    public static string? Of(IEnumerable<Comment> said) => WholeOf(said) is { } best ? Clip.To(best, Longest) : null;

    /// <param name="said">The public comments, oldest first.</param>
    /// <returns>The whole reply; null where the desk said nothing of substance.</returns>
    public static string? WholeOf(IEnumerable<Comment> said)
    {
        string? best = null;
        var isAnswered = true;   // whether the customer wrote since the best so far
        foreach (var comment in said)
        {
            if (comment.AuthorKind is AuthorKind.Requester) isAnswered = true;
            if (comment.AuthorKind is not AuthorKind.Agent) continue;
            var words = MessageText.Clean(comment.Body);
            if (Core(words).Length == 0) continue;
            if (best is null || isAnswered || words.Length >= best.Length) best = words;
            isAnswered = false;
        }
        return best;
    }

    /// <summary>A reply without its courtesies and questions.</summary>
    public static string Core(string reply) =>
        string.Join('\n', Spoken.In(reply).Where(sentence => !sentence.EndsWith('?') && !IsWaitingOrClosing(sentence) && Terms.In(sentence).Any()));

    /// <summary>Whether a sentence only closes the ticket, waits for the customer, asks for patience, or opens with a phrase.</summary>
    private static bool IsWaitingOrClosing(string sentence) =>
        English().IsMatch(sentence) || German().IsMatch(sentence) || Romance().IsMatch(sentence) || Dutch().IsMatch(sentence);

    [GeneratedRegex(@"\b(?:(?:not|never|haven'?t|hadn'?t|nothing) (?:\w+ )?(?:heard|received|had) (?:\w+ )?(?:back|from you|(?:a |any )?(?:reply|answer|response))|(?:i|we)(?:'m| am|'re| are|'ll| will| take it| have)?\b.{0,60}\bclos(?:e|ed|ing) (?:this|the|your|it)\b|(?:ticket|request|case) (?:is|has been|will be|was) (?:\w+ )?closed|repl(?:y|ies|ying)\b.{0,40}\b(?:re)?opens?|just repl(?:y|ies) (?:if|to|here)|opens again|(?:keep|kept) you (?:posted|informed|updated|in the loop)|(?:write|get back to you|be in touch|update you|let you know) (?:again )?(?:as soon as|once|when|by|shortly|soon)|(?:is|are) (?:still )?looking (?:at|into) (?:it|this)|(?:answer|reply|response) by\b|has this (?:helped|solved)|anything else (?:i|we) can|happy to help|that helps|for the details|with that i could|(?:thank|thanks) (?:you )?for (?:your (?:patience|message)|getting|writing|coming|reaching)|(?:good|great) to hear|here is what|(?:i|we) have (?:news|had a look)|(?:sorry|apologies) (?:for|about|that|to)|engineers have answered|let me see to)\b", RegexOptions.IgnoreCase)]
    private static partial Regex English();

    [GeneratedRegex(@"\b(?:nichts (?:mehr |weiter )?(?:von ihnen )?(?:gehört|erhalten)|keine (?:antwort|rückmeldung)|schließ(?:e|en) (?:ich|wir)|(?:anfrage|ticket|vorgang|fall)\b.{0,40}(?:schließen|geschlossen)|öffnet sie sich|meld(?:e|en) (?:mich|uns|ich|wir)|auf dem laufenden|(?:gibt|habe) (?:es )?(?:neuigkeiten|neues)|es tut mir leid|fachabteilung)\b", RegexOptions.IgnoreCase)]
    private static partial Regex German();

    [GeneratedRegex(@"\b(?:sans (?:nouvelles|réponse|retour)|(?:je|nous) (?:clos|clôtur\w+|ferm\w+)|pour la rouvrir|(?:reviens|revenons) vers vous|(?:au courant|informée?s?) d|voici du nouveau|je suis désolée?|no (?:he|hemos) (?:tenido|recibido) (?:\w+ )?(?:respuesta|noticias)|(?:cierro|cerramos) (?:la|el|su|esta|este)|se vuelve a abrir|le (?:escribo|escribiremos|mantend\w+)|tengo novedades|siento que|non (?:ho|abbiamo) (?:più )?(?:ricevuto|avuto)|(?:chiudo|chiudiamo) (?:la|il|questa)|não (?:tive|tivemos|recebi|recebemos) (?:\w+ )?(?:resposta|notícias)|(?:encerro|encerramos|fecho|fechamos) (?:o|a|este|esta))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Romance();

    [GeneratedRegex(@"\b(?:niets meer (?:van u )?(?:gehoord|vernomen)|geen (?:reactie|antwoord)|sluit(?:en)? (?:ik|we|wij)|op de hoogte)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Dutch();
}
