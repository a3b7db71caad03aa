using SupportCopilot.Access.Conversations;
using SupportCopilot.Clusters;
using SupportCopilot.Questions.Background;
using SupportCopilot.Reports;
using SupportCopilot.Reports.Sending;
using SupportCopilot.Teams.Cards;
using SupportCopilot.Teams.Protocol;

namespace SupportCopilot.Teams.Sending;

/// <summary>How each kind of post is drawn.</summary>
internal static class PostMessage
{
    /// <summary>Draws one.</summary>
    /// <param name="post">The post.</param>
    /// <param name="tickets">What the tickets of its answer are called; of a post that names none there are none.</param>
    public static Message Of(IPost post, TicketNames tickets) => post switch
    {
        AnswerPost answer => Message.Showing(AnswerCard.Of(answer.Answer, tickets)),
        DigestPost digest => Message.Showing(DigestCard.Of(digest)),
        ReportPost report => Message.Showing(AnswerCard.Of(report, tickets)),
        AlertPost alert => Message.Showing(SavedCard.Of(alert)),
        NoticePost notice => Message.Showing(SavedCard.Of(notice)),
        ApprovalRequest request => Message.Showing(ApprovalCard.Of(request.Cluster, tickets: tickets)),
        _ => throw new NotSupportedException($"{post.GetType().Name} has no drawing in Teams."),
    };
}
