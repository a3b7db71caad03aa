using NodaTime;
using SupportCopilot.Questions.Dates.Grammar;
using SupportCopilot.Questions.Parsing.Words;

namespace SupportCopilot.Questions.Dates;

/// <summary>
/// Reads the days in a question: every way that any run of its words can be read, scored, none chosen. A list-of-successes
/// recogniser (P. Wadler, «How to replace failure by a list of successes», 1985) with results kept by position, so that the
/// cost is linear in the words times the readings. What is vague («early March», «a few weeks», «soon») has no reading:
/// the words stay for someone to name.
/// </summary>
internal sealed class DateReader
{
    private const int LongestQuestion = 400;   // words; nobody asks longer, and hostile input stays cheap

    /// <summary>Every reading of every span, in the order of their first words, longer before shorter, likelier before less likely.</summary>
    public IReadOnlyList<DateReading> Read(IReadOnlyList<Word> words, DateContext context)
    {
        var scan = new Scan(Atom.Split(words, LongestQuestion), context);
        var found = new Dictionary<(int, int, LocalDate, LocalDate, Instant?, Instant?, DayFilter?), DateReading>();
        for (var at = 0; at < scan.Atoms.Length; at++)
        {
            if (!scan.Atoms[at].StartsWord || !MayBegin(scan, at)) continue;
            foreach (var (end, span) in scan.Phrases(at))
                if (scan.Atoms[end - 1].EndsWord) Keep(scan, found, at, end, span);
        }
        return [.. found.Values.OrderBy(r => r.Start).ThenByDescending(r => r.Length).ThenByDescending(r => r.Score)];
    }

    /// <summary>Whether a time can begin here at all: with a number or a word of times, led to by words such as «in the». Most words of a question end it there.</summary>
    private static bool MayBegin(Scan scan, int at)
    {
        const int MostLeads = 6;
        for (var i = at; i < scan.Atoms.Length && i < at + MostLeads; i++)
        {
            if (scan.Atoms[i].Digits > 0 || Starters.Cores.Contains(scan.Atoms[i].Text)) return true;
            if (!Starters.Leads.Contains(scan.Atoms[i].Text)) return false;
        }

        return false;
    }

    private static void Keep(
        Scan scan, Dictionary<(int, int, LocalDate, LocalDate, Instant?, Instant?, DayFilter?), DateReading> found, int at, int end, Span span)
    {
        if (span.First > span.Last) return;   // a boundary between two days is no period
        var (start, length) = (scan.Atoms[at].Word, scan.Atoms[end - 1].Word - scan.Atoms[at].Word + 1);
        var key = (start, length, span.First, span.Last, span.From, span.To, span.Days);
        if (found.TryGetValue(key, out var known) && known.Score >= span.Score) return;
        var today = scan.Today;
        found[key] = new DateReading(start, length, span.First, span.Last, span.Label, span.Kind, Math.Round(span.Score, 3))
        {
            From = span.From,
            To = span.To,
            Days = span.Days,
            IsBackReference = span.IsBackReference,
            IsBareUnit = span.IsBareUnit,
            SameDays = span.SameDays,
            IsPartial = span.First <= today && span.Last >= today && span.Kind is not (DateReadingKind.DaysOfWeek or DateReadingKind.AllTime or DateReadingKind.Hours or DateReadingKind.Moment),
            IsFuture = span.Kind is DateReadingKind.Moment ? span.To > scan.Context.AsOf : span.From is { } from ? from > scan.Context.AsOf : span.First > today,
        };
    }
}
