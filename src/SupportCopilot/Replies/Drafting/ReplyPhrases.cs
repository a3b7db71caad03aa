namespace SupportCopilot.Replies.Drafting;

/// <summary>The words around the cited passages, by language.</summary>
internal sealed record ReplyPhrases(string HelloName, string Hello, string Thanks, string Sorry, string Closing, string Regards)
{
    /// <summary>The brand's own greeting, with {name}; null for the usual one.</summary>
    public string? OwnGreeting { get; init; }

    /// <summary>The brand's own signature, with {agent}; null for the usual one.</summary>
    public string? OwnSignature { get; init; }

    private static readonly Dictionary<string, ReplyPhrases> ByLanguage = new()
    {
        ["en"] = new("Hi {0},", "Hello,", "Thank you for getting in touch.", "I am sorry for the trouble.",
            "If this does not settle it, just reply here and we will look into it further.", "Kind regards"),
        ["de"] = new("Hallo {0},", "Guten Tag,", "vielen Dank für Ihre Nachricht.", "Es tut mir leid, dass Sie Schwierigkeiten haben.",
            "Wenn das nicht weiterhilft, antworten Sie einfach auf diese Nachricht, dann sehen wir es uns genauer an.", "Freundliche Grüße"),
        ["fr"] = new("Bonjour {0},", "Bonjour,", "Merci pour votre message.", "Nous sommes désolés pour ce désagrément.",
            "Si cela ne suffit pas, répondez simplement à ce message et nous regarderons de plus près.", "Cordialement"),
        ["es"] = new("Hola, {0}:", "Hola:", "Gracias por su mensaje.", "Lamentamos las molestias.",
            "Si esto no lo resuelve, responda a este mensaje y lo revisaremos con más detalle.", "Un saludo"),
        ["it"] = new("Buongiorno {0},", "Buongiorno,", "grazie per il messaggio.", "Ci dispiace per il disagio.",
            "Se questo non basta, risponda a questo messaggio e approfondiremo.", "Cordiali saluti"),
        ["pt"] = new("Olá, {0}!", "Olá!", "Agradecemos a sua mensagem.", "Lamentamos o transtorno.",
            "Se isto não resolver, responda a esta mensagem e veremos em detalhe.", "Com os melhores cumprimentos"),
        ["nl"] = new("Hallo {0},", "Goedendag,", "Bedankt voor uw bericht.", "Vervelend dat u hier last van hebt.",
            "Is het hiermee niet opgelost, antwoord dan op dit bericht; dan kijken we verder.", "Met vriendelijke groet"),
        ["ja"] = new("{0} 様", "お客様", "お問い合わせいただきありがとうございます。", "ご不便をおかけして申し訳ございません。",
            "これで解決しない場合は、このメッセージにご返信ください。引き続き確認いたします。", "よろしくお願いいたします。"),
        ["ar"] = new("مرحبًا {0}،", "مرحبًا،", "شكرًا لتواصلكم معنا.", "نأسف لما واجهتموه من إزعاج.",
            "إذا لم يحل ذلك المشكلة، فيُرجى الرد على هذه الرسالة وسنواصل البحث.", "مع أطيب التحيات"),
    };

    /// <summary>The phrases of a language by its two letters; English where the language is unknown or has none here.</summary>
    public static ReplyPhrases In(string? language) =>
        language is not null && ByLanguage.TryGetValue(language, out var phrases) ? phrases : ByLanguage["en"];
}
