namespace SupportCopilot.Replies.Drafting;

/// <summary>The words around the cited passages in other tones than the usual one.</summary>
internal static class ReplyTone
{
    /// <summary>Warm and informal.</summary>
    public const string Friendly = "friendly";

    /// <summary>Courteous and reserved.</summary>
    public const string Formal = "formal";

    /// <summary>The usual words, with an apology.</summary>
    public const string Apologetic = "apologetic";

    private static readonly Dictionary<(string Tone, string Language), ReplyPhrases> Phrases = new()
    {
        [(Friendly, "en")] = new("Hi {0}!", "Hi there!", "Thanks so much for writing to us.", "Sorry about the trouble!",
            "Just reply here if anything is still unclear, we are happy to help.", "Best wishes"),
        [(Formal, "en")] = new("Dear {0},", "Dear customer,", "Thank you for contacting us.", "We apologise for the inconvenience.",
            "Should this not resolve the matter, please reply to this message and we will examine it further.", "Yours sincerely"),
        [(Friendly, "de")] = new("Hallo {0}!", "Hallo!", "schön, dass Sie sich melden.", "Das tut uns leid!",
            "Ist noch etwas unklar, schreiben Sie einfach zurück, wir helfen gern.", "Viele Grüße"),
        [(Formal, "de")] = new("Guten Tag {0},", "Sehr geehrte Damen und Herren,", "vielen Dank für Ihre Anfrage.", "Wir bitten die Unannehmlichkeiten zu entschuldigen.",
            "Sollte sich die Angelegenheit damit nicht klären, antworten Sie bitte auf diese Nachricht; wir prüfen sie dann eingehend.", "Mit freundlichen Grüßen"),
        [(Friendly, "fr")] = new("Bonjour {0} !", "Bonjour !", "Merci beaucoup de nous avoir écrit.", "Désolés pour ce souci !",
            "Si quelque chose n’est pas clair, répondez-nous ici, nous vous aiderons avec plaisir.", "Bien à vous"),
        [(Formal, "fr")] = new("Bonjour {0},", "Madame, Monsieur,", "Nous vous remercions de votre message.", "Nous vous prions de nous excuser pour la gêne occasionnée.",
            "Si cela ne suffisait pas, nous vous invitons à répondre à ce message afin que nous examinions votre demande plus avant.", "Veuillez agréer nos salutations distinguées"),
        [(Friendly, "es")] = new("¡Hola, {0}!", "¡Hola!", "Muchas gracias por escribirnos.", "¡Sentimos las molestias!",
            "Si algo no queda claro, responda aquí y le ayudaremos con gusto.", "Un abrazo"),
        [(Formal, "es")] = new("Hola, {0}:", "Estimado cliente:", "Le agradecemos que se haya puesto en contacto con nosotros.", "Le pedimos disculpas por las molestias.",
            "Si esto no resolviera el asunto, le rogamos que responda a este mensaje para que lo examinemos más a fondo.", "Atentamente"),
        [(Friendly, "it")] = new("Ciao {0}!", "Ciao!", "grazie mille per averci scritto.", "Ci dispiace per il disagio!",
            "Se qualcosa non è chiaro, risponda pure qui: siamo felici di aiutare.", "Un caro saluto"),
        [(Formal, "it")] = new("Buongiorno {0},", "Gentile cliente,", "La ringraziamo per averci contattato.", "Ci scusiamo per il disagio.",
            "Qualora ciò non fosse sufficiente, La preghiamo di rispondere a questo messaggio per un ulteriore esame.", "Distinti saluti"),
        [(Friendly, "pt")] = new("Olá, {0}!", "Olá!", "Muito obrigado por nos escrever.", "Sentimos muito pelo incômodo!",
            "Se algo ainda não estiver claro, responda aqui e teremos gosto em ajudar.", "Um abraço"),
        [(Formal, "pt")] = new("Olá, {0},", "Prezado cliente,", "Agradecemos o seu contacto.", "Pedimos desculpa pelo transtorno.",
            "Caso isto não resolva o assunto, queira responder a esta mensagem para que o analisemos em pormenor.", "Atenciosamente"),
        [(Friendly, "nl")] = new("Hoi {0}!", "Hoi!", "Wat fijn dat u ons schrijft.", "Sorry voor het ongemak!",
            "Is er nog iets onduidelijk, antwoord dan gerust; we helpen graag.", "Hartelijke groet"),
        [(Formal, "nl")] = new("Geachte {0},", "Geachte klant,", "Hartelijk dank voor uw bericht.", "Onze excuses voor het ongemak.",
            "Mocht dit de zaak niet oplossen, dan verzoeken wij u op dit bericht te antwoorden, zodat wij die verder kunnen onderzoeken.", "Hoogachtend"),
        [(Friendly, "ja")] = new("{0}さん、こんにちは。", "こんにちは。", "ご連絡ありがとうございます！", "ご不便をおかけしてすみません。",
            "ご不明な点があれば、お気軽にご返信ください。", "どうぞよろしくお願いします。"),
        [(Formal, "ja")] = new("{0} 様", "お客様各位", "このたびはお問い合わせいただき、誠にありがとうございます。", "ご迷惑をおかけしておりますことを深くお詫び申し上げます。",
            "解決に至らない場合は、お手数ですが本メッセージにご返信ください。改めて確認いたします。", "敬具"),
        [(Friendly, "ar")] = new("أهلًا {0}!", "أهلًا بكم!", "شكرًا جزيلًا لمراسلتنا.", "نعتذر عن الإزعاج!",
            "إذا بقي أي شيء غير واضح فاكتبوا إلينا هنا، ويسعدنا أن نساعدكم.", "مع أجمل التحيات"),
        [(Formal, "ar")] = new("تحية طيبة {0}،", "عميلنا الكريم،", "نشكركم على تواصلكم معنا.", "نرجو قبول اعتذارنا عن الإزعاج.",
            "إذا لم تُحل المسألة بذلك، فيُرجى الرد على هذه الرسالة لنعيد النظر فيها.", "وتفضلوا بقبول فائق الاحترام"),
    };

    /// <summary>The phrases of a tone in a language; English where the language is unknown or has none here, the usual ones where the tone has none.</summary>
    public static ReplyPhrases Of(string tone, string? language)
    {
        if (tone == Apologetic) return ReplyPhrases.In(language);
        return language is not null && Phrases.TryGetValue((tone, language), out var phrases) ? phrases : Phrases[(tone, "en")];
    }
}
