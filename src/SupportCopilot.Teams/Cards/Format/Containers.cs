namespace SupportCopilot.Teams.Cards.Format;

/// <summary>Elements that belong together.</summary>
/// <param name="Items">From top to bottom.</param>
internal sealed record Container(IReadOnlyList<CardElement> Items) : CardElement
{
    public ContainerStyle? Style { get; init; }

    /// <summary>Whether its colour reaches the card's edges.</summary>
    public bool? Bleed { get; init; }
}

/// <summary>Elements side by side.</summary>
/// <param name="Columns">In reading order.</param>
internal sealed record ColumnSet(IReadOnlyList<Column> Columns) : CardElement;

/// <summary>One of the columns.</summary>
/// <param name="Items">From top to bottom.</param>
/// <param name="Width">auto, stretch, or a share as a number.</param>
internal sealed record Column(IReadOnlyList<CardElement> Items, string Width = "stretch")
{
    public string Type => "Column";

    public VerticalAlignment? VerticalContentAlignment { get; init; }
}

/// <summary>Buttons in the middle of a card.</summary>
/// <param name="Actions">At most five: hosts may leave the rest out.</param>
internal sealed record ActionSet(IReadOnlyList<CardAction> Actions) : CardElement;
