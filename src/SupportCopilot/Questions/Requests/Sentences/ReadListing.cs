namespace SupportCopilot.Questions.Requests.Sentences;

/// <summary>«List my reports», «which alerts do I have?», «my scheduled reports».</summary>
internal static class ReadListing
{
    private static readonly string[] Plain = ["list", "show", "me", "my", "all", "our", "the", "saved", "scheduled", "what", "which", "are", "do", "i", "we", "have", "there", "and", "of", "mine", "get", "please", "see", "view", "display", "active", "every", "got", "running", "here", "now", "set", "up"];

    public static ListWish? Of(Tokens words, int at)
    {
        var (hasReports, hasAlerts, others) = (false, false, 0);
        for (var i = at; i < words.Count; i++)
        {
            if (words[i] is "reports" or "schedules" or "subscriptions") hasReports = true;
            else if (words[i] is "alerts" or "watches" or "thresholds") hasAlerts = true;
            else if (!Plain.Contains(words[i])) return null;
            else others++;
        }

        if (!hasReports && !hasAlerts || others == 0 && words.Count > 2) return null;
        return new ListWish(hasReports && hasAlerts ? null : hasReports ? "report" : "alert");
    }
}
