using SupportCopilot.Questions.Dates.Grammar;

namespace SupportCopilot.Questions.Dates.CalendarDates;

/// <summary>Quarters and halves of years: Q4, Q4 2025, 2025-Q4, fiscal Q2, FY25 Q2, the third quarter of last year, H1, first half of 2025.</summary>
internal static class Quarters
{
    public static IEnumerable<Read<Loose>> At(Scan scan, int at)
    {
        foreach (var year in scan.Years(at))
            foreach (var part in Parts(scan, scan.Skip(scan.Skip(year.End, "-", ",", "/"), "the"))) yield return new(part.End, part.Value with { Year = year.Value, Surely = .97 });
        if (Fiscal.YearNoun(scan, at) is { } noun)
            foreach (var year in Fiscal.Years(scan, noun.End))
                foreach (var part in Parts(scan, scan.Skip(year.End, "-")))
                    yield return new(part.End, part.Value with { Year = year.Value, Fiscal = noun.Value, Surely = .97 });

        foreach (var part in Parts(scan, scan.Skip(at, "the")))
        {
            var isAlsoFiscal = scan.Calendar.HasFiscalYears && !part.Value.Fiscal;
            yield return part;
            if (isAlsoFiscal) yield return new(part.End, part.Value with { Fiscal = true, Preference = .88 });
            foreach (var year in Years(scan, part))
            {
                yield return new(year.End, part.Value with { Year = year.Value, Surely = .97 });
                if (isAlsoFiscal) yield return new(year.End, part.Value with { Year = year.Value, Fiscal = true, Surely = .97, Preference = .88 });
            }
            var fiscalYear = scan.Skip(part.End, "of", "in");
            if (Fiscal.YearNoun(scan, fiscalYear) is { } fiscal)
                foreach (var year in Fiscal.Years(scan, fiscal.End)) yield return new(year.End, part.Value with { Year = year.Value, Fiscal = fiscal.Value, Surely = .97 });
            foreach (var year in Fiscal.NamedYears(scan, fiscalYear)) yield return new(year.End, part.Value with { Year = year.Value, Fiscal = true, Surely = .98 });
        }
    }

    private static IEnumerable<Read<int>> Years(Scan scan, Read<Loose> part) =>
        LooseRules.YearsAfter(scan, part.End).Concat(scan.ShortYears(scan.Skip(part.End, "-", "/")))
            .Concat(part.Value.Fiscal ? Fiscal.RelativeYears(scan, scan.Skip(part.End, "of", "in")) : [])
            .Concat(scan.After(part.End, "of", "the", "year") is > 0 and var end ? [new Read<int>(end, scan.Today.Year)] : []);

    /// <summary>A quarter or a half without its year.</summary>
    private static IEnumerable<Read<Loose>> Parts(Scan scan, int at)
    {
        var isFiscal = scan.IsAny(at, "fiscal", "financial");
        var noun = isFiscal ? at + 1 : scan.Skip(at, "calendar");
        if (scan.Is(noun, "q") && scan.Touches(noun + 1) && scan.IsNumber(noun + 1, 1, 4, 1)) yield return new(noun + 2, Part(Unit.Quarter, scan.Atoms[noun + 1].Number, .9));
        if (scan.Is(noun, "h") && scan.Touches(noun + 1) && scan.IsNumber(noun + 1, 1, 2, 1)) yield return new(noun + 2, Part(Unit.Half, scan.Atoms[noun + 1].Number, .8));
        if (scan.IsAny(noun, "quarter", "qtr", "trimester") && scan.IsNumber(noun + 1, 1, 4, 1)) yield return new(noun + 2, Part(Unit.Quarter, scan.Atoms[noun + 1].Number, .9));
        if (scan.IsNumber(noun, 1, 4, 1) && scan.Is(noun + 1, "q") && scan.Touches(noun + 1)) yield return new(noun + 2, Part(Unit.Quarter, scan.Atoms[noun].Number, .8));
        if (scan.Ordinal(noun) is not { } ordinal) yield break;
        var unit = scan.Skip(ordinal.End, "fiscal", "financial", "calendar");
        isFiscal |= scan.IsAny(ordinal.End, "fiscal", "financial");
        if (ordinal.Value is >= 1 and <= 4 && scan.IsAny(unit, "quarter", "qtr", "trimester")) yield return new(unit + 1, Part(Unit.Quarter, ordinal.Value, .9));
        if (ordinal.Value is 1 or 2 && scan.Is(unit, "half")) yield return new(unit + 1, Part(Unit.Half, ordinal.Value, .8));

        Loose Part(Unit unit, int nth, double score) => new(unit, score) { Nth = nth, Fiscal = isFiscal };
    }
}
