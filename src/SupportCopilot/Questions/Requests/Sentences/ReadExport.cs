namespace SupportCopilot.Questions.Requests.Sentences;

/// <summary>«Export that», «download this as CSV», «give me that in Excel», «as a spreadsheet please».</summary>
internal static class ReadExport
{
    private static readonly string[] What = ["it", "this", "that", "them", "these", "those", "those tickets", "these tickets", "the list", "this list", "that list", "the tickets", "the answer", "this answer", "that answer", "the figures", "the result", "the results", "the table", "this table"];
    private static readonly string[] Formats = ["csv", "excel", "xlsx", "spreadsheet", "a spreadsheet", "a csv", "an excel file", "a csv file", "csv file", "an excel sheet", "excel file", "a file", "file", "an xlsx", "a workbook"];

    public static ExportWish? Of(Tokens words, int at)
    {
        if (words.MatchAny(at, "as", "in", "into", "to") is var lead && words.MatchAny(at + lead, Formats) is > 0 and var bare && words[at + lead] is not "file")
            return words.Skip(at + lead + bare, "please", "thanks", "format", "for me", "now", "file", "export", "download") == words.Count ? new ExportWish() : null;
        var isVerb = words.MatchAny(at, "export", "download") > 0;
        var verb = words.MatchAny(at, "export", "download", "save", "send me", "send", "give me", "get me", "can i have", "can i get", "put", "store");
        if (verb == 0) return null;
        var what = words.MatchAny(at + verb, What);
        var next = words.Skip(at + verb + what, "as", "to", "in", "into", "please");
        var format = words.MatchAny(next, Formats);
        if (words.Skip(next + format, "please", "thanks", "format", "for me", "now") < words.Count) return null;
        return format > 0 && what > 0 || isVerb && (what > 0 || format > 0 || words.Count == at + verb) ? new ExportWish() : null;
    }
}
