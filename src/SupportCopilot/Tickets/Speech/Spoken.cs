using SupportCopilot.Tickets.Text;

namespace SupportCopilot.Tickets.Speech;

/// <summary>What a message says, sentence by sentence, without courtesies.</summary>
internal static class Spoken
{
    public static IReadOnlyList<string> In(string message) =>
        [.. Sentences.Of(message).Select(Courtesies.WithoutLead).Where(sentence => !Courtesies.IsEmptyTalk(sentence))];
}
