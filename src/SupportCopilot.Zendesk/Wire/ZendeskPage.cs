namespace SupportCopilot.Zendesk.Wire;

/// <summary>How a list goes on, by whichever way its endpoint pages.</summary>
internal record ZendeskPage
{
    /// <summary>Cursor pages: whether there are more.</summary>
    public ZendeskPageMeta? Meta { get; set; }

    /// <summary>Cursor pages: where.</summary>
    public ZendeskPageLinks? Links { get; set; }

    /// <summary>Offset and time pages: where.</summary>
    public string? NextPage { get; set; }

    /// <summary>Time pages: the newest instant in this page (Unix seconds); an empty page can say 1.</summary>
    public long? EndTime { get; set; }

    public long? Count { get; set; }

    /// <summary>Exports: whether this is the newest page.</summary>
    public bool? EndOfStream { get; set; }

    /// <summary>Cursor exports: where to go on.</summary>
    public string? AfterCursor { get; set; }
}

/// <summary>What a cursor page says of itself.</summary>
internal sealed record ZendeskPageMeta
{
    public bool? HasMore { get; set; }

    public string? AfterCursor { get; set; }
}

/// <summary>Where a cursor page goes on.</summary>
internal sealed record ZendeskPageLinks
{
    public string? Next { get; set; }
}
