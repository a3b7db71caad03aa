using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;
using SupportCopilot.Triage;

namespace SupportCopilot.Tests.Zendesk.Writing;

public sealed class VerdictsAtTheDesk
{
    [Fact]
    public async Task Tags_priority_and_note_go_in_one_request_beside_what_stands_there()
    {
        await using var desk = await WritingDesk.WithAsync();
        var ticket = await desk.OpensAsync(tags: ["vip", "web"]);
        await desk.JudgedAsync(ticket, "billing", "high", priority: "high");

        await desk.WriteBackAsync();

        var seen = desk.Ticket(ticket);
        Assert.Equal(["copilot_category_billing", "copilot_confidence_high", "copilot_sentiment_negative", "copilot_triaged", "copilot_urgency_high", "vip", "web"], seen.Tags);
        Assert.Equal("high", seen.Priority);
        var note = Assert.Single(seen.Notes);
        Assert.Contains("About: billing", note.Body, StringComparison.Ordinal);
        Assert.Contains("Urgency: high (“this month”)", note.Body, StringComparison.Ordinal);
        Assert.Contains("How sure: high (90 of 100), by rules", note.Body, StringComparison.Ordinal);
        Assert.Contains("SupportCopilot", note.Body, StringComparison.Ordinal);
        Assert.Equal(1, desk.Puts(ticket));
        var effect = Assert.Single(await desk.EffectsAsync());
        Assert.Equal((EffectState.Done, $"triage/{(await desk.Desk.TicketAsync(ticket))!.Id}/1", seen.Audits[^1].Id.ToString()), (effect.State, effect.Intent, effect.ExternalId));
        Assert.False(await desk.IsOwedAsync(ticket));
    }

    [Fact]
    public async Task What_the_rules_make_of_a_real_ticket_stands_there()
    {
        await using var desk = await WritingDesk.WithAsync();
        var ticket = await desk.OpensAsync("Refund please", "I was charged twice for my subscription. I need a refund immediately, this is urgent!");

        await desk.WorkOffAsync();

        Assert.Contains("copilot_category_billing", desk.Ticket(ticket).Tags);
        Assert.Single(desk.Ticket(ticket).Notes);
    }

    [Theory]
    [InlineData("Off", 0, 0, null)]
    [InlineData("Tags", 5, 0, null)]
    [InlineData("Full", 5, 1, "high")]
    public async Task A_mode_says_how_much_is_written(string mode, int tags, int notes, string? priority)
    {
        await using var desk = await WritingDesk.WithAsync(mode);
        var ticket = await desk.OpensAsync();
        await desk.JudgedAsync(ticket, priority: "high");

        await desk.WriteBackAsync();

        Assert.Equal((tags, notes, priority), (desk.OwnTagsOf(ticket).Count, desk.Ticket(ticket).Notes.Count(), desk.Ticket(ticket).Priority));
        Assert.False(await desk.IsOwedAsync(ticket));
    }

    [Fact]
    public async Task What_stands_there_already_is_not_written_again()
    {
        await using var desk = await WritingDesk.WithAsync();
        var ticket = await desk.OpensAsync();
        await desk.JudgedAsync(ticket);
        await desk.WriteBackAsync();
        desk.Zendesk.Requests.Clear();

        await desk.JudgedAsync(ticket);
        await desk.WriteBackAsync();

        Assert.Empty(desk.Zendesk.Requests.All);
        Assert.False(await desk.IsOwedAsync(ticket));
    }

