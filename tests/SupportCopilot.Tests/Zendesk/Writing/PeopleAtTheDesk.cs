using Microsoft.EntityFrameworkCore;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Zendesk.Writing;

/// <summary>Agents work on the tickets while the product writes to them; what they say holds.</summary>
public sealed class PeopleAtTheDesk
{
    [Fact]
    public async Task A_tag_that_an_agent_sets_while_we_write_is_not_lost()
    {
        await using var desk = await WritingDesk.WithAsync();
        var ticket = await desk.OpensAsync(tags: "vip");
        await desk.JudgedAsync(ticket);
        desk.JustBefore("PUT", $"/tickets/{ticket}", () => desk.Zendesk.Agent(1).AddsTags(ticket, "fraud"));

        await desk.WriteBackAsync();

        Assert.Superset(new HashSet<string> { "vip", "fraud", "copilot_category_billing" }, desk.Ticket(ticket).Tags.ToHashSet());
        Assert.Single(desk.Ticket(ticket).Notes);
        Assert.Equal(2, desk.Puts(ticket));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_priority_that_an_agent_sets_is_never_overwritten(bool whileWeWrite)
    {
        await using var desk = await WritingDesk.WithAsync();
        var ticket = await desk.OpensAsync();
        await desk.JudgedAsync(ticket, priority: "low");
        if (whileWeWrite) desk.JustBefore("PUT", $"/tickets/{ticket}", () => desk.Zendesk.Agent(1).SetsPriority(ticket, "urgent"));
        else desk.Zendesk.Agent(1).SetsPriority(ticket, "urgent");   // not known here yet

        await desk.WriteBackAsync();
        Assert.Equal("urgent", desk.Ticket(ticket).Priority);

        await desk.BringInAsync(ticket);
        Assert.Equal("urgent", (await desk.Desk.TicketAsync(ticket))!.Given.Priority);
    }

    [Fact]
    public async Task A_ticket_that_keeps_changing_waits_and_is_written_once_it_rests()
    {
        await using var desk = await WritingDesk.WithAsync();
        var ticket = await desk.OpensAsync();
        await desk.JudgedAsync(ticket);
        var edits = 0;
        desk.JustBefore("PUT", $"/tickets/{ticket}", () => desk.Zendesk.Agent(1).AddsTags(ticket, $"edit{++edits}"), times: 5);

        await desk.WriteBackAsync();
        Assert.Empty(desk.Ticket(ticket).Notes);
        Assert.Equal([EffectState.Meant], await desk.StatesAsync());
        Assert.True(await desk.IsOwedAsync(ticket));

        await desk.LaterAsync(TimeSpan.FromMinutes(1));
        Assert.Single(desk.Ticket(ticket).Notes);
        Assert.Superset(new HashSet<string> { "edit1", "edit5" }, desk.Ticket(ticket).Tags.ToHashSet());
    }

    [Fact]
    public async Task A_category_that_an_agent_swaps_is_a_correction_that_holds_and_is_learned_from()
    {
        await using var desk = await WritingDesk.WithAsync();
        var ticket = await WrittenAsync(desk, "billing");

        desk.Zendesk.Agent(2).RemovesTags(ticket, "copilot_category_billing");
        desk.Zendesk.Agent(2).AddsTags(ticket, "copilot_category_technical");
        await desk.BringInAsync(ticket);
        await desk.WorkOffAsync();

        var kept = (await desk.Desk.TicketAsync(ticket))!;
        Assert.Equal(("technical", true), (kept.Given.Category, kept.Corrected.HasFlag(TriageField.Category)));
        Assert.Equal(("category", "billing", "technical", 0L), await desk.Desk.LookAsync(async db =>
        {
            var one = await db.Corrections.SingleAsync();
            return (one.Field, one.Before, one.Value, one.PersonId);
        }));
        Assert.Equal(["copilot_category_technical"], desk.OwnTagsOf(ticket).Where(tag => tag.StartsWith("copilot_category", StringComparison.Ordinal)));
        Assert.Single(desk.Ticket(ticket).Notes);   // the agent knows
    }

    [Fact]
    public async Task A_category_that_an_agent_adds_beside_ours_takes_its_place()
    {
        await using var desk = await WritingDesk.WithAsync();
        var ticket = await WrittenAsync(desk, "billing");

        desk.Zendesk.Agent(2).AddsTags(ticket, "copilot_category_shipping");
        await desk.BringInAsync(ticket);
        await desk.WorkOffAsync();

        Assert.Equal(["copilot_category_shipping"], desk.OwnTagsOf(ticket).Where(tag => tag.StartsWith("copilot_category", StringComparison.Ordinal)));
        Assert.Equal("shipping", (await desk.Desk.TicketAsync(ticket))!.Given.Category);
    }

    [Fact]
    public async Task An_agents_swap_and_swap_back_are_two_corrections()
    {
        await using var desk = await WritingDesk.WithAsync();
        var ticket = await WrittenAsync(desk, "billing");

        foreach (var (gone, put) in new[] { ("billing", "technical"), ("technical", "billing") })
        {
            desk.Zendesk.Agent(2).RemovesTags(ticket, $"copilot_category_{gone}");
            desk.Zendesk.Agent(2).AddsTags(ticket, $"copilot_category_{put}");
            await desk.BringInAsync(ticket);
            await desk.WorkOffAsync();
        }

        Assert.Equal(["technical", "billing"], await desk.Desk.LookAsync(db => db.Corrections.OrderBy(c => c.Id).Select(c => c.Value).ToListAsync()));
        Assert.Equal("billing", (await desk.Desk.TicketAsync(ticket))!.Given.Category);
    }

    [Fact]
    public async Task A_tag_that_an_agent_takes_away_is_not_put_back()
    {
        await using var desk = await WritingDesk.WithAsync();
        var ticket = await WrittenAsync(desk, "billing");

        desk.Zendesk.Agent(2).RemovesTags(ticket, "copilot_sentiment_negative");
        await desk.BringInAsync(ticket);
        await desk.WorkOffAsync();
        await desk.JudgedAsync(ticket, "technical");
        await desk.LaterAsync(TimeSpan.FromMinutes(1));

        Assert.Contains("copilot_category_technical", desk.OwnTagsOf(ticket));
        Assert.DoesNotContain("copilot_sentiment_negative", desk.OwnTagsOf(ticket));
    }

    [Fact]
    public async Task A_value_that_no_list_has_stays_a_tag_and_nothing_more()
    {
        await using var desk = await WritingDesk.WithAsync();
        var ticket = await WrittenAsync(desk, "billing");

        desk.Zendesk.Agent(2).AddsTags(ticket, "copilot_category_nonsense");
        await desk.BringInAsync(ticket);
        await desk.WorkOffAsync();
        await desk.JudgedAsync(ticket, "technical");
        await desk.LaterAsync(TimeSpan.FromMinutes(1));

        Assert.Contains("copilot_category_nonsense", desk.OwnTagsOf(ticket));
        Assert.Null((await desk.Desk.TicketAsync(ticket))!.Given.Category);
        Assert.Empty(await desk.Desk.LookAsync(db => db.Corrections.ToListAsync()));
    }

    [Fact]
    public async Task An_agents_priority_over_ours_is_a_correction_each_time_and_stays()
    {
        await using var desk = await WritingDesk.WithAsync();
        var ticket = await WrittenAsync(desk, "billing", priority: "normal");
        Assert.Equal("normal", desk.Ticket(ticket).Priority);

        foreach (var priority in new[] { "urgent", "normal" })
        {
            desk.Zendesk.Agent(2).SetsPriority(ticket, priority);
            await desk.BringInAsync(ticket);
            await desk.WorkOffAsync();
        }

        await desk.JudgedAsync(ticket, priority: "low");
        await desk.LaterAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(("normal", "normal"), (desk.Ticket(ticket).Priority, (await desk.Desk.TicketAsync(ticket))!.Given.Priority));
        Assert.Equal([("normal", "urgent"), ("urgent", "normal")], await desk.Desk.LookAsync(async db => (await db.Corrections.OrderBy(c => c.Id).ToListAsync()).ConvertAll(c => (c.Before, c.Value))));
    }

    [Fact]
    public async Task A_priority_of_ours_that_an_agent_takes_away_is_left_away()
    {
        await using var desk = await WritingDesk.WithAsync();
        var ticket = await WrittenAsync(desk, "billing", priority: "normal");

        desk.Zendesk.Agent(2).SetsPriority(ticket, null);
        await desk.BringInAsync(ticket);
        await desk.JudgedAsync(ticket, "technical", priority: "high");
        await desk.LaterAsync(TimeSpan.FromMinutes(1));

        Assert.Null(desk.Ticket(ticket).Priority);
    }

    [Fact]
    public async Task Our_own_priority_gives_way_to_our_better_one()
    {
        await using var desk = await WritingDesk.WithAsync();
        var ticket = await WrittenAsync(desk, "billing", priority: "normal");

        await desk.JudgedAsync(ticket, priority: "urgent");
        await desk.LaterAsync(TimeSpan.FromMinutes(1));

        Assert.Equal("urgent", desk.Ticket(ticket).Priority);
    }

    [Fact]
    public async Task A_ticket_solved_while_it_waits_is_told_nothing_and_the_ledger_says_why()
    {
        await using var desk = await WritingDesk.WithAsync();
        var ticket = await desk.OpensAsync();
        await desk.JudgedAsync(ticket);
        desk.Zendesk.Agent(1).Solves(ticket);

        await desk.WriteBackAsync();

        Assert.Empty(desk.Ticket(ticket).Notes);
        var effect = Assert.Single(await desk.EffectsAsync());
        Assert.Equal((EffectState.Refused, "The ticket was solved or closed meanwhile."), (effect.State, effect.Detail));
        Assert.False(await desk.IsOwedAsync(ticket));
    }

    [Fact]
    public async Task A_ticket_deleted_meanwhile_is_refused_for_good()
    {
        await using var desk = await WritingDesk.WithAsync();
        var ticket = await desk.OpensAsync();
        await desk.JudgedAsync(ticket);
        desk.Zendesk.Agent(1).Deletes(ticket);

        await desk.WriteBackAsync();

        Assert.Equal([EffectState.Refused], await desk.StatesAsync());
        Assert.False(await desk.IsOwedAsync(ticket));
    }

    private static async Task<long> WrittenAsync(WritingDesk desk, string category, string? priority = null)
    {
        var ticket = await desk.OpensAsync();
        await desk.JudgedAsync(ticket, category, priority: priority);
        await desk.WriteBackAsync();
        await desk.BringInAsync(ticket);
        desk.Desk.Clock.Advance(TimeSpan.FromMinutes(1));
        return ticket;
    }
}
