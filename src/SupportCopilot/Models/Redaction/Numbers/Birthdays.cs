using SupportCopilot.Models.Redaction.Finding;

namespace SupportCopilot.Models.Redaction.Numbers;

/// <summary>Finds days of birth: a date in figures after a word that says so. Other dates stay, for answers need them.</summary>
internal static class Birthdays
{
    public static Find? CoveredBy(string text, NumberRun run, Sense sense) =>
        sense == Sense.Birth && run.Digits is >= 5 and <= 8 && !run.Touches(text) && text.AsSpan(run.Start, run.Length()).ContainsAny('/', '.', '-')
            ? new(run.Start, run.End, PersonalKind.Birthday)
            : null;

    private static int Length(this NumberRun run) => run.End - run.Start;
}
