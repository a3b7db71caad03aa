using NodaTime;
using SupportCopilot.Questions.Dates.CalendarDates;
using SupportCopilot.Questions.Dates.Days;
using SupportCopilot.Questions.Dates.Periods;

namespace SupportCopilot.Questions.Dates.Grammar;

/// <summary>One question being read: its atoms, its calendar, and what each rule read at each place.</summary>
internal sealed class Scan
{
    private readonly List<Read<Span>>?[] periods, fixedPeriods, days, phrases;
    private readonly List<Read<Loose>>?[] loose;

    public Scan(Atom[] atoms, DateContext context)
    {
        (Atoms, Context, Calendar) = (atoms, context, new Calendar(context));
        (periods, fixedPeriods, days, phrases, loose) = (new List<Read<Span>>?[atoms.Length], new List<Read<Span>>?[atoms.Length], new List<Read<Span>>?[atoms.Length],
            new List<Read<Span>>?[atoms.Length], new List<Read<Loose>>?[atoms.Length]);
    }

    public Atom[] Atoms { get; }

    public DateContext Context { get; }

    public Calendar Calendar { get; }

    public LocalDate Today => Context.Today;

    /// <summary>Dates by the calendar, still lacking a year or a month.</summary>
    public List<Read<Loose>> Loose(int at) => at >= Atoms.Length ? [] : loose[at] ??= [.. LooseRules.At(this, at)];

    /// <summary>Single days.</summary>
    public List<Read<Span>> Days(int at) => at >= Atoms.Length ? [] : days[at] ??= [.. DayRules.At(this, at)];

    /// <summary>Days, weeks, months, … and runs of them, with no end named twice.</summary>
    public List<Read<Span>> Periods(int at) => at >= Atoms.Length ? [] : periods[at] ??= [.. PeriodRules.At(this, at)];

    /// <summary>Of the periods those that lack nothing.</summary>
    public List<Read<Span>> Fixed(int at) => at >= Atoms.Length ? [] : fixedPeriods[at] ??= [.. PeriodRules.Fixed(this, at)];

    /// <summary>Whatever means a time, with the words that lead to it.</summary>
    public List<Read<Span>> Phrases(int at) => at >= Atoms.Length ? [] : phrases[at] ??= [.. PhraseRules.At(this, at)];

    public string Text(int at) => (uint)at < (uint)Atoms.Length ? Atoms[at].Text : "";

    public bool Is(int at, string text) => (uint)at < (uint)Atoms.Length && Atoms[at].Text == text;

    public bool IsAny(int at, params ReadOnlySpan<string> texts)
    {
        if ((uint)at >= (uint)Atoms.Length) return false;
        foreach (var text in texts) if (Atoms[at].Text == text) return true;
        return false;
    }

    /// <summary>The place after the words, or −1.</summary>
    public int After(int at, params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts) if (!Is(at++, text)) return -1;
        return at;
    }

    /// <summary>The place after one of the words if it stands there, else the same place.</summary>
    public int Skip(int at, params ReadOnlySpan<string> texts) => IsAny(at, texts) ? at + 1 : at;

    /// <summary>A number in digits that is a word of its own or begins one.</summary>
    public bool IsNumber(int at, int least, int most, int mostDigits = 4) =>
        (uint)at < (uint)Atoms.Length && Atoms[at].Digits > 0 && Atoms[at].Digits <= mostDigits && Atoms[at].Number >= least && Atoms[at].Number <= most;

    public bool Touches(int at) => (uint)at < (uint)Atoms.Length && Atoms[at].Touches;
}
