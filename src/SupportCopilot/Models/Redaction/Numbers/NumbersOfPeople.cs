using SupportCopilot.Models.Redaction.Finding;

namespace SupportCopilot.Models.Redaction.Numbers;

/// <summary>
/// Finds the numbers that belong to people: cards, accounts, what states know them by, days of birth, phones. A number of an order, a
/// ticket, an invoice or a version is no person's and stays, for without it a model could not tell what a ticket is about.
/// </summary>
internal static class NumbersOfPeople
{
    public static void Find(string text, List<Find> finds)
    {
        NationalIds.Find(text, finds);
        Ibans.Find(text, finds);
        for (var next = NumberRun.Next(text, 0); next is { } run;)
        {
            var sense = Surroundings.Before(text, run.Start);
            var found = Cards.CoveredBy(text, run, sense) ?? Birthdays.CoveredBy(text, run, sense) ?? PhoneIn(text, run, sense);
            if (found is { } find) finds.Add(find);
            next = NumberRun.Next(text, Math.Max(found?.End ?? run.End, run.Start + 1));
        }
    }

    // «(914)349-8600 04/21/2020»: what follows a number after a space may be another one.
    private static Find? PhoneIn(string text, NumberRun run, Sense sense)
    {
        for (NumberRun? some = run; some is { } part; some = part.Shorter(text))
        {
            if (Phones.CoveredBy(text, part, sense) is { } phone) return phone;
            if (sense != Sense.Phone && text[run.Start] is not ('(' or '+')) return null;
        }
        return null;
    }
}
