namespace SupportCopilot.Questions.Values;

/// <summary>One value of a dimension.</summary>
/// <param name="Dimension">The dimension's name.</param>
/// <param name="Value">The value as it is shown.</param>
/// <param name="Spellings">Every spelling of it in the data.</param>
internal sealed record KnownValue(string Dimension, string Value, IReadOnlyList<string> Spellings)
{
    /// <summary>What people call it, where that is less than what is shown: two agents of one name are shown with their addresses.</summary>
    public string Called { get; init; } = Value;

    /// <summary>Our own numbers of it; none for texts.</summary>
    public IReadOnlyList<long> Ids { get; init; } = [];
}

/// <summary>A value that some words name.</summary>
/// <param name="Value">The value.</param>
/// <param name="Penalty">0 for its very words; more for its plural, or a first name alone.</param>
internal sealed record ValueMatch(KnownValue Value, double Penalty);
