using SupportCopilot.Questions.Parsing.Words;

namespace SupportCopilot.Questions.Dates.Days;

/// <summary>«during business hours»: nobody has told which they are, so nothing is counted by them.</summary>
internal static class BusinessHours
{
    private const string Unknown = "I do not know this desk's business hours, so I count nothing by them. Say the hours instead: «tickets between 9am and 5pm on weekdays in October».";

    /// <returns>Why that cannot be answered; null where no such hours are named.</returns>
    public static string? In(IReadOnlyList<Word> words)
    {
        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (words[i + 1].Text is not ("hours" or "hour")) continue;
            if (words[i].Text is "business" or "working" or "office" or "opening" or "service" or "support" || words[i].Text is "after" or "out" && words[i + 1].Text is "hours" && i + 2 == words.Count) return Unknown;
            if (words[i].Text == "of" && i > 0 && words[i - 1].Text == "out") return Unknown;
        }

        return null;
    }
}
