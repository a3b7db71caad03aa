namespace SupportCopilot.Questions;

/// <summary>What an estimate rests on. Its columns of role low and high bound each figure.</summary>
/// <param name="OneIn">One ticket in so many was looked at, drawn by chance.</param>
/// <param name="Tickets">Of those looked at, so many are such as the question asks for.</param>
/// <param name="Confidence">How surely all figures together lie within their bounds, 0–1.</param>
public sealed record AnswerEstimate(int OneIn, int Tickets, double Confidence);
