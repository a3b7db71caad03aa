namespace SupportCopilot.Access.Languages;

/// <summary>The language that whoever asks reads; English until set, and where the product does not speak theirs.</summary>
public sealed class CurrentLanguage
{
    /// <summary>Its two letters.</summary>
    public string Code { get; private set; } = AgentWords.English;

    /// <summary>Sets it.</summary>
    /// <param name="liked">What they would like to read, as «de-AT» or «de», the best first.</param>
    public void Set(IEnumerable<string> liked) =>
        Code = liked.Select(language => language.Split('-')[0].ToLowerInvariant()).FirstOrDefault(AgentWords.Speak) ?? AgentWords.English;
}
