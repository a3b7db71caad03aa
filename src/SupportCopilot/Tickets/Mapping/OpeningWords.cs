using SupportCopilot.Tickets.Text;

namespace SupportCopilot.Tickets.Mapping;

/// <summary>
/// What a ticket is called where its file has no subjects at all: the first words of the first message, as chat and
/// messaging tickets are called on desks. <see cref="TicketText"/> knows a repeated beginning and reads it once.
/// </summary>
internal static class OpeningWords
{
    private const int Longest = 80;   // characters; what a list shows on a line
    private const int FewestWords = 3;   // «Hallo.» and «Radio?» tell tickets apart less than what follows

    public static string? Of(IReadOnlyList<IncomingComment>? comments)
    {
        var first = comments?.FirstOrDefault(comment => comment is { IsPublic: true, AuthorKind: AuthorKind.Requester }) ?? comments?.FirstOrDefault(comment => comment.IsPublic);
        if (first is null || Sentences.Of(MessageText.Clean(first.Body)) is not [var opening, ..] sentences) return null;
        var sentence = sentences.FirstOrDefault(each => each.Split(' ').Length >= FewestWords) ?? opening;
        sentence = sentence.TrimStart('-', '–', '*', '•', ' ');
        if (sentence.Length <= Longest) return sentence;
        var end = sentence.LastIndexOf(' ', Longest);
        return sentence[..(end > 0 ? end : Longest)].TrimEnd(',', ';', ':', ' ') + "…";
    }
}
