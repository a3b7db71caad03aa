using SupportCopilot.Tickets;

namespace SupportCopilot.Evaluations;

/// <summary>The figures of evaluations. Each is a share from 0 to 1 of which 1 is best, counted from the cases and judged by nobody.</summary>
public static class FigureNames
{
    /// <summary>Of all, the figure that a run is known by. Triage: of all labels, those that triage gave. Replies and questions: of all cases, those answered right, or met with silence where that is right. Summaries: <see cref="Covered"/>.</summary>
    public const string Right = "right";

    /// <summary>Triage: of the cases that have a label for the category, those where triage gave it; blank is wrong. The other fields by their names alike.</summary>
    public const string Category = "category";

    /// <summary>With a model: of all cases, those on which it had its say; on the others the embedded way stood in.</summary>
    public const string Modelled = "modelled";

    /// <summary>Replies: of the cases that an article answers, those where one that does is cited, or among the first five shown.</summary>
    public const string Found = "found";

    /// <summary>Replies: of the cases that an article answers, those where the first source cited is one that does.</summary>
    public const string Answered = "answered";

    /// <summary>Replies: of the cases that no article answers, those met with silence.</summary>
    public const string Silent = "silent";

    /// <summary>Replies: of all cases, those without a reply that cites none but wrong articles. Questions: of all cases, those without a figure that is not right.</summary>
    public const string NotWrong = "notWrong";

    /// <summary>Replies: of all citations, those whose quote stands word for word in the article they name. Summaries: of all sentences told as the thread's own, those that stand in it word for word.</summary>
    public const string Verified = "verified";

    /// <summary>Replies: of all replies, those without markup and without a link, address or number that stands neither in what they cite nor in the ticket.</summary>
    public const string Clean = "clean";

    /// <summary>Replies: of the replies whose language can be told, those in the language of the case.</summary>
    public const string Language = "language";

    /// <summary>Replies and summaries: of all facts that must be said, those that are, as words that all occur; silence says none.</summary>
    public const string Covered = "covered";

    /// <summary>Summaries: of all that the problem must say, what it says.</summary>
    public const string Problem = "problem";

    /// <summary>Summaries: of all questions that are open, those listed as open.</summary>
    public const string Open = "open";

    /// <summary>Summaries: of all that is over or beside the point, what is not said.</summary>
    public const string NothingElse = "nothingElse";

    /// <summary>All of a task, in the order of its table.</summary>
    /// <param name="task">One of <see cref="ReadSets.Tasks"/>.</param>
    public static IReadOnlyList<string> Of(string task) => task switch
    {
        "triage" => [Right, .. TriageFields.Each.Select(field => field.Name()), Modelled],
        "replies" => [Right, Found, Answered, Silent, NotWrong, Verified, Clean, Language, Covered, Modelled],
        "questions" => [Right, NotWrong],
        "summaries" => [Covered, Problem, Open, NothingElse, Verified, Modelled],
        _ => [],
    };

    /// <summary>The figure that a run of a task is known by.</summary>
    public static string MainOf(string task) => task == "summaries" ? Covered : Right;
}
