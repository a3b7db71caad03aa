namespace SupportCopilot.Teams.Cards.Format;

/// <summary>A box to write in. What was written comes back under the element's id.</summary>
/// <param name="Label">What belongs in it; screen readers say it.</param>
internal sealed record TextInput(string Label) : CardElement
{
    public string? Value { get; init; }

    public string? Placeholder { get; init; }

    public bool? IsMultiline { get; init; }

    public bool? IsRequired { get; init; }

    /// <summary>What stands below it when it was left empty but is required.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>In characters.</summary>
    public int? MaxLength { get; init; }
}

/// <summary>A choice of one.</summary>
/// <param name="Label">What is chosen.</param>
/// <param name="Choices">From what.</param>
internal sealed record ChoiceInput(string Label, IReadOnlyList<InputChoice> Choices) : CardElement
{
    public string? Value { get; init; }

    public bool? IsRequired { get; init; }

    public string? ErrorMessage { get; init; }
}

/// <summary>One of the choices.</summary>
internal sealed record InputChoice(string Title, string Value);

/// <summary>A yes or no.</summary>
/// <param name="Label">The question.</param>
/// <param name="Title">What yes means.</param>
internal sealed record ToggleInput(string Label, string Title) : CardElement
{
    public string? Value { get; init; }
}
