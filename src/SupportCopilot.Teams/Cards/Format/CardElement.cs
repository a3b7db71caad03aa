using System.Text.Json.Serialization;

namespace SupportCopilot.Teams.Cards.Format;

/// <summary>Something that a card shows.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TextBlock), "TextBlock")]
[JsonDerivedType(typeof(RichTextBlock), "RichTextBlock")]
[JsonDerivedType(typeof(Container), "Container")]
[JsonDerivedType(typeof(ColumnSet), "ColumnSet")]
[JsonDerivedType(typeof(FactSet), "FactSet")]
[JsonDerivedType(typeof(Table), "Table")]
[JsonDerivedType(typeof(ActionSet), "ActionSet")]
[JsonDerivedType(typeof(TextInput), "Input.Text")]
[JsonDerivedType(typeof(ChoiceInput), "Input.ChoiceSet")]
[JsonDerivedType(typeof(ToggleInput), "Input.Toggle")]
[JsonDerivedType(typeof(LineChart), "Chart.Line")]
[JsonDerivedType(typeof(VerticalBarChart), "Chart.VerticalBar")]
[JsonDerivedType(typeof(GroupedVerticalBarChart), "Chart.VerticalBar.Grouped")]
[JsonDerivedType(typeof(HorizontalBarChart), "Chart.HorizontalBar")]
[JsonDerivedType(typeof(StackedHorizontalBarChart), "Chart.HorizontalBar.Stacked")]
internal abstract record CardElement
{
    /// <summary>What actions and inputs call it by.</summary>
    public string? Id { get; init; }

    /// <summary>The distance to what stands before it.</summary>
    public Spacing? Spacing { get; init; }

    /// <summary>Whether a line parts it from what stands before it.</summary>
    public bool? Separator { get; init; }

    /// <summary>False hides it until an action shows it.</summary>
    public bool? IsVisible { get; init; }

    /// <summary>What a client draws that does not know this element.</summary>
    public CardElement? Fallback { get; init; }
}
