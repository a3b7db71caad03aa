namespace SupportCopilot.Tickets;

/// <summary>What is still to be done for a ticket. It stands on the ticket's row, so there is no queue to lose.</summary>
[Flags]
public enum Owed
{
    /// <summary>Nothing.</summary>
    Nothing = 0,

    /// <summary>Triage: its words changed since it was last judged.</summary>
    Triage = 1,

    /// <summary>The search index holds an older state of it.</summary>
    Index = 2,

    /// <summary>The desk has not been told of the triage yet.</summary>
    WriteBack = 4,
}
