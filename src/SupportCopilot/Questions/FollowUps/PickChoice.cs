using SupportCopilot.Questions.Parsing.Words;

namespace SupportCopilot.Questions.FollowUps;

/// <summary>«the first one», «2», «yes», «the tag»: which of the choices offered last is taken.</summary>
internal static class PickChoice
{
    private const int MostWords = 4;

    private static readonly HashSet<string> Fillers = ["the", "one", "option", "number", "choice", "please", "i", "mean", "meant", "take", "that", "it", "is", "was", "go", "with", "pick", "choose", "no", "nr", "as", "a", "by", "of", "these", "this"];
    private static readonly HashSet<string> Yes = ["yes", "yep", "yeah", "sure", "correct", "ok", "okay", "right", "exactly", "indeed", "y", "absolutely"];
    private static readonly string[][] Places = [["first", "1", "1st", "former", "a"], ["second", "2", "2nd", "b"], ["third", "3", "3rd", "c"]];

    /// <returns>The question that asks for the choice; null where none of them is meant.</returns>
    public static string? Of(string text, IReadOnlyList<OfferedChoice> offered)
    {
        if (offered.Count == 0) return null;
        var all = WordReader.Read(text).Where(word => !word.IsMark).Select(word => word.Text).ToList();
        if (all.Count is 0 or > MostWords + 3) return null;
        var said = all.Where(word => !Fillers.Contains(word)).ToList();
        if (said.Count == 0) return offered.Count == 1 && all is ["that"] or ["that", "one"] or ["this", "one"] ? offered[0].Text : all is ["option" or "number" or "choice", "one"] ? offered[0].Text : null;
        if (said.All(Yes.Contains)) return offered.Count == 1 ? offered[0].Text : null;
        if (said is [var place])
        {
            if (place is "last" or "latter" && all.Count > 1) return offered[^1].Text;
            var at = Array.FindIndex(Places, names => names.Contains(place));
            if (at >= 0) return at < offered.Count ? offered[at].Text : null;
        }

        return said.Count <= MostWords ? Named(said, offered) : null;
    }

    /// <summary>Whether a choice is taken where none was offered: «the first one» is no day of the month.</summary>
    public static bool IsOfNothing(string text, IReadOnlyList<OfferedChoice> offered)
    {
        var all = WordReader.Read(text).Where(word => !word.IsMark).Select(word => word.Text).ToList();
        var said = all.Where(word => !Fillers.Contains(word)).ToList();
        return offered.Count == 0 && said is ["first" or "second" or "third" or "last" or "former" or "latter"] && all.Exists(word => word is "one" or "option" or "choice");
    }

    /// <summary>The one choice whose label has all of the words.</summary>
    private static string? Named(List<string> said, IReadOnlyList<OfferedChoice> offered)
    {
        var fitting = offered.Where(choice => WordReader.Key(choice.Label).Split(' ') is var label && said.All(label.Contains)).ToList();
        return fitting is [var one] && offered.Count > 1 ? one.Text : null;
    }
}
