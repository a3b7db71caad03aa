using SupportCopilot.Access;
using SupportCopilot.Teams.Arriving;
using SupportCopilot.Teams.Protocol;

namespace SupportCopilot.Teams.Turns;

/// <summary>Does what an activity asks for: its sender is signed in, its conversation kept, and the right hand takes it on.</summary>
internal sealed class TakeTurn(SignIn signIn, KeepConversation keep, AnswerMessage messages, TakePress presses, TakeFeedback feedback, TakeInstallation installations)
{
    public async Task<TurnAnswer> RunAsync(Arrival arrival, CancellationToken ct) => arrival.Activity.Type switch
    {
        ActivityType.Message => await messages.RunAsync(await SettleAsync(arrival, ct), ct),
        ActivityType.MessageUpdate when arrival.Activity.ChannelData is { IsEdit: true } => await messages.RunAsync(await SettleAsync(arrival, ct), ct),   // who mends a question waits for its answer
        ActivityType.Invoke => arrival.Activity.Name switch
        {
            InvokeName.CardAction => await presses.RunAsync(await SettleAsync(arrival, ct), ct),
            InvokeName.SubmitAction => await feedback.RunAsync(await SettleAsync(arrival, ct), ct),
            InvokeName.FetchTask => TurnAnswer.Taken,   // Teams' own form for feedback will do
            _ => TurnAnswer.Unknown,
        },
        ActivityType.ConversationUpdate or ActivityType.InstallationUpdate => await installations.RunAsync(arrival, ct),
        _ => TurnAnswer.Taken,   // typing, reactions, and what Teams will think of next: nothing is asked
    };

    private async Task<Setting> SettleAsync(Arrival arrival, CancellationToken ct)
    {
        var person = arrival.PersonId;
        var caller = await signIn.RunAsync(arrival.TenantId, arrival.Source, person ?? "", person is null ? null : arrival.Grants, ct, arrival.Activity.From?.Name);
        return new(arrival, await keep.RunAsync(arrival.Activity, caller, ct), caller);
    }
}
