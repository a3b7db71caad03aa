using Microsoft.EntityFrameworkCore;
using SupportCopilot.Storage;
using SupportCopilot.Tests.Importing;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Desks;

namespace SupportCopilot.Tests.Zendesk.Syncing;

/// <summary>What the database keeps of a desk's pages.</summary>
public sealed class WrittenPages : IAsyncLifetime
{
    private static readonly DateTime Monday = new(2026, 3, 2, 8, 0, 0, DateTimeKind.Utc);
    private static readonly IncomingPerson Nia = new("11", "Nia Obi", "nia@example.org");
    private static readonly IncomingPerson Sam = new("22", "Sam");

    private TicketDatabase database = null!;

    private static IncomingTicket Lamp => new("zendesk", "7")
    {
        IsFullState = true,
        Subject = "Lamp",
        Status = "open",
        Type = "incident",
        Requester = Nia,
        Assignee = Sam,
        Group = new("5", "Tier 1"),
        Organization = new("6", "Obi Ltd"),
        Given = new() { Priority = "high" },
        DueAt = Monday.AddDays(2),
        CreatedAt = Monday,
        UpdatedAt = Monday.AddHours(1),
        Tags = ["lamp"],
        Fields = new Dictionary<string, string> { ["Volt"] = "230" },
        Description = new("description", "It is dark.", AuthorKind.Requester, Nia, true, Monday),
    };

    private static DeskComment Said(string id, string body, int minutes, AuthorKind kind = AuthorKind.Requester, bool isPublic = true) =>
        new("7", new(id, body, kind, kind is AuthorKind.Agent ? Sam : Nia, isPublic, Monday.AddMinutes(minutes)));

    private static DeskPage Page(params IncomingTicket[] tickets) => new("zendesk") { Tickets = tickets };

    private static DeskPage Page(params DeskComment[] comments) => new("zendesk") { Comments = comments };

    private Task<List<(string Id, string Body)>> Thread() =>
        database.Use(async db => (await db.Comments.OrderBy(c => c.Position).ToListAsync()).ConvertAll(c => (c.ExternalId, c.Body)));

    private Task Settle() => database.Use(async db =>
    {
        foreach (var ticket in await db.Tickets.ToListAsync()) ticket.Owed = Owed.Nothing;
        return await db.SaveChangesAsync();
    });

    [Fact]
    public async Task Change_nothing_when_they_come_again()
    {
        var page = Page(Lamp) with { Comments = [Said("1", "It is dark.", 0)], Changes = [new("7", "901", new(Monday, "status", null, "open"))], Marks = [new("7") { SlaMet = true }] };
        await database.Read(page);
        await Settle();

        var again = await database.Read(page);

        Assert.Equal((new WriteCount(0, 0, 1), 0), (again.Tickets, again.Comments));
        var ticket = await database.Only();
        Assert.Equal((1, Owed.Nothing), (ticket.Version, ticket.Owed));
        Assert.Equal(1, await database.Use(db => db.TicketChanges.CountAsync()));
    }

    [Fact]
    public async Task Empty_what_the_desk_emptied()
    {
        await database.Read(Page(Lamp));
        await database.Read(Page(Lamp with
        {
            UpdatedAt = Monday.AddHours(2),
            Assignee = null,
            Group = null,
            Organization = null,
            Type = null,
            DueAt = null,
            Given = new(),
            Tags = [],
            Fields = new Dictionary<string, string>(),
        }));

        var ticket = await database.Only();
        Assert.Equal((null, null, null, null, null, null), (ticket.AssigneeId, ticket.GroupId, ticket.OrganizationId, ticket.Type, ticket.DueAt, ticket.Given.Priority));
        Assert.Equal((0, 0), (await database.Use(db => db.TicketTags.CountAsync()), await database.Use(db => db.TicketFields.CountAsync())));
    }

    [Fact]
    public async Task Never_undo_what_a_person_set_here()
    {
        await database.Read(Page(Lamp));
        await database.Use(async db =>
        {
            var ticket = await db.Tickets.SingleAsync();
            (ticket.Given.Category, ticket.Given.Priority, ticket.Corrected) = ("billing", "low", TriageField.Category | TriageField.Priority);
            return await db.SaveChangesAsync();
        });

        await database.Read(Page(Lamp with { UpdatedAt = Monday.AddHours(3), Subject = "Lamp again" }));

        var ticket = await database.Only();
        Assert.Equal(("Lamp again", "billing", "low"), (ticket.Subject, ticket.Given.Category, ticket.Given.Priority));
    }

    [Fact]
    public async Task Do_not_replace_a_newer_state()
    {
        await database.Read(Page(Lamp with { UpdatedAt = Monday.AddHours(5), Status = "solved", Subject = "Newer" }));
        var count = await database.Read(Page(Lamp));

        Assert.Equal(new WriteCount(0, 0, 1), count.Tickets);
        var ticket = await database.Only();
        Assert.Equal(("Newer", "solved", 1), (ticket.Subject, ticket.Status, ticket.Version));
    }