    [Fact]
    public async Task A_change_and_the_change_back_are_written_each_time_with_a_note_each()
    {
        await using var desk = await WritingDesk.WithAsync();
        var ticket = await desk.OpensAsync();

        foreach (var category in new[] { "billing", "technical", "billing" })
        {
            await desk.JudgedAsync(ticket, category);
            await desk.WriteBackAsync();
            Assert.Equal([$"copilot_category_{category}"], desk.OwnTagsOf(ticket).Where(tag => tag.StartsWith("copilot_category", StringComparison.Ordinal)));
            desk.Desk.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(3, desk.Ticket(ticket).Notes.Count());
        Assert.Equal(3, (await desk.StatesAsync()).Count(state => state is EffectState.Done));
    }

    [Fact]
    public async Task Confidence_alone_changes_its_tag_and_makes_no_second_note()
    {
        await using var desk = await WritingDesk.WithAsync();
        var ticket = await desk.OpensAsync();
        await desk.JudgedAsync(ticket, confidence: 0.6);
        await desk.WriteBackAsync();
        desk.Desk.Clock.Advance(TimeSpan.FromMinutes(1));

        await desk.JudgedAsync(ticket, confidence: 0.9);
        await desk.WriteBackAsync();

        Assert.Contains("copilot_confidence_high", desk.OwnTagsOf(ticket));
        Assert.DoesNotContain("copilot_confidence_medium", desk.OwnTagsOf(ticket));
        Assert.Single(desk.Ticket(ticket).Notes);
    }

    [Fact]
    public async Task A_priority_that_is_not_sure_enough_is_left_to_people()
    {
        await using var desk = await WritingDesk.WithAsync();
        var ticket = await desk.OpensAsync();
        await desk.JudgedAsync(ticket, priority: "urgent", confidence: 0.79);

        await desk.WriteBackAsync();

        Assert.Null(desk.Ticket(ticket).Priority);
    }

    [Fact]
    public async Task A_ticket_triaged_without_the_model_says_so_until_the_model_has_answered()
    {
        await using var desk = await WritingDesk.WithAsync();
        var ticket = await desk.OpensAsync();
        await desk.JudgedAsync(ticket, withoutModel: "timeout");
        await desk.WriteBackAsync();
        Assert.Contains("copilot_without_model", desk.OwnTagsOf(ticket));
        desk.Desk.Clock.Advance(TimeSpan.FromMinutes(1));

        await desk.JudgedAsync(ticket);
        await desk.WriteBackAsync();

        Assert.DoesNotContain("copilot_without_model", desk.OwnTagsOf(ticket));
    }

    [Fact]
    public async Task The_most_urgent_is_told_first()
    {
        await using var desk = await WritingDesk.WithAsync();
        long[] tickets = [await desk.OpensAsync(), await desk.OpensAsync(), await desk.OpensAsync()];
        await desk.JudgedAsync(tickets[0], urgency: "low");
        await desk.JudgedAsync(tickets[1], urgency: "high");
        await desk.JudgedAsync(tickets[2], urgency: "urgent");

        await desk.WriteBackAsync();

        Assert.Equal(["3", "2", "1"], (await desk.EffectsAsync()).Select(effect => effect.Target).Select(target => (Array.IndexOf([.. tickets.Select(number => TargetOf(desk, number))], target) + 1).ToString()));
    }

    [Fact]
    public async Task A_solved_ticket_and_a_conversation_of_another_desk_are_told_nothing()
    {
        await using var desk = await WritingDesk.WithAsync();
        var ticket = await desk.OpensAsync();
        desk.Zendesk.Agent(1).Solves(ticket);
        await desk.BringInAsync(ticket);
        await desk.JudgedAsync(ticket);
        await desk.Desk.Product.HasTicketAsync(new IncomingTicket(TicketSource.Intercom, "abc") { Subject = "Hello", Status = TicketStatus.Open }, SyncedDesk.Tenant);
        await desk.Desk.LookAsync(async db =>
        {
            (await db.Tickets.SingleAsync(t => t.Source == TicketSource.Intercom)).Owed = Owed.WriteBack;
            return await db.SaveChangesAsync();
        });

        await desk.WriteBackAsync();

        Assert.Empty(await desk.EffectsAsync());
        Assert.Equal(0, desk.Puts(ticket));
        Assert.False(await desk.Desk.LookAsync(db => db.Tickets.AnyAsync(t => (t.Owed & Owed.WriteBack) != Owed.Nothing)));
    }

    [Fact]
    public async Task Our_own_write_coming_back_is_no_news()
    {
        await using var desk = await WritingDesk.WithAsync();
        var ticket = await desk.OpensAsync();
        await desk.JudgedAsync(ticket, priority: "high");
        await desk.WriteBackAsync();

        await desk.BringInAsync(ticket);

        var kept = (await desk.Desk.TicketAsync(ticket))!;
        Assert.Equal((Owed.Nothing, null), (kept.Owed & (Owed.Triage | Owed.WriteBack), kept.Given.Priority));
        Assert.Equal("high", desk.Ticket(ticket).Priority);
        Assert.Equal(AuthorKind.System, (await desk.Desk.ThreadAsync(ticket))[^1].AuthorKind);
        Assert.Equal(1, desk.Puts(ticket));
    }

    [Fact]
    public async Task Tags_of_ours_that_came_with_a_copied_ticket_give_way()
    {
        await using var desk = await WritingDesk.WithAsync();
        var ticket = await desk.OpensAsync(tags: ["copilot_category_shipping", "copilot_confidence_low", "copilot_triaged"]);
        await desk.JudgedAsync(ticket, "billing");

        await desk.WriteBackAsync();

        Assert.Equal(["copilot_category_billing", "copilot_confidence_high", "copilot_sentiment_negative", "copilot_triaged", "copilot_urgency_normal"], desk.OwnTagsOf(ticket));
    }

    [Fact]
    public async Task A_note_never_holds_another_customers_words()
    {
        await using var desk = await WritingDesk.WithAsync();
        await desk.OpensAsync("Refund for order 77-ZEBRA", "I am Ms Canary and I want a refund for order 77-ZEBRA, I was charged twice.");
        var ticket = await desk.OpensAsync("Refund", "I was charged twice, please refund.");

        await desk.WorkOffAsync();

        var note = Assert.Single(desk.Ticket(ticket).Notes).Body;
        Assert.DoesNotContain("ZEBRA", note, StringComparison.Ordinal);
        Assert.DoesNotContain("Canary", note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_processes_at_one_time_write_each_note_once()
    {
        await using var desk = await WritingDesk.WithAsync();
        var tickets = new List<long>();
        for (var i = 0; i < 6; i++) tickets.Add(await desk.OpensAsync());
        foreach (var ticket in tickets) await desk.JudgedAsync(ticket);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => desk.RoundAsync())));
        await desk.WriteBackAsync();
        await desk.LaterAsync(TimeSpan.FromMinutes(2));

        Assert.All(tickets, ticket => Assert.Single(desk.Ticket(ticket).Notes));
    }

    private static string TargetOf(WritingDesk desk, long number) => $"ticket/{desk.Desk.TicketAsync(number).GetAwaiter().GetResult()!.Id}";
}
