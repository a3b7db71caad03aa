namespace ZendeskSimulator.Macros;

/// <summary>A prepared answer of the account.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Title">What agents know it by.</param>
/// <param name="Actions">What it does: fields and values, in order.</param>
public sealed record Macro(long Id, string Title, IReadOnlyList<(string Field, object Value)> Actions)
{
    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>Whether it is offered.</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>The groups that may use it; empty for all.</summary>
    public IReadOnlyList<long> Groups { get; init; } = [];

    /// <summary>The one agent whose own it is.</summary>
    public long? User { get; init; }

    internal long UpdatedAt { get; init; }
}
