using SupportCopilot.Clusters;
using SupportCopilot.Teams.Cards;
using SupportCopilot.Teams.Cards.Format;
using SupportCopilot.Teams.Cards.Gallery;

namespace SupportCopilot.Tests.Teams.Cards;

public sealed class ApprovalCards
{
    [Theory]
    [InlineData("proposed", "To be decided", "Approve|Edit, then approve|Reject with a reason|Refresh")]
    [InlineData("approved", "Approved, not published", "Publish: replies may cite it|Edit|Withdraw with a reason|Refresh")]
    [InlineData("published", "Published", "Edit; it is no longer cited until published again|Withdraw with a reason|Refresh")]
    [InlineData("rejected", "Rejected", "Edit and propose it again|Refresh")]
    [InlineData("gone", "No longer there", "")]
    public void Offer_what_the_state_allows(string state, string told, string buttons)
    {
        var card = ApprovalCard.Of(SampleClusters.Proposed with { State = state });
        Assert.Equal(buttons, string.Join('|', CardTree.Buttons(card)));
        Assert.Contains(told, CardTree.Texts(card));
    }

    [Fact]
    public void Send_cluster_version_and_verb_with_every_button()
    {
        var card = ApprovalCard.Of(SampleClusters.Proposed);
        var sent = CardTree.Of(card, "Action.Execute").Select(action => (
            action["verb"]!.GetValue<string>(), action["data"]!["cluster"]!.GetValue<long>(), action["data"]!["version"]!.GetValue<int>())).ToArray();
        Assert.Equal(
            ["cluster.approve", "cluster.approve", "cluster.edit", "cluster.reject", "cluster.show", "cluster.show"],
            sent.Select(action => action.Item1).Order());
        Assert.All(sent, action => Assert.Equal((17L, 3), (action.Item2, action.Item3)));
    }

    [Fact]
    public void Refresh_by_themselves_with_what_changes_nothing() =>
        Assert.Equal(CardVerb.Show, Assert.IsType<ExecuteAction>(ApprovalCard.Of(SampleClusters.Proposed).Refresh!.Action).Verb);

    [Fact]
    public void Bring_back_the_edited_words_and_the_reason_by_name()
    {
        var inputs = CardTree.Of(ApprovalCard.Of(SampleClusters.Proposed), "Input.Text").ToArray();
        Assert.Equal(["resolution", "reason"], inputs.Select(input => input["id"]!.GetValue<string>()));
        Assert.Equal(SampleClusters.Proposed.Resolution, inputs[0]["value"]!.GetValue<string>());
    }

    [Fact]
    public void Offer_to_write_a_resolution_where_there_is_none_and_nothing_to_approve() =>
        Assert.Equal(["Write it, then approve", "Reject with a reason", "Refresh"], CardTree.Buttons(ApprovalCard.Of(SampleClusters.WithoutResolution)));

    [Fact]
    public void Let_nobody_approve_what_is_not_shown_to_its_end()
    {
        var card = ApprovalCard.Of(SampleClusters.TooLong);
        Assert.Equal(["Reject with a reason", "Refresh"], CardTree.Buttons(card));
        Assert.Contains(CardTree.Texts(card), text => text.Contains("cannot be approved here", StringComparison.Ordinal));
        Assert.Equal(["Withdraw with a reason", "Refresh"], CardTree.Buttons(ApprovalCard.Of(SampleClusters.TooLong with { State = "approved" })));
    }

    [Fact]
    public void Show_what_became_of_the_decision_and_who_took_it()
    {
        var card = ApprovalCard.Of(SampleClusters.Approved, new DecisionResult(DecisionOutcome.Done, SampleClusters.Approved, "Approved by you."));
        Assert.Contains(card.Body, element => element is Container { Style: ContainerStyle.Good });
        Assert.Contains("Approved by you.", CardTree.Texts(card));
        Assert.Contains("Approved by Priya Nair on 16 Mar 2026, 09:42 UTC. Article 311.", CardTree.Texts(card));
    }

    [Fact]
    public void Tell_size_and_growth_in_words() =>
        Assert.Contains(
            "128 tickets from 4 Jan 2026 to 15 Mar 2026. New in the last seven days: 14 (in the seven before: 9, +55.6 %).",
            CardTree.Texts(ApprovalCard.Of(SampleClusters.Proposed)));

    [Fact]
    public void Call_typical_tickets_as_their_desk_does_and_lead_there()
    {
        var names = new TicketNames(new Dictionary<long, TicketName> { [1207] = new("88120", new("https://acme.zendesk.com/agent/tickets/88120")) });
        var runs = CardTree.Of(ApprovalCard.Of(SampleClusters.Proposed, tickets: names), "TextRun").ToArray();
        Assert.Equal("https://acme.zendesk.com/agent/tickets/88120", runs.Single(run => run["text"]!.GetValue<string>() == "#88120")["selectAction"]!["url"]!.GetValue<string>());
        Assert.Single(runs, run => run["text"]!.GetValue<string>() == "#1211");
    }
}
