using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Replies.Threads;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;
using SupportCopilot.Triage;
using SupportCopilot.Triage.Reading;

namespace SupportCopilot.Replies.Missing;

/// <summary>Tells what a ticket holds already: nothing annoys a customer more than to be asked for what they wrote.</summary>
internal sealed partial class GivenFacts(SupportDbContext db)
{
    /// <summary>Which of the wanted facts the ticket does not hold, by its words, its custom fields, and who wrote it.</summary>
    public async Task<IReadOnlyList<string>> LackingAsync(TicketThread thread, IReadOnlyCollection<string> wanted, CancellationToken ct)
    {
        var text = string.Join('\n', thread.Turns.Where(turn => turn.By is AuthorKind.Requester).Select(turn => turn.Text).Prepend(thread.Ticket.Subject));
        var left = wanted.Where(what => !Holds(text, what)).ToList();
        if (left.Count == 0) return left;

        var fields = await db.TicketFields.AsNoTracking().Where(f => f.TicketId == thread.Ticket.Id && f.Value != "").Select(f => f.Name).ToListAsync(ct);
        left.RemoveAll(what => fields.Any(name => NamesOf(what).IsMatch(name)));
        if (left.Contains(MissingFact.AccountMail) && thread.Ticket.RequesterId is { } requester && await db.People.AnyAsync(p => p.Id == requester && p.Email != null, ct)) left.Remove(MissingFact.AccountMail);
        if (left.Contains(MissingFact.Screenshot) || left.Contains(MissingFact.ErrorText))
        {
            var detail = await db.Verdicts.AsNoTracking().Where(v => v.TicketId == thread.Ticket.Id).Select(v => v.Detail).SingleOrDefaultAsync(ct);
            var signals = detail is null ? null : JsonSerializer.Deserialize(detail, JudgementJson.Default.Judgement)?.Signals;
            if (signals is { Screenshot: true }) left.Remove(MissingFact.Screenshot);
            if (signals is { ErrorText: true } or { Code: true }) left.Remove(MissingFact.ErrorText);
        }

        return left;
    }

    /// <summary>A number that looks like one of an order may as well be the invoice's: better not asked for than asked for twice.</summary>
    private static bool Holds(string text, string what) => what switch
    {
        MissingFact.OrderNumber or MissingFact.InvoiceNumber => OrderNumbers.In(text).Count > 0,
        MissingFact.Device => Devices().IsMatch(text),
        MissingFact.Version => Versions().IsMatch(text),
        MissingFact.ErrorText => Errors().IsMatch(text),
        MissingFact.Screenshot => Pictures().IsMatch(text),
        MissingFact.AccountMail => Mails().IsMatch(text),
        MissingFact.Steps => Doings().IsMatch(text),
        _ => true,
    };

    private static Regex NamesOf(string what) => what switch
    {
        MissingFact.OrderNumber => OrderFields(),
        MissingFact.InvoiceNumber => InvoiceFields(),
        MissingFact.Device => DeviceFields(),
        MissingFact.Version => VersionFields(),
        MissingFact.AccountMail => MailFields(),
        _ => NoField(),
    };

    private const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\b(?:iphone|ipad|ios|android|samsung|galaxy|pixel|huawei|xiaomi|oneplus|nokia|windows|mac(?:book|os| ?os)?|imac|linux|ubuntu|chrome(?:book| ?os)?|firefox|safari|edge|opera|surface|thinkpad|kindle|playstation|xbox)\b", Plain)]
    private static partial Regex Devices();

    [GeneratedRegex(@"\bv\.? ?\d+|\bversi\w+ (?:is |ist |est |es )?\d|\b\d+\.\d+\.\d+\b|バージョン\s*\d|إصدار\s*\d", Plain)]
    private static partial Regex Versions();

    [GeneratedRegex(@"\b(?:error|fehler|erreur|errore|erro|fout|code|http|status)\s*(?:code|message|no\.?|number|nr\.?)?\s*[:#]?\s*[""“«'„]?(?:[A-Z]{0,6}[-_ ]?\d{2,}|0x[0-9a-f]+)|[""“„«「](?:[^""”“»」\n]{12,200})[""”“»」]|\bexception\b|エラー\s*\d", Plain)]
    private static partial Regex Errors();

    [GeneratedRegex(@"\[(?:image|attachment|inline|cid)|!\[|\b(?:attached|attachment|screen ?shot|see (?:the )?(?:picture|photo|image)|(?:im )?anhang|bildschirmfoto|ci-joint|pièce jointe|adjunt\w+|allegat\w+|em anexo|bijlage)\b|添付|مرفق", Plain)]
    private static partial Regex Pictures();

    [GeneratedRegex(@"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")]
    private static partial Regex Mails();

    [GeneratedRegex(@"\b(?:when(?:ever)?|after|once|each time|every time|as soon as|if) (?:i|we|you)\b|\bi (?:click|press|tap|open|type|choose|select|tr(?:y|ied) to)\b|wenn ich|sobald|nachdem|beim (?:öffnen|klicken|speichern|start)|quand (?:je|on)|lorsque|en cliquant|cuando|al (?:hacer|abrir|pulsar)|quando|als ik|zodra|すると|عندما", Plain)]
    private static partial Regex Doings();

    [GeneratedRegex(@"order|bestell|auftrag|commande|pedido|ordine|encomenda|注文|طلب", Plain)]
    private static partial Regex OrderFields();

    [GeneratedRegex(@"invoice|rechnung|facture|factura|fattura|fatura|factuur|請求|فاتورة", Plain)]
    private static partial Regex InvoiceFields();

    [GeneratedRegex(@"device|model|phone|browser|platform|operating|\bos\b|gerät|modell|appareil|navigateur|dispositivo|apparaat", Plain)]
    private static partial Regex DeviceFields();

    [GeneratedRegex(@"version|versi[oó]n|versione|versão|versie|release|build", Plain)]
    private static partial Regex VersionFields();

    [GeneratedRegex(@"e-?mail|account|konto|compte|cuenta|user", Plain)]
    private static partial Regex MailFields();

    [GeneratedRegex("(?!)")]
    private static partial Regex NoField();
}
