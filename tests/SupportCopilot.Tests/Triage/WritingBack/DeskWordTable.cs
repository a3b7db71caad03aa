using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Desks;

namespace SupportCopilot.Tests.Triage.WritingBack;

/// <summary>What counts as an agent's word when a page of the desk is kept: a table, one row per way a page can meet a write.</summary>
public sealed class DeskWordTable
{
    private static readonly DateTime Arrived = new(2026, 3, 2, 12, 0, 10, DateTimeKind.Utc);

    public enum Page
    {
        Before = -5,
        SameSecond = 0,
        After = 5,
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("high", null)]
    [InlineData("high", "high")]
    [InlineData(null, "high")]
    public void Where_we_never_wrote_every_priority_is_the_desks(string? there, string? known)
    {
        var word = DeskWord.Of(Said(there, "copilot_category_billing"), Known(known), null);

        Assert.Equal((there, there != known), (word.Priority, word.OwesTriage));
    }

    [Theory]
    // read              there     known     given     triage
    [InlineData(Page.After, "normal", null, null, false)]            // ours coming back
    [InlineData(Page.SameSecond, "normal", null, null, false)]
    [InlineData(Page.SameSecond, "low", null, null, false)]          // perhaps read just before ours arrived
    [InlineData(Page.SameSecond, null, null, null, false)]
    [InlineData(Page.Before, "low", null, null, false)]              // a stale page: ours of before
    [InlineData(Page.Before, null, null, null, false)]               // a stale page: nothing stood there yet
    [InlineData(Page.Before, "urgent", null, null, false)]           // a stale page decides nothing; the one that follows does
    [InlineData(Page.After, "urgent", null, "urgent", true)]         // an agent overrides
    [InlineData(Page.SameSecond, "urgent", null, "urgent", true)]
    [InlineData(Page.After, "low", null, "low", true)]               // an agent sets back what stood there before ours
    [InlineData(Page.After, "normal", "urgent", "normal", true)]     // A, B, A: the second A is the agent's own
    [InlineData(Page.After, "urgent", "urgent", "urgent", false)]    // known already
    [InlineData(Page.After, null, "urgent", null, true)]             // the agent clears what an agent set
    [InlineData(Page.After, null, null, null, false)]                // the agent clears ours: nothing is given
    public void Of_a_priority_after_ours_arrived(Page read, string? there, string? known, string? given, bool owesTriage)
    {
        var word = DeskWord.Of(Said(there, Ours, read), Known(known), Written());

        Assert.Equal((given, owesTriage), (word.Priority, word.OwesTriage));
    }

    [Theory]
    [InlineData("normal", null, false)]       // applied already, or late: ours
    [InlineData("low", null, false)]          // not applied yet: ours of before
    [InlineData("urgent", "urgent", true)]    // neither: an agent's
    [InlineData(null, null, false)]
    public void Of_a_priority_while_ours_is_on_its_way(string? there, string? given, bool owesTriage)
    {
        var word = DeskWord.Of(Said(there, Ours), Known(null), InFlight());

        Assert.Equal((given, owesTriage), (word.Priority, word.OwesTriage));
    }

    [Fact]
    public void A_priority_that_we_found_there_and_left_is_the_agents()
    {
        var writing = Written();
        (writing.Priority, writing.PriorityWas, writing.PriorityThere) = ("normal", "normal", "urgent");   // ours once, an agent's when we last looked

        Assert.Equal("urgent", DeskWord.Of(Said("urgent", Ours), Known(null), writing).Priority);
        Assert.Equal("normal", DeskWord.Of(Said("normal", Ours), Known(null), writing).Priority);
    }

