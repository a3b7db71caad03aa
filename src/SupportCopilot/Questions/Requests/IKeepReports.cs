namespace SupportCopilot.Questions.Requests;

/// <summary>Keeps what people ask to be saved, sent or watched; reports do it, questions only read the sentences.</summary>
public interface IKeepReports
{
    /// <summary>What the scope's caller may change: their own first, all of the tenant's for an admin.</summary>
    Task<IReadOnlyList<SavedThing>> MineAsync(CancellationToken ct);

    /// <summary>The question of a saved report or alert; null where there is none that the caller may run.</summary>
    Task<KeptQuestion?> QuestionOfAsync(long id, CancellationToken ct);

    /// <summary>Does what was asked for, as the scope's caller.</summary>
    /// <param name="request">What.</param>
    /// <param name="place">Where it was said.</param>
    /// <param name="ct">Cancels before it is saved.</param>
    Task<KeepResult> DoAsync(ReportRequest request, RequestPlace place, CancellationToken ct);
}

/// <summary>Where a request was said.</summary>
/// <param name="Conversation">The asker's own id of the conversation; null outside of one.</param>
/// <param name="TimeZone">The zone of the asker's days and times, by IANA name.</param>
public sealed record RequestPlace(string? Conversation, string TimeZone)
{
    /// <summary>Whether it is to come to the asker alone: «send me …».</summary>
    public bool IsToMe { get; init; }

    /// <summary>The conversation by our own number, where it was given so.</summary>
    public long? ConversationId { get; init; }
}

/// <summary>What became of a request.</summary>
/// <param name="IsDone">Whether it was done; if not, <paramref name="Text"/> says what stands against it.</param>
/// <param name="Text">In words, with the next date, time and zone where something comes by itself.</param>
/// <param name="Things">What it was about, as it is now.</param>
public sealed record KeepResult(bool IsDone, string Text, IReadOnlyList<SavedThing> Things);
