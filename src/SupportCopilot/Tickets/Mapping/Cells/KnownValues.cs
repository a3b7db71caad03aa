using System.Text.RegularExpressions;

namespace SupportCopilot.Tickets.Mapping.Cells;

/// <summary>The words of help desks for status, priority, channel and the like, brought to ours.</summary>
internal static partial class KnownValues
{
    private static readonly Dictionary<string, string> Statuses = Table(
        (TicketStatus.New, "new|neu|nouveau|nuevo|nuovo|unassigned|to do|todo|backlog|submitted|registered|zu erledigen"),
        (TicketStatus.Open, "open|opened|offen|in progress|active|in bearbeitung|assigned|reopened|work in progress|wip|in review|under review|investigating|escalated|ouvert|en cours|abierto|en progreso|aperto|working|zugewiesen|wiedereröffnet|waiting for support|customer responded"),
        (TicketStatus.Pending, "pending|waiting for customer|waiting on customer|awaiting user info|awaiting customer|pending customer response|pending customer|waiting for user|awaiting response|awaiting reply|snoozed|wartend|wartet auf kunden|wartet auf kunde|ausstehend|rückfrage|en attente|pendiente|in attesa|information requested"),
        (TicketStatus.Hold, "hold|on hold|on-hold|waiting on third party|waiting for third party|awaiting vendor|awaiting problem|awaiting evidence|awaiting change|blocked|paused|deferred|zurückgestellt|angehalten|en espera|waiting for approval"),
        (TicketStatus.Solved, "solved|resolved|done|fixed|completed|complete|gelöst|erledigt|behoben|fertig|résolu|resuelto|risolto|answered|finished"),
        (TicketStatus.Closed, "closed|close|geschlossen|abgeschlossen|archived|cancelled|canceled|rejected|won't fix|won't do|declined|duplicate|fermé|cerrado|chiuso|storniert|abgelehnt|merged"),
        (TicketStatus.Deleted, "deleted|gelöscht"));

    private static readonly Dictionary<string, string> Levels = Table(
        ("urgent", "urgent|critical|highest|blocker|p0|p1|emergency|immediate|very high|sev1|sev 1|s1|dringend|kritisch|sehr hoch|höchste|sofort|critique|urgente|crítica|critica"),
        ("high", "high|major|p2|important|sev2|sev 2|s2|hoch|wichtig|haute|élevée|alta|alto"),
        ("normal", "normal|medium|moderate|p3|standard|default|average|sev3|sev 3|s3|mittel|moyenne|media|medio|mid"),
        ("low", "low|lowest|minor|trivial|p4|p5|planning|very low|sev4|sev 4|s4|niedrig|gering|sehr niedrig|basse|faible|baja|bajo|bassa"));

    private static readonly Dictionary<string, string> Channels = Table(
        ("email", "email|e-mail|mail|outbound email|courriel|correo"),
        ("web", "web|web form|webform|web widget|portal|website|form|webformular|formular|help center|help centre|self-service|self service|online"),
        ("chat", "chat|live chat|messaging|native messaging|web messaging"),
        ("phone", "phone|voice|call|telefon|telephone|téléphone|teléfono|phone call|voicemail|anruf|cti"),
        ("api", "api|rest|integration|webhook|app"),
        // A network that a desk tells apart stays told apart: who asks for WhatsApp means no other chat.
        ("social", "social|social media"),
        ("whatsapp", "whatsapp|whats app|whatsapp message"), ("sms", "sms|text message"), ("telegram", "telegram"),
        ("facebook", "facebook|facebook post|facebook message|facebook messenger"), ("instagram", "instagram|instagram dm"), ("twitter", "twitter|twitter dm"), ("x", "x|x dm"));

    private static readonly Dictionary<string, string> Sentiments = Table(
        ("negative", "negative|negativ|very negative|neg|bad"), ("neutral", "neutral|mixed"), ("positive", "positive|positiv|very positive|pos|good"));

    private static readonly Dictionary<string, string> Flags = Table(
        ("yes", "true|yes|y|1|ja|oui|si|sí|met|within sla|achieved|fulfilled|eingehalten|erfüllt|on time|wahr|made"),
        ("no", "false|no|n|0|nein|non|breached|missed|violated|sla violated|verletzt|nicht eingehalten|overdue|falsch|late"));

    /// <summary>One of <see cref="TicketStatus"/>, or null where the word is not known.</summary>
    public static string? Status(string cell) => Find(Statuses, cell);

    /// <summary>low, normal, high or urgent, or null where the word is not known.</summary>
    public static string? Level(string cell) => Find(Levels, cell);

    /// <summary>email, web, chat, phone, api, social or the name of a network, or null where the word is not known.</summary>
    public static string? Channel(string cell) => Find(Channels, cell);

    /// <summary>negative, neutral or positive, or null where the word is not known.</summary>
    public static string? Sentiment(string cell) => Find(Sentiments, cell);

    /// <summary>Yes or no, or null where it is neither.</summary>
    public static bool? Flag(string cell) => Find(Flags, cell) switch { "yes" => true, "no" => false, _ => null };

    private static string? Find(Dictionary<string, string> table, string cell)
    {
        var word = cell.Trim().ToLowerInvariant();
        if (table.TryGetValue(word, out var value)) return value;
        word = Decoration().Replace(word, "").Replace('_', ' ').Trim();
        return table.GetValueOrDefault(word);
    }

    private static Dictionary<string, string> Table(params (string Value, string Words)[] rows)
    {
        var table = new Dictionary<string, string>();
        foreach (var (value, words) in rows)
        {
            foreach (var word in words.Split('|')) table[word] = value;
        }

        return table;
    }

    // "2 - High", "P1 - Critical", "High (2)", "1. Urgent"
    [GeneratedRegex(@"^(p|prio(rity)? ?)?\d\s*[-–.:)]\s*(?=\p{L})|\s*\(\d\)$")]
    private static partial Regex Decoration();
}
