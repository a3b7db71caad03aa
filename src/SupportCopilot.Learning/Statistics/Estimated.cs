namespace SupportCopilot.Learning.Statistics;

/// <summary>A figure estimated from a sample.</summary>
/// <param name="Value">The estimate.</param>
/// <param name="Low">The true figure is no less, as surely as was asked for.</param>
/// <param name="High">Nor is it more.</param>
public readonly record struct Estimated(double Value, double Low, double High);
