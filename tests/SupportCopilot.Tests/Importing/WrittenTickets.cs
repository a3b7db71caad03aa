using Microsoft.EntityFrameworkCore;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Importing;

public sealed class WrittenTickets
{
    private static readonly DateTime Monday = new(2026, 3, 2, 8, 0, 0, DateTimeKind.Utc);
    private static readonly IncomingPerson Nia = new("nia@example.org", "Nia Obi", "nia@example.org");
    private static readonly IncomingPerson Sam = new("sam", "Sam");

    private static IncomingTicket Lamp => new("file", "7")
    {
        Subject = "Lamp",
        Status = "open",
        Requester = Nia,
        Assignee = Sam,
        CreatedAt = Monday,
        Group = new("tier 1", "Tier 1"),
        Organization = new("obi", "Obi Ltd"),
        Given = new() { Priority = "high" },
        Comments =
        [
            new("0", "It is dark.", AuthorKind.Requester, Nia, true, Monday),
            new("1", "She is angry.", AuthorKind.Agent, Sam, false, Monday.AddMinutes(5)),
            new("2", "Press the switch.", AuthorKind.Agent, Sam, true, Monday.AddMinutes(90)),
        ],
        Tags = ["lamp", "dark"],
        Fields = new Dictionary<string, string> { ["Volt"] = "230" },
    };

    [Fact]
    public async Task Come_with_their_thread_people_tags_and_fields()
    {
        await using var database = await TicketDatabase.Create();

        Assert.Equal(new WriteCount(1, 0, 0), await database.Write(Lamp));

        var ticket = await database.Only();
        Assert.Equal(("Lamp", "open", "high", Owed.Triage | Owed.Index, 1), (ticket.Subject, ticket.Status, ticket.Effective.Priority, ticket.Owed, ticket.Version));
        Assert.Equal(["It is dark.", "She is angry.", "Press the switch."], await database.Use(db => db.Comments.OrderBy(c => c.Position).Select(c => c.Body).ToListAsync()));
        Assert.Equal(["dark", "lamp"], await database.Use(db => db.TicketTags.OrderBy(t => t.Tag).Select(t => t.Tag).ToListAsync()));
        var people = await database.Use(db => db.People.OrderBy(p => p.Name).ToListAsync());
        Assert.Equal([("Nia Obi", false), ("Sam", true)], people.Select(p => (p.Name, p.IsAgent)));
        Assert.Equal(ticket.OrganizationId, people[0].OrganizationId);
    }

    [Fact]
    public async Task Have_their_first_public_answer_and_their_replies_worked_out()
    {
        await using var database = await TicketDatabase.Create();
        await database.Write(Lamp with { Status = "solved", SolvedAt = Monday.AddHours(3) });

        var ticket = await database.Only();

        Assert.Equal((Monday.AddMinutes(90), 90, 180, 1), (ticket.FirstReplyAt, ticket.FirstReplyMinutes, ticket.ResolutionMinutes, ticket.Replies));
    }

    [Fact]
    public async Task Are_left_alone_when_the_same_is_said_again()
    {
        await using var database = await TicketDatabase.Create();
        await database.Write(Lamp);

        Assert.Equal(new WriteCount(0, 0, 1), await database.Write(Lamp));

        Assert.Equal(1, (await database.Only()).Version);
        Assert.Equal(3, await database.Use(db => db.Comments.CountAsync()));
    }

    [Fact]
    public async Task Keep_what_a_later_word_leaves_out_or_says_blank()
    {
        await using var database = await TicketDatabase.Create();
        await database.Write(Lamp);

        Assert.Equal(new WriteCount(0, 1, 0), await database.Write(new IncomingTicket("file", "7") { Subject = " ", Status = "pending", Given = new() { Priority = "" } }));

        var ticket = await database.Only();
        Assert.Equal(("Lamp", "pending", "high", 2), (ticket.Subject, ticket.Status, ticket.Given.Priority, ticket.Version));
        Assert.Equal((Monday, 1), (ticket.CreatedAt, ticket.Replies));
        Assert.Equal(3, await database.Use(db => db.Comments.CountAsync()));
        Assert.Equal(2, await database.Use(db => db.TicketTags.CountAsync()));
    }

