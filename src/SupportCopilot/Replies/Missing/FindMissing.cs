using System.Text.RegularExpressions;
using SupportCopilot.Replies.Drafting;
using SupportCopilot.Replies.Text;
using SupportCopilot.Replies.Threads;
using SupportCopilot.Tickets;

namespace SupportCopilot.Replies.Missing;

/// <summary>
/// Finds what an answer needs and the ticket lacks: what agents asked the customers of alike tickets for, and what the
/// article that answers wants; while there are too few alike tickets to learn from, what is usual for the category.
/// </summary>
internal sealed partial class FindMissing(GivenFacts given)
{
    private const int Most = 3;              // a longer list is a form, and is not answered
    private const int EnoughToLearn = 3;     // done tickets: fewer are chance
    private const int LeastTimes = 2;
    private const double LeastShare = 0.5;   // what fewer than half needed is no need of this one

    /// <param name="thread">The ticket.</param>
    /// <param name="concern">What the customer waits to hear.</param>
    /// <param name="asked">What agents asked for on alike tickets.</param>
    /// <param name="quoted">What the reply quotes; none where it is silent.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>What to ask for, the most needed first.</returns>
    public async Task<IReadOnlyList<MissingFact>> RunAsync(TicketThread thread, Concern concern, AskedBefore asked, IReadOnlyList<Quotation> quoted, CancellationToken ct)
    {
        if (thread.IsDone || thread.Unanswered.Count == 0) return [];   // the desk spoke last, and may have asked
        var wanted = Learned(asked).Concat(quoted.SelectMany(quotation => AskedFacts.DemandedBy(quotation.Words)).Select(what => new MissingFact(what, "article", 0, asked.Of)))
            .Concat(quoted.Count == 0 && asked.Of < EnoughToLearn ? Usual(thread.Ticket, concern, asked.Of) : [])
            .DistinctBy(fact => fact.What).ToList();
        if (wanted.Count == 0) return [];

        var askedHere = thread.Current.Where(turn => turn.By is AuthorKind.Agent && turn.IsPublic).SelectMany(turn => AskedFacts.In(turn.Text)).ToHashSet();
        wanted.RemoveAll(fact => askedHere.Contains(fact.What));
        var lacking = wanted.Count == 0 ? [] : await given.LackingAsync(thread, [.. wanted.Select(fact => fact.What)], ct);
        return [.. wanted.Where(fact => lacking.Contains(fact.What)).Take(Most)];
    }

    private static IEnumerable<MissingFact> Learned(AskedBefore asked) => asked.Of < EnoughToLearn ? [] :
        asked.Times.Where(kind => kind.Value >= LeastTimes && kind.Value >= LeastShare * asked.Of).OrderByDescending(kind => kind.Value).ThenBy(kind => kind.Key, StringComparer.Ordinal)
            .Select(kind => new MissingFact(kind.Key, "agents", kind.Value, asked.Of));

    private static IEnumerable<MissingFact> Usual(Ticket ticket, Concern concern, int of)
    {
        var isComplaint = concern.Focus.Any(Asking.IsComplaint);
        string[] usual = ticket.Effective.Category switch
        {
            "shipping" => [MissingFact.OrderNumber],
            "billing" => [MissingFact.InvoiceNumber],
            "technical" or "integration" when isComplaint && Programs().IsMatch(concern.Context) => [MissingFact.ErrorText, MissingFact.Device],
            "account" when isComplaint => [MissingFact.AccountMail],
            _ => [],
        };
        return usual.Select(what => new MissingFact(what, "category", 0, of));
    }

    // Of a lamp nobody asks which browser it is used with.
    [GeneratedRegex(@"\b(?:apps?|pages?|browsers?|web ?sites?|sites?|log ?in|sign ?in|screens?|software|programs?|errors?|messages?|updates?|install\w*|servers?|sync\w*|exports?|imports?|uploads?|downloads?|api|reports?|dashboards?|accounts?|e-?mails?|mails?|files?|buttons?|pop ?ups?|windows|mac|android|iphone|programm\w*|seite\w*|fehler\w*|meldung\w*|anmeld\w*|datei\w*|application|site|erreur|connexion|fichier|aplicaci\w+|página|error\w*|sesión|archivo|applicazione|pagina|errore|aplicativo|arquivo|foutmelding|bestand)\b|アプリ|ページ|画面|エラー|ログイン|ブラウザ|ファイル|تطبيق|صفحة|خطأ|تسجيل الدخول|متصفح|ملف", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Programs();
}
