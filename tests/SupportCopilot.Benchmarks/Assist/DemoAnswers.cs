namespace SupportCopilot.Benchmarks.Assist;

/// <summary>
/// Which articles of the demo desk's help center answer which of its problems, by hand; a problem with none must be met
/// with silence. Runbooks answer no customer. «Tuning» problems may fix numbers in the product, the others only report.
/// </summary>
internal static class DemoAnswers
{
    private static readonly Dictionary<string, string[]> ArticlesOf = new()
    {
        ["reset-mail-missing"] = ["reset-password", "de-passwort"],
        ["login-loop"] = ["sign-in-loop"],
        ["sso-certificate"] = ["single-sign-on"],
        ["two-factor-lost"] = ["two-step"],
        ["account-locked"] = ["locked-account"],
        ["invite-missing"] = ["invite-members"],
        ["permission-denied"] = ["invite-members"],
        ["owner-left"] = ["transfer-ownership"],
        ["data-deletion"] = ["privacy-requests"],
        ["double-charge"] = ["charged-twice", "de-rechnung"],
        ["refund-missing"] = ["refund-times", "de-lieferung"],
        ["refund-renewal"] = ["renewals-and-refunds"],
        ["vat-wrong"] = ["vat-on-invoices", "de-rechnung"],
        ["invoice-missing"] = ["find-invoices", "de-rechnung"],
        ["card-declined"] = ["failed-payments"],
        ["plan-upgrade"] = ["change-plan"],
        ["plan-downgrade"] = ["change-plan"],
        ["cancel"] = ["cancel-subscription"],
        ["charged-after-cancel"] = ["cancel-subscription", "charged-twice"],
        ["payout-late"] = ["payouts"],
        ["payout-fees"] = ["payouts"],
        ["till-pairing"] = ["pair-reader", "de-kartenleser"],
        ["till-no-power"] = ["reader-battery", "de-kartenleser"],
        ["sense-offline"] = ["sensor-offline"],
        ["sense-wrong-temp"] = ["sensor-readings"],
        ["sense-alerts"] = ["sensor-alerts"],
        ["compatibility"] = ["requirements"],
        ["warranty"] = ["warranty"],
        ["till-declines"] = ["service-status"],
        ["site-down"] = ["service-status"],
        ["app-crash"] = ["app-crashes"],
        ["slow"] = ["slow-pages"],
        ["report-timeout"] = ["slow-pages"],
        ["missing-transactions"] = ["bank-feed"],
        ["duplicate-records"] = ["bank-feed", "import-csv"],
        ["checkout-blank"] = ["shop-checkout"],
        ["images"] = ["shop-checkout"],
        ["shifts-vanish"] = ["roster-basics"],
        ["shift-times"] = ["roster-basics"],
        ["push-missing"] = ["roster-basics"],
        ["bulk-edit"] = ["import-csv"],
        ["offline-mode"] = ["beta-offline"],
        ["parcel-late"] = ["delivery-times", "de-lieferung"],
        ["tracking-stuck"] = ["delivery-times", "de-lieferung"],
        ["address-change"] = ["delivery-times"],
        ["not-received"] = ["delivered-not-received", "de-lieferung"],
        ["damaged-item"] = ["damaged-or-wrong", "de-lieferung"],
        ["wrong-item"] = ["damaged-or-wrong"],
        ["missing-part"] = ["damaged-or-wrong"],
        ["return-label"] = ["return-a-device", "de-lieferung"],
        ["customs-fee"] = ["customs"],
        ["api-rate-limit"] = ["api-limits"],
        ["api-unauthorized"] = ["api-limits"],
        ["webhook-missing"] = ["webhooks"],
        ["webhook-twice"] = ["webhooks"],
        ["csv-import"] = ["import-csv"],
        ["marketplace-stock"] = ["marketplace-stock"],
    };

    /// <summary>The keys of the articles that answer a problem; empty where none does.</summary>
    public static IReadOnlyCollection<string> To(string problem) => ArticlesOf.GetValueOrDefault(problem, []);

    /// <summary>The problems of the tuning half: every second one of the answered, and of the others, by name.</summary>
    public static IReadOnlySet<string> Tuning(IEnumerable<string> problems) => problems.GroupBy(ArticlesOf.ContainsKey)
        .SelectMany(alike => alike.Order(StringComparer.Ordinal).Where((_, i) => i % 2 == 0)).ToHashSet();
}
