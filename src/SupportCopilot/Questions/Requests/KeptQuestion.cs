namespace SupportCopilot.Questions.Requests;

/// <summary>
/// A question that is asked again and again. Its words are kept and not its dates, so that «last week» stays last week; the
/// shape is the plan that was chosen without its dates, and what is read later must have it still.
/// </summary>
/// <param name="Text">The words, which need no conversation around them.</param>
/// <param name="Shape">The plan without its dates, in one form for all plans that are the same but for them.</param>
/// <param name="TimeZone">The zone of its days, by IANA name.</param>
public sealed record KeptQuestion(string Text, string Shape, string TimeZone)
{
    /// <summary>Whether it always tells of the same days, because it names them: «March 2026».</summary>
    public bool HasFixedDays { get; init; }
}
