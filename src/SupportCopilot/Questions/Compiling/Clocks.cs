namespace SupportCopilot.Questions.Compiling;

/// <summary>The instants that put a ticket into a period.</summary>
internal static class Clocks
{
    public const string Created = "created";
    public const string Solved = "solved";
    public const string Updated = "updated";

    /// <summary>No instant of the ticket but those of its comments: what was written in a period.</summary>
    public const string Written = "written";

    /// <summary>No instant of the ticket but one of the question: what was open then.</summary>
    public const string Open = "open";

    public static IReadOnlyList<string> All { get; } = [Created, Solved, Updated, Written, Open];

    /// <summary>When a comment <c>k</c> was written; a description that has no date of its own came with its ticket.</summary>
    public const string OfComment = "COALESCE(k.CreatedAt, CASE WHEN k.Position = 0 THEN t.CreatedAt END)";

    public static string Column(string clock) => clock switch
    {
        Solved => "t.SolvedAt",
        Updated => "t.UpdatedAt",
        _ => "t.CreatedAt",
    };
}
