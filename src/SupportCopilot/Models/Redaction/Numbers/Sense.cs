namespace SupportCopilot.Models.Redaction.Numbers;

/// <summary>What the words before a number say that it is.</summary>
internal enum Sense
{
    /// <summary>They do not say.</summary>
    Unsaid,

    /// <summary>A phone.</summary>
    Phone,

    /// <summary>A card.</summary>
    Card,

    /// <summary>An account at a bank.</summary>
    Account,

    /// <summary>Something of the shop's: an order, an invoice, a ticket, a part, a version.</summary>
    Thing,

    /// <summary>A day of birth.</summary>
    Birth,
}