    [Fact]
    public async Task Show_the_description_until_its_comment_is_known()
    {
        await database.Read(Page(Lamp));
        Assert.Equal([("description", "It is dark.")], await Thread());
        await Settle();

        await database.Read(Page(Said("31", "It is dark.", 0)));

        Assert.Equal([("31", "It is dark.")], await Thread());
        Assert.Equal((Owed.Nothing, 1), ((await database.Only()).Owed, (await database.Only()).Version));
    }

    [Fact]
    public async Task Keep_comments_that_come_before_their_ticket_and_show_no_ticket_meanwhile()
    {
        await database.Read(Page(Said("32", "Still dark.", 9), Said("31", "It is dark.", 0)));
        var stub = await database.Only();
        Assert.Equal((TicketStatus.Deleted, Owed.Nothing), (stub.Status, stub.Owed));

        await database.Read(Page(Lamp));

        Assert.Equal([("31", "It is dark."), ("32", "Still dark.")], await Thread());
        var ticket = await database.Only();
        Assert.Equal(("open", Owed.Triage | Owed.Index), (ticket.Status, ticket.Owed));
    }

    [Fact]
    public async Task Put_comments_in_the_order_of_their_times_and_ids()
    {
        await database.Read(Page(Lamp) with { Comments = [Said("31", "It is dark.", 0), Said("200", "Third", 4)] });
        await database.Read(Page(Said("99", "Second", 4), Said("40", "Fourth", 5)));

        Assert.Equal(["31", "99", "200", "40"], (await Thread()).ConvertAll(c => c.Id));
        Assert.Equal([0, 1, 2, 3], await database.Use(db => db.Comments.OrderBy(c => c.Position).Select(c => c.Position).ToListAsync()));
    }

    [Theory]
    [InlineData(true, Owed.Triage | Owed.Index)]
    [InlineData(false, Owed.Nothing)]
    public async Task Owe_triage_for_public_words_alone(bool isPublic, Owed owed)
    {
        await database.Read(Page(Lamp) with { Comments = [Said("31", "It is dark.", 0)] });
        await Settle();

        await database.Read(Page(Said("32", "More words", 5, AuthorKind.Agent, isPublic)));

        Assert.Equal(owed, (await database.Only()).Owed);
        Assert.Equal(2, (await Thread()).Count);
    }

    [Fact]
    public async Task Owe_no_triage_for_a_status_that_changed()
    {
        await database.Read(Page(Lamp));
        await Settle();

        await database.Read(Page(Lamp with { UpdatedAt = Monday.AddHours(2), Status = "pending" }));

        Assert.Equal(Owed.Index, (await database.Only()).Owed);
    }

    [Fact]
    public async Task Know_our_own_note_when_it_comes_back()
    {
        await database.Read(Page(Lamp) with { Comments = [Said("31", "It is dark.", 0)] });
        await Settle();
        await database.Use(async db =>
        {
            db.DeskWritings.Add(new DeskWriting { TicketId = (await db.Tickets.SingleAsync()).Id, Marker = "mark-5512", At = Monday });
            return await db.SaveChangesAsync();
        });

        await database.Read(Page(Said("32", "Triage: billing (mark-5512)", 5, AuthorKind.Agent, isPublic: false)));

        var note = await database.Use(db => db.Comments.SingleAsync(c => c.ExternalId == "32"));
        Assert.Equal((AuthorKind.System, false, Owed.Nothing), (note.AuthorKind, note.IsPublic, (await database.Only()).Owed));
    }

    [Fact]
    public async Task Take_redacted_words_away_for_good()
    {
        var before = Page(Lamp) with { Comments = [Said("31", "My card is 4111 1111.", 0)] };
        await database.Read(before);
        await Settle();

        await database.Read(Page(Said("31", "My card is ▇▇▇▇ ▇▇▇▇.", 0)));
        Assert.Equal(Owed.Triage | Owed.Index, (await database.Only()).Owed);
        await database.Read(before);   // a page from before the redaction

        Assert.Equal([("31", "My card is ▇▇▇▇ ▇▇▇▇.")], await Thread());
    }

