using System.Globalization;
using SupportCopilot.Replies.Drafting;
using SupportCopilot.Replies.Threads;

namespace SupportCopilot.Replies.Missing;

/// <summary>Words that ask the customer for what is missing, in their language.</summary>
internal static class AskForMissing
{
    private sealed record Words(string Lead, string Comma, string And, Dictionary<string, string> Things);

    private static readonly string[] Kinds =
        [MissingFact.OrderNumber, MissingFact.InvoiceNumber, MissingFact.Device, MissingFact.Version, MissingFact.ErrorText, MissingFact.Screenshot, MissingFact.AccountMail, MissingFact.Steps];

    private static readonly Dictionary<string, Words> ByLanguage = new()
    {
        ["en"] = Of("So that we can look into it, please send us {0}.", ", ", " and ",
            "the order number", "the invoice number", "the device and the browser or system that you use", "the version that you use", "the exact words of the error message", "a screenshot", "the e-mail address of your account", "a few words on what you did just before"),
        ["de"] = Of("Damit wir dem nachgehen können, schicken Sie uns bitte {0}.", ", ", " und ",
            "die Bestellnummer", "die Rechnungsnummer", "die Angabe, welches Gerät mit welchem Browser oder System Sie verwenden", "die Version, die Sie verwenden", "den genauen Wortlaut der Fehlermeldung", "einen Screenshot", "die E-Mail-Adresse Ihres Kontos", "ein paar Worte dazu, was Sie unmittelbar davor getan haben"),
        ["fr"] = Of("Afin que nous puissions regarder cela, merci de nous envoyer {0}.", ", ", " et ",
            "le numéro de commande", "le numéro de facture", "l’appareil et le navigateur ou le système que vous utilisez", "la version que vous utilisez", "le texte exact du message d’erreur", "une capture d’écran", "l’adresse e-mail de votre compte", "quelques mots sur ce que vous avez fait juste avant"),
        ["es"] = Of("Para que podamos revisarlo, envíenos por favor {0}.", ", ", " y ",
            "el número de pedido", "el número de factura", "el dispositivo y el navegador o sistema que utiliza", "la versión que utiliza", "el texto exacto del mensaje de error", "una captura de pantalla", "la dirección de correo electrónico de su cuenta", "unas palabras sobre lo que hizo justo antes"),
        ["it"] = Of("Per poter verificare, ci invii per favore {0}.", ", ", " e ",
            "il numero d’ordine", "il numero della fattura", "il dispositivo e il browser o sistema che usa", "la versione che usa", "il testo esatto del messaggio di errore", "una schermata", "l’indirizzo e-mail del Suo account", "qualche parola su ciò che ha fatto subito prima"),
        ["pt"] = Of("Para podermos verificar, envie-nos por favor {0}.", ", ", " e ",
            "o número da encomenda", "o número da fatura", "o dispositivo e o navegador ou sistema que utiliza", "a versão que utiliza", "o texto exato da mensagem de erro", "uma captura de ecrã", "o endereço de e-mail da sua conta", "algumas palavras sobre o que fez imediatamente antes"),
        ["nl"] = Of("Zodat wij dit kunnen nakijken, stuur ons alstublieft {0}.", ", ", " en ",
            "het ordernummer", "het factuurnummer", "het apparaat en de browser of het systeem dat u gebruikt", "de versie die u gebruikt", "de exacte tekst van de foutmelding", "een schermafbeelding", "het e-mailadres van uw account", "enkele woorden over wat u vlak daarvoor deed"),
        ["ja"] = Of("確認のため、次の情報をお送りください：{0}。", "、", "、",
            "注文番号", "請求書番号", "ご利用の端末とブラウザまたはOS", "ご利用のバージョン", "エラーメッセージの正確な文面", "画面のスクリーンショット", "アカウントのメールアドレス", "直前の操作内容"),
        ["ar"] = Of("كي نتمكن من التحقق، نرجو أن ترسلوا إلينا {0}.", "، ", " و",
            "رقم الطلب", "رقم الفاتورة", "نوع الجهاز والمتصفح أو النظام الذي تستخدمونه", "الإصدار الذي تستخدمونه", "النص الدقيق لرسالة الخطأ", "لقطة للشاشة", "عنوان البريد الإلكتروني لحسابكم", "وصفًا قصيرًا لما فعلتموه قبل ذلك مباشرة"),
    };

    private static readonly string[] Leads = [.. ByLanguage.Values.Select(words => words.Lead[..words.Lead.IndexOf('{', StringComparison.Ordinal)])];

    /// <summary>The sentence; null where nothing is missing.</summary>
    public static string? Sentence(IReadOnlyList<MissingFact> missing, string? language)
    {
        if (missing.Count == 0) return null;
        var words = ByLanguage[language is not null && ByLanguage.ContainsKey(language) ? language : "en"];
        var things = missing.Select(fact => words.Things[fact.What]).ToList();
        var list = things.Count == 1 ? things[0] : string.Join(words.Comma, things.SkipLast(1)) + words.And + things[^1];
        return string.Format(CultureInfo.InvariantCulture, words.Lead, list);
    }

    /// <summary>A letter that asks for it and says nothing else; null where nothing is missing.</summary>
    public static string? Letter(TicketThread thread, Concern concern, IReadOnlyList<MissingFact> missing)
    {
        if (Sentence(missing, thread.Ticket.Effective.Language) is not { } sentence) return null;
        var phrases = thread.Voice.In(thread.Ticket.Effective.Language);
        return ComposeReply.Letter(ComposeReply.Greeting(thread.Requester, phrases), ComposeReply.Thanks(thread, concern, phrases), sentence, ComposeReply.Signed(thread, phrases));
    }

    /// <summary>Whether a paragraph is such a sentence, in any language.</summary>
    public static bool Is(string paragraph) => Leads.Any(lead => paragraph.StartsWith(lead, StringComparison.Ordinal));

    private static Words Of(string lead, string comma, string and, params string[] things) => new(lead, comma, and, Kinds.Zip(things).ToDictionary(pair => pair.First, pair => pair.Second));
}
