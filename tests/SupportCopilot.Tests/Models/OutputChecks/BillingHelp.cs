using SupportCopilot.Models.OutputChecks;

namespace SupportCopilot.Tests.Models.OutputChecks;

/// <summary>A small help centre about payments, and answers that a sound model gives from it, in words of its own.</summary>
internal static class BillingHelp
{
    public static IReadOnlyDictionary<string, string> Passages { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["a1"] = "A card payment is first preauthorized. The settled amount can be different from the initial charge, because tips, taxes or shipping are added later. The difference is shown within 5 days in the list of transactions.",
        ["a2"] = "If you do not recognise a charge, open the transaction and choose Dispute. Disputes are accepted up to 60 days after the charge. We block the card and send a new one free of charge. See https://help.example.com/disputes for the steps.",
        ["a3"] = "Receipts are sent by mail to the owner of the account after every payment. To get a copy, open Billing, choose the payment and press Download receipt. For older receipts write to billing@example.com.",
        ["a4"] = "To stop a subscription, open Settings, choose Plan and press Cancel plan. The plan runs until the end of the paid month; the rest is not refunded. You can start it again at any time.",
        ["a5"] = "ACH transfers take one to three business days. A transfer that was sent to a wrong account can be recalled only while its state is Pending.",
    };

    public static IReadOnlyList<SaidSentence> CleanAnswers { get; } =
    [
        new("The settled amount can differ from the initial charge, because taxes or shipping are added later.", ["a1"], "The settled amount can be different from the initial charge"),
        new("You will see the difference in the list of transactions within 5 days.", ["a1"], "shown within 5 days"),
        new("If you do not recognise the charge, please open the transaction and choose Dispute.", ["a2"], "open the transaction and choose Dispute"),
        new("We then block your card and send you a new one, free of charge.", ["a2"], "We block the card and send a new one"),
        new("A dispute is accepted up to 60 days after the charge.", ["a2"], "up to 60 days after the charge"),
        new("The steps are described at https://help.example.com/disputes.", ["a2"]),
        new("You can get a copy of the receipt: open Billing, choose the payment and press “Download receipt”.", ["a3"], "press Download receipt"),
        new("For older receipts, please write to billing@example.com.", ["a3"], "write to billing@example.com"),
        new("To stop your subscription, open Settings, choose Plan and press Cancel plan.", ["a4"], "open Settings, choose Plan and press Cancel plan"),
        new("Your plan then runs until the end of the month that is paid, and you can start it again at any time.", ["a4"], "The plan runs until the end of the paid month"),
        new("An ACH transfer takes one to three business days.", ["a5"], "take one to three business days"),
        new("It can be recalled only while its state is still Pending.", ["a5"], "only while its state is Pending"),
    ];
}
