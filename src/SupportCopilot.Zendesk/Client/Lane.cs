namespace SupportCopilot.Zendesk.Client;

/// <summary>Who waits for a request. Where the desk allows less than is asked of it, people come first, then work, then the sync.</summary>
internal enum Lane
{
    /// <summary>Somebody looks at a screen.</summary>
    Person,

    /// <summary>Webhooks and writing back.</summary>
    Work,

    /// <summary>Backfill and increments.</summary>
    Sync,
}
