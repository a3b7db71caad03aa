namespace SupportCopilot.Questions.Reasons.Asking;

/// <summary>What sort of reasons are asked for.</summary>
internal enum WhyKind
{
    /// <summary>What customers say.</summary>
    Quotes,

    /// <summary>What tickets have in common.</summary>
    Reasons,

    /// <summary>What a difference between two periods consists of.</summary>
    Change,

    /// <summary>«why?», about the figure before.</summary>
    FollowUp,
}

/// <summary>A question without its frame.</summary>
/// <param name="Kind">What is asked for.</param>
/// <param name="Rest">What it is asked of, to be read like any question; quotes and spelling as written.</param>
internal sealed record WhyFrame(WhyKind Kind, string Rest)
{
    /// <summary>What the tickets are to speak about, with whatever follows it; null where nothing was announced.</summary>
    public string? About { get; init; }

    /// <summary>How many quotes were asked for; null where no number was said.</summary>
    public int? Count { get; init; }

    /// <summary>Whether only unhappy customers are meant.</summary>
    public bool IsComplaint { get; init; }

    /// <summary>A feeling that is a complaint, unless the desk knows it as a value.</summary>
    public string? Feeling { get; init; }

    /// <summary>Which way it is said to have gone; null where that was not said.</summary>
    public bool? Up { get; init; }

    /// <summary>Whether good or bad was said instead: worse, improved.</summary>
    public bool? Better { get; init; }

    /// <summary>The words of the change as they were written, for the answer: «drop».</summary>
    public string? ChangeWord { get; init; }

    /// <summary>The level that was asked about where no change was: «so low»; null for none.</summary>
    public string? Level { get; init; }
}
