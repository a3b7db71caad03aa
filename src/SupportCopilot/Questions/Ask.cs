using NodaTime;

namespace SupportCopilot.Questions;

/// <summary>A question as it is asked.</summary>
/// <param name="Text">The words; at most <see cref="MostCharacters"/>.</param>
public sealed record Ask(string Text)
{
    /// <summary>The longest question that is read.</summary>
    public const int MostCharacters = 2000;

    /// <summary>The asker's own id of the conversation, which carries follow-ups; at most 300 characters.</summary>
    public string? Conversation { get; init; }

    /// <summary>The zone of the asker's days, by IANA name; null takes the tenant's.</summary>
    public string? TimeZone { get; init; }

    /// <summary>What relative dates are relative to (UTC); null for now.</summary>
    public DateTime? AsOf { get; init; }

    /// <summary>Our own number of the conversation in Teams that it is asked in, where a later answer goes; null elsewhere.</summary>
    public long? Place { get; init; }

    /// <summary>What is wrong with it; null for nothing.</summary>
    public string? Problem =>
        string.IsNullOrWhiteSpace(Text) ? "There is no question; write one as text."
        : Text.Length > MostCharacters ? $"The question is longer than {MostCharacters:N0} characters; ask it in fewer."
        : Conversation is { Length: > 300 } ? "The conversation's id is longer than 300 characters."
        : TimeZone is { } zone && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is null ? $"\"{(zone.Length > 60 ? zone[..60] : zone)}\" is no time zone; use an IANA name such as Europe/London."
        : null;
}
