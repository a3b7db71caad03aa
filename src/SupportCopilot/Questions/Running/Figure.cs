using SupportCopilot.Questions.Compiling;

namespace SupportCopilot.Questions.Running;

/// <summary>One row of a statement's answer.</summary>
/// <param name="Group">The group's values as the database gave them; empty without groups.</param>
/// <param name="Step">The key of the trend's step; null without a trend.</param>
/// <param name="Value">The value in the column's unit; null where there was nothing to make it of.</param>
/// <param name="Tickets">How many tickets it was made of.</param>
internal readonly record struct Figure(GroupKey Group, long? Step, double? Value, long Tickets);
