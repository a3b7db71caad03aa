using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Storage;

namespace SupportCopilot.Questions.FollowUps;

/// <summary>Keeps what a conversation is about in the database, by tenant, person and conversation.</summary>
internal sealed class RememberConversation(SupportDbContext db, CurrentCaller caller, TimeProvider clock)
{
    /// <summary>How the conversation stands; null outside of one, where nothing was said yet, or where the asker's sight has changed since.</summary>
    public async Task<ConversationState?> RecallAsync(Ask ask, CancellationToken ct)
    {
        if (ask.Conversation is not { } conversation || Person is not { } person) return null;
        var state = await db.QuestionConversations.AsNoTracking().Where(row => row.PersonId == person && row.Conversation == conversation).Select(row => row.State).SingleOrDefaultAsync(ct);
        return state is not null && JsonSerializer.Deserialize(state, ConversationJson.Default.ConversationState) is { } known && known.Sight == Sight ? known : null;
    }

    /// <summary>Puts a turn's outcome in the place of what was; saved with the context.</summary>
    public async Task KeepAsync(QuestionTurn turn, Answer answer, CancellationToken ct)
    {
        if (turn.Ask.Conversation is not { } conversation || Person is not { } person) return;
        var state = JsonSerializer.Serialize((StartOver.IsIn(turn.Ask.Text) ? new ConversationState() : After(turn.Before, answer)) with { Sight = Sight }, ConversationJson.Default.ConversationState);
        var row = await db.QuestionConversations.SingleOrDefaultAsync(known => known.PersonId == person && known.Conversation == conversation, ct);
        if (row is null) db.QuestionConversations.Add(row = new QuestionConversation { PersonId = person, Conversation = conversation, State = state });
        (row.State, row.ChangedAt) = (state, clock.GetUtcNow().UtcDateTime);
    }

    /// <summary>Lets go of what could not be saved, because another message of the conversation came first.</summary>
    public void LetGo()
    {
        foreach (var entry in db.ChangeTracker.Entries<QuestionConversation>().ToList()) entry.State = EntityState.Detached;
    }

    private static ConversationState After(ConversationState? before, Answer answer) => new()
    {
        Plan = answer is { Kind: AnswerKind.Answer or AnswerKind.Working, Plan: { } plan } ? plan : before?.Plan,
        Earlier = answer is { Kind: AnswerKind.Answer or AnswerKind.Working, Plan: not null } ? before?.Plan : before?.Earlier,
        QuestionId = answer is { Kind: AnswerKind.Answer or AnswerKind.Working, Plan: not null } ? answer.Id : before?.QuestionId,
        // What was offered can still be taken after a message that was not understood.
        Offered = answer.Kind is AnswerKind.Refusal && answer.Choices.Count == 0 ? before?.Offered ?? [] : [.. answer.Choices.Select(choice => new OfferedChoice(choice.Label, choice.Text))],
    };

    /// <summary>Whose conversation it is: the command line's is nobody's; who signs in without being a person has none.</summary>
    private long? Person => caller.Value switch
    {
        null => 0,
        { PersonId: 0 } => null,
        { PersonId: var id } => id,
    };

    private string Sight => caller.Visibility is { IsEverything: false } sight
        ? $"{string.Join(',', sight.GroupIds.Order())}|{string.Join(',', sight.OrganizationIds.Order())}|{string.Join(',', sight.Brands.Order(StringComparer.Ordinal))}"
        : "";
}
