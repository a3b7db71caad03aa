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
        foreach (var run in NumberRun.In(text))
        {
            var sense = Surroundings.Before(text, run.Start);
            if (Cards.CoveredBy(text, run, sense) is { } card) finds.Add(card);
            else if (Birthdays.CoveredBy(text, run, sense) is { } birthday) finds.Add(birthday);
            else if (Phones.CoveredBy(text, run, sense) is { } phone) finds.Add(phone);
        }
    }
}
