using SupportCopilot.Models.Redaction.Finding;

namespace SupportCopilot.Models.Redaction.Numbers;

/// <summary>
/// Tells phone numbers by how they are written (a country's code, brackets, groups), and where that does not say enough, by the
/// word before them.
/// </summary>
internal static class Phones
{
    private const int Fewest = 7, Most = 15;   // E.164 has fifteen at most

    public static Find? CoveredBy(string text, NumberRun run, Sense sense)
    {
        var shape = PhoneShape.Of(text, run);
        if (shape.Digits is < 5 or > Most + 2 || shape.IsJoined || shape.IsSomethingElse) return null;
        return IsPhone(shape, sense) ? new(shape.Start, shape.End, PersonalKind.Phone) : null;
    }

    private static bool IsPhone(PhoneShape shape, Sense sense)
    {
        if (shape.HasPlus) return shape.Digits >= Fewest - 1;
        if (sense is Sense.Thing or Sense.Account or Sense.Card) return shape.HasAreaInBrackets && shape.Digits >= 9;
        if (sense == Sense.Phone) return shape.Digits >= 6 && !shape.IsDate;
        if (shape.Digits < Fewest || shape.IsDate) return false;
        if (shape.HasAreaInBrackets || shape.HasExtension) return true;
        if (shape.BeginsWithZero) return shape.Digits >= 9;
        return shape.Groups switch
        {
            1 => false,                                                   // the number of an order, as likely as not
            2 => shape.Digits is 7 or 8 && shape.HasUsualGroups,
            _ => shape.Digits <= 13 && shape.HasUsualGroups,
        };
    }
}
