namespace SupportCopilot.Tickets;

/// <summary>
/// One set of values for the triaged fields. A ticket holds two: what the desk or a person gave, and what was predicted.
/// </summary>
public sealed class TriageValues
{
    /// <summary>What it is about, such as <c>billing</c>.</summary>
    public string? Category { get; set; }

    /// <summary>What it is about within the category, such as <c>refund request</c>.</summary>
    public string? Subcategory { get; set; }

    /// <summary>Bug, feature, refund or other.</summary>
    public string? RootCause { get; set; }

    /// <summary>low, normal, high or urgent.</summary>
    public string? Priority { get; set; }

    /// <summary>low, normal, high or urgent.</summary>
    public string? Urgency { get; set; }

    /// <summary>negative, neutral or positive.</summary>
    public string? Sentiment { get; set; }

    /// <summary>frustrated, angry, confused, happy, grateful or neutral.</summary>
    public string? Emotion { get; set; }

    /// <summary>Two letters (ISO 639-1).</summary>
    public string? Language { get; set; }

    /// <summary>The value of one field.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not exactly one known field.</exception>
    public string? this[TriageField field]
    {
        get => field switch
        {
            TriageField.Category => Category,
            TriageField.Subcategory => Subcategory,
            TriageField.RootCause => RootCause,
            TriageField.Priority => Priority,
            TriageField.Urgency => Urgency,
            TriageField.Sentiment => Sentiment,
            TriageField.Emotion => Emotion,
            TriageField.Language => Language,
            _ => throw new ArgumentOutOfRangeException(nameof(field)),
        };
        set
        {
            switch (field)
            {
                case TriageField.Category: Category = value; break;
                case TriageField.Subcategory: Subcategory = value; break;
                case TriageField.RootCause: RootCause = value; break;
                case TriageField.Priority: Priority = value; break;
                case TriageField.Urgency: Urgency = value; break;
                case TriageField.Sentiment: Sentiment = value; break;
                case TriageField.Emotion: Emotion = value; break;
                case TriageField.Language: Language = value; break;
                default: throw new ArgumentOutOfRangeException(nameof(field));
            }
        }
    }
}
