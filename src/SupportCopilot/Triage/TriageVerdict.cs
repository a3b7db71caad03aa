using SupportCopilot.Storage;

namespace SupportCopilot.Triage;

/// <summary>What stands behind a ticket's predicted values: confidences, ways, and what was found in its words. One per ticket.</summary>
public sealed class TriageVerdict : ITenantOwned
{
    /// <summary>The ticket.</summary>
    public long TicketId { get; init; }

    /// <inheritdoc/>
    public int TenantId { get; set; }

    /// <summary>When it was made (UTC).</summary>
    public DateTime MadeAt { get; set; }

    /// <summary>The detail as JSON; its shape belongs to the triage feature.</summary>
    public required string Detail { get; set; }

    /// <summary>The model that had its say; null where none did.</summary>
    public string? Model { get; set; }

    /// <summary>Why the model that is set had no say, in a word that is no customer's; null where it had, or none is set.</summary>
    public string? WithoutModelBecause { get; set; }

    /// <summary>When the model is to be asked again (UTC); null where it need not be.</summary>
    public DateTime? ModelDueAt { get; set; }

    /// <summary>How often the model failed on what the ticket says now.</summary>
    public int ModelTries { get; set; }

    /// <summary>A hash of what the model was asked for the verdict that stands: the same question is not paid for twice. Null where no model had its say.</summary>
    public long? Asked { get; set; }
}

/// <summary>A triage field that a person set right. Rows are only ever added.</summary>
public sealed class Correction : ITenantOwned
{
    /// <summary>Our own number.</summary>
    public long Id { get; init; }

    /// <inheritdoc/>
    public int TenantId { get; set; }

    /// <summary>The ticket.</summary>
    public long TicketId { get; init; }

    /// <summary>The field's name, such as <c>category</c>.</summary>
    public required string Field { get; init; }

    /// <summary>What held before.</summary>
    public string? Before { get; init; }

    /// <summary>What holds now.</summary>
    public required string Value { get; init; }

    /// <summary>Who set it.</summary>
    public long PersonId { get; init; }

    /// <summary>When (UTC).</summary>
    public DateTime At { get; init; }
}

/// <summary>A classifier trained on a tenant's own labels, for one field. The newest one counts.</summary>
public sealed class TrainedClassifier : ITenantOwned
{
    /// <summary>Our own number.</summary>
    public long Id { get; init; }

    /// <inheritdoc/>
    public int TenantId { get; set; }

    /// <summary>The field's name, such as <c>category</c>.</summary>
    public required string Field { get; init; }

    /// <summary>When it was trained (UTC).</summary>
    public DateTime TrainedAt { get; init; }

    /// <summary>How many tickets the desk had labelled then, at most what is learned from.</summary>
    public int Labelled { get; init; }

    /// <summary>How many of them it learned from: those with words and without a rare label; 0 where they were too few.</summary>
    public int Examples { get; init; }

    /// <summary>Share of held-out tickets that it got right, 0–1, each with what it was given beside its words.</summary>
    public double Accuracy { get; init; }

    /// <summary>Macro-F1 on held-out tickets, 0–1.</summary>
    public double MacroF1 { get; init; }

    /// <summary>The same by the words alone; null where it was trained before that was measured.</summary>
    public double? WordsAccuracy { get; init; }

    /// <summary>Macro-F1 by the words alone; null where it was trained before that was measured.</summary>
    public double? WordsMacroF1 { get; init; }

    /// <summary>The fields whose given values it learned from, for people; null where it judges by words alone.</summary>
    public string? GivenFields { get; init; }

    /// <summary>Whether it only judges tickets with such values, because by words alone it does not beat guessing.</summary>
    public bool NeedsGiven { get; init; }

    /// <summary>Share of the commonest label among them, 0–1: what guessing would get.</summary>
    public double MajorityShare { get; init; }

    /// <summary>Whether it is in use; one that does not beat guessing is kept for its figures only.</summary>
    public bool InUse { get; init; }

    /// <summary>The classifier itself; empty when not in use.</summary>
    public required byte[] Model { get; init; }
}