    [Fact]
    public async Task Owe_triage_again_only_when_words_or_given_values_changed()
    {
        await using var database = await TicketDatabase.Create();
        await database.Write(Lamp);
        await Settle(database);

        await database.Write(Lamp with { Status = "solved" });
        Assert.Equal(Owed.Index, (await database.Only()).Owed);

        await database.Write(Lamp with { Status = "solved", Subject = "Lamp!" });
        Assert.Equal(Owed.Index | Owed.Triage, (await database.Only()).Owed);
    }

    [Fact]
    public async Task Grow_a_thread_without_doubling_a_comment()
    {
        await using var database = await TicketDatabase.Create();
        await database.Write(Lamp);
        var before = await database.Use(db => db.Comments.OrderBy(c => c.Position).Select(c => c.Id).ToListAsync());

        await database.Write(Lamp with { Comments = [.. Lamp.Comments!.Where(c => c.ExternalId != "1"), new("3", "Thanks", AuthorKind.Requester, Nia)] });

        var after = await database.Use(db => db.Comments.OrderBy(c => c.Position).ToListAsync());
        Assert.Equal(["It is dark.", "Press the switch.", "Thanks"], after.Select(c => c.Body));
        Assert.Equal([before[0], before[2]], after.Take(2).Select(c => c.Id));
    }

    [Fact]
    public async Task Keep_what_a_person_set_right_here()
    {
        await using var database = await TicketDatabase.Create();
        await database.Write(Lamp);
        await database.Use(async db =>
        {
            var ticket = await db.Tickets.SingleAsync();
            ticket.Given.Priority = "urgent";
            ticket.Corrected = TriageField.Priority;
            return await db.SaveChangesAsync();
        });

        await database.Write(Lamp with { Given = new() { Priority = "low", Category = "lighting" } });

        var given = (await database.Only()).Given;
        Assert.Equal(("urgent", "lighting"), (given.Priority, given.Category));
    }

    [Fact]
    public async Task Take_the_later_of_two_with_one_id_in_a_batch()
    {
        await using var database = await TicketDatabase.Create();

        Assert.Equal(new WriteCount(1, 0, 0), await database.Write(Lamp, Lamp with { Subject = "Lantern" }));

        Assert.Equal("Lantern", (await database.Only()).Subject);
    }

    [Fact]
    public async Task Tell_from_their_history_when_they_were_solved_and_how_often_reopened()
    {
        await using var database = await TicketDatabase.Create();
        IncomingChange Status(int hours, string from, string to) => new(Monday.AddHours(hours), "status", from, to);

        await database.Write(Lamp with
        {
            Status = "closed",
            Changes = [Status(1, "open", "solved"), Status(2, "solved", "open"), Status(5, "open", "solved"), Status(9, "solved", "closed")],
        });

        var ticket = await database.Only();
        Assert.Equal((Monday.AddHours(5), 300, 1), (ticket.SolvedAt, ticket.ResolutionMinutes, ticket.Reopens));
        Assert.Equal(4, await database.Use(db => db.TicketChanges.CountAsync()));
    }

    [Fact]
    public async Task Do_not_lose_a_persons_name_to_their_bare_address()
    {
        await using var database = await TicketDatabase.Create();
        await database.Write(Lamp);

        await database.Write(new IncomingTicket("file", "8") { Requester = new("nia@example.org", "nia@example.org") });

        Assert.Contains("Nia Obi", await database.Use(db => db.People.Select(p => p.Name).ToListAsync()));
    }

    private static Task<int> Settle(TicketDatabase database) => database.Use(async db =>
    {
        (await db.Tickets.SingleAsync()).Owed = Owed.Nothing;
        return await db.SaveChangesAsync();
    });
}
