using System.Text.Json.Serialization;

namespace SupportCopilot.Teams.Cards.Format;

/// <summary>A button.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ExecuteAction), "Action.Execute")]
[JsonDerivedType(typeof(SubmitAction), "Action.Submit")]
[JsonDerivedType(typeof(OpenUrlAction), "Action.OpenUrl")]
[JsonDerivedType(typeof(ShowCardAction), "Action.ShowCard")]
[JsonDerivedType(typeof(ToggleVisibilityAction), "Action.ToggleVisibility")]
internal abstract record CardAction(string Title)
{
    public string? Id { get; init; }

    public ActionStyle? Style { get; init; }

    /// <summary>What a mouse resting on it says.</summary>
    public string? Tooltip { get; init; }

    /// <summary>What a client offers that does not know this action.</summary>
    public CardAction? Fallback { get; init; }
}

/// <summary>Arrives as an invoke, whose answer is the card that takes this one's place.</summary>
/// <param name="Title">Its words.</param>
/// <param name="Verb">What is wanted; one of <see cref="CardVerb"/>.</param>
/// <param name="Data">What goes with it, beside the inputs' values.</param>
internal sealed record ExecuteAction(string Title, string Verb, ActionData Data) : CardAction(Title)
{
    /// <summary>none leaves the inputs out of it, and lets it through where a required one is empty.</summary>
    public string? AssociatedInputs { get; init; }
}

/// <summary>Arrives as a message with a value.</summary>
/// <param name="Title">Its words.</param>
/// <param name="Data">The value, to which the inputs' values are added.</param>
internal sealed record SubmitAction(string Title, ActionData Data) : CardAction(Title)
{
    public string? AssociatedInputs { get; init; }
}

/// <summary>Opens an address in the browser.</summary>
internal sealed record OpenUrlAction(string Title, string Url) : CardAction(Title);

/// <summary>Opens a card below the buttons, such as a form.</summary>
internal sealed record ShowCardAction(string Title, AdaptiveCard Card) : CardAction(Title);

/// <summary>Shows what is hidden and hides what is shown.</summary>
/// <param name="Title">Its words.</param>
/// <param name="TargetElements">The elements' ids.</param>
internal sealed record ToggleVisibilityAction(string Title, IReadOnlyList<string> TargetElements) : CardAction(Title);
