namespace SupportCopilot.DemoDesk.People;

/// <summary>A customer, with what they own and how they are reached.</summary>
internal sealed record Requester(int Number, string Name, string Language)
{
    public required string Email { get; init; }

    /// <summary>The number of their organization, or null for somebody on their own.</summary>
    public required int? Organization { get; init; }

    public required string Company { get; init; }

    public required string Domain { get; init; }

    public required string City { get; init; }

    public required string Tel { get; init; }

    public required string Job { get; init; }

    public required string Bank { get; init; }

    public required string Browser { get; init; }

    public required string Phone { get; init; }

    public required string Currency { get; init; }

    public required IReadOnlyList<string> Colleagues { get; init; }

    /// <summary>The last four digits of their card.</summary>
    public required string Card { get; init; }

    /// <summary>How formally they write, 0–1.</summary>
    public required double Formality { get; init; }

    /// <summary>How often they mistype, as a share of words.</summary>
    public required double Sloppiness { get; init; }

    public string First => Name.Split(' ')[0];
}