    [Theory]
    // read                              now                                                                     triage
    [InlineData(Page.After, "copilot_triaged copilot_category_billing", false)]                                // ours coming back
    [InlineData(Page.After, "vip copilot_category_billing copilot_triaged", false)]                            // an agent's own tag beside ours
    [InlineData(Page.Before, "copilot_triaged copilot_category_shipping", false)]                              // stale
    [InlineData(Page.Before, "", false)]
    [InlineData(Page.SameSecond, "copilot_triaged copilot_category_shipping", false)]                          // perhaps stale
    [InlineData(Page.After, "copilot_triaged copilot_category_shipping", true)]                                // an agent set back what stood there before
    [InlineData(Page.After, "copilot_triaged", true)]                                                          // an agent removed ours
    [InlineData(Page.After, "copilot_triaged copilot_category_technical", true)]                               // an agent swapped
    [InlineData(Page.After, "copilot_triaged copilot_category_billing copilot_category_technical", true)]      // an agent added a second
    [InlineData(Page.SameSecond, "copilot_triaged copilot_category_technical", true)]
    public void Of_tags_after_ours_arrived(Page read, string now, bool owesTriage) =>
        Assert.Equal(owesTriage, DeskWord.Of(Said(null, now, read), Known(null), Written()).OwesTriage);

    [Theory]
    [InlineData("copilot_triaged copilot_category_shipping", false)]     // not arrived yet
    [InlineData("copilot_triaged copilot_category_billing", false)]      // arrived
    [InlineData("copilot_triaged copilot_category_technical", true)]     // an agent swapped before it arrived
    [InlineData("copilot_triaged copilot_category_billing copilot_category_technical", true)]   // it arrived beside an agent's
    public void Of_tags_while_ours_are_on_their_way(string now, bool owesTriage) =>
        Assert.Equal(owesTriage, DeskWord.Of(Said(null, now), Known(null), InFlight()).OwesTriage);

    [Fact]
    public void A_page_that_says_nothing_of_tags_changes_none() =>
        Assert.False(DeskWord.Of(Said(null, null), Known(null), Written()).OwesTriage);

    [Fact]
    public void An_older_state_of_the_ticket_says_nothing()
    {
        var ticket = Known("urgent");
        ticket.UpdatedAt = Arrived.AddSeconds(60);

        Assert.Equal(new DeskWord("urgent", TriageField.None, false), DeskWord.Of(Said("normal", ""), ticket, Written()));
    }

    [Theory]
    [InlineData(Page.After, "normal", "high", TriageField.Priority)]      // ours coming back: the correction holds
    [InlineData(Page.Before, "urgent", "high", TriageField.Priority)]
    [InlineData(Page.After, null, "high", TriageField.Priority)]
    [InlineData(Page.After, "urgent", "urgent", TriageField.None)]        // an agent spoke at the desk after we had written the correction
    public void A_correction_made_here_holds_until_an_agent_speaks_later(Page read, string? there, string given, TriageField corrected)
    {
        var ticket = Known("high");
        ticket.Corrected = TriageField.Priority;

        var word = DeskWord.Of(Said(there, Ours, read), ticket, Written());

        Assert.Equal((given, corrected), (word.Priority, word.Corrected));
    }

    private const string Ours = "copilot_triaged copilot_category_billing";

    private static IncomingTicket Said(string? priority, string? tags, Page read = Page.After) => new(TicketSource.Zendesk, "1")
    {
        IsFullState = true,
        Given = new TriageValues { Priority = priority },
        Tags = tags?.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        UpdatedAt = Arrived.AddSeconds((int)read),
    };

    private static Ticket Known(string? priority) => new()
    {
        Source = TicketSource.Zendesk,
        ExternalId = "1",
        Given = new TriageValues { Priority = priority },
        UpdatedAt = Arrived.AddSeconds(-60),
    };

    /// <summary>We wrote low, then normal; shipping, then billing; the desk confirmed the second.</summary>
    private static DeskWriting Written() => new()
    {
        Number = 2,
        Priority = "normal",
        PriorityWas = "low",
        PriorityThere = "normal",
        Tags = Ours,
        TagsWas = "copilot_triaged copilot_category_shipping",
        TagsThere = Ours,
        ArrivedAt = Arrived,
    };

    /// <summary>The second of them is not confirmed yet.</summary>
    private static DeskWriting InFlight() => new()
    {
        Number = 2,
        Priority = "normal",
        PriorityWas = "low",
        PriorityThere = "low",
        Tags = Ours,
        TagsWas = "copilot_triaged copilot_category_shipping",
        TagsThere = "copilot_triaged copilot_category_shipping",
    };
}
