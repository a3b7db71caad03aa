using SupportCopilot.Access.Conversations;
using SupportCopilot.Questions;

namespace SupportCopilot.Reports.Sending;

/// <summary>A saved report that came by itself: the answer under its name.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Number">The number that names it.</param>
/// <param name="When">Its times, in words.</param>
/// <param name="Answer">The answer.</param>
public sealed record ReportPost(string Name, long Number, string When, Answer Answer) : IPost;

/// <summary>A crossing that an alert tells of.</summary>
/// <param name="Name">What the alert is called.</param>
/// <param name="Number">The number that names it.</param>
/// <param name="Text">What was crossed, when, and by which figure.</param>
public sealed record AlertPost(string Name, long Number, string Text) : IPost
{
    /// <summary>The question behind the figure.</summary>
    public string Question { get; init; } = "";

    /// <summary>What to mind: a small sample, and when it tells again.</summary>
    public string Note { get; init; } = "";
}

/// <summary>Words about a report or an alert that could not be made, or that was stopped.</summary>
/// <param name="Text">The words.</param>
public sealed record NoticePost(string Text) : IPost;
