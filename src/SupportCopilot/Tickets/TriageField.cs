namespace SupportCopilot.Tickets;

/// <summary>The triaged fields of a ticket, as flags so that a row can say which of them a person has set here.</summary>
[Flags]
public enum TriageField
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>What it is about.</summary>
    Category = 1,

    /// <summary>What it is about, within the category.</summary>
    Subcategory = 2,

    /// <summary>Bug, feature, refund or other.</summary>
    RootCause = 4,

    /// <summary>How soon the desk should act.</summary>
    Priority = 8,

    /// <summary>How soon the customer wants it.</summary>
    Urgency = 16,

    /// <summary>Negative, neutral or positive.</summary>
    Sentiment = 32,

    /// <summary>Frustrated, angry, confused, happy, grateful or neutral.</summary>
    Emotion = 64,

    /// <summary>The language, by two letters (ISO 639-1).</summary>
    Language = 128,
}
