using System.Text.RegularExpressions;
using SupportCopilot.Access;
using SupportCopilot.Access.Conversations;
using SupportCopilot.Access.Scopes;

namespace SupportCopilot.Teams.Turns;

/// <summary>An admin says what a conversation may see: «this channel may see everything», «this channel may see group Billing, brand Acme».</summary>
internal sealed partial class SayChannelScope(ScopeConversation scope)
{
    /// <returns>What came of it; null where the text is about something else.</returns>
    public async Task<Reply?> TryAsync(Setting setting, string text, CancellationToken ct)
    {
        if (Sentence().Match(text) is not { Success: true } sentence) return null;
        if (!Everything().IsMatch(sentence.Groups["what"].Value) && WordsOf(sentence.Groups["what"].Value) is not { Count: > 0 })
            return Reply.Saying("Say “everything”, or what it may see by kind and name: “group NAME”, “organization NAME”, “brand NAME”; several by comma.");

        var wanted = Everything().IsMatch(sentence.Groups["what"].Value) ? [] : WordsOf(sentence.Groups["what"].Value)!;
        return await scope.RunAsync(setting.Conversation.Id, wanted, ct) is { } refusal
            ? Reply.Saying(refusal.Message)
            : Reply.Saying($"Done. From now on I show here what {(wanted.Count == 0 ? "the asker may see" : $"lies within {string.Join(", ", wanted.Select(InWords))}, and what the asker may see")}.");
    }

    private static IReadOnlyList<ScopeWord>? WordsOf(string what)
    {
        var words = new List<ScopeWord>();
        foreach (var part in what.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (Part().Match(part) is not { Success: true } match) return null;
            words.Add(new(Enum.Parse<ScopeKind>(match.Groups["kind"].Value, ignoreCase: true), match.Groups["name"].Value));
        }

        return words;
    }

    private static string InWords(ScopeWord word) => $"{word.Kind.ToString().ToLowerInvariant()} {word.Value}";

    [GeneratedRegex(@"^this (?:channel|chat|group|conversation) (?:may|can) see (?<what>.+?)\.?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Sentence();

    [GeneratedRegex("^(?:everything|all|all tickets)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Everything();

    [GeneratedRegex(@"^(?<kind>group|organization|brand) (?<name>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Part();
}
