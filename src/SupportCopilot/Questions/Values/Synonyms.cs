namespace SupportCopilot.Questions.Values;

/// <summary>What people call some values that desks write in short.</summary>
internal static class Synonyms
{
    private static readonly Dictionary<(string, string), string[]> Known = new()
    {
        [("channel", "email")] = ["e-mail", "mail", "emails", "e-mails"],
        [("channel", "phone")] = ["call", "phone call", "telephone", "calls", "phone calls"],
        [("channel", "chat")] = ["live chat"],
        [("channel", "web")] = ["web form", "website", "webform", "the web"],
        [("channel", "whatsapp")] = ["whats app"],
        [("channel", "sms")] = ["text message", "text messages"],
        [("channel", "social")] = ["social media"],
        [("status", "hold")] = ["on hold", "on-hold"],
        [("language", "en")] = ["english"],
        [("language", "de")] = ["german", "deutsch"],
        [("language", "fr")] = ["french"],
        [("language", "es")] = ["spanish"],
        [("language", "it")] = ["italian"],
        [("language", "nl")] = ["dutch"],
        [("language", "pt")] = ["portuguese"],
        [("language", "pl")] = ["polish"],
        [("language", "ja")] = ["japanese"],
        [("language", "zh")] = ["chinese"],
        [("language", "ru")] = ["russian"],
        [("language", "tr")] = ["turkish"],
        [("language", "ar")] = ["arabic"],
        [("language", "sv")] = ["swedish"],
        [("language", "da")] = ["danish"],
        [("language", "ko")] = ["korean"],
        [("language", "hi")] = ["hindi"],
        [("language", "he")] = ["hebrew"],
        [("language", "th")] = ["thai"],
        [("language", "vi")] = ["vietnamese"],
        [("language", "uk")] = ["ukrainian"],
        [("language", "cs")] = ["czech"],
        [("language", "sk")] = ["slovak"],
        [("language", "el")] = ["greek"],
        [("language", "hu")] = ["hungarian"],
        [("language", "fi")] = ["finnish"],
        [("language", "no")] = ["norwegian"],
        [("language", "nb")] = ["norwegian"],
        [("language", "ro")] = ["romanian"],
        [("language", "bg")] = ["bulgarian"],
        [("language", "hr")] = ["croatian"],
        [("language", "sr")] = ["serbian"],
        [("language", "id")] = ["indonesian"],
        [("language", "bn")] = ["bengali"],
        [("language", "ta")] = ["tamil"],
        [("language", "ur")] = ["urdu"],
        [("language", "fa")] = ["persian", "farsi"],
        [("language", "ca")] = ["catalan"],
    };

    public static IReadOnlyList<string> Of(KnownValue value) => Known.GetValueOrDefault((value.Dimension, value.Value.ToLowerInvariant())) ?? [];
}
