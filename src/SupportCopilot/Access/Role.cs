namespace SupportCopilot.Access;

/// <summary>What a person may do. A person can have several.</summary>
[Flags]
public enum Role
{
    /// <summary>Nothing: a requester, or a stranger.</summary>
    None = 0,

    /// <summary>Works on tickets: sees the sidebar, gives verdicts, corrects triage.</summary>
    Agent = 1,

    /// <summary>Asks questions and reads reports.</summary>
    Analyst = 2,

    /// <summary>A subject-matter expert: writes and corrects articles.</summary>
    Sme = 4,

    /// <summary>Decides on the resolution of clusters.</summary>
    ProductOwner = 8,

    /// <summary>Everything, imports and settings included.</summary>
    Admin = 16,
}
