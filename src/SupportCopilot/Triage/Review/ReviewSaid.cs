namespace SupportCopilot.Triage.Review;

/// <summary>What a person says of a ticket's triage.</summary>
/// <param name="Fields">The right value of each field that is named.</param>
/// <param name="Agree">Whether all that triage said, and that is not named, is right.</param>
/// <param name="JudgedAt">When the triage was made that the person looked at (UTC); null leaves that unchecked.</param>
public sealed record ReviewSaid(IReadOnlyDictionary<string, string> Fields, bool Agree, DateTime? JudgedAt);

/// <summary>What came of it.</summary>
public abstract record ReviewOutcome
{
    /// <summary>It is kept.</summary>
    /// <param name="Answers">Field by field.</param>
    public sealed record Kept(IReadOnlyList<ReviewAnswerView> Answers) : ReviewOutcome;

    /// <summary>There is no such ticket, it is not triaged, or it is not in the caller's sight.</summary>
    public sealed record NoTicket : ReviewOutcome;

    /// <summary>It cannot be said.</summary>
    /// <param name="Message">What is wrong, and what would be right.</param>
    public sealed record Refused(string Message) : ReviewOutcome;

    /// <summary>Somebody was faster, or triage has judged anew: nothing was kept.</summary>
    /// <param name="Message">What happened.</param>
    public sealed record TooLate(string Message) : ReviewOutcome;
}

/// <summary>What was said of one field.</summary>
/// <param name="Field">The field's name.</param>
/// <param name="Judged">What triage said.</param>
/// <param name="Said">What the person said; empty where only that triage was wrong is known.</param>
/// <param name="Agreed">Whether the two are the same.</param>
public sealed record ReviewAnswerView(string Field, string Judged, string Said, bool Agreed);
