using SupportCopilot.Clusters;
using SupportCopilot.Teams.Cards.Format;

namespace SupportCopilot.Teams.Cards.Gallery;

/// <summary>Every card that the bot can draw, made of invented data by the very builders that the bot uses.</summary>
internal static class CardGallery
{
    /// <summary>Each card under what it shows.</summary>
    public static IReadOnlyList<GalleryCard> All { get; } =
    [
        new("Welcome", GreetingCards.Welcome()),
        new("Help", GreetingCards.Help()),
        new("Answer: a figure", AnswerCard.Of(SampleAnswers.Figure)),
        new("Answer: bars", AnswerCard.Of(SampleAnswers.Bars)),
        new("Answer: many bars", AnswerCard.Of(SampleAnswers.ManyBars)),
        new("Answer: a trend", AnswerCard.Of(SampleAnswers.Trend)),
        new("Answer: trends by category", AnswerCard.Of(SampleAnswers.TrendByCategory)),
        new("Answer: a comparison", AnswerCard.Of(SampleAnswers.Comparison)),
        new("Answer: two dimensions", AnswerCard.Of(SampleAnswers.TwoDimensions)),
        new("Answer: a table alone", AnswerCard.Of(SampleAnswers.TableAlone)),
        new("Answer: a list of tickets", AnswerCard.Of(SampleAnswers.Listed)),
        new("Choices", AnswerCard.Of(SampleAnswers.Choices)),
        new("Refusal", AnswerCard.Of(SampleAnswers.Refusal)),
        new("Still working", AnswerCard.Of(SampleAnswers.Working)),
        new("Still working: an estimate", AnswerCard.Of(SampleReasons.Estimate)),
        new("Why: themes", AnswerCard.Of(SampleReasons.Themes)),
        new("Why: what a change is made of", AnswerCard.Of(SampleReasons.Changed)),
        new("In customers' words", AnswerCard.Of(SampleReasons.Quotes)),
        new("Saved", AnswerCard.Of(SampleSaved.One)),
        new("Saved: the list", AnswerCard.Of(SampleSaved.List)),
        new("Saved: a report that came by itself", AnswerCard.Of(SampleSaved.Report)),
        new("Saved: an alert", SavedCard.Of(SampleSaved.Alert)),
        new("Saved: a report that stopped", SavedCard.Of(SampleSaved.Notice)),
        new("The tickets behind a figure", TicketsCard.Of("tickets created 2026-03-09 – 2026-03-15 (Europe/London), priority is urgent", 41, SampleSaved.Tickets, row => new($"https://example.zendesk.com/agent/tickets/{row.ExternalId}"))),
        new("Approval: proposed", ApprovalCard.Of(SampleClusters.Proposed)),
        new("Approval: no resolution yet", ApprovalCard.Of(SampleClusters.WithoutResolution)),
        new("Approval: approved just now", Decided(SampleClusters.Approved, DecisionOutcome.Done, "Approved. The resolution is an internal article now; agents find it, replies do not cite it before it is published.")),
        new("Approval: published", Decided(SampleClusters.Published, DecisionOutcome.Done, "Published. The next suggested reply may cite it.")),
        new("Approval: rejected", ApprovalCard.Of(SampleClusters.Rejected)),
        new("Approval: pressed twice", Decided(SampleClusters.Approved, DecisionOutcome.AlreadyDone, "You had approved it already; nothing changed.")),
        new("Approval: changed by someone else", Decided(SampleClusters.Edited, DecisionOutcome.Changed, "Priya Nair changed the resolution since this card was drawn, so nothing was decided. Here it is as it is now.")),
        new("Approval: not allowed", Decided(SampleClusters.Proposed, DecisionOutcome.NotAllowed, "Only a product owner may decide on this. Nothing was changed.")),
        new("Approval: no longer there", ApprovalCard.Of(SampleClusters.Gone)),
        new("Approval: not in sight", ApprovalCard.OfNothing(new(DecisionOutcome.NotFound, null, "There is no such cluster, or none that you may see."))),
        new("Approval: too long to edit here", ApprovalCard.Of(SampleClusters.Long)),
        new("Approval: too long to approve here", ApprovalCard.Of(SampleClusters.TooLong)),
        new("Digest", DigestCard.Of(SampleDigest.Full)),
        new("Digest of a quiet week", DigestCard.Of(SampleDigest.Quiet)),
        new("Unknown person", GreetingCards.UnknownPerson("Jo Bloggs", "7c2f1c9e-0000-4000-8000-5d1d7d1d7d1d")),
        new("Error", GreetingCards.Error("That took longer than it may, so I stopped. Ask for fewer days, or try again.", "00-4bf92f3577b34da6a3ce929d0e0e4736", "Tickets per day over the last 10 years")),
    ];

    private static AdaptiveCard Decided(ClusterDetail cluster, DecisionOutcome outcome, string message) =>
        ApprovalCard.Of(cluster, new DecisionResult(outcome, cluster, message));
}

/// <summary>A card of the gallery.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Card">The card.</param>
internal sealed record GalleryCard(string Name, AdaptiveCard Card);
