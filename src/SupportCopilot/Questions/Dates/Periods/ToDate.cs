using NodaTime;
using SupportCopilot.Questions.Dates.Days;
using SupportCopilot.Questions.Dates.Grammar;

namespace SupportCopilot.Questions.Dates.Periods;

/// <summary>From a beginning to today: YTD, month to date, this quarter so far, so far this year, all time.</summary>
internal static class ToDate
{
    public static IEnumerable<Read<Span>> At(Scan scan, int at)
    {
        var start = scan.Skip(at, "the");
        Unit? short_ = scan.Text(start) switch { "ytd" => Unit.Year, "qtd" => Unit.Quarter, "mtd" => Unit.Month, "wtd" => Unit.Week, "fytd" => Unit.Year, _ => null };
        if (short_ is { } named) yield return new(start + 1, Of(scan, named, scan.Is(start, "fytd"), .96));

        var soFar = scan.After(start, "so", "far");
        var noun = scan.Skip(soFar > 0 ? soFar : start, "this", "current", "the");
        var isFiscal = scan.IsAny(noun, "fiscal", "financial");
        if (isFiscal) noun++;
        if (!isFiscal && scan.Is(noun, "fy"))   // «FY to date»
            foreach (var last in new[] { scan.After(noun + 1, "to", "date"), scan.After(noun + 1, "so", "far"), soFar > 0 && noun > soFar ? noun + 1 : -1 })
                if (last > 0) yield return new(last, Of(scan, Unit.Year, true, .97));
        if (scan.IsAny(noun, "week", "month", "quarter", "year"))
        {
            var unit = Lexicon.Units[scan.Text(noun)];
            if (soFar > 0 && noun > soFar) yield return new(noun + 1, Of(scan, unit, isFiscal, .96));
            if (scan.After(noun + 1, "to", "date") is > 0 and var toDate) yield return new(toDate, Of(scan, unit, isFiscal, .97));
            if (scan.After(noun + 1, "so", "far") is > 0 and var far) yield return new(far, Of(scan, unit, isFiscal, .97));
        }
        if (scan.After(start, "all", "time") is > 0 and var ever) yield return new(ever, All(scan, .9));
        if (scan.After(start, "all", "-", "time") is > 0 and var hyphened) yield return new(hyphened, All(scan, .85));
        if (scan.Is(start, "ever") || scan.After(start, "since", "forever") > 0) yield return new(start + 1, All(scan, .5));
        if (scan.IsAny(start, "to", "till", "until") && scan.IsAny(start + 1, "date", "now")) yield return new(start + 2, All(scan, .55));
        if (soFar > 0) yield return new(soFar, All(scan, .4));
    }

    private static Span Of(Scan scan, Unit unit, bool fiscal, double score) =>
        new(scan.Calendar.StartOf(unit, scan.Today, fiscal), scan.Today, DateReadingKind.ToDate, $"this {(fiscal ? "fiscal " : "")}{DayRange.NameOf(unit)} to date", score);

    private static Span All(Scan scan, double score) => new(LocalDate.MinIsoValue, scan.Today, DateReadingKind.AllTime, "all time", score);
}
