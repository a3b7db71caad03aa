using SupportCopilot.Access;
using SupportCopilot.Access.Conversations;
using SupportCopilot.Questions;
using SupportCopilot.Reports;
using SupportCopilot.Teams.Cards;

namespace SupportCopilot.Teams.Turns;

/// <summary>Finds out what a message wants, and gets it.</summary>
internal sealed class RouteMessage(
    PressInMessage presses, NarrowSight sight, SayChannelScope channelScope, ReviewClusters review, HearDigestWish digests, ZoneOfConversation zone, AnswerQuestion questions, NameTickets tickets)
{
    public async Task<Reply> RunAsync(Setting setting, CancellationToken ct)
    {
        if (!setting.IsKnown) return Strangers.Refusal(setting);
        if (presses.Of(setting) is { } press) return await presses.RunAsync(setting, press, ct);

        var text = MessageText.Of(setting.Activity);
        if (text.Length == 0) return setting.Activity.Attachments is { Count: > 0 } ? Reply.Saying(Help.OnlyFiles) : Reply.Showing(GreetingCards.Help());
        if (text.Length > Ask.MostCharacters) return Reply.Saying($"That is longer than {Ask.MostCharacters:N0} characters. Please ask in fewer words.");
        if (Help.IsAskedFor(text)) return Reply.Showing(GreetingCards.Help());
        if (await channelScope.TryAsync(setting, text, ct) is { } said) return said;
        if (await digests.RunAsync(text, setting.Conversation.Id, ZoneOf(setting), ct) is { } heard) return Reply.Saying(heard.Message);
        if (!await sight.RunAsync(setting.Conversation, ct)) return Reply.Saying(Help.NoScopeYet);

        return await review.TryAsync(setting, text, ct) ?? await AskAsync(setting, text, ct);
    }

    /// <summary>In a personal conversation «at 9» is by the clock of the one who says it; in others by the desk's, which all read alike.</summary>
    private static string? ZoneOf(Setting setting) => setting.Conversation.Kind is ConversationKind.Personal
        ? setting.Activity.Entities?.FirstOrDefault(entity => entity.Type == "clientInfo")?.Timezone
        : null;

    private async Task<Reply> AskAsync(Setting setting, string text, CancellationToken ct)
    {
        if (!setting.Caller.Has(Role.Analyst)) return Reply.Saying(Help.NoAnalyst);
        var answer = await questions.RunAsync(new Ask(text) { Conversation = setting.Activity.Conversation!.Id, Place = setting.Conversation.Id, TimeZone = await zone.RunAsync(setting.Conversation.Id, ct) }, ct);
        return Reply.Showing(AnswerCard.Of(answer, await tickets.OfAsync(answer, ct))) with { Question = answer.Kind is AnswerKind.Working ? answer.Id : null };
    }
}
