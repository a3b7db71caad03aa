using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access.Conversations;
using SupportCopilot.Questions;
using SupportCopilot.Questions.Background;
using SupportCopilot.Teams.Cards;
using SupportCopilot.Teams.Protocol;

namespace SupportCopilot.Teams.Sending;

/// <summary>Changes the message that tells of a question. Nothing new is ever sent here, so that nothing can be there twice.</summary>
internal sealed class ShowAnswersInTeams(ConnectorClient connector, ServiceAddresses addresses, IServiceScopeFactory scopes) : IShowAnswers
{
    public async Task<bool> ShowAsync(Conversation conversation, string place, string messageId, Answer answer, CancellationToken ct)
    {
        if (!conversation.IsLive) return true;
        if (!addresses.Allows(conversation.ServiceUrl)) return false;
        var card = AnswerCard.Of(answer, await NameTickets.InAsync(scopes, conversation.TenantId, tickets => tickets.OfAsync(answer, ct)));
        var shown = await connector.UpdateAsync(new(conversation.ServiceUrl, place, conversation.BotId), messageId, Message.Showing(card), ct);
        return shown.Outcome is ConnectorOutcome.Done or ConnectorOutcome.Gone or ConnectorOutcome.Refused;
    }
}
