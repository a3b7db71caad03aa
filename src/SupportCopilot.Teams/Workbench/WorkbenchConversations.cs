using System.Text.Json;

namespace SupportCopilot.Teams.Workbench;

/// <summary>
/// What the bot sent into the workbench's chats, kept in memory and bounded: the newest messages of the newest conversations.
/// A page reads what is newer than it has; a server that was started anew has forgotten all, and counts from the beginning.
/// </summary>
internal sealed class WorkbenchConversations(TimeProvider clock)
{
    private const int MostConversations = 50;
    private const int MostMessages = 200;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Kept> _conversations = [];
    private long _sequence;
    private long _uses;

    /// <summary>Takes a message, or a sign that the bot is typing.</summary>
    /// <returns>Its id.</returns>
    public string Add(string conversation, JsonElement activity)
    {
        var id = Guid.NewGuid().ToString("N");
        Keep(conversation, id, activity, isNew: true);
        return id;
    }

    /// <summary>Puts a message in another's place.</summary>
    /// <returns>Whether that one is there.</returns>
    public bool Replace(string conversation, string id, JsonElement activity) => Keep(conversation, id, activity, isNew: false);

    /// <summary>Takes a message back.</summary>
    /// <returns>Whether it was there.</returns>
    public bool Remove(string conversation, string id) => Keep(conversation, id, activity: null, isNew: false);

    /// <summary>What happened after a point, oldest first; waits for something where nothing has.</summary>
    /// <param name="conversation">The conversation's id.</param>
    /// <param name="after">The number of the last thing that is known; one from before a restart counts as none.</param>
    /// <param name="wait">How long to wait.</param>
    /// <param name="ct">Ends the waiting.</param>
    public async Task<WorkbenchNews> ReadAsync(string conversation, long after, TimeSpan wait, CancellationToken ct)
    {
        var (news, changed) = Look(conversation, after);
        if (news.Items.Count > 0 || wait <= TimeSpan.Zero) return news;
        await Task.WhenAny(changed, Task.Delay(wait, ct));
        return Look(conversation, after).News;
    }

    private bool Keep(string conversation, string id, JsonElement? activity, bool isNew)
    {
        lock (_gate)
        {
            var kept = Of(conversation);
            var known = kept.Messages.FindIndex(message => message.Id == id && message.Activity is not null);
            if (!isNew && known < 0) return false;

            var at = isNew ? clock.GetUtcNow() : kept.Messages[known].At;
            if (!isNew) kept.Messages.RemoveAt(known);
            kept.Messages.Add(new(++_sequence, id, at, activity));
            if (kept.Messages.Count > MostMessages) kept.Messages.RemoveAt(0);
            kept.Changed.TrySetResult();
            kept.Changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return true;
        }
    }

    private (WorkbenchNews News, Task Changed) Look(string conversation, long after)
    {
        lock (_gate)
        {
            var kept = Of(conversation);
            var from = after > _sequence ? 0 : after;
            WorkbenchMessage[] items = [.. kept.Messages.Where(message => message.Sequence > from)];
            return (new(items, items.Length > 0 ? items[^1].Sequence : from), kept.Changed.Task);
        }
    }

    private Kept Of(string conversation)
    {
        if (_conversations.TryGetValue(conversation, out var kept))
        {
            kept.UsedAt = ++_uses;
            return kept;
        }

        if (_conversations.Count >= MostConversations) _conversations.Remove(_conversations.MinBy(entry => entry.Value.UsedAt).Key);
        return _conversations[conversation] = new() { UsedAt = ++_uses };
    }

    private sealed class Kept
    {
        public List<WorkbenchMessage> Messages { get; } = [];

        public TaskCompletionSource Changed { get; set; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public long UsedAt { get; set; }
    }
}

/// <summary>A message of the bot.</summary>
/// <param name="Sequence">Its place among everything that happened; a changed message moves to the end.</param>
/// <param name="Id">Its id, which stays when it is changed.</param>
/// <param name="At">When it was first sent.</param>
/// <param name="Activity">What the bot sent; null where it took it back.</param>
internal sealed record WorkbenchMessage(long Sequence, string Id, DateTimeOffset At, JsonElement? Activity);

/// <summary>What happened in a conversation.</summary>
/// <param name="Items">Oldest first.</param>
/// <param name="Next">What to ask after.</param>
internal sealed record WorkbenchNews(IReadOnlyList<WorkbenchMessage> Items, long Next);
