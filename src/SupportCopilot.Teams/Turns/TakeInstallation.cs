using SupportCopilot.Access;
using SupportCopilot.Teams.Arriving;
using SupportCopilot.Teams.Cards;
using SupportCopilot.Teams.Protocol;
using SupportCopilot.Teams.Sending;

namespace SupportCopilot.Teams.Turns;

/// <summary>The bot came into a conversation, or was taken out. Teams tells of one installation several times; it is greeted once.</summary>
internal sealed class TakeInstallation(SignIn signIn, KeepConversation conversations, TurnBook book, ConnectorClient connector)
{
    public async Task<TurnAnswer> RunAsync(Arrival arrival, CancellationToken ct)
    {
        var activity = arrival.Activity;
        // Nobody acts here, so nobody is given a role; who installed it is only looked up.
        var caller = await signIn.RunAsync(arrival.TenantId, arrival.Source, arrival.PersonId ?? "", grants: null, ct);
        if (IsRemoval(activity))
        {
            await conversations.EndAsync(activity.ChannelData is { EventType: "channelDeleted", Channel.Id: { } channel } ? channel : activity.Conversation!.Id!, ct);
            await book.ForgetAsync(arrival, ct);
            return TurnAnswer.Taken;
        }

        var conversation = await conversations.RunAsync(activity, caller, ct);
        if (IsArrival(activity) && await book.BeginAsync(arrival, ct) is { } entry)
        {
            await book.SendingAsync(entry, ct);
            await connector.ReplyAsync(new(activity.ServiceUrl!, conversation.ExternalId, conversation.BotId), Message.Showing(GreetingCards.Welcome()), null, ct);
            await book.AnsweredAsync(entry, ct);
        }

        return TurnAnswer.Taken;
    }

    private static bool IsArrival(Activity activity) =>
        activity.Type == ActivityType.InstallationUpdate && activity.Action is "add" || Names(activity.MembersAdded, activity.Recipient);

    private static bool IsRemoval(Activity activity) =>
        activity.Type == ActivityType.InstallationUpdate && activity.Action is "remove"
        || Names(activity.MembersRemoved, activity.Recipient)
        || activity.ChannelData?.EventType is "teamDeleted" or "channelDeleted";

    private static bool Names(IReadOnlyList<ChannelAccount>? members, ChannelAccount? bot) => bot?.Id is { } id && members?.Any(m => m.Id == id) is true;
}
