using System.Text.Json.Nodes;

namespace SupportCopilot.Replies.Writing;

/// <summary>How a brand writes, as a model is told: what was not set is null.</summary>
internal sealed record VoiceForModel(string? Tone, string? Greeting, string? Closing, string? Signature)
{
    /// <summary>The brand's own words, which need no source.</summary>
    public IReadOnlyList<string> Words { get; } = [.. new[] { Greeting, Closing, Signature }.OfType<string>()];

    public JsonObject AsJson() => new() { ["tone"] = Tone, ["greeting"] = Greeting, ["closing"] = Closing, ["signature"] = Signature };
}
