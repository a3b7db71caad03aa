using SupportCopilot.Learning.Statistics;

namespace SupportCopilot.Questions.Estimates;

/// <summary>What a sample tells of a plan.</summary>
/// <param name="OneIn">One ticket in so many was looked at.</param>
/// <param name="Tickets">Of those looked at, so many are such as the question asks for.</param>
/// <param name="Columns">The columns of the rows: step and dimensions, then of each measure the estimate, the least and the most it can be.</param>
/// <param name="Rows">The rows; none at all of the groups that the sample says too little of.</param>
/// <param name="First">The first measure's figures, row by row; null where the sample says too little.</param>
internal sealed record Estimate(int OneIn, int Tickets, IReadOnlyList<AnswerColumn> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows, IReadOnlyList<Estimated?> First)
{
    /// <summary>How surely all figures together lie within their bounds.</summary>
    public const double Confidence = 0.95;
}
