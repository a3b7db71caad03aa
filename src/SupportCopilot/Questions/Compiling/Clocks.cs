namespace SupportCopilot.Questions.Compiling;

/// <summary>The instants that put a ticket into a period.</summary>
internal static class Clocks
{
    public const string Created = "created";
    public const string Solved = "solved";
    public const string Updated = "updated";

    /// <summary>No instant of the ticket but one of the question: what was open then.</summary>
    public const string Open = "open";

    public static IReadOnlyList<string> All { get; } = [Created, Solved, Updated, Open];

    public static string Column(string clock) => clock switch
    {
        Solved => "t.SolvedAt",
        Updated => "t.UpdatedAt",
        _ => "t.CreatedAt",
    };
}