    [Fact]
    public async Task Leave_of_a_deleted_ticket_no_word()
    {
        await database.Read(Page(Lamp) with { Comments = [Said("31", "It is dark.", 0)], Changes = [new("7", "901", new(Monday, "status", null, "open"))] });

        var count = await database.Read(Page(Lamp with { Status = "deleted", UpdatedAt = Monday.AddHours(2) }));
        await database.Read(Page(Said("31", "It is dark.", 0)));   // words that come late
        await database.Read(Page(Lamp));                           // and an older state

        Assert.Equal(1, count.Deleted);
        var grave = await database.Only();
        Assert.Equal((TicketStatus.Deleted, "", Owed.Index, (long?)null), (grave.Status, grave.Subject, grave.Owed, grave.RequesterId));
        Assert.Equal((0, 0, 0, 0), await database.Use(async db =>
            (await db.Comments.CountAsync(), await db.TicketTags.CountAsync(), await db.TicketFields.CountAsync(), await db.TicketChanges.CountAsync())));
    }

    [Fact]
    public async Task Bring_a_deleted_ticket_back_only_by_a_newer_state()
    {
        await database.Read(Page(Lamp));
        await database.Read(new DeskPage("zendesk") { Deleted = ["7"] });
        Assert.Equal(TicketStatus.Deleted, (await database.Only()).Status);

        var restored = await database.Read(Page(Lamp with { UpdatedAt = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(1) }));

        Assert.Equal(["7"], restored.Awakened!);
        Assert.Equal(("open", Owed.Triage | Owed.Index), ((await database.Only()).Status, (await database.Only()).Owed));
    }

    [Fact]
    public async Task Count_a_merged_ticket_as_nobodys_solution()
    {
        await database.Read(Page(Lamp with { Status = "closed", SolvedAt = Monday.AddMinutes(50), ResolutionMinutes = 50, MergedInto = "8" }));

        var ticket = await database.Only();
        Assert.Equal(("closed", "8", null, null), (ticket.Status, ticket.MergedInto, ticket.SolvedAt, ticket.ResolutionMinutes));
    }

    [Fact]
    public async Task Keep_a_missed_service_level_missed()
    {
        await database.Read(Page(Lamp) with { Marks = [new("7") { SlaMet = false }] });
        await database.Read(new DeskPage("zendesk") { Marks = [new("7") { SlaMet = true }] });
        await database.Read(Page(Lamp with { UpdatedAt = Monday.AddHours(2) }));

        Assert.False((await database.Only()).SlaMet);
    }

    [Fact]
    public async Task Measure_the_first_reply_where_the_desk_does_not()
    {
        await database.Read(Page(Lamp) with { Comments = [Said("31", "It is dark.", 0), Said("32", "Press the switch.", 12, AuthorKind.Agent)] });

        var ticket = await database.Only();
        Assert.Equal((Monday.AddMinutes(12), 12, 1), (ticket.FirstReplyAt, ticket.FirstReplyMinutes, ticket.Replies));
    }

    [Fact]
    public async Task Call_an_agent_who_asks_a_requester()
    {
        await database.Read(Page(Said("31", "My own screen is dark.", 0, AuthorKind.Agent)));
        await database.Read(Page(Lamp with { Requester = Sam }));

        Assert.Equal(AuthorKind.Requester, (await database.Use(db => db.Comments.SingleAsync())).AuthorKind);
    }

    [Fact]
    public async Task Are_kept_with_the_place_in_their_stream_or_not_at_all()
    {
        await Lease(token: 4);
        await database.Read(Page(Lamp) with { Rows = 1, Position = new("zendesk/tickets", "abc", Monday, true, 4) });

        await Lease(token: 5);   // somebody else reads now
        await Assert.ThrowsAsync<LeaseLostException>(() => database.Read(Page(Lamp with { ExternalId = "8" }) with { Rows = 1, Position = new("zendesk/tickets", "xyz", Monday.AddDays(1), true, 4) }));

        var cursor = await database.Use(db => db.SyncCursors.SingleAsync());
        Assert.Equal(("abc", (DateTime?)Monday, 1L, 1L), (cursor.Cursor, cursor.ReadTo, cursor.Rows, cursor.Pages));
        Assert.Equal("7", (await database.Only()).ExternalId);
    }

    [Fact]
    public async Task Never_take_back_how_far_a_stream_was_read()
    {
        await Lease(token: 1);
        await database.Read(new DeskPage("zendesk") { Position = new("zendesk/tickets", "b", Monday, true, 1) });
        await database.Read(new DeskPage("zendesk") { Position = new("zendesk/tickets", "b", DateTime.UnixEpoch.AddSeconds(1), true, 1) });

        Assert.Equal(Monday, (await database.Use(db => db.SyncCursors.SingleAsync())).ReadTo);
    }

    public async ValueTask InitializeAsync() => database = await TicketDatabase.Create();

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private Task Lease(long token) => database.Use(async db =>
    {
        var lease = await db.Leases.SingleOrDefaultAsync() ?? db.Leases.Add(new Lease { Name = SyncCursor.LeaseOf(1), Holder = "me", ExpiresAt = Monday }).Entity;
        lease.Token = token;
        return await db.SaveChangesAsync();
    });
}
