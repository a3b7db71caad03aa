using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Desks;

namespace SupportCopilot.Triage.WritingBack;

/// <summary>Composes what should stand at a ticket's desk; a pure function of what is known here.</summary>
internal static class ComposeWrite
{
    // A priority reorders an agent's queue and starts the clocks of service levels, so it is set only where four of five are right.
    private const double SureEnoughForPriority = ConfidenceLevel.High;

    private const int LongestTag = 80;   // Zendesk cuts longer ones, and then it would not be the one we know

    /// <summary>The fields whose change makes another note worth an agent's time: what it is about, and how soon.</summary>
    private static readonly TriageField[] WorthANote = [TriageField.Category, TriageField.Urgency];

    /// <summary>Composes.</summary>
    /// <param name="mode">Tags or Full.</param>
    /// <param name="ticket">The ticket.</param>
    /// <param name="judgement">What was made of its words.</param>
    /// <param name="verdict">The row of the judgement.</param>
    /// <param name="writing">What was last written, or is meant; null where nothing was.</param>
    public static MeantWrite Of(WriteBackMode mode, Ticket ticket, Judgement judgement, TriageVerdict? verdict, DeskWriting? writing)
    {
        var tags = TagsOf(ticket, judgement, verdict, writing);
        if (mode is not WriteBackMode.Full) return new(OwnTags.Joined(tags), null, null);

        var priority = PriorityOf(ticket, judgement);
        return new(OwnTags.Joined(tags), priority, IsNoteDue(ticket, tags, writing) ? InternalNote.Of(ticket, judgement, verdict, priority) : null);
    }

    private static HashSet<string> TagsOf(Ticket ticket, Judgement judgement, TriageVerdict? verdict, DeskWriting? writing)
    {
        var dropped = OwnTags.In(writing?.TagsDropped ?? "");
        HashSet<string> tags = [OwnTags.Triaged];
        foreach (var field in OwnTags.Fields)
        {
            if (ticket.Given[field] is { Length: > 0 } given) Add(OwnTags.Of(field, given), byAPerson: true);
            else if (ticket.Predicted[field] is { Length: > 0 } predicted) Add(OwnTags.Of(field, predicted), byAPerson: false);
        }

        Add(OwnTags.OfConfidence(ConfidenceLevel.Of(InternalNote.ConfidenceOf(ticket, judgement, TriageField.Category))), byAPerson: false);
        if (verdict?.WithoutModelBecause is not null) Add(OwnTags.WithoutModel, byAPerson: false);
        return tags;

        // What an agent took away we do not put there again; what a person says outweighs that.
        void Add(string tag, bool byAPerson)
        {
            if (byAPerson || !dropped.Contains(tag)) tags.Add(tag.Length > LongestTag ? tag[..LongestTag] : tag);
        }
    }

    private static string? PriorityOf(Ticket ticket, Judgement judgement)
    {
        if (ticket.Given.Priority is { } given) return ticket.Corrected.HasFlag(TriageField.Priority) ? given : null;   // said at the desk: it stands there
        return judgement[TriageField.Priority] is { } judged && judged.Value == ticket.Predicted.Priority && judged.Confidence >= SureEnoughForPriority ? judged.Value : null;
    }

    /// <summary>
    /// The first time, and then where what we make of the ticket has changed: not where a person has set it right, who knows.
    /// Confidence, mood, cause and subcategory change too easily to be worth a second note; their tags are kept up.
    /// </summary>
    private static bool IsNoteDue(Ticket ticket, HashSet<string> tags, DeskWriting? writing)
    {
        if (writing?.NotedAt is null) return true;
        var said = OwnTags.In(writing.ArrivedAt is null ? writing.TagsWas : writing.Tags);   // what is only meant has told nobody anything
        return WorthANote.Any(field => ticket.Given[field] is null && tags.Any(tag => OwnTags.Read(tag)?.Field == field && !said.Contains(tag)));
    }
}
