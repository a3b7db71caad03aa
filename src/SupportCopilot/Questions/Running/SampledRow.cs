using SupportCopilot.Questions.Compiling;

namespace SupportCopilot.Questions.Running;

/// <summary>A row of a sample.</summary>
/// <param name="Group">Its groups.</param>
/// <param name="Instant">When, of a trend, in stored milliseconds.</param>
/// <param name="Value">Its value; 1 where tickets are counted.</param>
/// <param name="Ticket">The ticket's number; 0 where the statement does not tell it.</param>
internal readonly record struct SampledRow(GroupKey Group, long? Instant, double Value, long Ticket);
