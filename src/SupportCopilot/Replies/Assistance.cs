using SupportCopilot.Replies.Around;
using SupportCopilot.Replies.Cautions;
using SupportCopilot.Replies.Missing;
using SupportCopilot.Replies.Outlook;
using SupportCopilot.Replies.Summaries;
using SupportCopilot.Replies.Templates;
using SupportCopilot.Triage;

namespace SupportCopilot.Replies;

/// <summary>What an agent sees beside a ticket.</summary>
/// <param name="Ticket">The ticket itself.</param>
/// <param name="Summary">What it is about and where it stands.</param>
/// <param name="Triage">What triage made of it, and what the desk or a person said.</param>
/// <param name="Reply">A reply to start from.</param>
/// <param name="Similar">Tickets like it, nearest first, within the caller's sight.</param>
/// <param name="Articles">Articles that may help, nearest first.</param>
public sealed record Assistance(
    TicketCard Ticket, Summary Summary, TicketTriage Triage, SuggestedReply Reply, IReadOnlyList<SimilarTicket> Similar, IReadOnlyList<NearArticle> Articles)
{
    /// <summary>Whether a model may write the reply from the same sources.</summary>
    public bool CanBeWritten { get; init; }

    /// <summary>Whether a model may summarise the thread; what stands here is the embedded summary.</summary>
    public bool CanBeSummarised { get; init; }

    /// <summary>Whether the ticket was fetched from its desk for this very answer.</summary>
    public bool FetchedNow { get; init; }

    /// <summary>Internal notes that restrain, such as «do not promise a date yet», newest first: to be shown beside the reply. No suggestion breaks them, and their words stand in none.</summary>
    public IReadOnlyList<Caution> Cautions { get; init; } = [];

    /// <summary>How likely the ticket is to go wrong; null where it is done, or the desk has too few done tickets to tell.</summary>
    public RiskOutlook? Risk { get; init; }

    /// <summary>When it is expected to be solved; null where it is done, or the desk has too few done tickets to tell.</summary>
    public TimeOutlook? ExpectedResolution { get; init; }

    /// <summary>Tickets that are likely the same matter, to be linked by the agent; within the caller's sight.</summary>
    public IReadOnlyList<DuplicateTicket> Duplicates { get; init; } = [];

    /// <summary>The customer's and the organization's other tickets; null where the ticket names no customer.</summary>
    public History? History { get; init; }

    /// <summary>Prepared answers that fit: macros of the desk, the tenant's own and the product's, best first, at most three.</summary>
    public IReadOnlyList<ProposedTemplate> Templates { get; init; } = [];

    /// <summary>The open problem it may belong to; null where none is near.</summary>
    public RelatedProblem? Problem { get; init; }
}

/// <summary>A ticket's head.</summary>
/// <param name="Id">Our own number.</param>
/// <param name="Source">Where it came from.</param>
/// <param name="ExternalId">Its id there.</param>
/// <param name="Subject">The subject line; may be empty.</param>
/// <param name="Status">new, open, pending, hold, solved or closed.</param>
/// <param name="CreatedAt">When it was created (UTC), where known.</param>
/// <param name="Requester">Who asked.</param>
/// <param name="Assignee">The agent who has it.</param>
/// <param name="Group">The group that has it.</param>
/// <param name="Version">Grows with every change.</param>
public sealed record TicketCard(
    long Id, string Source, string ExternalId, string Subject, string Status, DateTime? CreatedAt, string? Requester, string? Assignee, string? Group, int Version);

/// <summary>A reply to start from, or why there is none.</summary>
/// <param name="SuggestionId">What a verdict on it names; null when silent.</param>
/// <param name="Text">The reply, with [n] behind what citation n supports; null when silent.</param>
/// <param name="Citations">What it stands on, numbered from 1.</param>
/// <param name="Source">Which way made it: <c>extractive</c>.</param>
/// <param name="SilentBecause">Why there is none; null when there is one.</param>
public sealed record SuggestedReply(Guid? SuggestionId, string? Text, IReadOnlyList<Citation> Citations, string Source, string? SilentBecause)
{
    /// <summary>The way without a model: sentences of articles.</summary>
    public const string Extractive = "extractive";

    /// <summary>The way with a model: its words, held against the sources.</summary>
    public const string Modelled = "model";

    /// <summary>How likely the first article that is cited answers the ticket, 0–1; null when silent.</summary>
    public double? Confidence { get; init; }

    /// <summary>How much of the question the first place that is cited takes up, 0–1.</summary>
    internal double Coverage { get; init; }

    /// <summary>What is to be asked of the agent before the reply goes to a customer: it quotes what not everybody may read; null where nothing is.</summary>
    public string? Confirm { get; init; }

    /// <summary>What an answer needs and the ticket does not hold; <see cref="Ask"/>, or a paragraph of the reply, asks for it.</summary>
    public IReadOnlyList<MissingFact> Missing { get; init; } = [];

    /// <summary>A letter that asks the customer for what is missing, where that would bring an answer; null else.</summary>
    public string? Ask { get; init; }

    /// <summary>No reply, and why.</summary>
    public static SuggestedReply Silent(string because) => new(null, null, [], Extractive, because);
}

/// <summary>What a part of a reply stands on.</summary>
/// <param name="Number">The number in the text.</param>
/// <param name="ArticleId">The article.</param>
/// <param name="Title">Its title.</param>
/// <param name="Url">Where a reader finds it, where known.</param>
/// <param name="Segment">public, restricted or internal: who may read the article.</param>
/// <param name="Quote">The words of the article, as they stand there.</param>
public sealed record Citation(int Number, long ArticleId, string Title, string? Url, string Segment, string Quote);

/// <summary>A ticket like the one asked about.</summary>
/// <param name="Id">Our own number.</param>
/// <param name="Source">Where it came from.</param>
/// <param name="ExternalId">Its id there.</param>
/// <param name="Subject">The subject line; where that is empty, its first words.</param>
/// <param name="Score">How near it is, 0–1.</param>
/// <param name="Status">new, open, pending, hold, solved or closed.</param>
/// <param name="Resolution">The desk's last public reply of substance on a solved ticket, at most 400 characters. For the agent's eyes: it may speak of another customer.</param>
/// <param name="SameRequester">Whether the same customer asked: perhaps the same matter twice.</param>
public sealed record SimilarTicket(
    long Id, string Source, string ExternalId, string Subject, double Score, string Status, string? Resolution, bool SameRequester)
{
    /// <summary>What its agents asked the customer for, where it is done; null where it is not. No words of it.</summary>
    internal IReadOnlyCollection<string>? Asked { get; init; }
}

/// <summary>An article that may help.</summary>
/// <param name="Id">Our own number.</param>
/// <param name="Title">Its title.</param>
/// <param name="Score">How near it is, 0–1.</param>
/// <param name="Segment">public, restricted or internal.</param>
/// <param name="Url">Where a reader finds it, where known.</param>
/// <param name="Excerpt">The place in it that is nearest to the ticket.</param>
public sealed record NearArticle(long Id, string Title, double Score, string Segment, string? Url, string Excerpt);
