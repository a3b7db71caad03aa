namespace SupportCopilot.Tests.Learning;

/// <summary>Made-up messages about a few topics, each with words of its own among words that all use.</summary>
internal static class Corpus
{
    private static readonly Dictionary<string, string[]> Topics = new()
    {
        ["billing"] = ["invoice", "charged", "refund", "payment", "card", "subscription", "price", "receipt"],
        ["shipping"] = ["parcel", "courier", "delivery", "tracking", "address", "warehouse", "late", "package"],
        ["login"] = ["password", "sign", "account", "locked", "reset", "username", "code", "authenticator"],
        ["crash"] = ["error", "crashes", "screen", "update", "freeze", "log", "version", "exception"],
    };

    private static readonly string[] Common =
        ["please", "help", "my", "the", "with", "since", "yesterday", "hello", "thanks", "again", "still", "not", "today", "why", "does", "it"];

    public static (string[] Texts, string[] Labels) Make(int count, int seed = 1)
    {
        var random = new Random(seed);
        var names = Topics.Keys.ToArray();
        var labels = new string[count];
        var texts = new string[count];
        for (var i = 0; i < count; i++)
        {
            labels[i] = names[i % names.Length];
            var own = random.GetItems(Topics[labels[i]], 3);
            texts[i] = string.Join(' ', random.GetItems(Common, 6).Concat(own));
        }
        return (texts, labels);
    }
}
