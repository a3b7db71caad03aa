using System.Text.RegularExpressions;

namespace SupportCopilot.Replies.Missing;

/// <summary>How people name what a desk asks its customers for, in the languages of the replies.</summary>
internal static partial class FactWords
{
    private const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly (string What, Regex Words)[] Kinds =
    [
        (MissingFact.OrderNumber, OrderNumber()), (MissingFact.InvoiceNumber, InvoiceNumber()), (MissingFact.Device, Device()), (MissingFact.Version, Version()),
        (MissingFact.ErrorText, ErrorText()), (MissingFact.Screenshot, Screenshot()), (MissingFact.AccountMail, AccountMail()), (MissingFact.Steps, Steps()),
    ];

    /// <summary>What a text names.</summary>
    public static IEnumerable<string> In(string text) => Kinds.Where(kind => kind.Words.IsMatch(text)).Select(kind => kind.What);

    [GeneratedRegex(@"\border (?:number|no\b|id\b|reference)|number of (?:the|your) order|(?:bestell|auftrags)(?:nummer|nr)|num[ée]ro de (?:la |votre )?commande|n[°º] de commande|número (?:de|del|da) (?:su |tu |sua )?(?:pedido|encomenda)|numero (?:d['’]ordine|dell['’]ordine)|(?:order|bestel)nummer|注文番号|رقم (?:ال)?طلب", Plain)]
    private static partial Regex OrderNumber();

    [GeneratedRegex(@"\binvoice (?:number|no\b|id\b)|number of (?:the|your) invoice|rechnungs(?:nummer|nr)|num[ée]ro de (?:la |votre )?facture|número (?:de|da) (?:la |su |sua )?fa(?:c)?tura|numero (?:di|della) fattura|factuurnummer|請求書番号|رقم (?:ال)?فاتورة", Plain)]
    private static partial Regex InvoiceNumber();

    [GeneratedRegex(@"\b(?:which|what|your) (?:kind of |type of |make of )?(?:phone|device|model|computer|browser|operating system|tablet|reader)|(?:phone|device|browser) (?:model|type|and|or)|model (?:of|number)|welche[ns]? (?:gerät|handy|telefon|modell|betriebssystem|browser)|quel(?:le)? (?:appareil|modèle|navigateur|téléphone|système)|(?:qué|cuál es) (?:su )?(?:dispositivo|modelo|navegador|teléfono)|(?:quale|che) (?:dispositivo|modello|browser|telefono)|(?:qual|que) (?:dispositivo|modelo|navegador|telemóvel|celular)|welk(?:e)? (?:apparaat|toestel|telefoon|browser)|機種|(?:端末|ブラウザ)|(?:نوع|أي) (?:ال)?(?:جهاز|متصفح|هاتف)", Plain)]
    private static partial Regex Device();

    [GeneratedRegex(@"\bversions?\b|\bversión\b|\bversione\b|\bversão\b|\bversie\b|バージョン|(?:ال)?إصدار", Plain)]
    private static partial Regex Version();

    [GeneratedRegex(@"\berror (?:message|text|code)|(?:text|words) of the error|what (?:exactly )?does (?:it|the (?:message|error|page)) say|fehler(?:meldung|text|code)|(?:message|code) d['’]erreur|(?:mensaje|código) de error|messaggio d(?:i|['’])errore|mensagem de erro|foutmelding|エラー(?:メッセージ|コード)|رسالة (?:ال)?خطأ", Plain)]
    private static partial Regex ErrorText();

    [GeneratedRegex(@"\bscreen ?(?:shot|grab|capture)s?\b|\bpicture of (?:the|your) screen|bildschirmfoto|capture d['’]écran|captura de (?:pantalla|tela|ecrã)|schermata|schermafbeelding|スクリーンショット|لقطة (?:ال|لل)?شاشة", Plain)]
    private static partial Regex Screenshot();

    [GeneratedRegex(@"\be-?mail(?: address|-?adresse| adres)\b|\bmail address|address (?:of|on|for) (?:your|the) account|\bwhich (?:e-?mail|account)|user ?name\b|login name|benutzername|adresse (?:e-?mail|électronique)|(?:dirección de )?correo electrónico|indirizzo e-?mail|endereço de e-?mail|e-?mailadres|メールアドレス|البريد الإلكتروني", Plain)]
    private static partial Regex AccountMail();

    [GeneratedRegex(@"\b(?:the|which|what) (?:exact )?steps\b|\bsteps (?:to|that|you)|how (?:can|do|could) (?:we|i) reproduce|what (?:exactly )?(?:did you do|were you doing|happened (?:just )?before)|welche schritte|was (?:genau )?haben sie (?:davor|zuvor|vorher|gemacht|getan)|(?:quelles|les) étapes|qu['’]avez-vous fait|(?:qué|los) pasos|quali passaggi|(?:que|quais) passos|welke stappen|手順|(?:ما|ال)\s?خطوات", Plain)]
    private static partial Regex Steps();
}
