using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Access.Conversations;
using SupportCopilot.Clusters;
using SupportCopilot.Questions.Background;
using SupportCopilot.Reports.Sending;
using SupportCopilot.Storage;
using SupportCopilot.Teams.Cards;

namespace SupportCopilot.Teams.Sending;

/// <summary>Teams as the place where the product speaks by itself.</summary>
internal sealed class TeamsConversations(ConnectorClient connector, ServiceAddresses addresses, IServiceScopeFactory scopes) : IConversations
{
    public async Task<Delivery> SendAsync(Conversation to, IPost post, CancellationToken ct)
    {
        if (!to.IsLive) return new(DeliveryOutcome.Refused, Detail: "The conversation is gone, or the bot was taken out of it.");
        if (!addresses.Allows(to.ServiceUrl)) return new(DeliveryOutcome.NotNow, Detail: "No bot is connected that may write there (SupportCopilot:Teams).");
        try
        {
            return await OutcomeAsync(to, await connector.PostAsync(new(to.ServiceUrl, to.ExternalId, to.BotId), PostMessage.Of(post, await NameAsync(to, post, ct)), ct), ct);
        }
        catch (OperationCanceledException)   // while it waited for its turn or for another try: nothing is under way
        {
            return new(DeliveryOutcome.NotNow, Detail: "It was stopped before it was sent.");
        }
    }

    private Task<TicketNames> NameAsync(Conversation to, IPost post, CancellationToken ct) => post switch
    {
        AnswerPost answer => NameTickets.InAsync(scopes, to.TenantId, tickets => tickets.OfAsync(answer.Answer, ct)),
        ReportPost report => NameTickets.InAsync(scopes, to.TenantId, tickets => tickets.OfAsync(report.Answer, ct)),
        ApprovalRequest request => NameTickets.InAsync(scopes, to.TenantId, tickets => tickets.OfAsync([request.Cluster], ct)),
        _ => Task.FromResult(TicketNames.None),
    };

    private async Task<Delivery> OutcomeAsync(Conversation to, ConnectorResult result, CancellationToken ct)
    {
        if (result.Outcome is ConnectorOutcome.Gone) await MarkDeadAsync(to, ct);
        return new(result.Outcome switch
        {
            ConnectorOutcome.Done => DeliveryOutcome.Sent,
            ConnectorOutcome.NotNow => DeliveryOutcome.NotNow,
            ConnectorOutcome.Refused or ConnectorOutcome.Gone => DeliveryOutcome.Refused,
            _ => DeliveryOutcome.Unknown,
        }, result.MessageId, result.Detail);
    }

    // On a context of its own: the caller's may hold rows that are not to be saved yet.
    private async Task MarkDeadAsync(Conversation to, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(to.TenantId);
        var db = scope.ServiceProvider.GetRequiredService<SupportDbContext>();
        var kept = await db.Conversations.SingleOrDefaultAsync(c => c.Id == to.Id, ct);
        if (kept is null) return;
        kept.IsLive = false;
        await db.SaveChangesAsync(ct);
    }
}
