using System.Globalization;
using System.Text;
using SupportCopilot.Tickets.Text;

namespace SupportCopilot.Questions;

/// <summary>A ticket that is a row of an answer.</summary>
/// <param name="Id">Our own number.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="ExternalId">Its id there.</param>
/// <param name="Subject">What it is called: one line, cut where it is long; a customer's words, to be shown as plain text.</param>
public sealed record ListedTicket(long Id, string Source, string ExternalId, string Subject)
{
    private const int Longest = 120;   // characters

    internal static ListedTicket Of(long id, string source, string externalId, string subject) => new(id, source, externalId, InOneLine(subject));

    /// <summary>Without what does not show, such as signs that turn the direction of the line that they stand in.</summary>
    private static string InOneLine(string subject)
    {
        var line = new StringBuilder();
        foreach (var rune in Sentences.OneLine(subject).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format && rune.Value is not 0x200D) continue;   // families of emoji are joined by it
            if (line.Length + rune.Utf16SequenceLength >= Longest) return line.ToString().TrimEnd() + "…";
            line.Append(rune.ToString());
        }

        return line.ToString();
    }
}
